package plan

import (
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

// part plans a region, and uses room for its outputs while it does. Where the site's calendar
// cannot hold all events, it will be asked what each weighs; so that is found here, where
// many are planned side by side.
func (p *Plan) part(r *site.Region, weigh bool, room *[]Output) *Plan {
	part := *p
	part.made = (*room)[:0]
	part.shown = part.dated(r.Notices)
	for _, e := range part.shown {
		if weigh {
			part.weight(e)
		}
	}
	part.region(r)
	*room = part.made
	part.keep(r)
	part.enclose(r)
	part.Site, part.weigh = nil, nil // so that no memory keeps what it no more needs
	return &part
}

// regional plans regions, as far as a memory does not have their plans.
func (p *Plan) regional(all []*site.Region, m *Memory) []*Plan {
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
			var room []Output
			for _, i := range some {
				parts[i] = p.part(all[i], m.of.Weighed, &room)
			}
			return nil
		})
	}
	_ = group.Wait() // none of them fails
	m.parts, p.regions = make(map[*site.Region]*Plan, len(all)), make(map[string]*Plan, len(all))
	for i, r := range all {
		m.parts[r], p.regions[r.ID] = parts[i], parts[i]
	}
	return parts
}

// forget lets go of what only another plan with the same parts would ask for.
func forget(parts []*Plan) {
	for _, part := range parts {
		part.shown, part.names = nil, nil
	}
}

// allShown are the events of the whole site, by start.
func allShown(parts []*Plan) []*event {
	var all []*event
	for _, part := range parts {
		all = append(all, part.shown...)
	}
	rank(all)
	slices.SortFunc(all, (*event).compare)
	return all
}

// join lists the outputs of all parts: the site's own, those of regions, and what stands at
// former addresses.
func (p *Plan) join(parts []*Plan) {
	p.parts = append([]*Plan{p}, parts...)
	records := 0
	for _, part := range p.parts {
		records += len(part.kept.records)
	}
	p.listed = make([]spot, 0, records)
	for i, part := range p.parts {
		p.list(i, 0, part.kept.present)
	}
	present := len(p.listed)
	for i, part := range p.parts {
		p.list(i, part.kept.present, len(part.kept.records))
	}
	p.former = make(map[string]spot, len(p.listed)-present)
	for _, x := range slices.Backward(p.listed[present:]) { // the first of several holds
		p.former[p.parts[x.part].kept.path(x.at)] = x
	}
	for _, part := range parts {
		p.notes = append(p.notes, part.notes...)
	}
}

// list adds some outputs of a part.
func (p *Plan) list(part, from, to int) {
	for i := from; i < to; i++ {
		p.listed = append(p.listed, spot{int32(part), int32(i)})
	}
}
