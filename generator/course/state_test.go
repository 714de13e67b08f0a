package course_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"tonggao/generator/course"
	"tonggao/generator/site"
)

// A fact is a milestone in one line: id kind time [limits].
func facts(t *testing.T, service *site.Service, lines ...string) []*site.Milestone {
	t.Helper()
	words := map[string]*site.Audience{"insured": {ID: "insured"}, "employer": {ID: "employer"}}
	ways := map[string]*site.Channel{"app": {ID: "app"}, "desk": {ID: "desk"}}
	notice := &site.Notice{ID: "a/b"}
	for _, line := range lines {
		id, rest, _ := strings.Cut(line, " ")
		kind, rest, _ := strings.Cut(rest, " ")
		at, limits, _ := strings.Cut(rest, " | ")
		m := &site.Milestone{ID: id, Notice: notice, Kind: site.Kind(kind), Services: []*site.Service{service}}
		if at == "tbd" {
			m.Moment.Pending = true
		} else {
			var err error
			if m.Moment, err = site.ParseMoment(at); err != nil {
				t.Fatal(line, err)
			}
		}
		for _, limit := range strings.Fields(limits) {
			switch {
			case words[limit] != nil:
				m.Audience = append(m.Audience, words[limit])
			case ways[limit] != nil:
				m.Channels = append(m.Channels, ways[limit])
			case limit == "gone":
				m.Withdrawn = true
			default:
				m.Scope = limit
			}
		}
		notice.Milestones = append(notice.Milestones, m)
	}
	site.SortMilestones(notice.Milestones)
	return notice.Milestones
}

// noticeOf is the notice of milestones, with the services that they name.
func noticeOf(milestones []*site.Milestone) *site.Notice {
	n := &site.Notice{ID: "a/b", Milestones: milestones}
	for _, m := range milestones {
		for _, s := range m.Services {
			if !slices.Contains(n.Services, s) {
				n.Services = append(n.Services, s)
			}
		}
	}
	return n
}

// courseOf is the only course of milestones that all have their place in it.
func courseOf(t *testing.T, milestones []*site.Milestone) *site.Course {
	t.Helper()
	courses, _ := course.Of(noticeOf(milestones), func(m *site.Milestone) { t.Error("stray", m.ID) })
	if len(courses) != 1 {
		t.Fatal(len(courses), "courses")
	}
	return courses[0]
}

func told(outages []*site.Outage) string {
	var lines []string
	for _, o := range outages {
		line := o.Stop.ID
		for _, s := range o.Stages {
			line += " ~" + s.ID
		}
		if o.End != nil {
			line += " →" + o.End.ID
		}
		limits := []string{}
		if o.Lane.Scope != "" {
			limits = append(limits, o.Lane.Scope)
		}
		for _, a := range o.Lane.Audience {
			limits = append(limits, a.ID)
		}
		for _, c := range o.Lane.Channels {
			limits = append(limits, c.ID)
		}
		if len(limits) > 0 {
			line += fmt.Sprint(" ", limits)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "; ")
}

func TestOutages(t *testing.T) {
	for name, c := range map[string]struct {
		facts       []string
		want, stray string
	}{
		"a stop, a stage, an end": {[]string{"stop suspend 2021-12-30 20:00", "first partial 2022-01-01 00:00", "full resume 2022-01-02 08:00"},
			"stop ~first →full", ""},
		"no recovery":                           {[]string{"stop suspend 2021-12-30 20:00"}, "stop", ""},
		"a pending recovery ends the open stop": {[]string{"stop suspend 2021-12-30 20:00", "back resume tbd"}, "stop →back", ""},
		"it stops twice": {[]string{"one suspend 2022-01-01 00:00", "on resume 2022-01-02 00:00", "two suspend 2022-01-03 00:00", "again resume 2022-01-04 00:00"},
			"one →on; two →again", ""},
		"written out of order":       {[]string{"full resume 2022-01-02 08:00", "stop suspend 2021-12-30 20:00"}, "stop →full", ""},
		"a recovery before the stop": {[]string{"early resume 2021-12-29 08:00", "stop suspend 2021-12-30 20:00"}, "stop", "early"},
		"a second stop inside":       {[]string{"one suspend 2022-01-01 00:00", "two suspend 2022-01-02 00:00", "on resume 2022-01-03 00:00"}, "one →on", "two"},
		"groups come back at different times": {[]string{"stop suspend 2022-01-01 00:00", "north resume 2022-01-02 00:00 | 城北", "south resume 2022-01-03 00:00 | 城南"},
			"stop →north [城北]; stop →south [城南]", ""},
		"one group earlier, then all": {[]string{"stop suspend 2022-01-01 00:00", "north resume 2022-01-02 00:00 | 城北", "all resume 2022-01-03 00:00"},
			"stop →north [城北]; stop →all", ""},
		"channels come back at different times": {[]string{"stop suspend 2022-01-01 00:00 | app desk", "desk resume 2022-01-02 00:00 | desk", "app resume tbd | app"},
			"stop →app [app]; stop →desk [desk]", ""},
		"the same audience throughout is one outage": {[]string{"stop suspend 2022-01-01 00:00 | insured employer", "on resume 2022-01-02 00:00 | insured employer"},
			"stop →on [insured employer]", ""},
		"all partly, then each group fully": {[]string{"stop suspend 2022-01-01 00:00", "first partial 2022-01-02 00:00", "north resume 2022-01-03 00:00 | 城北", "south resume 2022-01-04 00:00 | 城南"},
			"stop ~first →north [城北]; stop ~first →south [城南]", ""},
		"all partly, one group more, no full recovery": {[]string{"stop suspend 2022-01-01 00:00", "first partial 2022-01-02 00:00", "north partial 2022-01-03 00:00 | 城北"},
			"stop ~first ~north [城北]; stop ~first", ""},
		"a withdrawn stop stops nothing": {[]string{"stop suspend 2022-01-01 00:00 | gone"}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			service := &site.Service{ID: "s"}
			var stray []string
			milestones := facts(t, service, c.facts...)
			_, outages := course.Of(noticeOf(milestones), func(m *site.Milestone) { stray = append(stray, m.ID) })
			got := told(outages)
			if got != c.want || strings.Join(stray, " ") != c.stray {
				t.Errorf("have %s, stray %v; want %s, stray %s", got, stray, c.want, c.stray)
			}
		})
	}
}

