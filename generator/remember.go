package generator

import (
	"bytes"
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"

	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/verify"
)

// remember holds what a plan would publish against what a folder says was
// published. It reads and forgets one region after another, so that a country
// costs no memory, and compares octets first: most regions are as they were. Those of
// which that is known already are left out.
func (w *Writers) remember(m *verify.Memory, p *plan.Plan, known map[*site.Region]bool) (problem.List, error) {
	if m == nil {
		return nil, nil
	}
	built := p.Regions()
	found := make([]problem.List, len(p.Site.Regions))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, r := range p.Site.Regions {
		if !built[r] || known[r] && m.OnlyAt(r) {
			continue
		}
		group.Go(func() (err error) {
			var facts bytes.Buffer
			if err := w.data.Write(&facts, plan.Output{Path: plan.RegionFacts(r), Kind: plan.RegionJSON, Format: plan.Data, Region: r}); err != nil {
				return err
			}
			found[i], err = m.Region(p.Site, r, facts.Bytes())
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	var all problem.List
	for _, one := range found {
		all = append(all, one...)
	}
	return all.Sorted(), nil
}

// unchanged are the regions whose facts are published as they would be made: their file
// has its key. The facts of another folder have to be read.
func (b *builder) unchanged(p *plan.Plan, t Target) map[*site.Region]bool {
	same := map[*site.Region]bool{}
	if t.elsewhere() {
		return same
	}
	for _, r := range p.Site.Regions {
		if o, planned := p.At(plan.RegionFacts(r)); planned && o.Leads == "" && b.stage.Has(o.Path, b.keys.Of(o)) {
			same[r] = true
		}
	}
	return same
}

// unrecorded is what a build would publish otherwise than it was, without a record:
// errors, or warnings where that is meant. Regions that are gone are seen by a build
// of all, not by its shards; they are looked for beside the facts.
func (b *builder) unrecorded(m *verify.Memory, p *plan.Plan, o Options, t Target) (problem.List, error) {
	var gone problem.List
	var beside sync.WaitGroup
	same := soon(func() map[*site.Region]bool { return b.unchanged(p, t) })
	if t.Shard.Of < 2 {
		beside.Go(func() { gone = m.Lost(p, o.Plan, same) })
	}
	found, err := b.writers.remember(m, p, same())
	beside.Wait()
	found = append(gone, found...)
	if !t.Unrecorded {
		found = found.Barred()
	}
	return found, err
}

// Published holds the site of a preview against a published folder; what is not
// recorded is among the problems. A folder without a site of ours has none.
func (t *Tree) Published(dir, program string) (problem.List, error) {
	m, err := verify.Remember(dir, program)
	if err != nil {
		return nil, err
	}
	found, err := t.writers.remember(m, t.Plan, nil)
	return append(m.Lost(t.Plan, t.asked, func() map[*site.Region]bool { return nil }), found...), err
}
