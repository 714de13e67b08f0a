//go:build unix

package disk

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"

	"golang.org/x/sys/unix"
)

// Folder opens a folder in it, to read many files of it: it is open until it is closed.
func (r Rooted) Folder(name string) (fs.FS, error) {
	top, err := os.Open(string(r))
	if err != nil {
		return nil, err
	}
	if name == "." {
		return opened{top}, nil
	}
	defer top.Close()
	return opened{top}.Folder(name)
}

// An opened folder is read by the names of what lies right in it, none of which is a link,
// so that nothing leads out of it. It does what os.Root does with half the calls of the
// system: for a country these are a tenth of the time that reading takes.
type opened struct{ folder *os.File }

// Folder opens a folder in it.
func (o opened) Folder(name string) (fs.FS, error) {
	folder, err := o.open(name, unix.O_DIRECTORY)
	return opened{folder}, err
}

// Open opens a file in it.
func (o opened) Open(name string) (fs.File, error) { return o.open(name, 0) }

func (o opened) open(name string, flags int) (*os.File, error) {
	if !fs.ValidPath(name) || name == "." || strings.Contains(name, "/") {
		return nil, &fs.PathError{Op: "openat", Path: name, Err: fs.ErrInvalid}
	}
	for {
		opened, err := unix.Openat(int(o.folder.Fd()), name, flags|unix.O_RDONLY|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
		switch {
		case err == nil:
			return os.NewFile(uintptr(opened), name), nil
		case !errors.Is(err, unix.EINTR):
			return nil, &fs.PathError{Op: "openat", Path: name, Err: err}
		}
	}
}

// ReadDir lists it, which is done once.
func (o opened) ReadDir(name string) ([]fs.DirEntry, error) {
	if name != "." {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrInvalid}
	}
	entries, err := o.folder.ReadDir(-1)
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, err
}

// Close closes the folder, and none of those that were opened in it.
func (o opened) Close() error { return o.folder.Close() }
