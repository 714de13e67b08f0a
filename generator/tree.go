package generator

import (
	"bytes"
	"io/fs"
	"path"
	"sync"
	"testing/fstest"

	"tonggao/generator/bundle"
	"tonggao/generator/plan"
	"tonggao/generator/problem"
)

// A Tree is a planned site as a folder in memory: what a build would publish,
// without a manifest. A file is rendered when it is read, so a large site costs
// no more than what somebody looks at. It may be read from many goroutines.
type Tree struct {
	Plan    *plan.Plan
	writers *Writers
	asked   plan.Options // what was planned, and no more
	bundles func() *bundle.Bundles
	folders func() map[string]fstest.MapFS // what each folder holds, empty
}

// Preview plans a site and prepares its writers. The tree is nil when a problem
// is an error. The program is named in bundles. The error is the machine's.
func Preview(o Options, program string) (*Tree, problem.List, error) {
	p, writers, problems, err := Prepare(o)
	if err != nil || p == nil {
		return nil, problems, err
	}
	o.Plan.Memory = nil
	t := &Tree{Plan: p, writers: writers, asked: o.Plan}
	t.bundles = sync.OnceValue(func() *bundle.Bundles { return bundle.New(bundle.Files{FS: t}, p, program) })
	t.folders = sync.OnceValue(func() map[string]fstest.MapFS { return foldersOf(p) })
	return t, problems, nil
}

// foldersOf lists the names in each folder of a plan.
func foldersOf(p *plan.Plan) map[string]fstest.MapFS {
	folders := map[string]fstest.MapFS{".": {}}
	var list func(name string, mode fs.FileMode)
	list = func(name string, mode fs.FileMode) {
		dir, base := path.Dir(name), path.Base(name)
		if folders[dir] == nil {
			folders[dir] = fstest.MapFS{}
			list(dir, fs.ModeDir|0o555)
		}
		folders[dir][base] = &fstest.MapFile{Mode: mode}
	}
	for _, o := range p.Outputs() {
		list(o.Path, 0o444)
	}
	return folders
}

// ReadFile renders one output.
func (t *Tree) ReadFile(name string) ([]byte, error) {
	o, planned := t.Plan.At(name)
	if !planned {
		return nil, missing(name)
	}
	write := t.writers.Write
	if o.Format == plan.Bundle {
		write = t.bundles().Write
	}
	var content bytes.Buffer
	if err := write(&content, o); err != nil {
		return nil, err
	}
	return content.Bytes(), nil
}

// Open opens a folder, or an output that it renders.
func (t *Tree) Open(name string) (fs.File, error) {
	if _, planned := t.Plan.At(name); planned {
		return t.open(name)
	}
	if folder := t.folders()[name]; folder != nil {
		return folder.Open(".")
	}
	return nil, missing(name)
}

func (t *Tree) open(name string) (fs.File, error) {
	content, err := t.ReadFile(name)
	if err != nil {
		return nil, err
	}
	base := path.Base(name)
	return fstest.MapFS{base: {Data: content, Mode: 0o444}}.Open(base)
}

// ReadDir lists a folder.
func (t *Tree) ReadDir(name string) ([]fs.DirEntry, error) {
	folder := t.folders()[name]
	if folder == nil {
		return nil, missing(name)
	}
	return folder.ReadDir(".")
}

func missing(name string) error { return &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist} }
