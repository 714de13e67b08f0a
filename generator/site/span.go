package site

import (
	"slices"
	"time"
)

// instant is how long a calendar shows what has no length. A length of zero is
// right by RFC 5545, 3.6.1, but several clients hide such an event or show it
// for a whole day.
const instant = 30 * time.Minute

// A Span is the stretch of time for which a calendar shows a milestone: From
// belongs to it, To does not. Days says that it covers whole days; both ends are
// midnights in China then.
type Span struct {
	From, To time.Time
	Days     bool
}

// Span returns the milestone's stretch, and false when it has no time at all. A
// window lasts to its stated end; a stop to the first recovery of its services that
// has a time, or to the bound of one that has none; any other instant half an hour;
// a day or month is whole days. A time that was taken back stays where it was, or
// stands at the bound that came in its place; what has only a bound stands at the
// bound, unless it was never more than to be announced.
func (m *Milestone) Span() (Span, bool) {
	at, ok := m.shown()
	if !ok {
		return Span{}, false
	}
	s := Span{From: at.Start(), To: at.End(), Days: !at.Exact()}
	if !s.Days {
		s.To = s.From.Add(instant)
	}
	// An order that the facts cannot have (a recovery on the very day of a stop
	// that is known to the hour) must not make an event that ends before it starts.
	if end, ends := m.lasts(); ends && end.After(s.From) {
		s.To = end
	}
	if s.Days {
		s.To = roundUp(s.To)
	}
	return s, true
}

// lasts returns when what the milestone begins ends, as far as it is known: a stop
// with the first recovery, a window with its stated end unless all of its parts
// recover before that.
func (m *Milestone) lasts() (time.Time, bool) {
	end, closes := m.Closes()
	switch {
	case m.Kind != Suspend && m.Kind != Partial:
		return end, closes
	case m.Withdrawn:
		return m.lasted()
	}
	var first, last time.Time // of the parts' ends
	for _, o := range m.Notice.Outages {
		if o.Stop != m {
			continue
		}
		back, known := o.returns()
		if closes && (!known || back.After(end)) {
			back, known = end, true
		}
		if known && (first.IsZero() || back.Before(first)) {
			first = back
		}
		if known && back.After(last) {
			last = back
		}
	}
	switch {
	case first.IsZero():
		return end, closes
	case closes:
		return last, true
	}
	return first, true
}

// lasted is when what was withdrawn would have ended: calendars keep the window that
// subscribers saw, and strike it out. A recovery of other services too may move after
// that; it does not move this end.
func (m *Milestone) lasted() (first time.Time, known bool) {
	if end, closes := m.Closes(); closes || !m.Stops() {
		return end, closes
	}
	gone, _ := m.LastMove()
	for _, r := range m.Ends() {
		at, ordered := r.stood(gone.On).Order()
		if ordered && (!known || at.Before(first)) {
			first, known = at, true
		}
	}
	return first, known
}

// stood is the moment that a milestone had at the end of a day.
func (m *Milestone) stood(on Day) Moment {
	for _, move := range m.AllMoves() {
		if move.On.Compare(on) > 0 {
			return move.From
		}
	}
	return m.Moment
}

// returns is the start of the first recovery, or the bound that it has instead.
func (o *Outage) returns() (first time.Time, known bool) {
	for _, m := range o.Recoveries() {
		at, ordered := m.Moment.Order()
		if m.Kind != Opening && ordered && (!known || at.Before(first)) {
			first, known = at, true
		}
	}
	return first, known
}

// Dated reports whether the milestone has a span.
func (m *Milestone) Dated() bool {
	_, ok := m.shown()
	return ok
}

// shown is the moment at which calendars put the milestone.
func (m *Milestone) shown() (Moment, bool) {
	at, bounded := m.Moment.bounded()
	if m.Moment.Known() || bounded && !m.Moment.Pending {
		return at, true
	}
	for _, mv := range slices.Backward(m.AllMoves()) {
		switch {
		case mv.From.Known() && bounded:
			return at, true
		case mv.From.Known():
			return mv.From, true
		}
	}
	return Moment{}, false
}

