package timing

import (
	"fmt"
	"strings"
	"time"

	"tonggao/generator/lexicon"
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
func (w Wording) Day(d site.Day) string { return w.words.Date(d, true) }

// Moment words a moment. One without a time of its own is worded by its bounds,
// or as to be announced; an expected one says that it is.
func (w Wording) Moment(m site.Moment, forms ...Form) string {
	var form Form
	for _, f := range forms {
		form |= f
	}
	text := w.Certain(m, form)
	if m.Expected && (m.Known() || w.Bound(m, form) != "") {
		return w.expected(text)
	}
	return text
}

// expected words that a time is not certain; where that stands in brackets, in those that
// the time ends with already.
func (w Wording) expected(text string) string {
	inside, brackets := strings.CutPrefix(w.words.Expected, "%s (")
	if before, is := strings.CutSuffix(text, ")"); is && brackets {
		return before + ", " + inside
	}
	return lexicon.Fill(w.words.Expected, text)
}

// Certain words a moment as if it were called certain.
func (w Wording) Certain(m site.Moment, form Form) string {
	if !m.Known() {
		return w.unknown(m, form)
	}
	if form&Deadline == 0 {
		return w.known(m, form)
	}
	return w.Limit(m, w.known(m, form))
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

// Day is the day that a moment is worded with in a form.
func (f Form) Day(m site.Moment) site.Day { return worded(m, f).Day() }

func (w Wording) known(m site.Moment, form Form) string {
	m = worded(m, form)
	if m.Precision == site.Month {
		return w.words.Month(m.Day())
	}
	date := w.words.Date(m.Day(), form&Short == 0)
	if form&Weekday != 0 {
		date = fmt.Sprintf(w.words.Weekday, date, w.Weekday(m.Day()))
	}
	if !m.Exact() || form&DateOnly != 0 {
		return date
	}
	clock := w.clock(m)
	if form&Time != 0 {
		return clock
	}
	return w.words.Join(date, clock)
}

// clock words the time of day of an exact moment.
func (w Wording) clock(m site.Moment) string {
	hour, minute := m.Instant.In(site.China).Hour(), m.Instant.In(site.China).Minute()
	if m.As24 {
		hour = 24
	}
	return w.words.Clock(hour, minute)
}

// Limit words a moment, worded already, as the end of a deadline: …前, and of one by the day or the
// month whether that counts.
func (w Wording) Limit(m site.Moment, text string) string {
	switch {
	case m.Exact():
		return lexicon.Fill(w.words.Before, text)
	case m.Precision == site.Month && m.Includes:
		return lexicon.Fill(w.words.ThroughMon, text)
	case m.Precision == site.Month:
		return lexicon.Fill(w.words.UntilMon, text)
	case m.Includes:
		return lexicon.Fill(w.words.ThroughDay, text)
	}
	return lexicon.Fill(w.words.UntilDay, text)
}

// Bound words the bounds of a moment without a time of its own; "" for none.
func (w Wording) Bound(m site.Moment, form Form) string {
	hasAfter := m.After != nil && m.After.Known() // 另行通知以后 bounds nothing
	hasBefore := m.Before != nil && m.Before.Known()
	switch {
	case hasAfter && hasBefore:
		from, to := w.Ends(*m.After, *m.Before, form, form)
		return fmt.Sprintf(w.words.Between, from, to)
	case hasAfter:
		return lexicon.Fill(w.words.After, w.known(*m.After, form))
	case hasBefore && m.Includes:
		return w.Limit(site.Moment{Precision: m.Before.Precision, Includes: true}, w.known(*m.Before, form))
	case hasBefore:
		return lexicon.Fill(w.words.Before, w.known(*m.Before, form))
	}
	return ""
}

func (w Wording) unknown(m site.Moment, form Form) string {
	bound := w.Bound(m, form)
	switch {
	case bound == "" || m.Pending && form&Pending != 0:
		return w.words.Pending
	case m.Pending:
		return lexicon.Fill(w.words.PendingFrom, bound)
	}
	return bound
}

// Window words a half-open window. Its end says no more of its date than the
// beginning leaves open: neither the year, nor a day that both have.
func (w Wording) Window(from, to site.Moment) string {
	first, last := w.Ends(from, to, 0, 0)
	if last == "" {
		return first
	}
	return fmt.Sprintf(w.words.Window, first, last)
}

// Ends words the two ends of a window in their forms; the second is "" where it
// would only repeat the first.
func (w Wording) Ends(from, to site.Moment, first, second Form) (string, string) {
	if !from.Known() || !to.Known() || from.Precision < site.ToDay || to.Precision < site.ToDay {
		return w.Moment(from, first), w.Moment(to, second)
	}
	a, b := first.Day(from), second.Day(to)
	if a.Year == b.Year {
		second |= Short
	}
	to.Expected = to.Expected && !from.Expected // said once of both
	switch {
	case a == b && w.dateOnly(from, first) && w.dateOnly(to, second):
		return w.Moment(from, first), ""
	case a == b && to.Exact() && second&DateOnly == 0 && w.words.DateLast && from.Exact() && first&(DateOnly|Time) == 0:
		return w.Moment(from, first|Time), w.Moment(to, second&^Short|first&Short)
	case a == b && to.Exact() && second&DateOnly == 0:
		second |= Time
	}
	return w.Moment(from, first), w.Moment(to, second)
}

// dateOnly reports whether a moment is worded without an hour.
func (w Wording) dateOnly(m site.Moment, form Form) bool { return !m.Exact() || form&DateOnly != 0 }

// Clock words the time of day of an instant, for pages that follow the clock.
func (w Wording) Clock(t time.Time) string {
	t = t.In(site.China)
	return w.words.Clock(t.Hour(), t.Minute())
}

// Weekday words the weekday of a day.
func (w Wording) Weekday(d site.Day) string { return w.words.Weekdays[d.Start().Weekday()] }
