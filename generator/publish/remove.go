package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// removeTree removes a file or a tree of this package's, also folders in it that
// cannot be written to, such as those of a dot-file that was kept.
func removeTree(name string) error {
	err := os.RemoveAll(name)
	if !errors.Is(err, fs.ErrPermission) {
		return err
	}
	_ = filepath.WalkDir(name, func(name string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() {
			_ = os.Chmod(name, 0o700) // what cannot be changed is told below
		}
		return nil
	})
	return os.RemoveAll(name)
}
