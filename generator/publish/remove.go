package publish

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// removeTree removes a file or a tree of this package's, also folders in it that
// cannot be written to, such as those of a dot-file that was kept.
func removeTree(name string) error {
	if os.RemoveAll(name) == nil {
		return nil
	}
	var all []string
	_ = filepath.WalkDir(name, func(name string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() {
			_ = os.Chmod(name, 0o700) // what cannot be changed is told below
		}
		all = append(all, name)
		return nil
	})
	for _, one := range slices.Backward(all) { // some drives only remove what is empty, one by one
		_ = os.Remove(one)
	}
	return os.RemoveAll(name)
}
