package course_test

import (
	"slices"
	"testing"

	"tonggao/generator/course"
	"tonggao/generator/site"
)

// at makes a milestone of a service; an empty time stands for a pending one.
func at(s *site.Service, id string, kind site.Kind, time, scope string) *site.Milestone {
	m := &site.Milestone{ID: id, Kind: kind, Services: []*site.Service{s}, Scope: scope, Moment: site.Moment{Pending: true}}
	if time != "" {
		m.Moment, _ = site.ParseMoment(time)
	}
	return m
}

func TestOutagesInLanes(t *testing.T) {
	water := &site.Service{ID: "water"}
	stop := at(water, "stop", site.Suspend, "2023-07-10 22:40", "")
	again := at(water, "again", site.Suspend, "2023-07-13 23:00", "")
	first := at(water, "first", site.Partial, "2023-07-11 06:00", "")
	back := at(water, "back", site.Resume, "2023-07-14 05:30", "")
	east := at(water, "east", site.Resume, "2023-07-11 16:00", "城东")
	early := at(water, "early", site.Partial, "2023-07-01 06:00", "")
	west := at(water, "west", site.Resume, "2023-07-12 05:00", "城西")
	cases := []struct {
		name       string
		milestones []*site.Milestone
		want       []string // scope stop ~stage >end
		stray      []string
	}{
		{"stages and an end", []*site.Milestone{stop, first, back}, []string{" stop ~first >back"}, nil},
		{"no end", []*site.Milestone{stop}, []string{" stop"}, nil},
		{"two places", []*site.Milestone{stop, east, west}, []string{"城东 stop >east", "城西 stop >west"}, nil},
		{"one place, then the rest", []*site.Milestone{stop, east, back}, []string{"城东 stop >east", " stop >back"}, nil},
		{"two places, twice", []*site.Milestone{stop, east, west, again, back},
			[]string{"城东 stop >east", "城西 stop >west", " again >back"}, nil},
		{"a second stop inside", []*site.Milestone{stop, again, back}, []string{" stop >back"}, []string{"again"}},
		{"back before any stop", []*site.Milestone{early, stop}, []string{" stop"}, []string{"early"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			site.SortMilestones(c.milestones)
			var stray []string
			var got []string
			notice := &site.Notice{Services: []*site.Service{water}, Milestones: c.milestones}
			_, outages := course.Of(notice, func(m *site.Milestone) { stray = append(stray, m.ID) })
			for _, o := range outages {
				got = append(got, outageWords(o))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("outages %q, want %q", got, c.want)
			}
			if !slices.Equal(stray, c.stray) {
				t.Errorf("stray %q, want %q", stray, c.stray)
			}
		})
	}
}

func outageWords(o *site.Outage) string {
	words := o.Lane.Scope + " " + o.Stop.ID
	for _, m := range o.Stages {
		words += " ~" + m.ID
	}
	if o.End != nil {
		words += " >" + o.End.ID
	}
	return words
}
