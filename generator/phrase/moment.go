package phrase

import (
	"fmt"
	"time"

	"tonggao/generator/site"
)

// A Form chooses how a moment is worded. Forms add up.
type Form uint8

// The forms of a moment. Without any it is worded in full, as its author wrote it.
const (
	DateOnly Form = 1 << iota // 2021年12月30日
	Short                     // 12月30日20时, without the year
	Time                      // 20时
	As24                      // the same instant as 24时 of the day before
	As0                       // the same instant as 0时 of its day
	Weekday                   // with （星期四） behind the date
	Deadline                  // 3月31日前（含当日）
	Pending                   // 另行通知, without bounds, where the time is to be announced
)

// Day words a day in full.
func (v Voice) Day(d site.Day) string { return v.words.Date(d, true) }

// Moment words a moment. One without a time of its own is worded by its bounds,
// or as to be announced; an expected one says that it is.
func (v Voice) Moment(m site.Moment, forms ...Form) string {
	var form Form
	for _, f := range forms {
		form |= f
	}
	text := v.certain(m, form)
	if m.Expected && (m.Known() || v.bound(m, form) != "") {
		return with(v.words.Expected, text)
	}
	return text
}

// certain words a moment as if it were called certain.
func (v Voice) certain(m site.Moment, form Form) string {
	if !m.Known() {
		return v.unknown(m, form)
	}
	if form&Deadline == 0 {
		return v.known(m, form)
	}
	return v.limit(m, v.known(m, form))
}

// worded turns an instant at midnight to the wording that a form asks for.
func worded(m site.Moment, form Form) site.Moment {
	midnight := m.Exact() && m.Instant.In(site.China).Hour() == 0 && m.Precision == site.Hour
	switch {
	case form&As24 != 0 && midnight:
		m.As24 = true
	case form&As0 != 0:
		m.As24 = false
	}
	return m
}

func (v Voice) known(m site.Moment, form Form) string {
	m = worded(m, form)
	if m.Precision == site.Month {
		return v.words.Month(m.Day())
	}
	date := v.words.Date(m.Day(), form&Short == 0)
	if form&Weekday != 0 {
		date = fmt.Sprintf(v.words.Weekday, date, v.Weekday(m.Day()))
	}
	if !m.Exact() || form&DateOnly != 0 {
		return date
	}
	clock := v.clock(m)
	if form&Time != 0 {
		return clock
	}
	return v.words.Join(date, clock)
}

// clock words the time of day of an exact moment.
func (v Voice) clock(m site.Moment) string {
	hour, minute := m.Instant.In(site.China).Hour(), m.Instant.In(site.China).Minute()
	if m.As24 {
		hour = 24
	}
	return v.words.Clock(hour, minute)
}

func (v Voice) limit(m site.Moment, text string) string {
	switch {
	case m.Exact():
		return with(v.words.Before, text)
	case m.Precision == site.Month && m.Includes:
		return with(v.words.ThroughMon, text)
	case m.Precision == site.Month:
		return with(v.words.UntilMon, text)
	case m.Includes:
		return with(v.words.ThroughDay, text)
	}
	return with(v.words.UntilDay, text)
}

// bound words the bounds of a moment without a time of its own; "" for none.
func (v Voice) bound(m site.Moment, form Form) string {
	hasAfter := m.After != nil && m.After.Known() // 另行通知以后 bounds nothing
	hasBefore := m.Before != nil && m.Before.Known()
	switch {
	case hasAfter && hasBefore:
		from, to := v.ends(*m.After, *m.Before, form, form)
		return fmt.Sprintf(v.words.Between, from, to)
	case hasAfter:
		return with(v.words.After, v.known(*m.After, form))
	case hasBefore && m.Includes:
		return v.limit(site.Moment{Precision: m.Before.Precision, Includes: true}, v.known(*m.Before, form))
	case hasBefore:
		return with(v.words.Before, v.known(*m.Before, form))
	}
	return ""
}

func (v Voice) unknown(m site.Moment, form Form) string {
	bound := v.bound(m, form)
	switch {
	case bound == "" || m.Pending && form&Pending != 0:
		return v.words.Pending
	case m.Pending:
		return with(v.words.PendingFrom, bound)
	}
	return bound
}

// Window words a half-open window. Its end says no more of its date than the
// beginning leaves open: neither the year, nor a day that both have.
func (v Voice) Window(from, to site.Moment) string {
	first, last := v.ends(from, to, 0, 0)
	if last == "" {
		return first
	}
	return fmt.Sprintf(v.words.Window, first, last)
}

// ends words the two ends of a window in their forms; the second is "" where it
// would only repeat the first.
func (v Voice) ends(from, to site.Moment, first, second Form) (string, string) {
	if !from.Known() || !to.Known() || from.Precision < site.ToDay || to.Precision < site.ToDay {
		return v.Moment(from, first), v.Moment(to, second)
	}
	a, b := worded(from, first).Day(), worded(to, second).Day()
	if a.Year == b.Year {
		second |= Short
	}
	to.Expected = to.Expected && !from.Expected // said once of both
	switch {
	case a == b && v.dateOnly(from, first) && v.dateOnly(to, second):
		return v.Moment(from, first), ""
	case a == b && to.Exact() && second&DateOnly == 0 && v.words.DateLast && from.Exact() && first&(DateOnly|Time) == 0:
		return v.Moment(from, first|Time), v.Moment(to, second&^Short|first&Short)
	case a == b && to.Exact() && second&DateOnly == 0:
		second |= Time
	}
	return v.Moment(from, first), v.Moment(to, second)
}

// dateOnly reports whether a moment is worded without an hour.
func (v Voice) dateOnly(m site.Moment, form Form) bool { return !m.Exact() || form&DateOnly != 0 }

// Clock words the time of day of an instant, for pages that follow the clock.
func (v Voice) Clock(t time.Time) string {
	t = t.In(site.China)
	return v.words.Clock(t.Hour(), t.Minute())
}
