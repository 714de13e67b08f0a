package publish

import (
	"errors"
	"io/fs"
	"syscall"

	"tonggao/generator/message"
)

// explain wraps an error of the file system in a sentence for whoever runs the
// build: what was tried, why it failed, and what to do where that is known.
func explain(verb, path string, err error) error {
	hint := ""
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		hint = "the disk is full; what was published before is unchanged"
	case errors.Is(err, syscall.EROFS):
		hint = "the disk can only be read; choose another folder with --output"
	case errors.Is(err, fs.ErrPermission):
		hint = "the folder and the one that holds it must be writable, since the new tree is made beside the old one and exchanged with it"
	case errors.Is(err, syscall.EXDEV), errors.Is(err, syscall.EBUSY):
		hint = "the folder is where a disk is mounted, so it cannot be exchanged in one step; name a folder inside it"
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		hint = "a file is in the way of a folder"
	}
	if hint == "" {
		return message.Errorf("%s %s: %w", verb, path, err)
	}
	return message.Errorf("%s %s: %w (%s)", verb, path, err, hint)
}
