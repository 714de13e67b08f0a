//go:build unix

package disk

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// Create begins a regular file where nothing is yet, to be written. It asks the system one
// thing where os asks six, since that asks of each file whether it can be waited for; a
// country has a hundred and forty thousand.
func Create(name string) (*os.File, error) {
	return file(name, unix.O_WRONLY|unix.O_CREAT|unix.O_EXCL)
}

// Open opens a regular file or a folder to be read, likewise.
func Open(name string) (*os.File, error) { return file(name, unix.O_RDONLY) }

func file(name string, flags int) (*os.File, error) {
	descriptor, err := openAt(unix.AT_FDCWD, name, flags)
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: name, Err: err}
	}
	return os.NewFile(uintptr(descriptor), name), nil
}

// openAt opens what a name leads to from an open folder on, whatever signals come meanwhile.
func openAt(folder int, name string, flags int) (int, error) {
	for {
		file, err := unix.Openat(folder, name, flags|unix.O_CLOEXEC, 0o666)
		if !errors.Is(err, unix.EINTR) {
			return file, err
		}
	}
}
