package phrase_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"tonggao/generator/course"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
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
	courses, _ := course.Of(n, func(m *site.Milestone) { t.Fatal(m.ID, "is stray") })
	last := len(courses[0].Steps) - 1
	if state := courses[0].Steps[last].State; state != site.Presumed {
		t.Fatal("the window ends in", state)
	}
	if got, want := phrase.In(site.Chinese).Outlook(courses[0], last), "至2024年5月11日6时止"; got != want {
		t.Errorf("the outlook is %s, not %s", got, want)
	}
}

// TestTitlesSayWhatIsExpected shows that no title in a calendar leaves 预计 out,
// however exactly the time is known.
func TestTitlesSayWhatIsExpected(t *testing.T) {
	for _, kind := range site.Kinds {
		for _, precision := range []site.Precision{site.Month, site.ToDay, site.Hour, site.Minute} {
			at := site.Moment{Instant: time.Date(2024, 5, 1, 0, 0, 0, 0, site.China), Precision: precision, Expected: true}
			m := &site.Milestone{Notice: &site.Notice{}, Kind: kind, Moment: at}
			if got := phrase.In(site.Chinese).Brief(m); !strings.Contains(got, "预计") {
				t.Errorf("%s by %s: the title says %q", kind, precision, got)
			}
		}
	}
}

// TestStoriesTellTheHours shows that a story says in which hours a service stops: without
// them it would be off from the first day to the last.
func TestStoriesTellTheHours(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2024, 5, d, 0, 0, 0, 0, site.China) }
	water := &site.Service{ID: "water", Name: "供水"}
	hours := &site.Hours{Days: site.EveryDay, Windows: []site.HourWindow{{From: 22 * 60, To: 30 * 60}}}
	n := &site.Notice{Services: []*site.Service{water}}
	stop := &site.Milestone{ID: "stop", Notice: n, Kind: site.Suspend, Services: n.Services, Hours: hours,
		Moment: site.Moment{Instant: day(10).Add(22 * time.Hour), Precision: site.Hour}, Until: &site.Moment{Instant: day(13), Precision: site.ToDay}}
	n.Milestones = []*site.Milestone{stop}
	n.Courses, _ = course.Of(n, func(m *site.Milestone) { t.Fatal(m.ID, "is stray") })
	if got := phrase.In(site.Chinese).Story(n.Courses[0]); !strings.Contains(got, "每天22时至次日6时") {
		t.Errorf("the story is %s", got)
	}
}

// TestStoriesTellTheHoursOfLaterStages: of each step of random hours that a service goes
// through before it is back, the story and the outlook from the stop have the hours.
func TestStoriesTellTheHoursOfLaterStages(t *testing.T) {
	r := rand.New(rand.NewPCG(18, 21))
	water := &site.Service{ID: "water", Name: "供水"}
	v := phrase.In(site.Chinese)
	for range 300 {
		n := &site.Notice{Services: []*site.Service{water}}
		at := func(d int) site.Moment {
			return site.Moment{Instant: time.Date(2024, 5, d, 8, 0, 0, 0, site.China), Precision: site.Hour}
		}
		for d, kind := range []site.Kind{site.Suspend, site.Partial, site.Resume} {
			n.Milestones = append(n.Milestones, &site.Milestone{ID: string(kind), Notice: n, Kind: kind, Services: n.Services, Moment: at(6 + 7*d)})
		}
		n.Milestones[1].Hours = testkit.AnyHours(r, n.Milestones[1].Moment.Day())
		n.Courses, _ = course.Of(n, func(m *site.Milestone) { t.Fatal(m.ID, "is stray") })
		c := n.Courses[0]
		for i, step := range c.Steps {
			kept := v.Kept(step)
			if kept != "" && !strings.Contains(v.Story(c), kept) {
				t.Errorf("the story %s lacks %s", v.Story(c), kept)
			}
			if kept != "" && i > 0 && !strings.Contains(v.Outlook(c, 1), kept) {
				t.Errorf("the outlook %s lacks %s", v.Outlook(c, 1), kept)
			}
		}
	}
}

// TestWhatTurnsNothingHasNoStory shows that a stop that ends as it begins leaves no line
// with a name alone.
func TestWhatTurnsNothingHasNoStory(t *testing.T) {
	n := &site.Notice{Services: []*site.Service{{ID: "water", Name: "供水"}}}
	at := site.Moment{Instant: time.Date(2024, 5, 10, 8, 0, 0, 0, site.China), Precision: site.Hour}
	for _, kind := range []site.Kind{site.Suspend, site.Resume} {
		n.Milestones = append(n.Milestones, &site.Milestone{ID: string(kind), Notice: n, Kind: kind, Services: n.Services, Moment: at})
	}
	n.Courses, _ = course.Of(n, func(m *site.Milestone) { t.Fatal(m.ID, "is stray") })
	for _, line := range phrase.In(site.Chinese).Stories(n, nil) {
		if strings.HasSuffix(line, "：") {
			t.Errorf("a story is %q", line)
		}
	}
}
