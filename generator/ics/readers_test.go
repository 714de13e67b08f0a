package ics_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// A row is an event of a file as a reader understood it. Start and End are Unix seconds;
// of whole days those of midnight UTC.
type row struct {
	File        string `json:"file"`
	UID         string `json:"uid"`
	Start       int64  `json:"start"`
	End         int64  `json:"end"`
	Day         bool   `json:"day"`
	Status      string `json:"status"`
	Sequence    int    `json:"sequence"`
	Stamp       int64  `json:"stamp"`
	Summary     string `json:"summary"`
	Description string `json:"description"`
	Location    string `json:"location"`
	URL         string `json:"url"`
}

// readers read the calendars of a folder, by file and UID. None shares code with
// the writer.
var readers = map[string]func(t *testing.T, folder string) map[string]row{
	"golang-ical": goReader, "ical.js": nodeReader, "libical": cReader,
}

// TestReaders asks independent readers for every event of the four notices and
// of the sample: start, end, status, sequence and words must be the facts'.
func TestReaders(t *testing.T) {
	for name, read := range readers {
		t.Run(name, func(t *testing.T) {
			for _, s := range []*site.Site{real(t), testkit.Changshu(t)} {
				p, files := write(t, s)
				rows := read(t, folder(t, map[string][]byte{"calendar.ics": files["calendar.ics"]}))
				for _, m := range p.Events("calendar.ics") {
					compare(t, p, m, rows["calendar.ics "+m.UID()])
				}
				if len(rows) != len(p.Events("calendar.ics")) {
					t.Errorf("%d events, want %d", len(rows), len(p.Events("calendar.ics")))
				}
			}
		})
	}
}

// TestReadersAgree has every reader read hostile words, in feeds and in files to
// import: each must see what RFC 5545 says that the lines mean.
func TestReadersAgree(t *testing.T) {
	files := map[string][]byte{}
	for i, words := range nasty {
		_, written := write(t, hostile(t, words))
		files[fmt.Sprintf("%02d-feed.ics", i)] = written["calendar.ics"]
		files[fmt.Sprintf("%02d-event.ics", i)] = written["jiangsu/suzhou/changshu/2021-platform/refund/event.ics"]
	}
	for name, read := range readers {
		t.Run(name, func(t *testing.T) {
			rows := read(t, folder(t, files))
			events := 0
			for path, file := range files {
				for uid, want := range strict(file) {
					events++
					have := rows[path+" "+uid]
					if have.Summary != want.Summary || have.Description != want.Description || have.Location != want.Location {
						t.Errorf("%s: have\n%+v\nwant\n%+v", path, have, want)
					}
				}
			}
			if len(rows) != events {
				t.Errorf("%d events, want %d", len(rows), events)
			}
		})
	}
}

// strict reads words with the tests' own reader.
func strict(file []byte) map[string]row {
	rows := map[string]row{}
	for _, c := range (&reader{}).read(file).parts[0].parts {
		if c.name != "VEVENT" {
			continue
		}
		r := row{UID: c.value("UID")}
		r.Summary, _ = unescape(c.value("SUMMARY"))
		r.Description, _ = unescape(c.value("DESCRIPTION"))
		r.Location, _ = unescape(c.value("LOCATION"))
		rows[r.UID] = r
	}
	return rows
}

// compare holds what a reader understood to the facts.
func compare(t *testing.T, p *plan.Plan, m *site.Milestone, have row) {
	t.Helper()
	voice := phrase.In(site.Chinese)
	page := p.URL(plan.MilestoneDir(m))
	start, end := expected(m)
	want := row{File: "calendar.ics", UID: m.UID(), Start: start, End: end, Day: !m.Moment.Exact(), Status: strings.ToUpper(string(m.Status())), Sequence: m.Sequence(),
		Stamp: m.Changed().Unix(), Summary: have.Summary, Description: have.Description, Location: m.Notice.Region.Name, URL: page}
	if have != want {
		t.Errorf("%s#%s: have\n%+v\nwant\n%+v", m.Notice.ID, m.ID, have, want)
	}
	says := []string{voice.When(m), phrase.Plain(voice.Runs(m.Notice, nil, m.Text)), phrase.Plain(voice.Runs(m.Notice, nil, m.Instead)), m.Scope, m.Notice.Title}
	for _, words := range says {
		if !strings.Contains(have.Description, words) {
			t.Errorf("%s#%s does not say %q: %q", m.Notice.ID, m.ID, words, have.Description)
		}
	}
	if !strings.HasSuffix(have.Description, "\n"+page) || !strings.Contains(have.Summary, voice.Label(m)) {
		t.Errorf("%s#%s: %q, or no address at the end: %q", m.Notice.ID, m.ID, have.Summary, have.Description)
	}
}

// expected is when an event is, told from the facts by another way than the
// writer's: from the moment as programs write it.
func expected(m *site.Milestone) (start, end int64) {
	seconds := func(x site.Moment) int64 {
		for _, form := range []string{time.RFC3339, time.DateOnly, "2006-01"} {
			if at, err := time.Parse(form, x.Datetime()); err == nil {
				return at.Unix()
			}
		}
		return 0
	}
	start = seconds(m.Moment)
	switch m.Moment.Precision {
	case site.Month:
		end = time.Unix(start, 0).UTC().AddDate(0, 1, 0).Unix()
	case site.ToDay:
		end = start + 24*60*60
	default:
		end = start + 30*60
	}
	for _, o := range m.Notice.Outages {
		for _, r := range slices.Backward(o.Recoveries()) {
			if o.Stop != m || !r.Moment.Known() {
				continue
			}
			end = seconds(r.Moment)
			if !r.Moment.Exact() { // a day's own seconds are UTC's, the stop's are China's
				end -= 8 * 60 * 60
			}
		}
	}
	return start, end
}
