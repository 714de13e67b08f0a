package source

import (
	"io/fs"
	"slices"

	"tonggao/generator/origin"
	"tonggao/generator/problem"
)

// ReadOrigins reads a regions folder for its origins. The problems are those of
// Read; the error is the machine's.
func ReadOrigins(fsys fs.FS) (*origin.Origins, problem.List, error) {
	o := origin.New()
	r := &reader{fsys: fsys, gate: gate{}, origins: o}
	root, err := r.folder(".", 0)
	if err != nil {
		return nil, nil, err
	}
	r.site(root)
	return o, r.problems.Sorted(), nil
}

// keep remembers where the values of a notice were written.
func (r *reader) keep(b *noticeBuilder, files []*fragment, own *folder) {
	if r.origins == nil {
		return
	}
	n := &origin.Notice{Facts: b.facts, Words: b.vocabulary.tree, Region: r.origins.Region(b.region.ID), Files: kept(files)}
	if own != nil {
		n.Left = kept(slices.DeleteFunc(slices.Clone(own.fragments), func(f *fragment) bool { return !f.front.Flag("omit") }))
	}
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
	return &origin.File{Base: f.base, Front: f.front, Over: f.over.kept()}
}
