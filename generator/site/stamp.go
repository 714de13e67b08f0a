package site

import (
	"slices"
	"time"

	"tonggao/generator/prose"
)

// EventMoves returns every move that changed when the milestone's event is or
// whether it holds, oldest first: its own, those of the milestones whose times it takes or is
// bound by and, of what lasts until something else comes, those of its service's turns. All of
// these count, withdrawn ones too: were only the one that ends the event counted, the number
// would fall when another takes its place.
func (m *Milestone) EventMoves() []Move {
	lasts := m.Stops() || m.Kind == Partial && m.Hours != nil
	return m.moves(func(x *Milestone) bool { return lasts && x.Shares(m) && (x.Stops() || x.recovers()) })
}

// moves returns the moves of the milestone, of others of its notice, and of
// those that these hang on, each once, oldest first.
func (m *Milestone) moves(others func(*Milestone) bool) []Move {
	if !m.Notice.moved() && len(m.Moves) == 0 {
		return nil // as nearly every notice
	}
	movers := m.movers(nil)
	for _, x := range m.Notice.Milestones {
		if others(x) {
			movers = x.movers(movers)
		}
	}
	var moves []Move
	for _, x := range movers {
		if x == m || others(x) {
			moves = append(moves, x.Moves...)
		} else {
			moves = append(moves, x.shifts()...)
		}
	}
	slices.SortStableFunc(moves, func(a, b Move) int { return a.On.Compare(b.On) })
	return moves
}

// movers adds the milestone and those on whose times its own hangs to a list, each once.
func (m *Milestone) movers(list []*Milestone) []*Milestone {
	if m == nil || slices.Contains(list, m) {
		return list
	}
	list = m.Follows.movers(append(list, m))
	for _, x := range m.BoundBy {
		list = x.movers(list)
	}
	return list
}

// Changed returns when the milestone's event last changed, its words too, as the
// stamp of a day (see Day.Stamp): that of the newest move of what its words can tell of; or
// of a later revision of the notice that no move explains, since such a one may have touched
// any word; else the day of issue. Every change makes it later, also the second one of a
// day, and none makes it earlier: what the notice's milestones were moved until then counts,
// also if the words tell of some no more.
func (m *Milestone) Changed() time.Time {
	day := m.Notice.Revisions[0].On
	for _, mv := range m.moves(m.tellsOf) {
		day = later(day, mv.On)
	}
	n := 0
	for _, r := range m.Notice.unexplained() {
		day = later(day, r.On)
		n++
	}
	for _, x := range m.Notice.Milestones {
		for _, mv := range x.Moves {
			if mv.On.Compare(day) <= 0 {
				n++
			}
		}
	}
	return day.Stamp(n)
}

// tellsOf reports whether what an event says of the milestone can tell of another: it is
// about one of its services, or about what that is a part of, or its author names it.
func (m *Milestone) tellsOf(o *Milestone) bool {
	return o.Shares(m) || o.holdsWhole(m) || cites(m.Text, o.ID) || cites(m.Instead, o.ID)
}

// cites reports whether words give the time of a milestone.
func cites(words prose.Words, id string) (cited bool) {
	words.Walk(func(in prose.Inline) {
		h, placed := in.(prose.Placeholder)
		cited = cited || placed && (h.Name == id || h.To != nil && h.To.Name == id)
	})
	return cited
}

// unexplained are the revisions behind the first that no move explains.
func (n *Notice) unexplained() []Revision {
	var all []Revision
	var on Day
	explained := 0 // of the revisions of that day
	for _, r := range n.Revisions[1:] {
		if r.On != on {
			on, explained = r.On, n.rounds(r.On)
		}
		if explained--; explained < 0 {
			all = append(all, r)
		}
	}
	return all
}

// rounds is in how many revisions of a day milestones were moved, at least: as often as one of
// them was. Which revision moved which nobody writes down; were more of them taken to be
// explained, a move would make earlier what a correction of that day had made later.
func (n *Notice) rounds(day Day) int {
	most := 0
	for _, m := range n.Milestones {
		moves := 0
		for _, mv := range m.Moves {
			if mv.On == day {
				moves++
			}
		}
		most = max(most, moves)
	}
	return most
}

// MovedOn reports whether a milestone of the notice was moved on a day.
func (n *Notice) MovedOn(day Day) bool { return n.rounds(day) > 0 }

// moved reports whether any milestone of the notice was moved; one that was not may hang
// only on others of it.
func (n *Notice) moved() bool {
	return slices.ContainsFunc(n.Milestones, func(m *Milestone) bool { return len(m.Moves) > 0 })
}

func later(a, b Day) Day {
	if b.Compare(a) > 0 {
		return b
	}
	return a
}

// Stamp is the instant that stands for a day where a format wants one, such as
// DTSTAMP: 08:00 in China, which is 00:00 UTC, so that the date reads the same
// in both. The nth change within a day is n seconds later, so that two changes
// of one day can be told apart.
func (d Day) Stamp(n int) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, n, 0, time.UTC)
}
