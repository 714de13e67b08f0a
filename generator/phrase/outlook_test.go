package phrase_test

import (
	"testing"
	"time"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// TestAnExpectedEndSpeaksOfTheEnd shows that after the expected end of a window the
// outlook names that end, and never the beginning as if it were still to come.
func TestAnExpectedEndSpeaksOfTheEnd(t *testing.T) {
	hour := func(day, hour int) *site.Moment {
		return &site.Moment{Instant: time.Date(2024, 5, day, hour, 0, 0, 0, site.China), Precision: site.Hour, Expected: true}
	}
	n, s := &site.Notice{}, &site.Service{ID: "water", Name: "供水"}
	stop := &site.Milestone{ID: "stop", Notice: n, Kind: site.Suspend, Services: []*site.Service{s}, Moment: *hour(10, 22), Until: hour(11, 6)}
	n.Services, n.Milestones = []*site.Service{s}, []*site.Milestone{stop}
	courses, _ := site.CoursesOf(n, func(m *site.Milestone) { t.Fatal(m.ID, "is stray") })
	last := len(courses[0].Steps) - 1
	if state := courses[0].Steps[last].State; state != site.Presumed {
		t.Fatal("the window ends in", state)
	}
	if got, want := phrase.In(site.Chinese).Outlook(courses[0], last), "至2024年5月11日6时止"; got != want {
		t.Errorf("the outlook is %s, not %s", got, want)
	}
}
