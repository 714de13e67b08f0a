package plan

import (
	"cmp"
	"maps"
	"slices"

	"tonggao/generator/site"
)

// An event is a milestone as calendars show it.
type event struct {
	of       *site.Milestone
	from, to int64 // of its span, in seconds since 1970
	year     int   // in China, of from
	octets   int   // see weight; 0 until it is asked for
	rank     int   // of its notice among those of the events that it is compared with, by id
}

// dated returns the milestones that a calendar shows, by start. One that was
// withdrawn stays for some days after its date, counted to the newest revision
// of all data, so that whoever has it learns of it; then it goes.
func (p *Plan) dated(notices []*site.Notice) []*event {
	var shown []*event
	for _, n := range notices {
		for _, m := range n.Milestones {
			span, ok := m.Span()
			gone := m.Withdrawn && span.To.AddDate(0, 0, keepForDay).Before(p.now.Start())
			if ok && !gone {
				shown = append(shown, &event{of: m, from: span.From.Unix(), to: span.To.Unix(), year: span.From.In(site.China).Year()})
			}
		}
	}
	rank(shown)
	slices.SortFunc(shown, (*event).compare)
	return shown
}

// rank numbers the notices of events by their ids.
func rank(events []*event) {
	ranks := map[*site.Notice]int{}
	for _, e := range events {
		ranks[e.of.Notice] = 0
	}
	for i, n := range slices.SortedFunc(maps.Keys(ranks), func(a, b *site.Notice) int { return cmp.Compare(a.ID, b.ID) }) {
		ranks[n] = i
	}
	for _, e := range events {
		e.rank = ranks[e.of.Notice]
	}
}

// compare orders events by start, then by id.
func (e *event) compare(o *event) int {
	if e.from != o.from {
		return cmp.Compare(e.from, o.from)
	}
	if e.rank != o.rank {
		return cmp.Compare(e.rank, o.rank)
	}
	return cmp.Compare(e.of.ID, o.of.ID)
}

// compareEnd puts what ends last first.
func (e *event) compareEnd(o *event) int {
	if e.to != o.to {
		return cmp.Compare(o.to, e.to)
	}
	return o.compare(e)
}

// count is how many events in the sense of calendars it is: what keeps hours is several.
func (e *event) count() int {
	if e.of.Hours == nil {
		return 1
	}
	return max(1, len(e.of.Series()))
}

// weight returns the octets of an event in a calendar; they are asked for once.
func (p *Plan) weight(e *event) int {
	if p.weigh == nil {
		return guess
	}
	if e.octets == 0 {
		e.octets = p.weigh(e.of)
	}
	return e.octets
}

func milestonesOf(events []*event) []*site.Milestone {
	all := make([]*site.Milestone, 0, len(events))
	for _, e := range events {
		all = append(all, e.of)
	}
	return all
}

// only returns the events of which something is true.
func only(events []*event, is func(*site.Milestone) bool) []*event {
	var all []*event
	for _, e := range events {
		if is(e.of) {
			all = append(all, e)
		}
	}
	return all
}

func ofNotice(events []*event, n *site.Notice) []*event {
	return only(events, func(m *site.Milestone) bool { return m.Notice == n })
}

func ofService(events []*event, s *site.Service) []*event {
	return only(events, func(m *site.Milestone) bool {
		return slices.ContainsFunc(m.Services, func(of *site.Service) bool { return of.ID == s.ID })
	})
}

func ofAudience(events []*event, a *site.Audience) []*event {
	return only(events, func(m *site.Milestone) bool { return m.For(a) })
}
