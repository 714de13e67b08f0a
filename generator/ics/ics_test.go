package ics_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"tonggao/generator/ics"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// check holds every file to the rules.
func check(t testing.TB, files map[string][]byte) {
	t.Helper()
	for path, file := range files {
		for _, fault := range faults(file, strings.HasSuffix(path, "event.ics")) {
			t.Errorf("%s: %s", path, fault)
		}
	}
}

// TestRules holds every calendar of the four notices, of a sample with every form
// of moment, and of a crowd that exceeds the limits, to every rule.
func TestRules(t *testing.T) {
	for name, s := range map[string]*site.Site{"real": real(t), "sample": testkit.Changshu(t), "crowd": testkit.Crowd(t, 300)} {
		t.Run(name, func(t *testing.T) {
			_, files := write(t, s)
			check(t, files)
		})
	}
}

// TestNothingYet shows that a region without notices has a valid calendar.
func TestNothingYet(t *testing.T) {
	s := testkit.Changshu(t)
	s.Regions[0].Notices = nil
	_, files := write(t, s)
	check(t, files)
	if len(files) != 2 || bytes.Contains(files["calendar.ics"], []byte("VEVENT")) {
		t.Errorf("%d files, or an event of nothing", len(files))
	}
}

var alarm = regexp.MustCompile(`(?s)BEGIN:VALARM.*?END:VALARM\r\n`)

// eventsOf returns the bytes of each event by UID, alarms left out.
func eventsOf(file []byte) map[string]string {
	events := map[string]string{}
	for _, part := range strings.Split(string(file), "BEGIN:VEVENT\r\n")[1:] {
		event, _, _ := strings.Cut(part, "END:VEVENT\r\n")
		_, uid, _ := strings.Cut(event, "UID:")
		uid, _, _ = strings.Cut(uid, "\r\n")
		events[uid] = alarm.ReplaceAllString(event, "")
	}
	return events
}

// TestSameEverywhere shows that a milestone is one event with the same lines in
// every calendar that has it, and that each with a time is in all it belongs in.
func TestSameEverywhere(t *testing.T) {
	s := real(t)
	p, files := write(t, s)
	known := map[string]string{}
	for path, file := range files {
		for uid, event := range eventsOf(file) {
			if before, seen := known[uid]; seen && before != event {
				t.Errorf("%s has other lines for %s", path, uid)
			}
			known[uid] = event
		}
	}
	for _, n := range s.Notices() {
		for _, m := range n.Milestones {
			for _, path := range homes(p, m) {
				if _, has := eventsOf(files[path])[m.UID()]; has != dated(m) {
					t.Errorf("%s#%s in %s: %v", n.ID, m.ID, path, has)
				}
			}
			delete(known, m.UID())
		}
	}
	if len(known) > 0 {
		t.Errorf("events of no milestone: %v", known)
	}
}

func dated(m *site.Milestone) bool {
	_, ok := m.Span()
	return ok
}

// homes are the calendars that a milestone belongs in.
func homes(p *plan.Plan, m *site.Milestone) []string {
	region, notice := plan.RegionDir(m.Notice.Region), plan.NoticeDir(m.Notice)
	paths := []string{"calendar.ics", region + "calendar.ics", notice + "calendar.ics", plan.MilestoneDir(m) + "event.ics"}
	for _, s := range m.Services {
		paths = append(paths, region+"service/"+s.ID+".ics")
	}
	for _, a := range m.Notice.Editions {
		if m.For(a) {
			paths = append(paths, plan.EditionDir(m.Notice, a)+"calendar.ics")
		}
	}
	return paths
}

// TestEmptyCalendarSaysSo shows that the calendar of a region without notices says as of
// when nothing is known.
func TestEmptyCalendarSaysSo(t *testing.T) {
	s := testkit.Changshu(t)
	other := *s.Regions[0]
	other.ID, other.Notices = "jiangsu/empty", nil
	s.Regions = append(s.Regions, &other)
	p, _ := plan.Make(s, plan.Options{})
	for path, want := range map[string]bool{"jiangsu/empty/calendar.ics": true, "jiangsu/suzhou/changshu/calendar.ics": false} {
		o, _ := p.At(path)
		var out bytes.Buffer
		if err := ics.New(p).Write(&out, o); err != nil {
			t.Fatal(err)
		}
		if text := strings.ReplaceAll(out.String(), "\r\n ", ""); strings.Contains(text, "截至2021年12月20日，没有已发布的通告。") != want {
			t.Errorf("%s: %s", path, text)
		}
	}
}
