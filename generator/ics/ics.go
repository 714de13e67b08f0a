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
//
// Which milestones a calendar has is planned; when they are, site says. Begin reading at
// Writer.Write.
package ics

import (
	"io"
	"sync"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// A Writer writes the calendars of a plan. It can be used by many goroutines.
type Writer struct {
	plan  *plan.Plan
	all   []*site.Notice // of the site
	voice phrase.Voice
	parts sync.Map // of shared, by *site.Notice
	store store
	pages sync.Pool // of *lines, to be written anew

	ofSite func() told // by the calendars of the whole site
}

// shared is what all events of a notice have in common.
type shared struct {
	place    string // as the title says it
	location string // spelled as TEXT
	tail     string // the end of the description, spelled as TEXT
}

// New returns the writer of a plan's calendars.
func New(p *plan.Plan) *Writer {
	w := &Writer{plan: p, all: p.Site.Notices(), voice: phrase.In(site.Chinese)}
	w.ofSite = sync.OnceValue(func() told { return w.tell(plan.Output{}) })
	w.store.compose = w.event
	w.store.events.Most, w.store.events.Weigh = storeOctets, func(event []byte) int { return len(event) }
	return w
}

// shared is what the events of a notice share, found for the first of them.
func (w *Writer) shared(n *site.Notice) shared {
	if known, is := w.parts.Load(n); is {
		return known.(shared)
	}
	s := shared{place: shortPlace(n.Region), location: string(appendText(nil, trim(clip(oneLine(n.Region.Name), longName)))), tail: w.tail(n)}
	w.parts.Store(n, s)
	return s
}

// Weigher returns a function that tells how many octets a milestone's event has
// in a feed, for plan.Options.Weigh.
func Weigher(s *site.Site) func(*site.Milestone) int {
	w := New(&plan.Plan{Site: s})
	return func(m *site.Milestone) int {
		l := w.page()
		defer w.pages.Put(l)
		w.event(l, m)
		return len(l.out)
	}
}

// Write writes one calendar: its head, then event by event, so that a large feed
// is never in memory as a whole. An error is the destination's.
func (w *Writer) Write(to io.Writer, o plan.Output) error { return w.Rewrite(to, o, nobody) }

// page is where lines are written, to be given back to w.pages.
func (w *Writer) page() *lines {
	l, again := w.pages.Get().(*lines)
	if !again {
		return &lines{}
	}
	l.out = l.out[:0]
	return l
}

func (w *Writer) write(to io.Writer, l *lines, o plan.Output, published Published) error {
	l.raw("BEGIN", "VCALENDAR")
	l.raw("VERSION", "2.0")
	l.raw("PRODID", "-//tonggao//tonggao//ZH")
	l.raw("CALSCALE", "GREGORIAN")
	w.head(l, o)
	l.out = append(l.out, zone...)
	if _, err := to.Write(l.out); err != nil {
		return err
	}
	if err := w.content(to, l, o, published); err != nil {
		return err
	}
	l.out = l.out[:0]
	l.raw("END", "VCALENDAR")
	_, err := to.Write(l.out)
	return err
}

// content writes the event of a file for import, also of a milestone that feeds no longer
// show, or those that a feed holds.
func (w *Writer) content(to io.Writer, l *lines, o plan.Output, published Published) error {
	if o.Kind == plan.MilestoneCalendar {
		return w.imported(to, l, o.Milestone)
	}
	return w.events(to, l, w.plan.Events(o.Path), published)
}

// events writes the milestones that a feed holds.
func (w *Writer) events(to io.Writer, l *lines, milestones []*site.Milestone, published Published) error {
	events := make([][]byte, len(milestones))
	for i, m := range milestones {
		events[i] = published(m)
	}
	w.store.fill(events, milestones)
	for i, m := range milestones {
		event := events[i]
		if event == nil {
			event = w.store.event(l, m)
		}
		if _, err := to.Write(event); err != nil {
			return err
		}
	}
	return nil
}
