package generator

import (
	"bytes"
	"io/fs"
	"path"
	"testing/fstest"

	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/publish"
)

// A Tree is a planned site as a folder in memory: what a build would publish,
// without a manifest. A file is rendered when it is read, so a large site costs
// no more than what somebody looks at. It may be read from many goroutines.
type Tree struct {
	Plan    *plan.Plan
	writers *Writers
	asked   plan.Options // what was planned, and no more
	bundles *publish.Bundles
	outputs map[string]plan.Output
	folders map[string]fstest.MapFS // what each folder holds, empty
}

// Preview plans a site and prepares its writers. The tree is nil when a problem
// is an error. The program is named in bundles. The error is the machine's.
func Preview(o Options, program string) (*Tree, problem.List, error) {
	p, writers, problems, err := Prepare(o)
	if err != nil || p == nil {
		return nil, problems, err
	}
	t := &Tree{Plan: p, writers: writers, asked: o.Plan, outputs: make(map[string]plan.Output, len(p.Outputs)), folders: map[string]fstest.MapFS{".": {}}}
	t.bundles = publish.BundlesOf(t, p, program)
	for _, o := range p.Outputs {
		t.outputs[o.Path] = o
		t.list(o.Path, 0o444)
	}
	return t, problems, nil
}

// list enters a name into the folder that holds it, and that into the one above.
func (t *Tree) list(name string, mode fs.FileMode) {
	dir, base := path.Dir(name), path.Base(name)
	if t.folders[dir] == nil {
		t.folders[dir] = fstest.MapFS{}
		t.list(dir, fs.ModeDir|0o555)
	}
	t.folders[dir][base] = &fstest.MapFile{Mode: mode}
}

// ReadFile renders one output.
func (t *Tree) ReadFile(name string) ([]byte, error) {
	o, planned := t.outputs[name]
	if !planned {
		return nil, missing(name)
	}
	write := t.writers.Write
	if o.Format == plan.Bundle {
		write = t.bundles.Write
	}
	var content bytes.Buffer
	if err := write(&content, o); err != nil {
		return nil, err
	}
	return content.Bytes(), nil
}

// Open opens a folder, or an output that it renders.
func (t *Tree) Open(name string) (fs.File, error) {
	if folder := t.folders[name]; folder != nil {
		return folder.Open(".")
	}
	content, err := t.ReadFile(name)
	if err != nil {
		return nil, err
	}
	base := path.Base(name)
	return fstest.MapFS{base: {Data: content, Mode: 0o444}}.Open(base)
}

// ReadDir lists a folder.
func (t *Tree) ReadDir(name string) ([]fs.DirEntry, error) {
	folder := t.folders[name]
	if folder == nil {
		return nil, missing(name)
	}
	return folder.ReadDir(".")
}

func missing(name string) error { return &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist} }
