package rewrite

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"tonggao/generator/move"
)

// TestFilesChangeTogether changes two files, of which the first may only be read, and then
// while another program has the second open: on Windows that is said, and both stay.
func TestFilesChangeTogether(t *testing.T) {
	dir := t.TempDir()
	first, second := filepath.Join(dir, "甲", "notice.toml"), filepath.Join(dir, "乙.toml")
	change := func(old, new string) error {
		return Files(dir, []move.Rewrite{{Name: "甲/notice.toml", Old: old, Text: new}, {Name: "乙.toml", Old: old, Text: new}})
	}
	hold := func(want string) {
		t.Helper()
		for _, name := range []string{first, second} {
			if text, err := os.ReadFile(name); err != nil || string(text) != want {
				t.Errorf("%s holds %q, want %q: %v", name, text, want, err)
			}
		}
	}
	if err := os.MkdirAll(filepath.Dir(first), 0o777); err != nil {
		t.Fatal(err)
	}
	for name, mode := range map[string]os.FileMode{first: 0o444, second: 0o666} {
		if err := os.WriteFile(name, []byte("1"), mode); err != nil {
			t.Fatal(err)
		}
	}
	if err := change("1", "2"); err != nil {
		t.Fatal(err)
	}
	hold("2")
	if info, err := os.Stat(first); err != nil || info.Mode().Perm() != 0o444 {
		t.Errorf("the flag that it can only be read is lost: %v", err)
	}
	open, err := os.Open(second)
	if err != nil {
		t.Fatal(err)
	}
	err = change("2", "3")
	_ = open.Close()
	switch {
	case runtime.GOOS != "windows" && err != nil:
		t.Error(err)
	case runtime.GOOS == "windows" && (err == nil || !strings.Contains(err.Error(), "乙.toml is open in another program")):
		t.Errorf("it says %v", err)
	case runtime.GOOS == "windows":
		hold("2")
	default:
		hold("3")
	}
	left, err := filepath.Glob(filepath.Join(dir, ".*.new"))
	if err != nil || len(left) > 0 {
		t.Errorf("%v are left", left)
	}
}
