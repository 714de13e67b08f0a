package mention

import (
	"strings"
	"time"

	"tonggao/generator/site"
)

// complete gives a time the year, month or day that its writer left out, and its
// moment where nothing is missing.
func (f *finder) complete(t *Time) {
	before := f.dated()
	switch {
	case t.Recurs || t.Impossible, t.Loose && t.Month == 0 && t.Day == 0 && t.Clock < 0:
		return
	case t.Finest == Year:
		return
	case t.Month == 0 && t.Day == 0:
		f.completeClock(t, before)
	case t.Month == 0:
		f.completeDay(t, before)
	case t.Year == 0:
		t.Year = f.yearOf(t, before)
	}
	if t.Year == 0 || t.Month == 0 {
		return
	}
	t.Moment, t.Impossible = momentOf(t)
	if !t.Impossible {
		f.remember(t)
	}
}

// dated returns the last time with a whole date, or nil.
func (f *finder) dated() *Time {
	for i := len(f.found) - 1; i >= 0 && i >= len(f.found)-4; i-- {
		if t := &f.found[i]; t.Year > 0 && t.Day > 0 && t.Moment.Known() {
			return t
		}
	}
	return nil
}

// completeClock gives a bare clock its day: that of the window it closes, of the
// list it goes on in, or of a word such as 次日.
func (f *finder) completeClock(t *Time, before *Time) {
	if t.Closes {
		opener := f.last()
		if opener.Clock > 12*60 && t.Clock < opener.Clock && t.Clock < 12*60 && f.twelve(opener) && t.Clock+12*60 > opener.Clock {
			t.Clock += 12 * 60
		}
	}
	switch {
	case t.relative == ofToday && f.context.Day > 0:
		t.on(site.DayOf(f.context.Start().AddDate(0, 0, t.shift)))
	case before == nil:
	case t.relative == ofBefore:
		t.on(site.DayOf(before.day().Start().AddDate(0, 0, t.shift)))
	case t.relative != none || t.Weekday > 0:
	case t.Closes && before == f.last() && t.Clock <= before.Clock:
		t.on(site.DayOf(before.day().Start().AddDate(0, 0, 1)))
	case before == f.last() && (t.Closes || f.listed(t.Start)):
		t.on(before.day())
	}
}

// twelve reports whether a time is written on a twelve-hour clock.
func (f *finder) twelve(t *Time) bool {
	return strings.Contains(t.Words(f.text), "午") || strings.Contains(t.Words(f.text), "晚")
}

func (t *Time) day() site.Day { return site.Day{Year: t.Year, Month: time.Month(t.Month), Day: t.Day} }

func (t *Time) on(d site.Day) { t.Year, t.Month, t.Day = d.Year, int(d.Month), d.Day }

// completeDay gives a day its month: that of the time before it, in its window,
// list or sentence, else that of the context, and the next one when the day has
// passed.
func (f *finder) completeDay(t *Time, before *Time) {
	anchor := f.context
	shift := t.shift
	if t.relative == ofBefore && before != nil || t.relative == none && before != nil && f.sentence(before, t) {
		anchor = before.day()
	}
	if anchor.Day == 0 {
		return
	}
	if t.relative == none && t.Day < anchor.Day && t.Closes {
		shift = 1
	}
	month := time.Date(anchor.Year, anchor.Month, 1, 0, 0, 0, 0, site.China).AddDate(0, shift, 0)
	t.Year, t.Month = month.Year(), int(month.Month())
}

// sentence reports whether no sentence ends between two times.
func (f *finder) sentence(a, b *Time) bool {
	return b.Start-a.End < 600 && !strings.ContainsAny(f.text[a.End:b.Start], "。；\n！？")
}

