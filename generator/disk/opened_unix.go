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

// Append adds a file in it to room, up to a size, as Open and a reader would, without the
// value that a file is else and what the system is asked for that.
func (o opened) Append(room []byte, name string, most int) ([]byte, error) {
	file, err := o.descriptor(name, 0)
	if err != nil {
		return room, err
	}
	defer unix.Close(file)
	for left := most; left > 0; {
		room = slices.Grow(room, 512)
		n, err := unix.Read(file, room[len(room):min(cap(room), len(room)+left)])
		switch {
		case errors.Is(err, unix.EINTR):
			continue
		case err != nil:
			return room, &fs.PathError{Op: "read", Path: name, Err: err}
		case n == 0:
			return room, nil
		}
		room, left = room[:len(room)+n], left-n
	}
	return room, nil
}

func (o opened) open(name string, flags int) (*os.File, error) {
	file, err := o.descriptor(name, flags)
	if err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(file), name), nil
}

// descriptor opens what lies in it.
func (o opened) descriptor(name string, flags int) (int, error) {
	if !fs.ValidPath(name) || name == "." || strings.Contains(name, "/") {
		return -1, &fs.PathError{Op: "openat", Path: name, Err: fs.ErrInvalid}
	}
	file, err := openAt(int(o.folder.Fd()), name, flags|unix.O_RDONLY|unix.O_NOFOLLOW)
	if err != nil {
		return -1, &fs.PathError{Op: "openat", Path: name, Err: err}
	}
	return file, nil
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
