package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"tonggao/generator/disk"
	"tonggao/generator/manifest"
)

// spareFrom is how many files make a site so large that the tree which a build
// has replaced is kept in the work folder: the next build brings it up to date and
// publishes it, instead of making tens of thousands of folders and names anew and
// removing as many. It is kept only while nearly all of its files are those of the
// published tree too, under a second name, so that it takes little room. Nothing
// in it is trusted: a file stays only when it is the very file, by its number in
// the file system, whose hash was just checked in the published folder.
//
// It is a variable for tests.
var spareFrom = 2000

// ready makes the folder of the new tree, or finds a spare one, which may be what
// a killed build left.
func (s *Stage) ready() error {
	info, err := os.Lstat(s.tree)
	s.spare = err == nil && info.IsDir() && s.sources[0].manifest.Files.Len() >= spareFrom
	if s.spare {
		return nil
	}
	if err := s.clean(); err != nil {
		return err
	}
	return os.Mkdir(s.tree, 0o777)
}

// clean removes the new tree, and a spare one of which a build that failed has
// made something else: what it wrote may have filled the disk.
func (s *Stage) clean() error {
	if _, err := os.Lstat(filepath.Join(s.work, sealName)); errors.Is(err, fs.ErrNotExist) {
		_ = os.Remove(filepath.Join(s.work, ".gitignore"))
	}
	return removeTree(s.tree)
}

// clear removes what a spare tree has in the place of a new file. Files are never
// written into: the published tree may have the same one.
func (s *Stage) clear(name string) error {
	if !s.spare {
		return nil
	}
	return removeTree(name)
}

// makeFolder makes a folder of the new tree, which a spare may have.
func (s *Stage) makeFolder(name string) error {
	err := os.Mkdir(name, 0o777)
	if !s.spare || !errors.Is(err, fs.ErrExist) {
		return err
	}
	if info, err := os.Lstat(name); err != nil || info.IsDir() {
		return err
	}
	if err := os.Remove(name); err != nil {
		return err
	}
	return os.Mkdir(name, 0o777)
}

// tidy removes from a spare tree what is not part of the new one.
func (s *Stage) tidy() error {
	if !s.spare {
		return nil
	}
	for folder, share := range s.shares {
		if share.quiet {
			continue
		}
		if err := s.tidyFolder(folder); err != nil {
			return err
		}
	}
	return nil
}

// tidyFolder is tidy for one folder, apart from those in it.
func (s *Stage) tidyFolder(folder string) error {
	dir := filepath.Join(s.tree, filepath.FromSlash(folder))
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		if (name == manifest.Name || s.has(name)) && !e.IsDir() || s.shares[name] != nil && e.IsDir() {
			continue
		}
		if err := removeTree(filepath.Join(dir, e.Name())); err != nil {
			return err
		}
	}
	return nil
}

// keepSpare keeps the tree that was replaced, if there was one, where that helps
// the next build, and else removes it. Git is told to overlook it.
func (s *Stage) keepSpare(old string) error {
	_, err := os.Lstat(old)
	files, reused := s.count()
	s.kept = err == nil && files >= spareFrom && reused*10 >= files*9
	if !s.kept {
		return removeTree(old)
	}
	if err := s.hideWork(); err != nil {
		return err
	}
	if old == s.tree {
		return nil
	}
	return disk.Rename(old, s.tree)
}
