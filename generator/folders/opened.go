package folders

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"tonggao/generator/disk"
	"tonggao/generator/toml"
)

// An opened folder is one whose files are being read.
type opened struct {
	files fs.FS
	dir   string  // in files
	owned bool    // to be closed
	room  *[]byte // where files are read, one after the other; nil for files that are read side by side
}

// folder opens a folder in it. A file system that can opens it once for all that is read
// there, and then it is to be closed; any other is asked for whole names.
func (o *opened) folder(base string) (*opened, error) {
	f, can := o.files.(interface{ Folder(string) (fs.FS, error) })
	if !can {
		return &opened{o.files, join(o.dir, base), false, o.room}, nil
	}
	inner, err := f.Folder(base)
	return &opened{inner, ".", err == nil, o.room}, err
}

// Close closes the folder.
func (o *opened) Close() {
	if c, can := o.files.(io.Closer); can && o.owned {
		_ = c.Close() // it was only read
	}
}

// list returns the entries of the folder, by name.
func (o *opened) list(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.files, o.dir)
	return entries, named(err, name)
}

// text reads a file as UTF-8 with plain line ends, without a byte order mark. Of
// one that is too large it reads just enough for the readers of its format to say
// so: a file can be larger than the machine's memory.
func (o *opened) text(name string) (string, error) {
	room := o.room
	if room == nil {
		room = new([]byte)
	}
	content, err := disk.Append((*room)[:0], o.files, join(o.dir, path.Base(name)), 2*toml.MaxOctets)
	if *room = content; err != nil {
		return "", named(err, name)
	}
	return strings.ReplaceAll(strings.TrimPrefix(string(content), "\ufeff"), "\r\n", "\n"), nil
}

// named gives an error of the file system the whole name of what it is about.
func named(err error, name string) error {
	var of *fs.PathError
	if errors.As(err, &of) {
		return &fs.PathError{Op: of.Op, Path: name, Err: of.Err}
	}
	return err
}
