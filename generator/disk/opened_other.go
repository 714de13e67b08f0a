//go:build !unix

package disk

import (
	"io/fs"
	"os"
)

// Folder opens a folder in it, to read many files of it: it is open until it is closed.
func (r Rooted) Folder(name string) (fs.FS, error) {
	root, err := os.OpenRoot(string(r))
	if err != nil {
		return nil, err
	}
	if name == "." {
		return opened{root.FS(), root}, nil
	}
	defer root.Close()
	return opened{root: root}.Folder(name)
}

// An opened folder is read by names within it.
type opened struct {
	fs.FS
	root *os.Root
}

// Folder opens a folder in it.
func (o opened) Folder(name string) (fs.FS, error) {
	root, err := o.root.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return opened{root.FS(), root}, nil
}

// Close closes the folder, and none of those that were opened in it.
func (o opened) Close() error { return o.root.Close() }
