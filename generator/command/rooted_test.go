package command

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"tonggao/generator/testkit"
)

// TestFoldersAreReadAsTheyAre reads a folder by every way of fs.FS.
func TestFoldersAreReadAsTheyAre(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, fstest.MapFS{"a/b.toml": {Data: []byte("1")}, "文 件.md": {Data: []byte("2")}}); err != nil {
		t.Fatal(err)
	}
	files, err := folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(files, "a/b.toml", "文 件.md"); err != nil {
		t.Error(err)
	}
	away := dir + "-away"
	if err := os.Rename(dir, away); err != nil {
		t.Error("it is kept open:", err)
	}
	if _, err := fs.ReadFile(files, "a/b.toml"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that is gone is read: %v", err)
	}
}

// TestNoLinkLeadsOut puts a link into a folder that leads out of it.
func TestNoLinkLeadsOut(t *testing.T) {
	dir := t.TempDir()
	if err := errors.Join(os.Mkdir(filepath.Join(dir, "regions"), 0o777), os.WriteFile(filepath.Join(dir, "secret"), []byte("x"), 0o666)); err != nil {
		t.Fatal(err)
	}
	testkit.Symlink(t, filepath.Join("..", "secret"), filepath.Join(dir, "regions", "site.toml"))
	files, err := folder(filepath.Join(dir, "regions"))
	if err != nil {
		t.Fatal(err)
	}
	if text, err := fs.ReadFile(files, "site.toml"); err == nil {
		t.Errorf("it reads %s", text)
	}
}
