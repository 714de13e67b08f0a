package plan_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// light weighs an event as next to nothing, so that the count alone limits.
func light(*site.Milestone) int { return 1 }

// TestFeedKeepsWhatEndsLast shows the limit of a feed, the archives of what it
// dropped, and the note that says so.
func TestFeedKeepsWhatEndsLast(t *testing.T) {
	s := testkit.Crowd(t, 300) // 2,100 events, of 2013 to 2022
	first := s.Regions[8].Notices[0].Milestone("settlement-stop")
	first.Moment = testkit.At(t, "2000-01-01 08:00") // began long ago and still lasts
	back := s.Regions[8].Notices[0].Milestone("settlement-first")
	back.Moment = testkit.At(t, "2022-06-01")
	s.Regions[8].Notices[0].Milestone("settlement-full").Moment = testkit.At(t, "2022-06-02")
	testkit.Settle(s.Regions[8].Notices[0])
	p, problems := plan.Make(s, plan.Options{Weigh: light})
	kept := p.Events("calendar.ics")
	sorted := slices.IsSortedFunc(kept, func(a, b *site.Milestone) int {
		x, _ := a.Span()
		y, _ := b.Span()
		return cmp.Or(x.From.Compare(y.From), cmp.Compare(a.Notice.ID, b.Notice.ID), cmp.Compare(a.ID, b.ID))
	})
	if len(kept) != 999 || !slices.Contains(kept, first) || !sorted {
		t.Errorf("%d events, in order: %v, the long outage: %v", len(kept), sorted, slices.Contains(kept, first))
	}
	if problems.Count(problem.Note) != 1 || problems.Failed() || !strings.Contains(problems[0].Message, "output/calendar.ics holds the 999 milestones that end last, of 2100") {
		t.Errorf("problems: %v", problems)
	}
	all := slices.Clone(kept)
	for _, o := range p.Archives(nil) {
		for _, m := range p.Events(o.Path) {
			span, _ := m.Span()
			if span.From.In(site.China).Year() != o.Year || !strings.HasPrefix(o.Path, "archive/2") {
				t.Errorf("%s has a milestone of %s", o.Path, span.From)
			}
			if !slices.Contains(all, m) {
				all = append(all, m)
			}
		}
	}
	if len(all) != 2100 {
		t.Errorf("%d milestones are somewhere, of 2100", len(all))
	}
}

// TestEveryWindowCounts shows that what keeps hours counts with all of its events, in a
// small feed too.
func TestEveryWindowCounts(t *testing.T) {
	s := testkit.Crowd(t, 5) // 35 milestones
	days := []site.Day{}
	for day := (site.Day{Year: 2021, Month: 12, Day: 1}); len(days) < 300; day = day.Add(1) {
		days = append(days, day)
	}
	until := testkit.At(t, "2022-12-31")
	for _, r := range s.Regions {
		r.Notices[0].Outages = nil // no recovery ends them
		for _, m := range r.Notices[0].Milestones {
			if m.Kind == site.Suspend && m.Moment.Known() {
				m.Moment, m.Until = testkit.At(t, "2021-12-01"), &until
				m.Hours = &site.Hours{Windows: []site.HourWindow{{From: 480, To: 720}}, Days: 1, Also: days}
			}
		}
	}
	p, _ := plan.Make(s, plan.Options{Weigh: light})
	events, archived := 0, 0
	for _, m := range p.Events("calendar.ics") {
		events += max(1, len(m.Series()))
	}
	for _, o := range p.Archives(nil) {
		archived += len(p.Events(o.Path))
	}
	if events >= 1000 || events < 500 || archived == 0 {
		t.Errorf("%d events, %d milestones in archives", events, archived)
	}
}

