package publish

import (
	"errors"
	"syscall"
)

// openElsewhere reports whether a step failed since another program has the file, or one
// in the folder, open: Windows says that it is shared or locked, of a folder that access
// is denied.
func openElsewhere(err error) bool {
	const sharing, locked = syscall.Errno(32), syscall.Errno(33)
	return errors.Is(err, sharing) || errors.Is(err, locked) || errors.Is(err, syscall.ERROR_ACCESS_DENIED)
}
