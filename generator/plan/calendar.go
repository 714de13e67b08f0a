package plan

import (
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
func (p *Plan) Events(path string) []*site.Milestone {
	part, i := p.find(path)
	if part == nil {
		return nil
	}
	return part.kept.events(i)
}

// Archives returns the archive calendars beside a region's calendar, oldest
// first; nil stands for the site's own.
func (p *Plan) Archives(r *site.Region) []Output {
	part := p
	if r != nil {
		part = p.regions[r.ID]
	}
	if part == nil {
		return nil
	}
	var all []Output
	for _, c := range part.kept.calendars {
		if o := p.output(part, c.at); o.Kind == ArchiveCalendar {
			all = append(all, o)
		}
	}
	return all
}

// calendar adds a calendar with the events that belong in it. What a limit
// cuts off is in yearly archives under dir, which every cut says in a note.
func (p *Plan) calendar(kind Kind, path string, o Output, events []*event) (dropped []*event) {
	kept, dropped := p.newest(events)
	p.add(ICS, kind, path, o)
	p.holds(kept)
	if len(dropped) > 0 {
		p.notes.Note(o.at(), "the others stay in the archive calendars, which the calendar's description names",
			"output/%s holds the %d milestones that end last, of %d", path, len(kept), len(kept)+len(dropped))
	}
	return dropped
}

// archive adds a calendar, or several when one would be too large, for each year
// in which a milestone was dropped. It holds the whole year, oldest first, so
// that a part which is full never changes its events when a year goes on.
func (p *Plan) archive(dir string, r *site.Region, all, dropped []*event) {
	for _, year := range years(dropped) {
		events := slices.DeleteFunc(slices.Clone(all), func(e *event) bool { return e.year != year })
		for part := 1; len(events) > 0; part++ {
			n := p.fitting(events)
			path := fmt.Sprintf("%sarchive/%d.ics", dir, year)
			if part > 1 {
				path = fmt.Sprintf("%sarchive/%d-%d.ics", dir, year, part)
			}
			p.add(ICS, ArchiveCalendar, path, Output{Region: r, Year: year})
			p.holds(events[:n])
			events = events[n:]
		}
	}
}

// holds keeps which events the calendar has that was added last.
func (p *Plan) holds(events []*event) {
	p.kept.calendars = append(p.kept.calendars, calendar{int32(len(p.made) - 1), milestonesOf(events)})
}

func years(events []*event) []int {
	var all []int
	for _, e := range events {
		all = append(all, e.year)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// newest cuts a list to the limits. Those that end last stay: an outage that
// began long ago and still lasts is news.
func (p *Plan) newest(events []*event) (kept, dropped []*event) {
	if len(events) <= smallFeed && !slices.ContainsFunc(events, func(e *event) bool { return e.of.Hours != nil }) {
		return events, nil
	}
	byEnd := slices.Clone(events)
	slices.SortFunc(byEnd, (*event).compareEnd)
	n := p.fitting(byEnd)
	kept, dropped = byEnd[:n], byEnd[n:]
	slices.SortFunc(kept, (*event).compare)
	slices.SortFunc(dropped, (*event).compare)
	return kept, dropped
}

// fitting returns how many events from the front fit into one calendar.
func (p *Plan) fitting(events []*event) int {
	octets, count := 0, 0
	for i, e := range events {
		octets += p.weight(e)
		count += e.count()
		if i > 0 && (count >= maxEvents || octets > maxOctets) {
			return i
		}
	}
	return len(events)
}

// Webcal is a calendar's address in the scheme that asks a phone to subscribe,
// not to import once.
func (p *Plan) Webcal(path string) string {
	address := p.URL(path)
	_, rest, _ := strings.Cut(address, "://")
	return "webcal://" + rest
}
