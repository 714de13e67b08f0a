package course_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"tonggao/generator/course"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// eachNotice gives notices of any form that the reader takes.
func eachNotice(t *testing.T, sites int, see func(*site.Notice)) {
	t.Helper()
	read := 0
	for seed := range uint64(sites) {
		s, _, err := source.Read(testkit.AnySite(rand.New(rand.NewPCG(seed, 7))))
		if err != nil {
			t.Fatal(err)
		}
		if s == nil {
			continue
		}
		read++
		for _, n := range s.Notices() {
			see(n)
		}
	}
	if read < sites*9/10 {
		t.Errorf("the reader took %d of %d sites", read, sites)
	}
}

// A course has a step for every instant, in order; it begins with a service that
// works, and each step says something new.
func TestStepsAreTotalAndSingle(t *testing.T) {
	eachNotice(t, 600, func(n *site.Notice) {
		for _, c := range n.Courses {
			if first := c.Steps[0]; !first.From.IsZero() || first.State != site.On || first.Cause != nil {
				t.Errorf("%s %s begins with %+v", n.ID, c.Service.ID, first)
			}
			for i, s := range c.Steps[1:] {
				if before := c.Steps[i]; !s.From.After(before.From) || s.Cause == nil || s.Outage == nil {
					t.Errorf("%s %s: step %d (%s %s) does not follow %s %s", n.ID, c.Service.ID, i+1, s.From, s.State, before.From, before.State)
				}
			}
		}
	})
}

// Every part of a service has one course: no two courses of a notice are of the
// same part.
func TestCoursesDoNotOverlap(t *testing.T) {
	eachNotice(t, 600, func(n *site.Notice) {
		seen := map[string]bool{}
		for _, c := range n.Courses {
			if seen[c.Key()] {
				t.Errorf("%s has two courses of %s %+v", n.ID, c.Service.ID, c.Lane)
			}
			seen[c.Key()] = true
		}
	})
}

// What is part of a service is never on while the whole is off.
func TestPartsFollowTheWhole(t *testing.T) {
	compared := 0
	eachNotice(t, 600, func(n *site.Notice) {
		for _, part := range n.Courses {
			for _, whole := range n.Courses {
				if part.Service.PartOf != whole.Service || whole.Key()[len(whole.Service.ID):] != part.Key()[len(part.Service.ID):] {
					continue
				}
				for _, s := range whole.Steps[1:] {
					state, _ := part.At(s.From)
					if w, _ := whole.At(s.From); w == site.Off && (state == site.On || state == site.Partly) {
						t.Errorf("%s: %s is %s while %s is off", n.ID, part.Service.ID, state, whole.Service.ID)
					}
					compared++
				}
			}
		}
	})
	if compared < 50 {
		t.Error("only", compared, "instants were compared")
	}
}

