package phrase

import (
	"tonggao/generator/lexicon"
	"tonggao/generator/site"
	"tonggao/generator/timing"
)

// Brief words a milestone's time for a title that stands at its day, as in a
// calendar: 20时起, 20时前, 3月31日前（含当日）. It names the day only where the
// day's own place would mislead: 24时 stands at the day after the one it is
// worded with, of a deadline one must know whether that day still counts, and what
// is only expected must say so, since calendars show it like what is certain. It is
// "" where the place in the calendar says everything.
func (v Voice) Brief(m *site.Milestone) string {
	at := m.Moment
	switch {
	case at.Pending:
		return v.words.Pending
	case !at.Known():
		return v.briefBound(at)
	case at.Precision == site.Month:
		return v.briefly(m, v.Moment(at, 0))
	case at.Precision == site.ToDay && m.Kind != site.Deadline && !at.Expected:
		return ""
	case at.Precision == site.ToDay || at.As24:
		return v.briefly(m, v.Moment(at, timing.Short))
	}
	return v.briefly(m, v.Moment(at, timing.Time))
}

func (v Voice) briefly(m *site.Milestone, text string) string {
	switch m.Kind {
	case site.Deadline:
		return v.Limit(m.Moment, text)
	case site.Rule:
		return text
	}
	return lexicon.Fill(v.words.Since, text)
}

// briefBound words what has only bounds. One that is known to the hour stands at its
// day.
func (v Voice) briefBound(m site.Moment) string {
	bound := m.After
	if bound == nil {
		bound = m.Before
	}
	if m.After != nil && m.Before != nil || bound == nil || !bound.Exact() || bound.As24 {
		return v.Moment(m, timing.Short)
	}
	return v.Moment(m, timing.Time)
}
