package folders

import (
	"os"
	"path/filepath"
	"testing"

	"tonggao/generator/disk"
)

func TestIDLeavesTheOrderOut(t *testing.T) {
	for base, want := range map[string]string{"10-guide.md": "guide", "guide.md": "guide", "10.md": "10", "-x.md": "-x", "10-.md": "", "7-2-a.md": "2-a", "1a-b.md": "1a-b", "10-问答.md": "问答"} {
		if got := (&Fragment{Base: base}).ID(); got != want {
			t.Errorf("%s is %q, not %q", base, got, want)
		}
	}
}

// TestNameThatIsNoText has a file whose name an archive of another machine left in another
// encoding, which no file system is asked for: its author is told, as of any other.
func TestNameThatIsNoText(t *testing.T) {
	dir := t.TempDir()
	if os.WriteFile(filepath.Join(dir, "\xb8\xe6.toml"), nil, 0o644) != nil {
		t.Skip("this system has no such names")
	}
	for name, content := range map[string]string{"site.toml": "", "a/notice.toml": "", "a/10-\xb8\xe6.md": "text"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	top, err := Read(disk.Rooted(dir), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]bool{}
	for _, p := range top.Found().Problems {
		told[p.File] = true
	}
	for _, name := range []string{"regions/\xb8\xe6.toml", "regions/a/10-\xb8\xe6.md"} {
		if !told[name] {
			t.Errorf("%q is not told of: %v", name, told)
		}
	}
}
