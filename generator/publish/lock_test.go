package publish

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"tonggao/generator/testkit"
)

// TestLinkedWorkFolderIsRefused holds that a link with the name of the work folder,
// which anyone can put into a shared folder, has no build clean up elsewhere.
func TestLinkedWorkFolderIsRefused(t *testing.T) {
	dir := t.TempDir()
	precious := filepath.Join(dir, "elsewhere", "new", "file")
	must(t, os.MkdirAll(filepath.Dir(precious), 0o755))
	must(t, os.WriteFile(precious, nil, 0o644))
	testkit.Symlink(t, "elsewhere", filepath.Join(dir, ".output.tonggao"))
	err := build(Options{Output: filepath.Join(dir, "output")}, map[string]string{"index.html": "1"})
	if err == nil || !strings.Contains(err.Error(), "is a link") {
		t.Errorf("the error is %v", err)
	}
	if _, err := os.Stat(precious); err != nil {
		t.Errorf("a file elsewhere is lost: %v", err)
	}
}

// TestWhatIsInTheWorkFolder holds that what anybody put there under the names of the files
// that builds write is no hindrance, and that nothing is written through a link.
func TestWhatIsInTheWorkFolder(t *testing.T) {
	sparing(t, 2)
	dir := t.TempDir()
	output, work := filepath.Join(dir, "output"), filepath.Join(dir, ".output.tonggao")
	precious := filepath.Join(dir, "precious")
	must(t, os.WriteFile(precious, []byte("precious"), 0o644))
	inTheWay := map[string]func(string){
		"a folder": func(name string) { must(t, os.MkdirAll(filepath.Join(name, "more"), 0o755)) },
		"a link":   func(name string) { testkit.Symlink(t, precious, name) },
	}
	for what, put := range inTheWay {
		for _, name := range []string{"clock", "new", "old", sealName, readName, ".gitignore"} {
			must(t, os.RemoveAll(work))
			must(t, os.MkdirAll(work, 0o755))
			put(filepath.Join(work, name))
			for _, page := range []string{"1", "2"} {
				_, err := over(output, map[string]string{"a.html": "1", "b.html": "1", "index.html": page})
				if err != nil || tree(t, output)["index.html"] != page {
					t.Errorf("%s is %s: %v", name, what, err)
				}
			}
		}
	}
	if text, err := os.ReadFile(precious); err != nil || string(text) != "precious" {
		t.Errorf("a file elsewhere holds %q: %v", text, err)
	}
	must(t, os.RemoveAll(work))
	must(t, os.MkdirAll(filepath.Join(work, "lock"), 0o755))
	if _, err := over(output, map[string]string{"index.html": "1"}); err == nil || runtime.GOOS != "windows" && !strings.Contains(err.Error(), "move it away") {
		t.Errorf("the lock is a folder: %v", err)
	}
}
