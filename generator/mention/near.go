package mention

import (
	"strings"

	"tonggao/generator/site"
)

// ReadNear reads a time that is to take the place of another: like ReadMoment, and
// without its year, which is the one that brings it nearest to the day of the other,
// or without its day, which is that day: 12月15日9时, 20：00. It must be one time; what
// counts from a day that is not written, as 明日 and 次日 do, is refused.
func ReadNear(written string, day site.Day) (site.Moment, error) {
	m, err := ReadMoment(written)
	if err != site.ErrForm && err != site.ErrYear || day.IsZero() {
		return m, err
	}
	text, weekday := withoutWeekday(strings.TrimSpace(written))
	found := Find(text, day)
	if len(found) != 1 || found[0].Start != 0 || found[0].End != len(text) {
		return site.Moment{}, site.ErrForm
	}
	t := found[0]
	if t.relative != none || t.Vague || t.Recurs || t.Weekday > 0 || t.Second > 0 || t.Loose && !t.DateOmitted || t.Month == 0 && t.Day > 0 {
		return site.Moment{}, site.ErrForm
	}
	if t.Month == 0 && t.Clock >= 0 {
		t.on(day)
	}
	m, impossible := momentOf(&t)
	switch {
	case impossible && t.Clock >= 0 && exists(t):
		return site.Moment{}, site.ErrClock
	case impossible:
		return site.Moment{}, site.ErrDay
	case !m.Known():
		return site.Moment{}, site.ErrForm
	}
	return m, falls(m, weekday)
}
