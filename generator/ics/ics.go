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
	parts map[*site.Notice]shared
	store store
	pages sync.Pool // of *lines, to be written anew
}

// shared is what all events of a notice have in common.
type shared struct {
	place    string // as the title says it
	location string // spelled as TEXT
	tail     string // the end of the description, spelled as TEXT
}

// New returns the writer of a plan's calendars.
func New(p *plan.Plan) *Writer {
	w := &Writer{plan: p, voice: phrase.In(site.Chinese), parts: map[*site.Notice]shared{}}
	w.store.compose = func(l *lines, m *site.Milestone) { w.event(l, m, false) }
	for _, n := range p.Site.Notices() {
		w.parts[n] = shared{place: shortPlace(n.Region), location: string(appendText(nil, trim(clip(oneLine(n.Region.Name), longName)))), tail: w.tail(n)}
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

// Octets that a calendar's head and each of its events usually have: with that
// much room from the start, a feed is not copied as it grows.
const (
	room     = 8 << 10
	roomEach = 1700
)

// Write writes one calendar. An error is the destination's.
func (w *Writer) Write(to io.Writer, o plan.Output) error {
	l, again := w.pages.Get().(*lines)
	if !again {
		l = &lines{out: make([]byte, 0, room+len(w.plan.Events(o.Path))*roomEach)}
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
	milestones := w.plan.Events(o.Path)
	w.store.prepare(milestones)
	for _, m := range milestones {
		w.store.add(l, m)
	}
}
