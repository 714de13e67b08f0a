package source

import (
	"cmp"
	"io/fs"
	"runtime"

	"golang.org/x/sync/errgroup"

	"tonggao/generator/schema"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// What lies at the top of regions/ has nothing to do with what lies beside it, so that each
// is read, and made into regions and notices, by a reader of its own. What they found is
// joined in the order of the entries.

// apart reads the entries at the top side by side.
func (r *reader) apart(top *folder, entries []fs.DirEntry) error {
	type part struct {
		reader reader
		folder folder
		err    error
	}
	parts := make([]part, len(entries))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, e := range entries {
		p := &parts[i]
		p.reader.fsys, p.folder.name = r.fsys, top.name
		group.Go(func() error {
			p.err = p.reader.entry(&p.folder, e, "site.toml", schema.SiteTable, 0)
			return nil
		})
	}
	_ = group.Wait() // the first error by name is told, whichever came first
	for i := range parts {
		p := &parts[i]
		if p.err != nil {
			return p.err
		}
		r.join(&p.reader)
		top.facts = cmp.Or(top.facts, p.folder.facts)
		top.regions = append(top.regions, p.folder.regions...)
		top.notices = append(top.notices, p.folder.notices...)
		top.dictionaries = append(top.dictionaries, p.folder.dictionaries...)
	}
	return nil
}

// regions makes the regions at the top, with all below them, side by side. Each sees the
// problems that were found before, since what inherits from a broken file is not judged.
func (r *reader) regions(s *site.Site, tops []*folder, down inherited) {
	type part struct {
		reader reader
		site   site.Site
	}
	parts := make([]part, len(tops))
	var group errgroup.Group
	if group.SetLimit(runtime.GOMAXPROCS(0)); r.origins != nil {
		group.SetLimit(1) // they are kept in one place
	}
	before := r.problems[:len(r.problems):len(r.problems)]
	for i, f := range tops {
		p := &parts[i]
		p.reader = reader{fsys: r.fsys, gate: gate{}, origins: r.origins, history: r.history, problems: before, lines: map[*toml.Node]*line{}}
		group.Go(func() error {
			p.reader.region(&p.site, nil, f, down)
			return nil
		})
	}
	_ = group.Wait() // none of them fails
	for i := range parts {
		p := &parts[i]
		p.reader.problems = p.reader.problems[len(before):]
		r.join(&p.reader)
		s.Regions = append(s.Regions, p.site.Regions...)
	}
}

// join takes over what another reader found.
func (r *reader) join(other *reader) {
	r.problems = append(r.problems, other.problems...)
	r.colleague.Join(&other.colleague)
	r.values = append(r.values, other.values...)
	r.claims = append(r.claims, other.claims...)
	for dir := range other.gate {
		r.gate[dir] = true
	}
}
