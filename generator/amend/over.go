package amend

import (
	"cmp"
	"errors"
	"io/fs"
	"slices"
	"testing/fstest"
)

// Over shows a folder with some of its files as they would be: changed, or new.
// Folders that new files need are there too. It serves fs.ReadFile and fs.ReadDir;
// a folder that is opened has only what lies below. (MapFS is the standard
// library's folder in memory, and not only good for tests.)
func Over(below fs.FS, files map[string]string) fs.FS {
	o := over{below: below, files: fstest.MapFS{}}
	for name, text := range files {
		o.files[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
	}
	return o
}

type over struct {
	below fs.FS
	files fstest.MapFS
}

// Open opens a changed file, or what lies below.
func (o over) Open(name string) (fs.File, error) {
	if o.files[name] != nil {
		return o.files.Open(name)
	}
	f, err := o.below.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.files.Open(name)
	}
	return f, err
}

// ReadDir lists the entries of both, each once.
func (o over) ReadDir(name string) ([]fs.DirEntry, error) {
	ours, none := fs.ReadDir(o.files, name)
	theirs, err := fs.ReadDir(o.below, name)
	if err != nil && (none != nil || !errors.Is(err, fs.ErrNotExist)) {
		return nil, err
	}
	for _, e := range ours {
		known := slices.ContainsFunc(theirs, func(t fs.DirEntry) bool { return t.Name() == e.Name() })
		if !known {
			theirs = append(theirs, e)
		}
	}
	slices.SortFunc(theirs, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return theirs, nil
}