// What a service does at the very instants, before and after them.
func TestStateAtAnInstant(t *testing.T) {
	service := &site.Service{ID: "s"}
	milestones := facts(t, service, "stop suspend 2021-12-30 20:00", "first partial 2021-12-31 24:00", "full resume 2022-01-02 08:00")
	c := courseOf(t, milestones)
	for at, want := range map[string]site.State{
		"2021-12-30 19:59": site.On, "2021-12-30 20:00": site.Off, "2021-12-31 23:59": site.Off, "2021-12-31 24:00": site.Partly, "2022-01-01 00:00": site.Partly,
		"2022-01-02 07:59": site.Partly, "2022-01-02 08:00": site.On, "2030-01-01 00:00": site.On,
	} {
		m, err := site.ParseMoment(at)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := c.At(m.Instant); got != want {
			t.Errorf("%s: have %s, want %s", at, got, want)
		}
	}
}

// A recovery by day says nothing of its hour: on that day nobody knows, unless it has
// hours, which count from that day on. An expected one may come later on its day.
func TestStateOnADayWithoutAnHour(t *testing.T) {
	hours := &site.Hours{Windows: []site.HourWindow{{From: 7 * 60, To: 23 * 60}}, Days: site.EveryDay}
	for _, kind := range []site.Kind{site.Partial, site.Resume} {
		back := site.On
		if kind == site.Partial {
			back = site.Partly
		}
		for name, c := range map[string]struct {
			hours    *site.Hours
			expected bool
			want     map[string]site.State
		}{
			"no hours": {nil, false, map[string]site.State{"2022-02-14 23:59": site.Off, "2022-02-15 00:00": site.Uncertain, "2022-02-15 23:59": site.Uncertain, "2022-02-16 00:00": back}},
			"hours": {hours, false, map[string]site.State{"2022-02-15 00:00": site.Off, "2022-02-15 06:59": site.Off, "2022-02-15 07:00": back, "2022-02-15 22:59": back, "2022-02-15 23:00": site.Off,
				"2022-02-16 06:59": site.Off, "2022-02-16 07:00": back, "2022-02-16 22:59": back, "2022-02-16 23:00": site.Off}},
			"expected": {hours, true, map[string]site.State{"2022-02-15 00:00": site.Uncertain, "2022-02-15 23:59": site.Uncertain, "2022-02-16 06:59": site.Off, "2022-02-16 07:00": site.Presumed}},
		} {
			milestones := facts(t, &site.Service{ID: "s"}, "stop suspend 2022-02-06 00:00", "back "+string(kind)+" 2022-02-15")
			milestones[1].Hours, milestones[1].Moment.Expected = c.hours, c.expected
			course := courseOf(t, milestones)
			for at, want := range c.want {
				m, _ := site.ParseMoment(at)
				if got, _ := course.At(m.Instant); got != want {
					t.Errorf("%s of a %s, %s: have %s, want %s", name, kind, at, got, want)
				}
			}
		}
	}
}
