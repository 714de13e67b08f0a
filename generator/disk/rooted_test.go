package disk

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// TestFoldersAreReadWithin reads folders in folders: all of what lies there, by name, and
// nothing that a link leads to.
func TestFoldersAreReadWithin(t *testing.T) {
	top := t.TempDir()
	inner := filepath.Join(top, "regions", "province", "county")
	if err := os.MkdirAll(inner, 0o777); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(top, "outside.toml"), "外", 0o666)
	put(t, filepath.Join(inner, "region.toml"), "县", 0o666)
	put(t, filepath.Join(inner, "a.md"), "文", 0o666)
	links := runtime.GOOS != "windows"
	if links {
		for name, to := range map[string]string{"link.toml": "outside.toml", "out": "."} {
			if err := os.Symlink(filepath.Join(top, to), filepath.Join(inner, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	folder, err := Rooted(filepath.Join(top, "regions")).Folder(".")
	for _, name := range []string{"province", "county"} {
		if err != nil {
			t.Fatal(err)
		}
		defer folder.(io.Closer).Close()
		folder, err = folder.(interface{ Folder(string) (fs.FS, error) }).Folder(name)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer folder.(io.Closer).Close()
	entries, err := fs.ReadDir(folder, ".")
	if err != nil || len(entries) < 2 || entries[0].Name() != "a.md" {
		t.Fatal(entries, err)
	}
	if text, err := fs.ReadFile(folder, "region.toml"); err != nil || string(text) != "县" {
		t.Errorf("%s %v", text, err)
	}
	for _, name := range []string{"missing.toml", "../region.toml", ""} {
		if _, err := folder.Open(name); err == nil {
			t.Errorf("%q is opened", name)
		}
	}
	if _, err := folder.(interface{ Folder(string) (fs.FS, error) }).Folder("a.md"); err == nil {
		t.Error("a file is opened as a folder")
	}
	if links {
		if _, err := folder.Open("link.toml"); err == nil {
			t.Error("a link leads out")
		}
		if _, err := folder.(interface{ Folder(string) (fs.FS, error) }).Folder("out"); err == nil {
			t.Error("a link to a folder leads out")
		}
	}
}
