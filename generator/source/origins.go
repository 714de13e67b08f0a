package source

import (
	"io/fs"

	"tonggao/generator/folders"
	"tonggao/generator/origin"
	"tonggao/generator/problem"
)

// ReadOrigins reads a regions folder for its origins. The problems are those of
// Read; the error is the machine's.
func ReadOrigins(fsys fs.FS) (*origin.Origins, problem.List, error) {
	o := origin.New()
	root, err := folders.Read(fsys, nil, nil)
	if err != nil {
		return nil, nil, err
	}
	r := &reader{Found: *root.Found(), gate: gate{}, origins: o}
	r.site(root, &Memory{})
	return o, r.Problems.Sorted(), nil
}

// keep remembers where the values of a notice were written.
func (r *reader) keep(b *noticeBuilder, files, left []*fragment) {
	if r.origins == nil {
		return
	}
	n := &origin.Notice{Facts: b.facts, Words: b.vocabulary.tree, Region: r.origins.Region(b.region.ID), Files: kept(files), Left: kept(left)}
	r.origins.KeepNotice(b.notice.ID, n)
}

func kept(files []*fragment) []origin.File {
	var all []origin.File
	for _, f := range files {
		all = append(all, *f.kept())
	}
	return all
}

// kept is the file with those that it replaces.
func (f *fragment) kept() *origin.File {
	if f == nil {
		return nil
	}
	return &origin.File{Base: f.Base, Front: f.Front, Over: f.over.kept()}
}
