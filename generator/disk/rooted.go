package disk

import (
	"io/fs"
	"os"
)

// A Rooted folder, named by its whole path, is read like os.Root, so that no link leads out
// of it, and is open only while something in it is read: Windows renames and deletes no
// folder that a program has open, and serve runs all day.
type Rooted string

// Open opens a file, as fs.FS has it.
func (r Rooted) Open(name string) (fs.File, error) {
	return within(r, func(f fs.FS) (fs.File, error) { return f.Open(name) })
}

// ReadFile reads a file, as fs.ReadFileFS has it.
func (r Rooted) ReadFile(name string) ([]byte, error) {
	return within(r, func(f fs.FS) ([]byte, error) { return fs.ReadFile(f, name) })
}

// ReadDir lists a folder, as fs.ReadDirFS has it.
func (r Rooted) ReadDir(name string) ([]fs.DirEntry, error) {
	return within(r, func(f fs.FS) ([]fs.DirEntry, error) { return fs.ReadDir(f, name) })
}

// Stat tells of a file, as fs.StatFS has it.
func (r Rooted) Stat(name string) (fs.FileInfo, error) {
	return within(r, func(f fs.FS) (fs.FileInfo, error) { return fs.Stat(f, name) })
}

func within[T any](r Rooted, read func(fs.FS) (T, error)) (T, error) {
	root, err := os.OpenRoot(string(r))
	if err != nil {
		var none T
		return none, err
	}
	defer root.Close()
	return read(root.FS())
}
