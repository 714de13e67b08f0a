package mention

import (
	"strings"

	"tonggao/generator/site"
)

// ReadMoment reads a time as an author may write it in a file of facts or on the
// command line: in the forms of site.ParseMoment, or as people write times,
// 2026年12月11日8时, 2026-12-11 8:00, 2026/12/11 20：00. It must be one time, whole and
// with its year; the errors are those of site.ParseMoment.
func ReadMoment(written string) (site.Moment, error) {
	m, err := site.ParseMoment(written)
	if err != site.ErrForm {
		return m, err
	}
	text := strings.TrimSpace(written)
	found := Find(text, site.Day{})
	if len(found) != 1 || found[0].Start != 0 || found[0].End != len(text) {
		return site.Moment{}, site.ErrForm
	}
	t := found[0]
	switch {
	case t.Impossible && t.Clock >= 0 && (t.Clock > 24*60 || t.Clock%60 > 59 || exists(t)):
		return site.Moment{}, site.ErrClock
	case t.Impossible:
		return site.Moment{}, site.ErrDay
	case t.Loose || t.Vague || t.Recurs || t.Weekday > 0 || t.Second > 0:
		return site.Moment{}, site.ErrForm
	case t.YearOmitted && !t.DateOmitted:
		return site.Moment{}, site.ErrYear
	case t.YearOmitted || !t.Moment.Known():
		return site.Moment{}, site.ErrForm
	}
	return t.Moment, nil
}

// exists reports whether the day of a time is one of the calendar.
func exists(t Time) bool {
	t.Clock = -1
	_, impossible := momentOf(&t)
	return !impossible
}
