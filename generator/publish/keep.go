package publish

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// keepDotFiles brings the dot-files at the top of the published folder (.git,
// .gitignore, .well-known) into the new tree, but those that an earlier build
// made. They are linked, not moved: until the exchange the old tree stays whole.
// The new tree also gets the published folder's permissions, whatever the umask: who
// closed the folder to others meant it, and a build must not open it again.
func (s *Stage) keepDotFiles() error {
	info, err := os.Stat(s.output)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		err = os.Chmod(s.tree, info.Mode())
	}
	if err != nil {
		return err
	}
	entries, err := os.ReadDir(s.output)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, ".") || s.sources[0].manifest.Files.Has(name) || s.has(name) {
			continue
		}
		if err := cloneTree(filepath.Join(s.output, name), filepath.Join(s.tree, name)); err != nil {
			return err
		}
	}
	return nil
}

// cloneTree makes a second tree of the same files: folders anew, files as hard
// links. Sockets and pipes belong to a running program and are left out.
func cloneTree(from, to string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		return cloneEntry(path, filepath.Join(to, rel), d)
	})
}

func cloneEntry(from, to string, d fs.DirEntry) error {
	switch {
	case d.IsDir():
		info, err := d.Info()
		if err != nil {
			return err
		}
		// The owner may write while the copy is made, whatever the mode says.
		return errors.Join(os.Mkdir(to, 0o700), os.Chmod(to, info.Mode()|0o700))
	case d.Type()&fs.ModeSymlink != 0:
		target, err := os.Readlink(from)
		if err != nil {
			return err
		}
		return os.Symlink(target, to)
	case d.Type().IsRegular():
		return linkOrCopy(from, to)
	}
	return nil
}

// linkOrCopy gives a file a second name, or a copy where the file system or the
// file's owner does not allow that.
func linkOrCopy(from, to string) error {
	if os.Link(from, to) == nil {
		return nil
	}
	return copyFile(from, to)
}

// copyFile writes a new file with the content and mode of another.
func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, info.Mode().Perm())
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
