package mention

import (
	"strings"

	"tonggao/generator/message"
	"tonggao/generator/site"
)

// ReadMoment reads a time as an author may write it in a file of facts or on the
// command line: in the forms of site.ParseMoment, or as people write times,
// 2026年12月11日8时, 2026-12-11 8:00, 2026/12/11 20：00. It must be one time, whole and
// with its year; the errors are those of site.ParseMoment, and one for a weekday behind
// the day, 2026年12月11日（星期五）8时, that is not the day's.
func ReadMoment(written string) (site.Moment, error) {
	m, err := site.ParseMoment(written)
	if err != site.ErrForm {
		return m, err
	}
	text, weekday := withoutWeekday(strings.TrimSpace(written))
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
	return t.Moment, falls(t.Moment, weekday)
}

// withoutWeekday is a time without the weekday that stands behind its day, and which that
// is, from 1 for Monday; 0 for none. 下周五 counts from a day that is not written, and stays.
func withoutWeekday(text string) (string, int) {
	_, after, dated := strings.Cut(text, "日")
	if !dated {
		return text, 0
	}
	weekday, end := weekdayAfter(after, 0)
	if weekday == 0 || hasAny(strings.TrimLeft(after, " （("), "本", "这", "下") {
		return text, 0
	}
	return strings.TrimSuffix(text, after) + after[end:], weekday
}

// falls says which weekday the day of a moment is, where another is written.
func falls(m site.Moment, weekday int) error {
	is := (int(m.Day().Start().Weekday()) + 6) % 7
	if weekday == 0 || weekday == is+1 {
		return nil
	}
	return message.Errorf("names another weekday than that of %s, a 星期%s", m.Day(), weekdays[is])
}

// exists reports whether the day of a time is one of the calendar.
func exists(t Time) bool {
	t.Clock = -1
	_, impossible := momentOf(&t)
	return !impossible
}
