package plan

import (
	"maps"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"tonggao/generator/site"
)

// What a region has depends on no other region, so that each is planned by itself, side by
// side, and joined in the regions' order.

// part begins a plan of a part of the same site.
func (p *Plan) part() *Plan {
	part := *p
	part.Outputs, part.former, part.notes = nil, nil, nil
	part.events, part.archives = map[string][]*site.Milestone{}, map[*site.Region][]Output{}
	if len(part.weights) == 0 { // else those of all milestones are known
		part.weights = map[*site.Milestone]int{}
	}
	return &part
}

// regions plans regions.
func (p *Plan) regions(all []*site.Region) {
	parts := make([]*Plan, len(all))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, some := range chunks(len(all)) {
		group.Go(func() error {
			for i := some[0]; i < some[1]; i++ {
				parts[i] = p.part()
				parts[i].region(all[i])
				parts[i].formers()
			}
			return nil
		})
	}
	_ = group.Wait() // none of them fails
	outputs := 0
	for _, part := range parts {
		outputs += len(part.Outputs) + len(part.former)
	}
	p.Outputs = slices.Grow(p.Outputs, outputs)
	for _, part := range parts {
		p.Outputs, p.former, p.notes = append(p.Outputs, part.Outputs...), append(p.former, part.former...), append(p.notes, part.notes...)
		maps.Copy(p.events, part.events)
		maps.Copy(p.archives, part.archives)
	}
}

// chunks cuts a number of things into stretches that are worth a goroutine each.
func chunks(n int) (all [][2]int) {
	const size = 64
	for from := 0; from < n; from += size {
		all = append(all, [2]int{from, min(n, from+size)})
	}
	return all
}

// A stretch is how long calendars show a milestone, and whether they do.
type stretch struct {
	span site.Span
	has  bool
}

// measure finds side by side how long all milestones last, and what their events weigh
// where that will be asked of nearly each: where the site's calendar cannot hold them.
func (p *Plan) measure(milestones []*site.Milestone) {
	spans, weights := make([]stretch, len(milestones)), make([]int, len(milestones))
	weigh := p.weigh != nil && len(milestones) > maxEvents
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, some := range chunks(len(milestones)) {
		group.Go(func() error {
			for i := some[0]; i < some[1]; i++ {
				spans[i].span, spans[i].has = milestones[i].Span()
				if weigh && spans[i].has {
					weights[i] = p.weigh(milestones[i])
				}
			}
			return nil
		})
	}
	_ = group.Wait() // none of them fails
	p.spans = make(map[*site.Milestone]stretch, len(milestones))
	for i, m := range milestones {
		p.spans[m] = spans[i]
		if weigh && spans[i].has {
			p.weights[m] = weights[i]
		}
	}
}
