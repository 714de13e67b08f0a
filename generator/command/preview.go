package command

import (
	"errors"
	"slices"
	"time"

	"tonggao/generator"
	"tonggao/generator/desk"
	"tonggao/generator/disk"
	"tonggao/generator/problem"
)

// A preview is a site that is served while it is written.
type preview struct {
	*terminal
	desk        *desk.Desk
	files       files
	memory      generator.Memory
	differences problem.List // from what was published, when it was last compared
}

// changed reads anew what changed in some folders. Where that is not known, nothing may have:
// then what is shown stays.
func (p *preview) changed(folders []string) {
	if folders == nil {
		o, err := p.options(p.files)
		if err == nil && !disk.Empty(p.files.regions) && p.memory.Holds(o) {
			return
		}
	}
	p.rebuild(folders)
}

// rebuild reads the site anew, lays it on the desk and tells how that went. What differs
// from what was published is looked for when the site is on the desk, since that takes
// longer for a large one.
func (p *preview) rebuild(folders []string) {
	began := time.Now()
	o, err := p.options(p.files) // opens the folders each time: one of them may have been exchanged
	o.Memory, o.Changed = &p.memory, folders
	var tree *generator.Tree
	var problems problem.List
	empty := disk.Empty(p.files.regions) // which is no mistake: the forms begin a site
	if err == nil && !empty {
		tree, problems, err = generator.Preview(o, programName())
	}
	if err != nil || tree == nil {
		tree, p.differences = nil, nil
	}
	broken := p.desk.Show(tree, o.Regions, p.with(problems), err)
	took := time.Since(began)
	if tree != nil && broken == nil {
		broken = p.compare(tree, o, problems)
	}
	for _, failure := range []error{err, broken} {
		if failure != nil {
			p.warn("tonggao: %v", failure)
		}
	}
	_ = p.report(p.with(problems), false) // an error among them is told, and waited out
	if tree != nil && broken == nil && !p.quiet && !p.json {
		p.tell("%s built in %d ms", began.Format(time.TimeOnly), took.Milliseconds())
	}
}

// with adds to the problems of a site what differs from what was published.
func (p *preview) with(problems problem.List) problem.List {
	return slices.Concat(problems, p.differences).Sorted()
}

// compare holds a site against what was published, and shows where it differs otherwise
// than before.
func (p *preview) compare(tree *generator.Tree, o generator.Options, problems problem.List) error {
	was := p.differences
	var err error
	p.differences, err = tree.Published(p.files.memory(), programName())
	if err == nil && p.differences.Same(was) {
		return nil
	}
	return errors.Join(err, p.desk.Show(nil, o.Regions, p.with(problems), err))
}
