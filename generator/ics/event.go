package ics

import (
	"bytes"
	"io"
	"strconv"

	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// event writes a milestone's VEVENT, and nothing for one without any time, since
// DTSTART is mandatory. One that keeps hours has an event for each of its windows, which
// comes again by a rule.
func (w *Writer) event(l *lines, m *site.Milestone) {
	span, ok := m.Span()
	if !ok {
		return
	}
	series := m.Series()
	if len(series) == 0 {
		series = []site.Series{{From: span.From, To: span.To}}
	} else {
		span.Days = false
	}
	for _, s := range series {
		w.once(l, m, s, span.Days)
	}
}

// once writes one VEVENT of a milestone. The order of properties is fixed.
func (w *Writer) once(l *lines, m *site.Milestone, s site.Series, days bool) {
	changed, sequence, page := m.Changed(), m.Sequence(), w.plan.URL(plan.MilestoneDir(m))
	l.raw("BEGIN", "VEVENT")
	l.raw("UID", m.SeriesUID(s.Key))
	l.utc("DTSTAMP", changed) // without METHOD the last revision, RFC 5545, 3.8.7.2
	l.utc("CREATED", m.Notice.Revisions[0].On.Stamp(0))
	l.utc("LAST-MODIFIED", changed)
	l.raw("SEQUENCE", strconv.Itoa(sequence))
	l.raw("STATUS", statuses[m.Status()])
	l.out = append(l.out, open...)
	l.moment("DTSTART", s.From, days)
	l.moment("DTEND", s.To, days)
	l.rule(s)
	l.text("SUMMARY", w.summary(m))
	w.description(l, m, page)
	l.begin("LOCATION")
	l.line = append(l.line, w.shared(m.Notice).location...)
	l.end()
	l.list("CATEGORIES", w.categories(m)...)
	l.raw("COLOR", colors[m.Kind])
	l.raw("URL", page)
	l.begin("ATTACH;FMTTYPE=application/pdf")
	l.line = append(appendClean(l.line, page), "poster.pdf"...)
	l.end()
	l.raw("END", "VEVENT")
}

// open is the same in every event: a suspension must not block anybody's time,
// and nobody need hide it.
const open = "TRANSP:TRANSPARENT\r\nCLASS:PUBLIC\r\n"

// statuses spells RFC 5545, 3.8.1.11.
var statuses = map[site.Status]string{site.Confirmed: "CONFIRMED", site.Tentative: "TENTATIVE", site.Cancelled: "CANCELLED"}

// colors are CSS3 names, as RFC 7986, 5.9 wants them, with meaning: what stops
// is red, what comes back green, half of it amber.
var colors = map[site.Kind]string{
	site.Suspend: "firebrick", site.Partial: "darkorange", site.Resume: "seagreen", site.Opening: "seagreen", site.Deadline: "mediumvioletred", site.Rule: "steelblue",
}

// mostCategories is how many services, and how many audiences, become categories.
const mostCategories = 10

func (w *Writer) categories(m *site.Milestone) []string {
	names := append(make([]string, 0, 1+len(m.Services)+len(m.Audience)), clip(oneLine(w.voice.Turn(m)), longName))
	for _, s := range m.Services[:min(len(m.Services), mostCategories)] {
		names = append(names, clip(oneLine(s.Name), longName))
	}
	for _, a := range m.Audience[:min(len(m.Audience), mostCategories)] {
		names = append(names, clip(oneLine(a.Name), longName))
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

// imported writes a milestone's VEVENT as the file for import has it: alarms stand last, as
// some Android calendars want it.
func (w *Writer) imported(to io.Writer, l *lines, m *site.Milestone) error {
	event := w.store.event(l, m)
	l.out = append(l.out[:0], lineEnds...)
	w.alarms(l, m)
	l.raw("END", "VEVENT")
	_, err := to.Write(bytes.ReplaceAll(event, eventEnds, l.out))
	return err
}

// alarms writes the alarms of a stop or a deadline, unless it was withdrawn or its
// time taken back; nothing else is worth waking somebody for. An author's empty
// list means none.
func (w *Writer) alarms(l *lines, m *site.Milestone) {
	repeated := m.Hours != nil && m.Alarm == nil // nobody is woken every night unasked
	void := repeated || m.Withdrawn || m.Moment.Pending && !m.Moment.Known()
	if void || m.Kind != site.Suspend && m.Kind != site.Deadline {
		return
	}
	span, _ := m.Span()
	triggers, title := m.Alarm, w.summary(m)
	switch {
	case triggers != nil:
	case span.Days && len(m.Series()) == 0:
		triggers = []string{alarmForDay}
	default:
		triggers = []string{alarmForInstant}
	}
	for _, trigger := range triggers {
		l.raw("BEGIN", "VALARM")
		l.raw("ACTION", "DISPLAY")
		l.raw("TRIGGER", trigger)
		l.text("DESCRIPTION", title)
		l.raw("END", "VALARM")
	}
}
