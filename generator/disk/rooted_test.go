package disk

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestFilesAreAppended holds what reads a file in one go against what opens and reads it.
func TestFilesAreAppended(t *testing.T) {
	top := t.TempDir()
	folder, err := Rooted(top).Folder(".")
	if err != nil {
		t.Fatal(err)
	}
	defer folder.(io.Closer).Close()
	files, can := folder.(interface {
		Append(room []byte, name string, most int) ([]byte, error)
	})
	if !can {
		t.Skip("this system opens files")
	}
	for _, size := range []int{0, 1, 511, 512, 513, 4096, 70_000} {
		text := strings.Repeat("x", size)
		put(t, filepath.Join(top, "a.md"), text, 0o666)
		for _, most := range []int{0, 1, 512, size, size + 1, 1 << 20} {
			for _, room := range [][]byte{nil, make([]byte, 0, 600), []byte("before")} {
				got, err := files.Append(room, "a.md", most)
				if want := string(room) + text[:min(size, most)]; err != nil || string(got) != want {
					t.Fatalf("of %d octets at most %d: %d, %v", size, most, len(got), err)
				}
			}
		}
	}
	if err := os.Symlink(filepath.Join(top, "a.md"), filepath.Join(top, "link.md")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"missing.md", "link.md", "../a.md", "", "."} {
		if got, err := files.Append([]byte("before"), name, 10); err == nil || string(got) != "before" {
			t.Errorf("%q is read: %q", name, got)
		}
	}
}

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
