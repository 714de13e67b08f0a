package generator

import (
	"bytes"
	"errors"

	"tonggao/generator/ics"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// events tells the events of a calendar of the site as they were published. An event has the
// lines that it has in its notice's own calendar: where that stays, they stay. A calendar is
// small enough to be kept whole, and asked in any order: what a limit cuts off one moves into
// another.
func (l *lines) events(o plan.Output) ics.Published {
	events := ics.Events(l.whole(o.Path))
	return func(m *site.Milestone) []byte {
		if len(m.Series()) > 0 || !l.stage.Stays(plan.NoticeDir(m.Notice)+"calendar.ics") {
			return nil
		}
		return events[m.UID()]
	}
}

// roomy is more than a full calendar has.
const roomy = 1 << 20

// whole is a file as it was published, nil where nobody knows it.
func (l *lines) whole(path string) []byte {
	file := l.stage.Before(path)
	if file == nil {
		return nil
	}
	var text bytes.Buffer
	text.Grow(roomy)
	if _, err := text.ReadFrom(file); errors.Join(err, file.Close()) != nil {
		return nil
	}
	return text.Bytes()
}
