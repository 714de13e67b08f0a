package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"tonggao/generator/message"
)

// locate resolves an output folder to where it really is, so that its work
// folder is on the same file system, and makes the folders above it.
func locate(output string) (string, error) {
	path, err := filepath.Abs(output)
	if err != nil {
		return "", message.Errorf("find the folder %s: %w", output, err)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	} else if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return "", explain("make the folder above", output, err)
	}
	here, err := os.Getwd()
	if err == nil && within(here, path) {
		return "", message.Errorf("publish to %s: it is the folder that this command runs in, or holds it: name a folder of its own", output)
	}
	if filepath.Dir(path) == path {
		return "", message.Errorf("publish to %s: it is the root of a disk: name a folder of its own", output)
	}
	return path, checkFolder(output, path)
}

// apart refuses an output that is a folder the build reads, lies in one, or holds
// one: the exchange would take the authors' files away, and what lies among them
// would be read by the next build.
func apart(o Options) error {
	output, err := realPath(o.Output)
	if err != nil {
		return err
	}
	for _, input := range o.Inputs {
		read, err := realPath(input)
		if err != nil {
			return err
		}
		if within(output, read) || within(read, output) {
			return message.Errorf("publish to %s: the build reads %s, and the two must lie apart: name another folder", o.Output, input)
		}
	}
	return nil
}

// realPath is a path with the links resolved of as much of it as exists.
func realPath(name string) (string, error) {
	path, err := filepath.Abs(name)
	if err != nil {
		return "", message.Errorf("find the folder %s: %w", name, err)
	}
	missing := ""
	for up := path; ; up = filepath.Dir(up) {
		if real, err := filepath.EvalSymlinks(up); err == nil {
			return filepath.Join(real, missing), nil
		}
		if filepath.Dir(up) == up {
			return path, nil
		}
		missing = filepath.Join(filepath.Base(up), missing)
	}
}

// checkFolder refuses a path that is taken by something else than a folder.
func checkFolder(output, path string) error {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return explain("publish to", output, err)
	case info.Mode()&fs.ModeSymlink != 0:
		return message.Errorf("publish to %s: a link that leads nowhere is in the way", output)
	case !info.IsDir():
		return message.Errorf("publish to %s: a file of this name is in the way", output)
	case info.Mode()&0o200 == 0 && runtime.GOOS != "windows": // there the flag of a folder keeps nobody out, and OneDrive sets it
		return message.Errorf("publish to %s: the folder is read-only: make it writable (chmod u+w), or name another with --output", output)
	}
	return nil
}

// within reports whether a path is a folder or lies below it.
func within(path, folder string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
