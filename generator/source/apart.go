package source

import (
	"path"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"tonggao/generator/folders"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// What lies at the top of regions/ has nothing to do with what lies beside it, so that each
// is made into regions and notices by a reader of its own. What they found is joined in the
// order of the entries; and what was made of one is kept as long as that would be made of it
// again.

// A top is what was made of one of the folders at the top, with all below it.
type top struct {
	of     *folders.Folder
	head   *head
	broken bool // a file above it was
	reader reader
	site   site.Site
}

// regions makes the regions at the top, with all below them, side by side. Each sees the
// problems that were found before, since what inherits from a broken file is not judged.
func (r *reader) regions(s *site.Site, all []*folders.Folder, h *head, m *Memory) {
	tops := make([]*top, len(all))
	var group errgroup.Group
	if group.SetLimit(runtime.GOMAXPROCS(0)); r.origins != nil {
		group.SetLimit(1) // they are kept in one place
	}
	before := r.Problems[:len(r.Problems):len(r.Problems)]
	broken := slices.ContainsFunc(before, func(p problem.Problem) bool { return p.Level == problem.Error && path.Dir(p.File) == Root })
	for i, f := range all {
		if was := m.tops[f.Name]; was != nil && was.of == f && was.head == h && was.broken == broken {
			tops[i] = was
			continue
		}
		t := &top{of: f, head: h, broken: broken}
		tops[i] = t
		group.Go(func() error {
			t.make(before, r)
			return nil
		})
	}
	_ = group.Wait() // none of them fails
	m.tops = map[string]*top{}
	for _, t := range tops {
		m.tops[t.of.Name] = t
		r.join(&t.reader)
		s.Regions = append(s.Regions, t.site.Regions...)
	}
}

// make makes the regions of a folder at the top.
func (t *top) make(before problem.List, above *reader) {
	t.reader = reader{gate: gate{}, origins: above.origins, history: above.history, lines: map[*toml.Node]*line{}}
	t.reader.Problems = before
	t.reader.region(&t.site, nil, t.of, t.head.down)
	t.reader.Problems = slices.Clone(t.reader.Problems[len(before):])
	t.reader.lines = nil
	for _, region := range t.site.Regions {
		sortNotices(region.Notices)
	}
}

// join takes over what another reader found.
func (r *reader) join(other *reader) {
	r.Add(&other.Found)
	r.claims = append(r.claims, other.claims...)
	for dir := range other.gate {
		r.gate[dir] = true
	}
}
