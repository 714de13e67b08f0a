package plan

import (
	"maps"
	"reflect"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"tonggao/generator/site"
)

// What a region has depends on no other region, so that each is planned by itself, side by
// side, and joined in the regions' order; and what was planned for one is kept as long as
// that would be planned for it again.

// A Memory keeps the plans of regions for the next plan of a site in which some are the
// same values. The zero Memory remembers nothing.
type Memory struct {
	of    frame
	parts map[*site.Region]*Plan
}

// A frame is what the plan of a region follows from, beside the region.
type frame struct {
	Site    site.Site // without regions
	Now     site.Day
	Asked   []Format
	Weighs  bool // Options.Weigh is there
	Weighed bool // the events of all milestones were
}

// frameOf is the frame of a plan whose regions have so many milestones.
func (p *Plan) frameOf(milestones int) frame {
	f := frame{Site: *p.Site, Now: p.now, Asked: p.asked, Weighs: p.weigh != nil, Weighed: milestones > maxEvents}
	f.Site.Regions, f.Site.Values = nil, nil
	return f
}

// part plans a region. Where the site's calendar cannot hold all events, it will be asked
// what each weighs; so that is found here, where many are planned side by side.
func (p *Plan) part(r *site.Region, weigh bool) *Plan {
	part := *p
	part.Outputs, part.former, part.notes = nil, nil, nil
	part.events, part.archives = map[string][]*site.Milestone{}, map[*site.Region][]Output{}
	part.weights, part.spans = map[*site.Milestone]int{}, map[*site.Milestone]stretch{}
	for _, m := range milestonesOf(r.Notices) {
		s := stretch{}
		s.span, s.has = m.Span()
		part.spans[m] = s
		if weigh && s.has {
			part.weight(m)
		}
	}
	part.region(r)
	part.formers()
	part.Site, part.weigh = nil, nil // so that no memory keeps what it no more needs
	return &part
}

// A stretch is how long calendars show a milestone, and whether they do.
type stretch struct {
	span site.Span
	has  bool
}

// parts plans regions, as far as a memory does not have their plans.
func (p *Plan) parts(all []*site.Region, m *Memory) []*Plan {
	milestones := 0
	for _, n := range p.Site.Notices() {
		milestones += len(n.Milestones)
	}
	if f := p.frameOf(milestones); !reflect.DeepEqual(f, m.of) {
		m.of, m.parts = f, nil
	}
	parts, missing := make([]*Plan, len(all)), []int{}
	for i, r := range all {
		if parts[i] = m.parts[r]; parts[i] == nil {
			missing = append(missing, i)
		}
	}
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for some := range slices.Chunk(missing, 64) { // which is worth a goroutine
		group.Go(func() error {
			for _, i := range some {
				parts[i] = p.part(all[i], m.of.Weighed)
			}
			return nil
		})
	}
	_ = group.Wait() // none of them fails
	m.parts = make(map[*site.Region]*Plan, len(all))
	for i, r := range all {
		m.parts[r] = parts[i]
	}
	return parts
}

// measured takes over how long milestones last and what their events weigh.
func (p *Plan) measured(parts []*Plan) {
	p.weights, p.spans = map[*site.Milestone]int{}, map[*site.Milestone]stretch{}
	for _, part := range parts {
		maps.Copy(p.weights, part.weights)
		maps.Copy(p.spans, part.spans)
	}
}

// join takes over the outputs of regions.
func (p *Plan) join(parts []*Plan) {
	outputs := 0
	for _, part := range parts {
		outputs += len(part.Outputs) + len(part.former)
	}
	p.Outputs = slices.Grow(p.Outputs, outputs)
	for _, part := range parts {
		p.Outputs, p.notes = append(p.Outputs, part.Outputs...), append(p.notes, part.notes...)
		maps.Copy(p.events, part.events)
		maps.Copy(p.archives, part.archives)
	}
	for _, part := range parts {
		p.Outputs = append(p.Outputs, part.former...)
	}
}
