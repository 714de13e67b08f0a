package site

import "time"

// Window returns the first of the milestone's windows that ends after an instant; false
// where none does, and for what keeps no hours or has no time.
func (m *Milestone) Window(after time.Time) (Span, bool) {
	from, end, kept := m.keeps()
	if !kept {
		return Span{}, false
	}
	if from.After(after) {
		after = from
	}
	first := DayOf(after).Add(-1) // whose last window may end today
	for day := first; day.Compare(m.Hours.regular(first)) <= 0; day = day.Add(1) {
		for _, s := range m.Hours.windows(day, from, end) {
			if s.To.After(after) {
				return s, true
			}
		}
	}
	return Span{}, false
}

// LastWindow returns the last of the milestone's windows; false where no end is known,
// none lies before it, and for what keeps no hours or has no time.
func (m *Milestone) LastWindow() (Span, bool) {
	from, end, kept := m.keeps()
	if !kept || end.IsZero() {
		return Span{}, false
	}
	for day := DayOf(end); day.Compare(DayOf(from)) >= 0; day = day.Add(-1) {
		if all := m.Hours.windows(day, from, end); len(all) > 0 {
			return all[len(all)-1], true
		}
	}
	return Span{}, false
}

// keeps returns between which instants the milestone keeps its hours, the end zero where
// none is known, and false where it keeps none at a known time.
func (m *Milestone) keeps() (from, end time.Time, kept bool) {
	if m.Hours == nil || !m.Moment.Known() {
		return from, end, false
	}
	from = m.Moment.Start()
	end, _ = m.hoursEnd()
	return from, end, true
}

// windows returns what lies between two instants of the windows that begin on a day.
func (h *Hours) windows(day Day, from, end time.Time) []Span {
	var all []Span
	if day.Compare(DayOf(from)) < 0 || !h.On(day) {
		return nil
	}
	for _, w := range h.Windows {
		if s, _ := clipped(day.At(w.From), day.At(w.To), from, end); s.To.After(s.From) {
			all = append(all, Span{From: s.From, To: s.To})
		}
	}
	return all
}

// OneDay reports whether the milestone's window begins and ends on one day: then it is that
// day, of which nothing is said as from or until, nor as of every day.
func (m *Milestone) OneDay() bool {
	return m.Until != nil && m.Moment.Precision == ToDay && m.Until.Same(m.Moment)
}

// Begins is the milestone without the end of its window, for what tells that apart. A
// window of one day has none to tell.
func (m *Milestone) Begins() *Milestone {
	begins := *m
	if !m.OneDay() {
		begins.Until = nil
	}
	return &begins
}
