package publish

import (
	"errors"
	"io/fs"
	"syscall"

	"tonggao/generator/disk"
	"tonggao/generator/message"
)

// explain wraps an error of the file system in a sentence for whoever runs the
// build: what was tried, why it failed, and what to do where that is known.
func explain(verb, path string, err error) error {
	var hint message.Text
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		hint = message.Say("the disk is full; what was published before is unchanged")
	case errors.Is(err, syscall.EROFS):
		hint = message.Say("the disk can only be read; choose another folder with --output")
	case disk.Held(err):
		hint = message.Say("a file in it may be open in another program, such as a PDF reader: close that and try again; what was published before is unchanged")
	case errors.Is(err, fs.ErrPermission):
		hint = message.Say("the folder and the one that holds it must be writable, since the new tree is made beside the old one and exchanged with it")
	case errors.Is(err, syscall.EXDEV), errors.Is(err, syscall.EBUSY):
		hint = message.Say("the folder is where a disk is mounted, so it cannot be exchanged in one step; name a folder inside it")
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		hint = message.Say("a file is in the way of a folder")
	case errors.Is(err, syscall.EISDIR):
		hint = message.Say("a folder is in the way of a file: move it away")
	}
	if hint.Empty() {
		return message.Errorf("%s %s: %w", message.Say(verb), path, err)
	}
	return message.Errorf("%s %s: %w (%s)", message.Say(verb), path, err, hint)
}
