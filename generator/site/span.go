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
