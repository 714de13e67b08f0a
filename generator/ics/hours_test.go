package ics_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// TestHoursAreRepeated has ical.js expand the events of stops with random hours, minute
// by minute: they stand where the hours have the service stopped, and nowhere else.
func TestHoursAreRepeated(t *testing.T) {
	node, module := testkit.Need(t, "node"), testkit.Package(t, "ical.js/dist/ical.js")
	r := rand.New(rand.NewPCG(6, 15))
	files, stops := map[string][]byte{}, map[string]*site.Milestone{}
	for i := range 60 {
		s := testkit.Changshu(t)
		m := s.Notices()[0].Milestone("settlement-stop")
		until := testkit.At(t, fmt.Sprintf("2022-0%d-1%d", 1+r.IntN(4), r.IntN(10)))
		if r.IntN(3) == 0 {
			until = testkit.At(t, fmt.Sprintf("2022-0%d-1%d 0%d:30", 1+r.IntN(4), r.IntN(10), r.IntN(10)))
		}
		m.Hours = testkit.AnyHours(r, site.Day{Year: 2021, Month: 12, Day: 31})
		if i%12 == 0 { // years, with a day left out and one added long after the beginning
			until = testkit.At(t, "2026-08-19")
			m.Hours.Except, m.Hours.Also = beside(m.Hours, site.Day{Year: 2025, Month: 9, Day: 1 + r.IntN(20)})
		}
		m.Until = &until
		for _, id := range []string{"settlement-first", "settlement-full"} {
			s.Notices()[0].Milestone(id).Services = nil
		}
		for _, n := range s.Notices() {
			n.Outages = nil
		}
		_, written := write(t, s)
		name := fmt.Sprintf("%d.ics", i)
		for path, content := range written {
			if strings.HasSuffix(path, "settlement-stop/event.ics") {
				files[name], stops[name] = content, m
			}
		}
	}
	times := map[string]map[int64]bool{}
	for line := range strings.Lines(string(run(t, node, "testdata/expand.mjs", module, folder(t, files), "2000"))) {
		var x struct {
			File       string
			Start, End int64
		}
		if err := json.Unmarshal([]byte(line), &x); err != nil {
			t.Fatal(err)
		}
		if times[x.File] == nil {
			times[x.File] = map[int64]bool{}
		}
		for at := x.Start; at < x.End; at += 60 {
			if times[x.File][at] {
				t.Fatalf("%s: two events at %s", x.File, time.Unix(at, 0).In(site.China))
			}
			times[x.File][at] = true
		}
	}
	minutes := 0
	for name, m := range stops {
		if len(m.Series()) == 0 {
			continue // no window lies in it
		}
		from := m.Moment.Start()
		end, _ := m.Closes()
		for at := from.AddDate(0, 0, -2); at.Before(end.AddDate(0, 0, 9)); at = at.Add(time.Minute) {
			want := !at.Before(from) && at.Before(end) && m.Hours.Open(m.Moment.Day(), at)
			if got := times[name][at.Unix()]; got != want {
				t.Fatalf("%s: stopped at %s: %v, want %v\n%s", name, at.In(site.China), got, want, files[name])
			}
			if want {
				minutes++
			}
		}
	}
	if minutes < 10_000 {
		t.Errorf("only %d minutes were compared", minutes)
	}
}

// TestEachWindowRings shows that of a stop with several windows the event of each has the
// author's alarms, and none unasked; without them they are the events of the feed.
func TestEachWindowRings(t *testing.T) {
	for _, alarms := range [][]string{nil, {"-P1D", "-PT1H"}} {
		s := testkit.Changshu(t)
		m := s.Notices()[0].Milestone("settlement-stop")
		until := testkit.At(t, "2022-03-10")
		m.Until, m.Alarm = &until, alarms
		m.Hours = &site.Hours{Windows: []site.HourWindow{{From: 60, To: 120}, {From: 22 * 60, To: 30 * 60}}, Days: site.MonToFri}
		windows := len(m.Series())
		if windows < 2 {
			t.Fatalf("%d windows", windows)
		}
		_, written := write(t, s)
		file := string(written[plan.MilestoneDir(m)+"event.ics"])
		if got := strings.Count(file, "END:VALARM\r\nEND:VEVENT\r\n"); got != windows*min(len(alarms), 1) {
			t.Errorf("alarms %v: %d events of %d end with one", alarms, got, windows)
		}
		if got := strings.Count(file, "BEGIN:VALARM"); got != windows*len(alarms) {
			t.Errorf("alarms %v: %d in all", alarms, got)
		}
		feed := string(written[plan.NoticeDir(m.Notice)+"calendar.ics"])
		_, events, _ := strings.Cut(alarm.ReplaceAllString(file, ""), "BEGIN:VEVENT")
		if !strings.Contains(feed, strings.TrimSuffix(events, "END:VCALENDAR\r\n")) {
			t.Errorf("alarms %v: the feed has other events than\n%s", alarms, events)
		}
	}
}

// beside returns a day of the rule and one that is not of it, from a day on.
func beside(h *site.Hours, day site.Day) (except, also []site.Day) {
	h.Except, h.Also = nil, nil
	for range 7 {
		if h.On(day) {
			except = []site.Day{day}
		} else {
			also = []site.Day{day}
		}
		day = day.Add(1)
	}
	return except, also
}

// TestEndlessHoursAreRepeated has ical.js expand hours of which nobody has said that they
// end: the rule has no end either, and knows the days that differ years later.
func TestEndlessHoursAreRepeated(t *testing.T) {
	node, module := testkit.Need(t, "node"), testkit.Package(t, "ical.js/dist/ical.js")
	s := testkit.Changshu(t)
	n := s.Notices()[0]
	m := n.Milestone("settlement-stop")
	m.Until, m.Hours = nil, &site.Hours{Windows: []site.HourWindow{{From: 22 * 60, To: 30 * 60}}, Days: site.MonToFri}
	m.Hours.Except, m.Hours.Also = beside(m.Hours, site.Day{Year: 2026, Month: 10, Day: 1})
	for _, id := range []string{"settlement-first", "settlement-full"} {
		n.Milestone(id).Services = nil
	}
	n.Outages = nil
	_, written := write(t, s)
	var file []byte
	for path, content := range written {
		if strings.HasSuffix(path, "settlement-stop/event.ics") {
			file = content
		}
	}
	if strings.Contains(string(file), "UNTIL") {
		t.Errorf("it ends:\n%s", file)
	}
	begins := map[int64]bool{}
	for line := range strings.Lines(string(run(t, node, "testdata/expand.mjs", module, folder(t, map[string][]byte{"a.ics": file}), "2000"))) {
		var x struct{ Start int64 }
		if err := json.Unmarshal([]byte(line), &x); err != nil {
			t.Fatal(err)
		}
		begins[x.Start] = true
	}
	from := m.Moment.Start()
	for day := site.DayOf(from).Add(1); day.Year < 2028; day = day.Add(1) {
		if got, want := begins[day.At(22*60).Unix()], m.Hours.On(day); got != want {
			t.Fatalf("a window begins on %s: %v, want %v\n%s", day, got, want, file)
		}
	}
}