// TestWeightLimitsToo shows that octets cut a feed, an archive into parts too.
func TestWeightLimitsToo(t *testing.T) {
	s := testkit.Crowd(t, 90) // 630 events
	for _, r := range s.Regions {
		for _, m := range r.Notices[0].Milestones {
			if m.Moment.Known() {
				m.Moment = testkit.At(t, "2021-12-24 17:00")
			}
		}
		testkit.Settle(r.Notices[0])
	}
	p, problems := plan.Make(s, plan.Options{Weigh: func(*site.Milestone) int { return 4000 }})
	paths := []string{}
	for _, o := range p.Archives(nil) {
		paths = append(paths, o.Path)
	}
	if len(p.Events("calendar.ics")) != 246 || strings.Join(paths, " ") != "archive/2021.ics archive/2021-2.ics archive/2021-3.ics" || problems.Count(problem.Note) != 1 {
		t.Errorf("%d events, archives %v, %v", len(p.Events("calendar.ics")), paths, problems)
	}
	small, problems := plan.Make(testkit.Crowd(t, 90), plan.Options{Weigh: light})
	if len(small.Archives(nil)) != 0 || len(problems) != 0 {
		t.Errorf("a feed that fits was cut: %v", problems)
	}
}

// TestWithdrawnLeaves shows that a withdrawn milestone stays until 30 days after
// its date, counted to the newest revision of any notice.
func TestWithdrawnLeaves(t *testing.T) {
	for newest, stays := range map[string]bool{"2021-12-21": true, "2022-02-01": true, "2022-02-02": false, "2023-01-01": false} {
		s := testkit.Crowd(t, 2)
		m := s.Regions[0].Notices[0].Milestone("settlement-full") // 2022-01-02, to 8:30
		m.Withdrawn = true
		testkit.Settle(m.Notice)
		other := s.Regions[1].Notices[0]
		other.Revisions = append(other.Revisions, site.Revision{Number: 2, On: testkit.Day(t, newest)})
		p, _ := plan.Make(s, plan.Options{})
		if slices.Contains(p.Events("calendar.ics"), m) != stays {
			t.Errorf("newest revision %s: stays %v, want %v", newest, !stays, stays)
		}
	}
}

// TestServicesOfOneName shows one feed where two notices word a service their own way.
func TestServicesOfOneName(t *testing.T) {
	s := testkit.Changshu(t)
	r := s.Regions[0]
	again := *r.Notices[0]
	own := &site.Service{ID: "settlement", Name: "联网结算"}
	again.ID, again.Folder, again.Services = r.ID+"/2022-again", "2022-again", []*site.Service{own}
	again.Milestones = []*site.Milestone{{ID: "stop", Kind: site.Suspend, Services: []*site.Service{own}, Moment: testkit.At(t, "2022-05-01 08:00")}}
	again.Outages, again.Courses, again.Editions = nil, nil, nil
	testkit.Settle(&again)
	r.Notices = []*site.Notice{&again, r.Notices[0]}
	p, problems := plan.Make(s, plan.Options{})
	if n := len(p.Events(r.ID + "/service/settlement.ics")); problems.Failed() || n != 4 {
		t.Errorf("%d events of both notices: %v", n, problems)
	}
}

func TestContentType(t *testing.T) {
	for path, want := range map[string]string{
		"calendar.ics": "text/calendar; charset=utf-8", "a/event.ics": "text/calendar; charset=utf-8", "a/feed.xml": "application/atom+xml; charset=utf-8",
		"sitemap.xml": "application/xml; charset=utf-8", "notices.json": "application/json; charset=utf-8", "x.pdf": "application/pdf",
		"index.html": "text/html; charset=utf-8", "LICENSE": "",
	} {
		if have := plan.ContentType(path); have != want {
			t.Errorf("%s is %q, want %q", path, have, want)
		}
	}
}

func TestWebcal(t *testing.T) {
	p := &plan.Plan{Site: &site.Site{BaseURL: "https://tonggao.example/x"}}
	if have := p.Webcal("a/calendar.ics"); have != "webcal://tonggao.example/x/a/calendar.ics" {
		t.Error(have)
	}
}
