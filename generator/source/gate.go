package source

import (
	"path"

	"tonggao/generator/problem"
)

// What bars a publication is what nobody would want on a wall: a gap that its
// author was to fill in, an example's address, an edition that says nothing. While
// the files are written these are warnings, since a skeleton must be seen in a
// browser; who publishes has them as errors.

// A gate knows the folders of which something is published. What is unfinished in
// the others bars nothing: that is what publish = false is for.
type gate map[string]bool

// publishes notes that a notice is published: its own folder, and those of the
// same name in the regions above, have a part in it.
func (g gate) publishes(b *noticeBuilder) {
	if !b.published {
		return
	}
	for r := b.region; r != nil; r = r.Parent {
		g[Root+"/"+r.ID+"/"+b.notice.Folder] = true
	}
}

// open lets pass what stands in a notice that nobody publishes: it is noted.
func (g gate) open(problems problem.List) problem.List {
	for i := range problems {
		p := &problems[i]
		base := path.Base(p.File)
		ofNotice := path.Ext(base) == ".md" || base == "notice.toml"
		if p.Bars && ofNotice && !g[path.Dir(p.File)] {
			p.Bars, p.Level = false, problem.Note
		}
	}
	return problems
}
