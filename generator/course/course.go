// Package course works out how services pass through the times of notices: which stop
// meets which recovery, which parts of a service go their own way, what a notice says
// between its times, and what several notices say together.
//
// Its input and its output are values of package site; it words nothing, draws nothing
// and reads no clock. Four steps follow each other: lanes cuts a service into the parts
// that its milestones tell apart, outagesIn pairs stops with recoveries in one part,
// stepsOf lays them out in time, mergeCourses joins the parts that nothing tells apart any
// more. Begin reading at Of; Together does the same across a region's notices.
package course

import (
	"slices"

	"tonggao/generator/site"
)

// Of derives the courses of a notice's services, and the outages in them,
// from its milestones, which must be sorted. stray receives each recovery that
// ends no outage and each second stop inside an outage: both are an author's
// mistake.
func Of(n *site.Notice, stray func(*site.Milestone)) ([]*site.Course, []*site.Outage) {
	var courses []*site.Course
	var outages []*site.Outage
	used := map[*site.Milestone]bool{}
	for _, service := range n.Services {
		turns := turnsOf(service, n.Milestones)
		if len(turns) == 0 {
			continue
		}
		var own []*site.Course
		for _, lane := range lanes(withWholes(service, n.Milestones)) {
			c := &site.Course{Notice: n, Service: service, Lane: lane}
			var exists bool
			if c.Alone, exists = stepsIn(lane, service, n.Milestones); !exists {
				continue
			}
			c.Steps = c.Alone[service.ID]
			for whole := service.PartOf; whole != nil; whole = whole.PartOf {
				c.Steps = worst(c.Steps, c.Alone[whole.ID])
			}
			c.Outages, _ = outagesIn(lane, service, turns, used)
			for _, o := range c.Outages {
				outages = merge(outages, o)
			}
			if len(c.Outages) > 0 || len(c.Steps) > 1 {
				own = append(own, c)
			}
		}
		own = mergeCourses(own)
		markRest(own)
		courses = append(courses, own...)
	}
	for _, m := range n.Milestones {
		if isTurn(m) && !m.Withdrawn && len(m.Services) > 0 && !used[m] {
			stray(m)
		}
	}
	slices.SortStableFunc(outages, func(a, b *site.Outage) int { return site.CompareMoments(a.Stop.Moment, b.Stop.Moment) })
	slices.SortStableFunc(courses, func(a, b *site.Course) int { return site.CompareMoments(firstMoment(a), firstMoment(b)) })
	return courses, outages
}

// withWholes returns the turns of a service and of those that it is a part of.
func withWholes(service *site.Service, milestones []*site.Milestone) [][]*site.Milestone {
	var chain [][]*site.Milestone
	for s := service; s != nil; s = s.PartOf {
		chain = append(chain, turnsOf(s, milestones))
	}
	return chain
}

// stepsIn returns how a service, and each that it is part of, stands by itself in a
// lane, by their ids, and false where that is no lane of it.
func stepsIn(l site.Lane, service *site.Service, milestones []*site.Milestone) (map[string][]site.Step, bool) {
	alone := map[string][]site.Step{}
	for s := service; s != nil; s = s.PartOf {
		outages, exists := outagesIn(l, s, turnsOf(s, milestones), nil)
		if !exists {
			return nil, false
		}
		alone[s.ID] = stepsOf(outages)
	}
	return alone, true
}

// firstMoment is the moment at which the course leaves its beginning.
func firstMoment(c *site.Course) site.Moment {
	if len(c.Outages) > 0 {
		return c.Outages[0].Stop.Moment
	}
	return c.Steps[1].Cause.Moment
}

// mergeCourses joins the lanes that pass through the same outages and steps. Places
// are joined only when all are alike: a lane has one name.
func mergeCourses(courses []*site.Course) []*site.Course {
	var merged []*site.Course
	for _, c := range courses {
		i := slices.IndexFunc(merged, func(d *site.Course) bool { return d.Lane.Scope == c.Lane.Scope && alike(d, c) })
		if i < 0 {
			merged = append(merged, c)
			continue
		}
		widen(merged[i], c)
	}
	if len(merged) < 2 || slices.ContainsFunc(merged, func(c *site.Course) bool { return !alike(c, merged[0]) }) {
		return merged
	}
	for _, c := range merged[1:] {
		widen(merged[0], c)
	}
	return merged[:1]
}

// alike reports whether two courses pass through the same outages and steps.
func alike(c, d *site.Course) bool {
	return slices.EqualFunc(c.Outages, d.Outages, sameOutage) && slices.EqualFunc(c.Steps, d.Steps, sameStep)
}

// widen widens the course's lane by that of one alike.
func widen(c, d *site.Course) {
	c.Lane = join(c.Lane, d.Lane)
	for _, o := range c.Outages {
		o.Lane = c.Lane
	}
}
