package generator_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	ical "github.com/arran4/golang-ical"
)

// An entry is an event as a client keeps it.
type entry struct {
	id, uid, status, title, begins, ends, stamp string
	sequence                                    int
	lines                                       string // all of it
}

// A client is a subscriber that keeps what it has unless the new SEQUENCE, or of the
// same SEQUENCE the new DTSTAMP, is higher (RFC 5546, 2.1.5).
type client struct {
	view map[string]entry // by UID
	rows []string         // what it saw change
}

// calendars reads every calendar: what a client has merged so far is what a newcomer
// sees, and one event has the same lines wherever it is.
func (s *story) calendars(t *testing.T, title string) {
	t.Helper()
	feed := entries(t, "output/linjiang/calendar.ics")
	s.client.merge(t, title, feed)
	for _, name := range published(t, ".ics") {
		for uid, e := range entries(t, name) {
			s.nothingStale(t, name, strings.ReplaceAll(e.lines, `\n`, "\x00"))
			if in, ok := feed[uid]; ok && !strings.HasSuffix(name, "event.ics") && in.lines != e.lines {
				t.Errorf("%s has other lines of %s than the region's feed", name, e.id)
			}
		}
	}
	for id, f := range s.standing {
		one := entries(t, filepath.Join("output", storyNotice, id, "event.ics"))
		if f.at == "" {
			if len(one) > 0 {
				t.Errorf("%s has an event, and no time", id)
			}
			continue
		}
		for uid, e := range one {
			begins := strings.NewReplacer("-", "", ":", "").Replace(strings.TrimSuffix(f.at, "+08:00"))
			if e.begins != begins || !strings.EqualFold(e.status, f.status) || !strings.HasPrefix(e.title, f.mark) || f.mark == "" && strings.HasPrefix(e.title, "【") {
				t.Errorf("the event of %s is %+v, the fact %+v", id, e, f)
			}
			if in, ok := feed[uid]; ok && (in.sequence != e.sequence || in.stamp != e.stamp) {
				t.Errorf("the event file of %s has another SEQUENCE or DTSTAMP than the feed", id)
			}
		}
	}
}

// merge takes a feed as a client does.
func (c *client) merge(t *testing.T, title string, feed map[string]entry) {
	t.Helper()
	order := slices.SortedFunc(maps.Values(feed), func(a, b entry) int { return strings.Compare(a.begins+a.id, b.begins+b.id) })
	for _, e := range order {
		old, had := c.view[e.uid]
		c.view[e.uid] = e
		if !had {
			c.row(title, e)
			continue
		}
		moved := old.begins != e.begins || old.ends != e.ends || old.status != e.status
		switch {
		case old.lines == e.lines:
			continue
		case old.id != e.id || e.sequence < old.sequence || e.stamp <= old.stamp:
			t.Errorf("%s changed, from SEQUENCE %d, DTSTAMP %s to %d, %s: a client keeps the old entry", e.id, old.sequence, old.stamp, e.sequence, e.stamp)
		case moved && e.sequence == old.sequence:
			t.Errorf("%s: its time or status changed, its SEQUENCE did not", e.id)
		}
		c.row(title, e)
	}
	for uid, e := range c.view {
		if _, stays := feed[uid]; !stays {
			delete(c.view, uid)
			c.rows = append(c.rows, fmt.Sprintf("| %s | `%s…` | | | | | (gone) %s |", title, uid[:8], e.title))
		}
	}
	if len(c.rows) == 0 || !strings.HasPrefix(c.rows[len(c.rows)-1], "| "+title+" ") {
		c.rows = append(c.rows, fmt.Sprintf("| %s | | | | | | nothing changes |", title))
	}
}

func (c *client) row(title string, e entry) {
	c.rows = append(c.rows, fmt.Sprintf("| %s | `%s…` | %d | %s | %s | %s | %s |", title, e.uid[:8], e.sequence, e.status, spaced(e.begins), spaced(e.ends), e.title))
}

// spaced writes 20240510T180000 as people read it.
func spaced(at string) string {
	day, clock, exact := strings.Cut(at, "T")
	day = day[:4] + "-" + day[4:6] + "-" + day[6:]
	if !exact {
		return day
	}
	return day + " " + clock[:2] + ":" + clock[2:4]
}

// entries reads a calendar.
func entries(t *testing.T, name string) map[string]entry {
	t.Helper()
	calendar, err := ical.ParseCalendar(strings.NewReader(readFile(t, name)))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	all := map[string]entry{}
	for _, e := range calendar.Events() {
		value := func(p ical.ComponentProperty) string {
			if e.GetProperty(p) == nil {
				t.Fatalf("%s: an event has no %s", name, p)
			}
			return e.GetProperty(p).Value
		}
		sequence, err := strconv.Atoi(value(ical.ComponentPropertySequence))
		if err != nil {
			t.Fatal(err)
		}
		address := strings.Split(strings.TrimSuffix(value(ical.ComponentPropertyUrl), "/"), "/")
		one := entry{id: address[len(address)-1], uid: e.Id(), status: value(ical.ComponentPropertyStatus), title: value(ical.ComponentPropertySummary),
			begins: value(ical.ComponentPropertyDtStart), ends: value(ical.ComponentPropertyDtEnd), stamp: value(ical.ComponentPropertyDtstamp), sequence: sequence}
		for _, p := range e.Properties {
			one.lines += p.IANAToken + ":" + p.Value + "\n"
		}
		if _, twice := all[one.uid]; twice {
			t.Errorf("%s has %s twice", name, one.uid)
		}
		all[one.uid] = one
	}
	return all
}

// The page shows what the client saw, between these lines.
const (
	storyBegins = "<!-- made by TestStory: go test ./generator -run TestStory -update -->\n"
	storyEnds   = "<!-- end -->\n"
)

// compare holds the table of docs/calendars.md against what the client saw.
func (c *client) compare(t *testing.T) {
	t.Helper()
	name := filepath.Join(os.Getenv("TONGGAO_STORY_DOCS"), "calendars.md")
	text := readFile(t, name)
	before, rest, found := strings.Cut(text, storyBegins)
	_, after, ends := strings.Cut(rest, storyEnds)
	if !found || !ends {
		t.Fatalf("%s has no place for the story", name)
	}
	want := before + storyBegins + "| after | UID | SEQUENCE | STATUS | begins | ends | title |\n| --- | --- | ---: | --- | --- | --- | --- |\n" + strings.Join(c.rows, "\n") + "\n" + storyEnds + after
	switch {
	case text == want:
	case flag.Lookup("update").Value.String() == "true":
		writeFile(t, name, want)
	default:
		t.Errorf("%s shows another story than the test tells; -update rewrites it, want:\n%s", name, strings.Join(c.rows, "\n"))
	}
}
