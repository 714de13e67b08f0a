// Package ics writes the calendars: feeds to subscribe to and files to import
// (RFC 5545, RFC 7986). It writes them by hand, since that is what this program
// exists for: both Go libraries write faulty or slow files.
//
// A milestone is one event, with the same UID and the same lines in every feed
// that has it; the file for import adds alarms and nothing else. Times are local
// times in China with one constant VTIMEZONE. There is no METHOD: a file is a
// snapshot of what is known (RFC 5545, 3.7.2). Nothing here depends on a clock:
// DTSTAMP, LAST-MODIFIED and SEQUENCE follow from the moves and revisions that
// authors wrote down.
package ics

import (
	"fmt"
	"io"
	"sync"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// A Writer writes the calendars of a plan. It can be used by many goroutines.
type Writer struct {
	plan  *plan.Plan
	voice phrase.Voice
	tails map[*site.Notice]string // what every event of a notice says at its end
	pages sync.Pool               // of *lines, to be written anew
}

// New returns the writer of a plan's calendars.
func New(p *plan.Plan) *Writer {
	w := &Writer{plan: p, voice: phrase.In(site.Chinese), tails: map[*site.Notice]string{}}
	for _, n := range p.Site.Notices() {
		w.tails[n] = w.tail(n)
	}
	return w
}

// Weigher returns a function that tells how many octets a milestone's event has
// in a feed, for plan.Options.Weigh.
func Weigher(s *site.Site) func(*site.Milestone) int {
	w := New(&plan.Plan{Site: s})
	return func(m *site.Milestone) int {
		l := &lines{}
		w.event(l, m, false)
		return len(l.out)
	}
}

// Write writes one calendar. An error is the destination's.
func (w *Writer) Write(to io.Writer, o plan.Output) error {
	l, again := w.pages.Get().(*lines)
	if !again {
		l = &lines{}
	}
	defer w.pages.Put(l)
	l.out = l.out[:0]
	l.raw("BEGIN", "VCALENDAR")
	l.raw("VERSION", "2.0")
	l.raw("PRODID", "-//tonggao//tonggao//ZH")
	l.raw("CALSCALE", "GREGORIAN")
	w.head(l, o)
	l.out = append(l.out, zone...)
	w.events(l, o)
	l.raw("END", "VCALENDAR")
	if _, err := to.Write(l.out); err != nil {
		return fmt.Errorf("write %s: %w", o.Path, err)
	}
	return nil
}

// events writes the milestones that the calendar holds. A file for import holds
// its one milestone always, also one that feeds no longer show.
func (w *Writer) events(l *lines, o plan.Output) {
	if o.Kind == plan.MilestoneCalendar {
		w.event(l, o.Milestone, true)
		return
	}
	for _, m := range w.plan.Events(o.Path) {
		w.event(l, m, false)
	}
}
