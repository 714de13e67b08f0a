package standing

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// What status says of any service is its course's state; of a notice that is history
// it says nothing.
func TestStatusTellsTheStates(t *testing.T) {
	compared, past := 0, 0
	for seed := range uint64(60) {
		s, _, err := source.Read(testkit.AnySite(rand.New(rand.NewPCG(seed, 17))))
		if err != nil {
			t.Fatal(err)
		}
		if s == nil {
			continue
		}
		for _, n := range s.Notices() {
			for _, at := range turnsOf(n) {
				all := At(s, n.ID, at)
				if len(all) != 1 || all[0].ID != n.ID {
					t.Fatalf("%d standings of %s", len(all), n.ID)
				}
				if over := !n.History.IsZero() && !at.Before(n.History); over != (all[0].History != "") || over && len(all[0].Services) > 0 {
					t.Errorf("seed %d: %s at %s is history: %v, status says %+v", seed, n.ID, at, over, all[0])
				} else if over {
					past++
					continue
				}
				if len(all[0].Services) != len(n.Courses) {
					t.Fatalf("seed %d: %s has %d services, not %d", seed, n.ID, len(all[0].Services), len(n.Courses))
				}
				for i, c := range n.Courses {
					if state, _ := c.At(at); all[0].Services[i].Service != c.Service.ID || all[0].Services[i].State != state {
						t.Errorf("seed %d: %s at %s: status says %+v, the course %s", seed, n.ID, at, all[0].Services[i], state)
					}
					compared++
				}
			}
		}
	}
	if compared < 10000 || past < 50 {
		t.Errorf("only %d states were compared, %d notices were history", compared, past)
	}
}

// turnsOf are the instants around the turns of a notice, at its hours and when it
// becomes history.
func turnsOf(n *site.Notice) []time.Time {
	all := []time.Time{n.History.Add(-time.Second), n.History}
	for _, c := range n.Courses {
		for _, s := range c.Steps[1:] {
			all = append(all, s.From.Add(-time.Second), s.From, s.From.Add(3*time.Hour+30*time.Minute))
		}
	}
	return all
}

// Status knows of an opening that keeps hours whether it is open, and when it opens next.
func TestStatusTellsOpenings(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 15))
	for range 60 {
		first := site.Day{Year: 2024, Month: 4, Day: 1 + r.IntN(20)}
		last := first.Add(3 + r.IntN(30))
		m := &site.Milestone{ID: "open", Kind: site.Opening, Label: "加开", Text: testkit.Text("加开"), Hours: testkit.AnyHours(r, first),
			Moment: site.Moment{Instant: first.Start(), Precision: site.ToDay}, Until: &site.Moment{Instant: last.Start(), Precision: site.ToDay}}
		n := &site.Notice{ID: "a/n", Region: &site.Region{ID: "a", Name: "甲"}, Issued: first, Milestones: []*site.Milestone{m}}
		m.Notice = n
		next := time.Time{} // going backwards, when it opens next
		wasOpen := false
		for at := last.Add(2).Start(); at.After(first.Start()); at = at.Add(-time.Minute) {
			open := at.Before(m.Until.End().Add(24*time.Hour)) && m.Hours.Open(first, at) && site.DayOf(at).Compare(last.Add(1)) <= 0
			if end, any := m.LastWindow(); !any || !at.Before(end.To) {
				open = false
			}
			if wasOpen && !open {
				next = at.Add(time.Minute)
			}
			wasOpen = open
			if r.IntN(200) > 0 {
				continue
			}
			s := Of(n, at)
			if len(s.Open) > 0 != open {
				t.Fatalf("at %s: open %v, want %v (%+v)", at, s.Open, open, m.Hours)
			}
			if open {
				continue
			}
			if next.IsZero() != (len(s.Next) == 0) || len(s.Next) > 0 && s.Next[0].At != next.Format(time.RFC3339) {
				t.Fatalf("at %s: next is %+v, want %s (%+v)", at, s.Next, next, m.Hours)
			}
			if s.Quiet() != next.IsZero() {
				t.Fatalf("at %s: quiet %v, but it opens at %s", at, s.Quiet(), next)
			}
		}
	}
}

// What stands among the pending facts: what is to be announced, and what has a lower
// bound alone; never what comes by an upper bound, which passes.
func TestPending(t *testing.T) {
	bound, later := testkit.At(t, "2025-04-18 13:30"), testkit.At(t, "2025-04-19")
	for name, c := range map[string]struct {
		at      site.Moment
		pending bool
	}{
		"a known time":    {bound, false},
		"to be announced": {site.Moment{Pending: true}, true},
		"with a bound":    {site.Moment{Pending: true, After: &bound}, true},
		"a lower bound":   {site.Moment{After: &bound}, true},
		"an upper bound":  {site.Moment{Before: &bound}, false},
		"between two":     {site.Moment{After: &bound, Before: &later}, false},
	} {
		if got := isPending(c.at); got != c.pending {
			t.Errorf("%s: pending %v", name, got)
		}
	}
}

// A pending fact with a bound is told with it; the day of issue would pass for its own.
func TestPendingSaysItsBound(t *testing.T) {
	bound := testkit.At(t, "2025-04-18 13:30")
	n := &site.Notice{Issued: site.Day{Year: 2025, Month: 4, Day: 1}}
	m := &site.Milestone{ID: "back", Notice: n, Kind: site.Resume, Services: []*site.Service{{ID: "water", Name: "供水"}}, Moment: site.Moment{Pending: true, After: &bound}}
	if p := pending(phrase.In(site.Chinese), m); !strings.Contains(p.When, "4月18日13时30分") || p.Since != "2025-04-01" {
		t.Errorf("%+v", p)
	}
	m.Moment.After = nil
	if p := pending(phrase.In(site.Chinese), m); p.When != "" {
		t.Errorf("%+v", p)
	}
}

// What is open for once although nothing stops it is told while it is open.
func TestIsOpen(t *testing.T) {
	until := testkit.At(t, "2014-11-28 05:00")
	m := &site.Milestone{Notice: &site.Notice{}, Kind: site.Opening, Moment: testkit.At(t, "2014-11-27 22:00"), Until: &until}
	for at, want := range map[string]bool{"2014-11-27 21:59": false, "2014-11-27 22:00": true, "2014-11-28 04:59": true, "2014-11-28 05:00": false} {
		if got := isOpen(m, testkit.At(t, at).Instant); got != want {
			t.Errorf("%s: open %v", at, got)
		}
	}
}