// yearOf finds the year that a writer left out. A window closes after it opens;
// the same date earlier in the text is the same day; a date in the same sentence
// is near; else the day of issue is. Notices speak of days to come, so a day
// that has passed must be nearer by far to be meant. Where only a year is known, of a
// title, the day of the week tells which year is meant: 2024年元旦……12月31日（周日）.
func (f *finder) yearOf(t *Time, before *Time) int {
	switch {
	case t.relative == ofYear && !f.context.IsZero():
		return f.context.Year + t.shift
	case f.context.Year > 0 && f.context.Month == 0 && f.context.Year != t.byWeekday(f.context.Year):
		return t.byWeekday(f.context.Year)
	case t.relative == none && !t.Closes && f.context.Year > 0 && f.context.Month == 0 && before == nil:
		return f.context.Year
	case t.relative != none:
		return 0
	case t.Closes && f.last().Year > 0:
		return t.firstFrom(f.last())
	case f.years != nil && t.Month <= 12 && t.Day <= 31 && f.years[t.Month][t.Day] > 0:
		return int(f.years[t.Month][t.Day])
	case before != nil && f.sentence(before, t):
		return t.nearest(before.day(), 4)
	case f.context.Month > 0:
		return t.nearest(f.context, 2)
	case before != nil:
		return t.nearest(before.day(), 2)
	}
	return 0
}

// byWeekday returns the year, a given one or one beside it, in which the date falls on the
// day of the week that is named; the given one where none is named or does.
func (t *Time) byWeekday(year int) int {
	if t.Weekday == 0 || t.Day == 0 || t.relative != none {
		return year
	}
	for _, y := range [...]int{year, year - 1, year + 1} {
		if day := time.Date(y, time.Month(t.Month), t.Day, 0, 0, 0, 0, site.China).Weekday(); int(day) == t.Weekday%7 {
			return y
		}
	}
	return year
}

// firstFrom returns the first year in which the date does not lie before another.
func (t *Time) firstFrom(opener *Time) int {
	if t.Month < opener.Month || t.Month == opener.Month && t.Day > 0 && t.Day < opener.Day {
		return opener.Year + 1
	}
	return opener.Year
}

// nearest returns the year that brings the date nearest to an anchor, where a
// day that has passed counts as far again as back says.
func (t *Time) nearest(anchor site.Day, back int) int {
	best, least := anchor.Year, -1
	for year := anchor.Year - 1; year <= anchor.Year+1; year++ {
		day := time.Date(year, time.Month(t.Month), max(t.Day, 1), 0, 0, 0, 0, site.China)
		cost := int(day.Sub(anchor.Start()).Hours() / 24)
		if cost < 0 {
			cost *= -back
		}
		if least < 0 || cost < least {
			best, least = year, cost
		}
	}
	return best
}

// remember keeps the year that a date was written or completed with.
func (f *finder) remember(t *Time) {
	if t.Closes && f.context.Month > 0 && len(f.found) > 0 && t.Moment.Known() && t.Moment.Instant.Sub(f.last().Moment.Instant) > 180*24*time.Hour {
		return // 2024年7月1日至2025年6月30日: no date of days to come is like its end
	}
	if f.years == nil {
		f.years = new([13][32]int16)
	}
	f.years[t.Month][t.Day] = int16(t.Year)
}

// momentOf turns the parts into a moment, and reports a day or hour that does
// not exist.
func momentOf(t *Time) (site.Moment, bool) {
	if t.Month > 12 {
		return site.Moment{}, true
	}
	day := time.Date(t.Year, time.Month(t.Month), max(t.Day, 1), 0, 0, 0, 0, site.China)
	switch {
	case t.Day == 0:
		return site.Moment{Instant: day, Precision: site.Month}, false
	case day.Day() != t.Day || t.Clock > 24*60:
		return site.Moment{}, true
	case t.Clock < 0:
		return site.Moment{Instant: day, Precision: site.ToDay}, false
	}
	m := site.Moment{Instant: day.Add(time.Duration(t.Clock) * time.Minute), Precision: site.Hour, As24: t.Clock == 24*60}
	if t.Clock%60 > 0 {
		m.Precision = site.Minute
	}
	return m, false
}