// roundUp returns the first midnight in China that is not before t.
func roundUp(t time.Time) time.Time {
	day := DayOf(t).Start()
	if day.Equal(t) {
		return day
	}
	return day.AddDate(0, 0, 1)
}

// Recovery returns the milestone that first brings back what this stop stopped,
// partly or fully, as far as its time is known; nil for none, and for what is
// not a stop.
func (m *Milestone) Recovery() *Milestone {
	var first *Milestone
	for _, o := range m.Notice.Outages {
		if o.Stop != m {
			continue
		}
		if r := o.Recovery(); r != nil && (first == nil || r.Moment.Start().Before(first.Moment.Start())) {
			first = r
		}
	}
	return first
}

// EventMoves returns every move that changed when the milestone's event is or
// whether it holds, oldest first: its own, those of the milestones that it
// follows and, of a stop, those of its service's recoveries, the first of which
// ends the event. All recoveries of the service count, withdrawn ones too: were
// only the one that ends the event counted, the number would fall when another
// takes its place.
func (m *Milestone) EventMoves() []Move {
	return m.moves(func(x *Milestone) bool {
		return m.Kind == Suspend && x.Shares(m) && (x.Kind == Partial || x.Kind == Resume)
	})
}

// moves returns the moves of the milestone, of others of its notice, and of
// those that these follow, each once, oldest first.
func (m *Milestone) moves(others func(*Milestone) bool) []Move {
	if !m.Notice.moved() && !m.moved() {
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
		moves = append(moves, x.Moves...)
	}
	slices.SortStableFunc(moves, func(a, b Move) int { return a.On.Compare(b.On) })
	return moves
}

// movers adds the milestone and those that it follows to a list, each once.
func (m *Milestone) movers(list []*Milestone) []*Milestone {
	for x := m; x != nil && !slices.Contains(list, x); x = x.Follows {
		list = append(list, x)
	}
	return list
}

// Changed returns when the milestone's event last changed, its words too, as the
// stamp of a day (see Day.Stamp): that of the newest move of its service, since
// its words name the others of it; or of a later revision of the notice that no
// move explains, since such a one may have touched any word; else the day of
// issue. Every change makes it later, also the second one of a day.
func (m *Milestone) Changed() time.Time {
	moves := m.moves(func(x *Milestone) bool { return x.Shares(m) || x.holdsWhole(m) })
	day, n := m.Notice.Revisions[0].On, len(moves)
	for _, mv := range moves {
		day = later(day, mv.On)
	}
	var on Day
	explained := 0 // of the revisions of that day
	for _, r := range m.Notice.Revisions[1:] {
		if r.On != on {
			on, explained = r.On, m.Notice.rounds(r.On)
		}
		if explained--; explained < 0 {
			day = later(day, r.On)
			n++
		}
	}
	return day.Stamp(n)
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

// moved reports whether any milestone of the notice was moved; one that was not may follow
// only others of it.
func (n *Notice) moved() bool {
	return slices.ContainsFunc(n.Milestones, func(m *Milestone) bool { return len(m.Moves) > 0 })
}

// moved reports whether the milestone or one that it follows was moved.
func (m *Milestone) moved() bool {
	return len(m.Moves) > 0 || m.Follows != nil && m.Follows.moved()
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

// Newest returns the day of the newest revision of all notices: the nearest
// thing to a present that a build without a clock has. It is zero for a site
// without notices.
func (s *Site) Newest() Day {
	var newest Day
	for _, n := range s.Notices() {
		newest = later(newest, n.Latest().On)
	}
	return newest
}

// Notices returns the notices of all regions, in the regions' order.
func (s *Site) Notices() []*Notice {
	var all []*Notice
	for _, r := range s.Regions {
		all = append(all, r.Notices...)
	}
	return all
}
