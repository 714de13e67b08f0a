package ics_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

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
		m.Until, m.Hours = &until, anyHours(r)
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

// anyHours are random hours.
func anyHours(r *rand.Rand) *site.Hours {
	h := &site.Hours{Days: site.EveryDay}
	if r.IntN(2) == 0 {
		h.Days = site.Weekdays(1 + r.IntN(127))
	}
	for from := r.IntN(300); len(h.Windows) < 1+r.IntN(3); {
		w := site.HourWindow{From: from, To: from + 30 + r.IntN(400)}
		h.Windows = append(h.Windows, w)
		from = w.To + 60
	}
	if r.IntN(2) == 0 {
		last := &h.Windows[len(h.Windows)-1]
		last.To = max(last.To, 1440+r.IntN(max(1, h.Windows[0].From-1)+1))
		if last.To-1440 >= h.Windows[0].From {
			last.To = 1440
		}
	}
	day := site.Day{Year: 2021, Month: 12, Day: 31}
	for range r.IntN(3) {
		day = day.Add(1 + r.IntN(6))
		if h.On(day) {
			h.Except = append(h.Except, day)
		} else {
			h.Also = append(h.Also, day)
		}
	}
	return h
}