// One region's notices give a service one state, and a notice that has become
// history none.
func TestTogether(t *testing.T) {
	at := func(written string) time.Time { return testkit.At(t, written).Instant }
	water := &site.Service{ID: "water", Name: "供水"}
	notice := func(id, issued string, lines ...[3]string) *site.Notice {
		n := &site.Notice{ID: id, Issued: testkit.Day(t, issued), Region: &site.Region{}, Services: []*site.Service{water}, Revisions: []site.Revision{{Number: 1, On: testkit.Day(t, issued)}}}
		for _, l := range lines {
			m := &site.Milestone{ID: l[0], Kind: site.Kind(l[1]), Notice: n, Services: n.Services, Moment: testkit.At(t, l[2])}
			n.Milestones = append(n.Milestones, m)
		}
		testkit.Settle(n)
		n.History = n.Becomes(30)
		return n
	}
	first := notice("a/1", "2024-05-01", [3]string{"stop", "suspend", "2024-05-02 08:00"}, [3]string{"back", "resume", ""})
	later := notice("a/2", "2024-05-03", [3]string{"stop", "suspend", "2024-05-03 08:00"}, [3]string{"back", "resume", "2024-05-05 08:00"})
	short := notice("a/3", "2024-05-04", [3]string{"stop", "suspend", "2024-05-04 08:00"}, [3]string{"back", "resume", "2024-05-04 10:00"})
	sooner := notice("a/4", "2024-05-04", [3]string{"stop", "suspend", "2024-05-03 08:00"}, [3]string{"back", "resume", "2024-05-04 18:00"})
	longer := notice("a/5", "2024-05-04", [3]string{"stop", "suspend", "2024-05-03 08:00"}, [3]string{"back", "resume", "2024-05-06 18:00"})
	long := notice("a/6", "2024-05-01", [3]string{"stop", "suspend", "2024-05-02 08:00"}, [3]string{"back", "resume", ""}, [3]string{"fee", "rule", "2024-06-15 08:00"})
	for _, c := range []struct {
		name    string
		notices []*site.Notice
		at      string
		want    site.State
	}{
		{"one notice leaves it open", []*site.Notice{first}, "2024-05-20 08:00", site.Off},
		{"a newer one answers it", []*site.Notice{later, first}, "2024-05-05 08:00", site.On},
		{"not before its recovery", []*site.Notice{later, first}, "2024-05-05 07:59", site.Off},
		{"a shorter stop inside a longer one ends nothing", []*site.Notice{short, later}, "2024-05-04 12:00", site.Off},
		{"history claims nothing", []*site.Notice{first}, "2024-07-01 08:00", site.Off},
		{"history claims nothing beside another", []*site.Notice{short, first}, "2024-07-01 08:00", site.On},
		{"who tells the same stop decides: it is back", []*site.Notice{sooner, later}, "2024-05-04 20:00", site.On},
		{"who tells the same stop decides: not yet", []*site.Notice{longer, later}, "2024-05-05 09:00", site.Off},
		{"what was answered stays so", []*site.Notice{short, long}, "2024-06-20 08:00", site.On},
	} {
		var courses []*site.Course
		for _, n := range c.notices {
			courses = append(courses, n.Courses...)
		}
		joined := course.Together(courses)
		if len(joined) != 1 {
			t.Fatal(c.name, len(joined), "courses")
		}
		if got, _ := joined[0].At(at(c.at)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// Every standing of the table holds, in each notice's courses joined; also where each
// notice calls its services, audiences and channels what no other does.
func TestStandings(t *testing.T) {
	t.Run("the site's words", func(t *testing.T) { testStandings(t, "") })
	t.Run("words of each notice", func(t *testing.T) {
		testStandings(t, "[service.water]\noff = \"停水\"\n[audience.p0]\nname = \"居民\"\n[channel.c0]\nname = \"柜台\"\n")
	})
}

func testStandings(t *testing.T, words string) {
	for _, x := range testkit.Standings {
		r := regionOf(t, x, words)
		for _, claim := range x.Claims(t, course.Together(coursesOf(r))) {
			state, _ := claim.Course.At(claim.At)
			if n := claim.Course.Notice; n.IsHistory(claim.At) && len(r.Notices) == 1 {
				state = "history"
			}
			if string(state) != claim.State {
				t.Errorf("%s: %s is %s at %s, want %s", x.Name, claim.Course.Service.ID, state, claim.At, claim.State)
			}
		}
	}
}

// regionOf is the region of a standing, whose notices have words of their own.
func regionOf(t *testing.T, x testkit.Standing, words string) *site.Region {
	t.Helper()
	s, problems, err := source.Read(x.Files(words))
	if err != nil || s == nil {
		t.Fatal(x.Name, problems, err)
	}
	return s.Regions[0]
}

func coursesOf(r *site.Region) []*site.Course {
	var all []*site.Course
	for _, n := range r.Notices {
		all = append(all, n.Courses...)
	}
	return all
}

// A bar shows the course that a milestone belongs to, and no other: nobody's where it
// names no service, its own place's where it names one.
func TestCourseOfAMilestone(t *testing.T) {
	x := testkit.Standing{Name: "courses", Site: "[service.card]\nname = \"水卡\"\n", Notices: []string{`
		s suspend water | at = "2024-05-01 08:00"
		w resume water | at = "2024-05-03 08:00" | scope = "西区"
		e resume water | at = "2024-05-05 08:00" | scope = "东区"
		rule rule water | at = "2024-05-04" | scope = "西区" | label = "检查"
		none deadline | at = "2024-05-04 12:00" | includes_day = false | label = "缴费"
		card deadline card | at = "2024-05-04 12:00" | includes_day = false | label = "缴费"
		both rule water | at = "2024-05-04 14:00" | label = "检查"`}}
	n := regionOf(t, x, "").Notices[0]
	for id, scope := range map[string]string{"w": "西区", "e": "东区", "rule": "西区", "none": "-", "card": "-", "both": "-", "s": "-"} {
		course := n.Milestone(id).Course()
		switch {
		case course == nil && scope != "-":
			t.Errorf("%s has no course, want that of %s", id, scope)
		case course != nil && course.Lane.Scope != scope:
			t.Errorf("%s has the course of %q, want %s", id, course.Lane.Scope, scope)
		}
	}
	last := n.Milestone("rule").Course().Steps
	if by := last[len(last)-1].Cause.ID; by != "w" {
		t.Errorf("the course of a rule for 西区 ends with %s", by)
	}
}
