package site

import (
	"fmt"
	"slices"
	"time"
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

// longest is how many days of hours are looked at: a rule goes on beyond them.
const longest = 3 * 366

// series lays out one window between two instants; the end is zero where none is known.
func (h *Hours) series(w HourWindow, from, end time.Time) (s Series, odd []Series) {
	length := time.Duration(w.To-w.From) * time.Minute
	if length == 0 {
		length = instant
	}
	s.Days = h.Days
	skipped := []time.Time{}
	for i, day := 0, DayOf(from); i < longest; i, day = i+1, day.Add(1) {
		begins := day.At(w.From)
		if !end.IsZero() && !begins.Before(end) {
			break
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
	return uuid5("milestone\x00" + m.Notice.First() + "\x00" + m.First() + "\x00" + key)
}

// Times returns when the milestone holds, window by window in order, at most some of
// them; nil where it keeps no hours.
func (m *Milestone) Times(most int) []Span {
	span, dated := m.Span()
	if m.Hours == nil || !dated || !m.Moment.Known() {
		return nil
	}
	end, _ := m.hoursEnd()
	var all []Span
	for i, day := 0, DayOf(span.From); i < longest && len(all) < most; i, day = i+1, day.Add(1) {
		if !end.IsZero() && !day.Start().Before(end) {
			break
		}
		for _, w := range m.Hours.Windows {
			if one, _ := clipped(day.At(w.From), day.At(w.To), span.From, end); m.Hours.On(day) && one.To.After(one.From) {
				all = append(all, Span{From: one.From, To: one.To})
			}
		}
	}
	return all[:min(len(all), most)]
}
