package ics

import (
	"bytes"
	"io"

	"tonggao/generator/message"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// Published tells the event of a milestone as it stands in a calendar that was published; nil
// where it is to be composed.
type Published func(*site.Milestone) []byte

// nobody knows no event.
func nobody(*site.Milestone) []byte { return nil }

// Rewrite is Write for a calendar of which some events stay as they were published.
func (w *Writer) Rewrite(to io.Writer, o plan.Output, published Published) error {
	l := w.page()
	defer w.pages.Put(l)
	if err := w.write(to, l, o, published); err != nil {
		return message.Errorf("write %s: %w", o.Path, err)
	}
	return nil
}

// What an event begins and ends with. No other lines are so: a text has no line breaks, and
// what is folded begins with a space.
var (
	eventBegins = []byte("\r\nBEGIN:VEVENT\r\nUID:")
	eventEnds   = []byte("\r\nEND:VEVENT\r\n")
	lineEnds    = []byte("\r\n")
)

// Events are those of a calendar that a Writer wrote, by their names.
func Events(calendar []byte) map[string][]byte {
	events := map[string][]byte{}
	for {
		begin := bytes.Index(calendar, eventBegins)
		if begin < 0 {
			return events
		}
		calendar = calendar[begin+len(lineEnds):]
		end := bytes.Index(calendar, eventEnds)
		if end < 0 {
			return events
		}
		event := calendar[: end+len(eventEnds) : end+len(eventEnds)]
		name, _, _ := bytes.Cut(event[len(eventBegins)-len(lineEnds):], lineEnds)
		events[string(name)] = event
		calendar = calendar[end+len(eventEnds)-len(lineEnds):]
	}
}
