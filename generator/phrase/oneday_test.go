package phrase_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"tonggao/generator/course"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
	"tonggao/generator/timing"
)

// TestAWindowOfOneDayIsThatDay: whatever stops or is limited on one day alone is told as on
// that day, once: not as from it or until it, and its hours not as those of every day.
func TestAWindowOfOneDayIsThatDay(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 41))
	for i := range 300 {
		day := site.Moment{Instant: site.Day{Year: 2027, Month: 5, Day: 3}.Add(r.IntN(25)).Start(), Precision: site.ToDay}
		n := &site.Notice{Services: []*site.Service{{ID: "water", Name: "供水"}}}
		m := &site.Milestone{ID: "m", Notice: n, Kind: site.Suspend, Services: n.Services, Moment: day, Until: &day, Text: testkit.Text("停水")}
		if i%3 == 0 {
			m.Kind, m.State = site.Partial, "减压供水"
		}
		if i%2 == 0 {
			m.Hours = testkit.AnyHours(r, day.Day())
			m.Hours.Days, m.Hours.Workdays, m.Hours.Except, m.Hours.Also = site.EveryDay, false, nil, nil
		}
		if i%5 == 0 {
			m.Moment.Expected = true
		}
		n.Milestones = []*site.Milestone{m}
		n.Courses, _ = course.Of(n, func(m *site.Milestone) { t.Fatal(m.ID, "is stray") })
		for _, language := range []site.Language{site.Chinese, site.Traditional, site.English} {
			v := phrase.In(language)
			date := v.Moment(day)
			for _, told := range []string{v.When(m), v.When(m.Begins()), v.Story(n.Courses[0]), v.Outlook(n.Courses[0], 0)} {
				if strings.Count(told, v.Moment(day, timing.Short)) != 1 || !strings.Contains(told, date) {
					t.Errorf("%s does not name %s once", told, date)
				}
				for _, word := range []string{date + "起", "止", "每天", "from " + date, "until", "daily"} {
					if strings.Contains(told, word) {
						t.Errorf("%s says %s", told, word)
					}
				}
				hours := ""
				if m.Hours != nil {
					hours = v.HoursOf(m)
				}
				if told != v.Outlook(n.Courses[0], 0) && !strings.Contains(told, hours) {
					t.Errorf("%s lacks %s", told, hours)
				}
			}
		}
	}
}

// TestALateBeginningHasNoFrom: a window whose beginning has only a bound, or none, does not
// say 起 behind 以后 or 另行通知.
func TestALateBeginningHasNoFrom(t *testing.T) {
	after, until := testkit.At(t, "2028-02-28 22:00"), testkit.At(t, "2028-02-29 06:00")
	for want, at := range map[string]site.Moment{
		"2028年2月28日22时以后，至2028年2月29日6时止": {After: &after},
		"另行通知，至2028年2月29日6时止":            {Pending: true},
		"2028年2月28日22时起至2月29日6时止":        after,
	} {
		m := &site.Milestone{Notice: &site.Notice{}, Kind: site.Suspend, Moment: at, Until: &until, Text: testkit.Text("停水")}
		if got := phrase.In(site.Chinese).When(m); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
