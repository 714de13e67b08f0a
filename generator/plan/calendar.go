package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tonggao/generator/site"
)

// Limits of a calendar. Google loses events beyond about 1 MB or 1,100 events,
// so a feed has fewer than maxEvents and, with room for its head, stays under
// 1,000,000 octets. A feed of at most smallFeed events is not weighed: the
// writer cuts long words, so that no event can be large enough to matter there.
const (
	maxEvents  = 1000
	maxOctets  = 1_000_000 - 16_000
	smallFeed  = 50
	guess      = 2000 // octets of an event, where Options.Weigh is nil
	keepForDay = 30   // days that a withdrawn milestone stays after its date
)

// Events returns the milestones that a calendar holds, by start, then id: those
// that have a time at all and, where a limit cut the calendar, those that end
// last. It is empty for a path that is no calendar.
func (p *Plan) Events(path string) []*site.Milestone { return p.events[path] }

// Archives returns the archive calendars beside a region's calendar, oldest
// first; nil stands for the site's own.
func (p *Plan) Archives(r *site.Region) []Output { return p.archives[r] }

// calendar adds a calendar with the milestones that belong in it. What a limit
// cuts off is in yearly archives under dir, which every cut says in a note.
func (p *Plan) calendar(kind Kind, path string, o Output, milestones []*site.Milestone) (dropped []*site.Milestone) {
	kept, dropped := p.newest(milestones)
	p.add(ICS, kind, path, o)
	p.events[path] = kept
	if len(dropped) > 0 {
		p.notes.Note(o.at(), "the others stay in the archive calendars, which the calendar's description names",
			"output/%s holds the %d milestones that end last, of %d", path, len(kept), len(kept)+len(dropped))
	}
	return dropped
}

// archive adds a calendar, or several when one would be too large, for each year
// in which a milestone was dropped. It holds the whole year, oldest first, so
// that a part which is full never changes its events when a year goes on.
func (p *Plan) archive(dir string, r *site.Region, all, dropped []*site.Milestone) {
	for _, year := range p.years(dropped) {
		events := slices.DeleteFunc(slices.Clone(all), func(m *site.Milestone) bool { return p.yearOf(m) != year })
		for part := 1; len(events) > 0; part++ {
			n := p.fitting(events)
			path := fmt.Sprintf("%sarchive/%d.ics", dir, year)
			if part > 1 {
				path = fmt.Sprintf("%sarchive/%d-%d.ics", dir, year, part)
			}
			p.add(ICS, ArchiveCalendar, path, Output{Region: r, Year: year})
			p.events[path] = events[:n]
			p.archives[r] = append(p.archives[r], p.Outputs[len(p.Outputs)-1])
			events = events[n:]
		}
	}
}

func (p *Plan) years(milestones []*site.Milestone) []int {
	var all []int
	for _, m := range milestones {
		all = append(all, p.yearOf(m))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func (p *Plan) yearOf(m *site.Milestone) int { return p.spans[m].span.From.In(site.China).Year() }

// dated returns the milestones that a calendar shows, by start. One that was
// withdrawn stays for some days after its date, counted to the newest revision
// of all data, so that whoever has it learns of it; then it goes.
func (p *Plan) dated(milestones []*site.Milestone) []*site.Milestone {
	var shown []*site.Milestone
	for _, m := range milestones {
		s := p.spans[m]
		gone := m.Withdrawn && s.span.To.AddDate(0, 0, keepForDay).Before(p.now.Start())
		if s.has && !gone {
			shown = append(shown, m)
		}
	}
	slices.SortStableFunc(shown, p.compareSpans)
	return shown
}

// newest cuts a list to the limits. Those that end last stay: an outage that
// began long ago and still lasts is news.
func (p *Plan) newest(milestones []*site.Milestone) (kept, dropped []*site.Milestone) {
	if len(milestones) <= smallFeed && !slices.ContainsFunc(milestones, func(m *site.Milestone) bool { return m.Hours != nil }) {
		return milestones, nil
	}
	byEnd := slices.Clone(milestones)
	slices.SortStableFunc(byEnd, p.compareEnds)
	n := p.fitting(byEnd)
	kept, dropped = byEnd[:n], byEnd[n:]
	slices.SortStableFunc(kept, p.compareSpans)
	slices.SortStableFunc(dropped, p.compareSpans)
	return kept, dropped
}

// compareSpans orders milestones by the start of their spans, then by id.
func (p *Plan) compareSpans(a, b *site.Milestone) int {
	if c := p.spans[a].span.From.Compare(p.spans[b].span.From); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(a.Notice.ID, b.Notice.ID), cmp.Compare(a.ID, b.ID))
}

// compareEnds puts what ends last first.
func (p *Plan) compareEnds(a, b *site.Milestone) int {
	if c := p.spans[b].span.To.Compare(p.spans[a].span.To); c != 0 {
		return c
	}
	return p.compareSpans(b, a)
}

// fitting returns how many milestones from the front fit into one calendar.
func (p *Plan) fitting(milestones []*site.Milestone) int {
	octets, events := 0, 0
	for i, m := range milestones {
		octets += p.weight(m)
		events += eventsOf(m)
		if i > 0 && (events >= maxEvents || octets > maxOctets) {
			return i
		}
	}
	return len(milestones)
}

// eventsOf is how many events a milestone has: what keeps hours has several.
func eventsOf(m *site.Milestone) int {
	if m.Hours == nil {
		return 1
	}
	return max(1, len(m.Series()))
}

// weight returns the octets of a milestone's events; it is asked for once.
func (p *Plan) weight(m *site.Milestone) int {
	if p.weigh == nil {
		return guess
	}
	octets, known := p.weights[m]
	if !known {
		octets = p.weigh(m)
		p.weights[m] = octets
	}
	return octets
}

func milestonesOf(notices []*site.Notice) []*site.Milestone {
	var all []*site.Milestone
	for _, n := range notices {
		all = append(all, n.Milestones...)
	}
	return all
}

func ofService(milestones []*site.Milestone, s *site.Service) []*site.Milestone {
	return slices.DeleteFunc(slices.Clone(milestones), func(m *site.Milestone) bool {
		return !slices.ContainsFunc(m.Services, func(of *site.Service) bool { return of.ID == s.ID })
	})
}

func ofAudience(milestones []*site.Milestone, a *site.Audience) []*site.Milestone {
	return slices.DeleteFunc(slices.Clone(milestones), func(m *site.Milestone) bool { return !m.For(a) })
}

// Webcal is a calendar's address in the scheme that asks a phone to subscribe,
// not to import once.
func (p *Plan) Webcal(path string) string {
	address := p.URL(path)
	_, rest, _ := strings.Cut(address, "://")
	return "webcal://" + rest
}
