package ics

import (
	"strconv"

	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// event writes a milestone's VEVENT, and nothing for one without any time, since
// DTSTART is mandatory. The order of properties is fixed; alarms stand last, as
// some Android calendars want it.
func (w *Writer) event(l *lines, m *site.Milestone, alarms bool) {
	span, ok := m.Span()
	if !ok {
		return
	}
	changed := m.Changed()
	l.raw("BEGIN", "VEVENT")
	l.raw("UID", m.UID())
	l.utc("DTSTAMP", changed) // without METHOD the last revision, RFC 5545, 3.8.7.2
	l.utc("CREATED", m.Notice.Revisions[0].On.Stamp(0))
	l.utc("LAST-MODIFIED", changed)
	l.raw("SEQUENCE", strconv.Itoa(m.Sequence()))
	l.raw("STATUS", status(m))
	l.raw("TRANSP", "TRANSPARENT") // a suspension must not block anybody's time
	l.raw("CLASS", "PUBLIC")
	l.moment("DTSTART", span.From, span.Days)
	l.moment("DTEND", span.To, span.Days)
	l.text("SUMMARY", w.summary(m))
	l.text("DESCRIPTION", w.description(m))
	l.text("LOCATION", oneLine(m.Notice.Region.Name))
	l.list("CATEGORIES", w.categories(m)...)
	l.raw("COLOR", colors[m.Kind])
	l.raw("URL", w.plan.URL(plan.MilestoneDir(m)))
	l.raw("ATTACH;FMTTYPE=application/pdf", w.plan.URL(plan.MilestoneDir(m)+"poster.pdf"))
	if alarms {
		w.alarms(l, m, span.Days)
	}
	l.raw("END", "VEVENT")
}

// status spells RFC 5545, 3.8.1.11.
func status(m *site.Milestone) string {
	return map[site.Status]string{site.Confirmed: "CONFIRMED", site.Tentative: "TENTATIVE", site.Cancelled: "CANCELLED"}[m.Status()]
}

// colors are CSS3 names, as RFC 7986, 5.9 wants them, with meaning: what stops
// is red, what comes back green, half of it amber.
var colors = map[site.Kind]string{
	site.Suspend: "firebrick", site.Partial: "darkorange", site.Resume: "seagreen", site.Deadline: "mediumvioletred", site.Rule: "steelblue",
}

func (w *Writer) categories(m *site.Milestone) []string {
	names := []string{w.voice.Kind(m.Kind)}
	if m.Service != nil {
		names = append(names, m.Service.Name)
	}
	for _, a := range m.Audience {
		names = append(names, a.Name)
	}
	return names
}

// When an alarm rings if the author chose none: a day before an instant; before
// a whole day at nine in the morning of the day before, since a day before its
// start would be midnight.
const (
	alarmForInstant = "-P1D"
	alarmForDay     = "-PT15H"
)

// alarms writes the alarms of a stop or a deadline, unless it was withdrawn or its
// time taken back; nothing else is worth waking somebody for. An author's empty
// list means none.
func (w *Writer) alarms(l *lines, m *site.Milestone, day bool) {
	void := m.Withdrawn || m.Moment.Pending && !m.Moment.Known()
	if void || m.Kind != site.Suspend && m.Kind != site.Deadline {
		return
	}
	triggers := m.Alarm
	switch {
	case triggers != nil:
	case day:
		triggers = []string{alarmForDay}
	default:
		triggers = []string{alarmForInstant}
	}
	for _, trigger := range triggers {
		l.raw("BEGIN", "VALARM")
		l.raw("ACTION", "DISPLAY")
		l.raw("TRIGGER", trigger)
		l.text("DESCRIPTION", w.summary(m))
		l.raw("END", "VALARM")
	}
}
