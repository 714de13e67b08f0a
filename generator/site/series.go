package site

import (
	"fmt"
	"slices"
	"time"

	"tonggao/generator/uuid"
)

// A Series is one of the windows of a milestone that keeps hours, as a calendar repeats
// it: its first time, the days of the week on which it comes again, and what is left out.
// Times that fit no rule, of days beside it or cut short by the beginning or the end, are
// series of one.
type Series struct {
	Key      string    // tells the milestone's series apart; "" for the first
	From, To time.Time // the first time
	Days     Weekdays  // 0: it does not come again
	Last     time.Time // when it begins for the last time; zero where nobody has said that it ends
	Except   []time.Time
}

// Series returns how calendars repeat the milestone; nil where it keeps no hours, has no
// time, or none of its windows lies in it.
func (m *Milestone) Series() []Series {
	span, dated := m.Span()
	if m.Hours == nil || !dated || !m.Moment.Known() {
		return nil
	}
	end, ends := m.hoursEnd()
	if ends && !end.After(span.From) {
		return nil
	}
	var all, odd []Series
	for i, w := range m.Hours.Windows {
		s, rest := m.Hours.series(w, span.From, end)
		if !s.From.IsZero() {
			s.Key = fmt.Sprintf("window %d", i+1)
			all = append(all, s)
		}
		odd = append(odd, rest...)
	}
	slices.SortStableFunc(odd, func(a, b Series) int { return a.From.Compare(b.From) })
	all = append(all, odd...)
	if len(all) > 0 {
		all[0].Key = "" // the milestone's own event is its first
	}
	return all
}

// hoursEnd is when the milestone's hours are over, as far as it is known: with its window,
// with the recovery of a stop, or with what follows a stage of an outage.
func (m *Milestone) hoursEnd() (end time.Time, known bool) {
	if end, known = m.Closes(); known || m.Stops() {
		if m.Stops() {
			return m.lasts()
		}
		return end, known
	}
	begins := m.Moment.Start()
	for _, o := range m.Notice.Outages {
		turns := o.Recoveries()
		if !slices.Contains(turns, m) {
			continue
		}
		for _, r := range turns {
			at, ordered := r.Moment.Order()
			if ordered && r != m && r.Kind != Opening && at.After(begins) && (!known || at.Before(end)) {
				end, known = at, true
			}
		}
	}
	return end, known
}

// regular returns a day from which on nothing but the days of the week counts, and before
// which a window of each of them has begun since another day, if any begins at all.
func (h *Hours) regular(since Day) Day {
	last := since
	for _, days := range [][]Day{h.Except, h.Also} {
		if n := len(days); n > 0 {
			last = later(last, days[n-1])
		}
	}
	return last.Add(NextWeek + 1)
}

// series lays out one window between two instants; the end is zero where none is known.
// The weeks in the middle, which are all alike, are left out: hours can last for centuries.
func (h *Hours) series(w HourWindow, from, end time.Time) (s Series, odd []Series) {
	length := time.Duration(w.To-w.From) * time.Minute
	if length == 0 {
		length = instant
	}
	s.Days = h.Days
	skipped := []time.Time{}
	plain, last := h.regular(DayOf(from)), DayOf(end)
	if end.IsZero() {
		last = plain
	}
	for day := DayOf(from); day.Compare(last) <= 0; day = day.Add(1) {
		begins := day.At(w.From)
		if !end.IsZero() && !begins.Before(end) {
			break
		}
		if day == plain {
			day = later(day, last.Add(-NextWeek-1))
			begins = day.At(w.From)
		}
		one, whole := clipped(begins, begins.Add(length), from, end)
		regular := h.Days.Has(day.Start().Weekday())
		switch {
		case regular && h.On(day) && whole:
			if s.From.IsZero() {
				s.From, s.To = one.From, one.To
			} else {
				s.Except = append(s.Except, skipped...)
			}
			s.Last, skipped = one.From, nil
			continue
		case h.On(day) && one.To.After(one.From):
			one.Key = "on " + day.String() + " " + begins.Format("1504")
			odd = append(odd, one)
		}
		if regular {
			skipped = append(skipped, begins)
		}
	}
	if end.IsZero() && !s.From.IsZero() {
		s.Last, s.Except = time.Time{}, append(s.Except, skipped...)
	}
	return s, odd
}

// clipped is a time of a window between two instants, and whether that is all of it.
func clipped(begins, ends, from, end time.Time) (Series, bool) {
	s := Series{From: begins, To: ends}
	if s.From.Before(from) {
		s.From = from
	}
	if !end.IsZero() && s.To.After(end) {
		s.To = end
	}
	return s, s.From.Equal(begins) && s.To.Equal(ends)
}

// SeriesUID is the name of one of the milestone's series for calendars: its own for the
// first.
func (m *Milestone) SeriesUID(key string) string {
	if key == "" {
		return m.UID()
	}
	return uuid.Of("milestone\x00", m.Notice.First(), "\x00", m.First(), "\x00", key)
}
