package disk

import (
	"errors"
	"syscall"
)

// Held reports whether a step failed since another program has the file, or one in the
// folder, open: Windows says that it is shared or locked, of a folder, and of a file that
// may only be read, that access is denied.
func Held(err error) bool {
	const sharing, locked = syscall.Errno(32), syscall.Errno(33)
	return errors.Is(err, sharing) || errors.Is(err, locked) || errors.Is(err, syscall.ERROR_ACCESS_DENIED)
}
