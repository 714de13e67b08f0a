package publish

import (
	"errors"

	"golang.org/x/sys/unix"
)

// swap exchanges two folders in one step. Its error is ErrUnsupported where the
// file system has no such step; APFS has it.
func swap(a, b string) error {
	err := unix.RenamexNp(a, b, unix.RENAME_SWAP)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOTSUP) {
		return errors.ErrUnsupported
	}
	return err
}
