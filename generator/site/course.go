package site

import (
	"slices"
	"time"
)

// A Course is how one service, in one lane of it, passes through the times of a
// notice. It is the one answer to how that service stands: every page, sheet,
// feed and terminal reads its steps.
type Course struct {
	Notice  *Notice
	Service *Service
	Lane    Lane
	Shared  bool      // others of the same service stand beside it
	Outages []*Outage // the service's own, in time order
	Steps   []Step    // in time order; the first holds from the beginning of time

	sources []*Notice           // those that it was joined from; nil for one notice's own
	alone   map[*Service][]Step // how the service and each that it is part of stand by themselves
}

// CoursesOf derives the courses of a notice's services, and the outages in them,
// from its milestones, which must be sorted. stray receives each recovery that
// ends no outage and each second stop inside an outage: both are an author's
// mistake.
func CoursesOf(n *Notice, stray func(*Milestone)) ([]*Course, []*Outage) {
	var courses []*Course
	var outages []*Outage
	used := map[*Milestone]bool{}
	for _, service := range n.Services {
		turns := turnsOf(service, n.Milestones)
		if len(turns) == 0 {
			continue
		}
		var own []*Course
		for _, lane := range lanes(withWholes(service, n.Milestones)) {
			c := &Course{Notice: n, Service: service, Lane: lane}
			var exists bool
			if c.alone, exists = stepsIn(lane, service, n.Milestones); !exists {
				continue
			}
			c.Steps = c.alone[service]
			for whole := service.PartOf; whole != nil; whole = whole.PartOf {
				c.Steps = worst(c.Steps, c.alone[whole])
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
		if m.turns() && !m.Withdrawn && len(m.Services) > 0 && !used[m] {
			stray(m)
		}
	}
	slices.SortStableFunc(outages, func(a, b *Outage) int { return compareMoments(a.Stop.Moment, b.Stop.Moment) })
	slices.SortStableFunc(courses, func(a, b *Course) int { return compareMoments(a.first(), b.first()) })
	return courses, outages
}

// withWholes returns the turns of a service and of those that it is a part of.
func withWholes(service *Service, milestones []*Milestone) [][]*Milestone {
	var chain [][]*Milestone
	for s := service; s != nil; s = s.PartOf {
		chain = append(chain, turnsOf(s, milestones))
	}
	return chain
}

// stepsIn returns how a service, and each that it is part of, stands by itself in a
// lane, and false where that is no lane of it.
func stepsIn(l Lane, service *Service, milestones []*Milestone) (map[*Service][]Step, bool) {
	alone := map[*Service][]Step{}
	for s := service; s != nil; s = s.PartOf {
		outages, exists := outagesIn(l, s, turnsOf(s, milestones), map[*Milestone]bool{})
		if !exists {
			return nil, false
		}
		alone[s] = stepsOf(outages)
	}
	return alone, true
}

// first is the moment at which the course leaves its beginning.
func (c *Course) first() Moment {
	if len(c.Outages) > 0 {
		return c.Outages[0].Stop.Moment
	}
	return c.Steps[1].Cause.Moment
}

// mergeCourses joins the lanes that pass through the same outages and steps. Places
// are joined only when all are alike: a lane has one name.
func mergeCourses(courses []*Course) []*Course {
	var merged []*Course
	for _, c := range courses {
		i := slices.IndexFunc(merged, func(d *Course) bool { return d.Lane.Scope == c.Lane.Scope && d.alike(c) })
		if i < 0 {
			merged = append(merged, c)
			continue
		}
		merged[i].join(c)
	}
	if len(merged) < 2 || slices.ContainsFunc(merged, func(c *Course) bool { return !c.alike(merged[0]) }) {
		return merged
	}
	for _, c := range merged[1:] {
		merged[0].join(c)
	}
	return merged[:1]
}

// alike reports whether two courses pass through the same outages and steps.
func (c *Course) alike(d *Course) bool {
	return slices.EqualFunc(c.Outages, d.Outages, (*Outage).same) && slices.EqualFunc(c.Steps, d.Steps, Step.same)
}

// join widens the course's lane by that of one alike.
func (c *Course) join(d *Course) {
	c.Lane = c.Lane.join(d.Lane)
	for _, o := range c.Outages {
		o.Lane = c.Lane
	}
}

// At returns how the service stands at an instant, and the step that says so.
// In a step that keeps hours they decide.
func (c *Course) At(t time.Time) (State, int) {
	i := stepAt(c.Steps, t)
	return c.Steps[i].At(t), i
}

// Expires returns when the last of its notices becomes history, zero for never.
func (c *Course) Expires() time.Time {
	last := c.Notice.History
	for _, n := range c.sources {
		if n.History.IsZero() || last.IsZero() {
			return time.Time{}
		}
		if n.History.After(last) {
			last = n.History
		}
	}
	return last
}

// Settled returns the turns of the course: its steps, those that only settle what
// the one before them has begun joined to that one.
func (c *Course) Settled() []Step {
	var turns []Step
	for _, s := range c.Steps {
		if n := len(turns); n > 0 && turns[n-1].Cause == s.Cause && turns[n-1].Over == s.Over && s.Cause != nil {
			turns[n-1].State, turns[n-1].Parts = s.State, s.Parts
			continue
		}
		turns = append(turns, s)
	}
	return turns
}

// For reports whether the course concerns an audience; nil means everyone.
func (c *Course) For(a *Audience) bool { return concerns(c.Lane.Audience, a) }

// Has reports whether a milestone is one of the course's turns.
func (c *Course) Has(m *Milestone) bool {
	return slices.ContainsFunc(c.Outages, func(o *Outage) bool { return slices.Contains(o.Turns(), m) })
}

// Holds reports whether what a milestone says is about just this course: it is one
// of its turns, or it names the service and the same part of it.
func (c *Course) Holds(m *Milestone) bool {
	if c.Has(m) {
		return true
	}
	inScope := m.Scope == c.Lane.Scope || c.Lane.Scope == ""
	return !c.Lane.Rest && inScope && m.Concerns(c.Service) && partOf(m.Audience, c.Lane.Audience) && partOf(m.Channels, c.Lane.Channels)
}

// Course returns the one course of the notice that a milestone belongs to, or
// nil where it belongs to none or to several.
func (m *Milestone) Course() *Course {
	var found *Course
	for _, c := range m.Notice.Courses {
		if !c.Holds(m) {
			continue
		}
		if found != nil {
			return nil
		}
		found = c
	}
	return found
}
