package course

import (
	"slices"
	"time"

	"tonggao/generator/site"
)

// Together joins the courses that one region's notices give the same part of a
// service, so that it has one state there too. Where one notice tells parts apart
// that another does not, each of them has what both say. The worst that a notice
// claims holds; but a newer notice that has brought the service back answers an
// older one that never said when, one that tells the same stop decides how it ends, and a
// notice that has become history claims nothing. The courses keep the order of their notices, newest first.
func Together(courses []*site.Course) []*site.Course {
	var joined []*site.Course
	seen := map[string]bool{} // by id: a notice can have its own words for a service
	for _, c := range courses {
		if seen[c.Service.ID] {
			continue
		}
		seen[c.Service.ID] = true
		joined = append(joined, crossed(c.Service, spoken(c.Service, courses))...)
	}
	return joined
}

// spoken returns what each notice says of a service, newest first: its courses, or
// those of what it is part of where the notice does not name it.
func spoken(service *site.Service, courses []*site.Course) [][]*site.Course {
	var notices [][]*site.Course
	for i, c := range courses {
		if i > 0 && courses[i-1].Notice == c.Notice {
			continue
		}
		for s := service; s != nil; s = s.PartOf {
			own := slices.DeleteFunc(slices.Clone(courses), func(o *site.Course) bool { return o.Notice != c.Notice || o.Service.ID != s.ID })
			if len(own) > 0 {
				notices = append(notices, own)
				break
			}
		}
	}
	return notices
}

// crossed joins the courses of one service in several notices, a course for each
// part that they tell apart.
func crossed(service *site.Service, notices [][]*site.Course) []*site.Course {
	if len(notices) == 1 {
		return notices[0]
	}
	var rows []*site.Course
	for _, l := range common(notices) {
		var group []*site.Course
		for _, courses := range notices {
			if c := closest(courses, l); c != nil {
				group = append(group, c)
			}
		}
		row := *together(service, group)
		row.Service, row.Lane = service, l
		row.Outages = slices.DeleteFunc(slices.Clone(row.Outages), func(o *site.Outage) bool { return o.Service.ID != service.ID })
		rows = append(rows, &row)
	}
	markRest(rows)
	return rows
}

func together(service *site.Service, group []*site.Course) *site.Course {
	if len(group) == 1 {
		own := *group[0]
		own.Outages = slices.Clone(own.Outages)
		return &own
	}
	all := [][]site.Step{}
	var ends []site.Step
	for _, c := range group {
		for _, steps := range c.Alone {
			all = append(all, steps)
		}
		if !c.Notice.History.IsZero() {
			ends = append(ends, site.Step{From: c.Notice.History})
		}
	}
	instants := instantsOf(append(all, append([]site.Step{{}}, ends...))...)
	joined := *group[0]
	joined.Outages = nil
	for _, c := range group {
		joined.Sources = append(joined.Sources, c.Notice)
		joined.Outages = append(joined.Outages, c.Outages...)
	}
	slices.SortStableFunc(joined.Outages, func(a, b *site.Outage) int { return site.CompareMoments(a.Stop.Moment, b.Stop.Moment) })
	joined.Steps = along(instants, func(t time.Time) site.Step { return claimed(service, group, t) })
	return &joined
}

// claimed chooses among what several notices say of a service and of those that it
// is part of at one instant. Each is answered by itself: the whole that is back
// brings no part back which stopped on its own.
func claimed(service *site.Service, group []*site.Course, t time.Time) site.Step {
	claim := site.Step{State: site.On}
	for s := service; s != nil; s = s.PartOf {
		var newer [][]site.Step
		for _, c := range group {
			steps := c.Alone[s.ID]
			if steps == nil {
				continue
			}
			now := steps[site.StepAt(steps, t)]
			if past := c.Notice.IsHistory(t); !past && (now.State == site.On || !answered(steps, newer, t)) {
				claim = worse(claim, now)
			}
			newer = append(newer, steps)
		}
	}
	return claim
}

// answered reports whether a newer notice has brought a service back after an older one
// had it stand still since some stop, or tells that very stop itself: then it says how
// that ends. What has brought a service back stays true when its notice is history.
func answered(steps []site.Step, newer [][]site.Step, t time.Time) bool {
	i := site.StepAt(steps, t)
	still := i == len(steps)-1 && steps[i].State != site.Ended
	return slices.ContainsFunc(newer, func(n []site.Step) bool {
		s := n[site.StepAt(n, t)]
		return still && s.State == site.On && s.Cause != nil && s.From.After(steps[i].From) || retold(steps[i], s)
	})
}

// retold reports whether two steps are of outages that one stop begins.
func retold(a, b site.Step) bool {
	return a.Outage != nil && b.Outage != nil && a.Outage.Stop.Moment.Exact() && a.Outage.Stop.Moment.Same(b.Outage.Stop.Moment)
}
