package ics

import (
	"time"

	"tonggao/generator/site"
)

// weekdays spells BYDAY, RFC 5545, 3.3.10.
var weekdays = [7]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}

// rule adds how an event comes again: every day, or on days of the week. UNTIL is in UTC,
// as 3.3.10 asks where DTSTART has a zone; the days that are left out are written as
// DTSTART is, which every client takes. RDATE is not used: Google and Outlook drop it.
func (l *lines) rule(s site.Series) {
	if s.Days == 0 || s.Last.Equal(s.From) {
		return
	}
	rule := "FREQ=DAILY"
	if s.Days != site.EveryDay {
		rule = "FREQ=WEEKLY;BYDAY="
		comma := ""
		for i := range 7 {
			day := time.Weekday((i + 1) % 7) // a week begins on Monday
			if s.Days.Has(day) {
				rule += comma + weekdays[day]
				comma = ","
			}
		}
	}
	if !s.Last.IsZero() {
		rule += ";UNTIL=" + string(appendClock(appendDate(nil, s.Last.UTC()), s.Last.UTC())) + "Z"
	}
	l.begin("RRULE")
	l.line = append(l.line, rule...)
	l.end()
	for _, t := range s.Except {
		l.moment("EXDATE", t, false)
	}
}
