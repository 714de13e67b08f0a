package draft

import (
	"slices"

	"tonggao/generator/site"
)

// settle makes the sketches fit one another: a service stops before it comes
// back, an instant is written once, and every one gets its name.
func (d *drafter) settle() {
	d.refine()
	d.scopes()
	d.hang()
	for range 3 * len(d.sketches) {
		stray := d.stray()
		if stray == nil {
			break
		}
		d.fit(stray)
	}
	d.name()
	for i, s := range d.sketches {
		d.lean(i, s)
	}
}

// refine drops the stop of a day where the same service stops that day for a window: 10月
// 11日将分两批停气：8时至16时…….
func (d *drafter) refine() {
	d.sketches = slices.DeleteFunc(d.sketches, func(s *sketch) bool {
		day := s.kind == site.Suspend && s.moment.Precision == site.ToDay && s.until == nil && s.before == nil && !s.withdrawn && !s.tbd && s.from == nil && !s.since
		if !day {
			return false
		}
		for _, o := range d.sketches {
			if o.kind == site.Suspend && o.service == s.service && o.moment.Exact() && o.until != nil && !o.withdrawn && o.moment.Day() == s.moment.Day() {
				for at, held := range d.at {
					if held == s {
						delete(d.at, at)
					}
				}
				return true
			}
		}
		return false
	})
}

// scopes gives what comes back the scope of the one stop that it can belong to, and
// takes scopes away where they would part a stop from its recovery.
func (d *drafter) scopes() {
	for _, s := range d.sketches {
		if s.kind == site.Suspend || s.service == "" || s.withdrawn {
			continue
		}
		var of []string
		whole := false
		for _, o := range d.sketches {
			if o.kind == site.Suspend && o.service == s.service && !o.withdrawn {
				whole = whole || o.scope == ""
				if !slices.Contains(of, o.scope) {
					of = append(of, o.scope)
				}
			}
		}
		switch {
		case len(of) == 0 || whole && s.scope != "" || slices.Contains(of, s.scope):
		case len(of) == 1:
			s.scope = of[0]
		default:
			s.scope = ""
			for _, o := range d.sketches {
				if o.service == s.service {
					o.scope = ""
				}
			}
		}
	}
}

// hang lets what is to be announced follow the last that its service does.
func (d *drafter) hang() {
	for _, s := range d.sketches {
		if !s.tbd || s.service == "" {
			continue
		}
		for _, o := range d.sketches {
			turns := o.kind == site.Suspend || o.kind == site.Partial
			if o.service == s.service && turns && o.moment.Known() && !o.withdrawn && (s.after == nil || !o.moment.Instant.Before(s.after.moment.Instant)) {
				s.after = o
			}
		}
	}
}

// milestone is what the sketch will be to the site.
func (s *sketch) milestone(service *site.Service) *site.Milestone {
	m := &site.Milestone{ID: s.id, Kind: s.kind, Moment: s.moment, Until: s.until, State: s.state, Permanent: s.permanent, Scope: s.scope, Withdrawn: s.withdrawn, Services: []*site.Service{service}}
	m.Moment.Gradual, m.Moment.Expected, m.Moment.Pending = s.gradual, s.expected, s.tbd
	switch {
	case s.tbd:
		m.Moment = site.Moment{Pending: true}
		if s.after != nil {
			after := s.after.moment
			m.Moment.After = &after
		}
	case s.before != nil || s.later != nil:
		m.Moment = site.Moment{Before: s.before, After: s.later}
	}
	return m
}

// stray returns a sketch that brings back what has not stopped, or stops what has.
func (d *drafter) stray() *sketch {
	services := map[string]*site.Service{}
	n := &site.Notice{}
	made := map[*site.Milestone]*sketch{}
	for _, s := range d.sketches {
		if s.service == "" || s.kind == site.Deadline || s.kind == site.Rule {
			continue
		}
		if services[s.service] == nil {
			services[s.service] = &site.Service{ID: s.service, Name: d.nameOf(s.service)}
			n.Services = append(n.Services, services[s.service])
		}
		m := s.milestone(services[s.service])
		made[m], m.Notice = s, n
		n.Milestones = append(n.Milestones, m)
	}
	site.SortMilestones(n.Milestones)
	var first *sketch
	site.CoursesOf(n, func(m *site.Milestone) {
		if first == nil {
			first = made[m]
		}
	})
	return first
}

// tails are the endings of ids by kind.
var tails = map[site.Kind]string{site.Suspend: "-stop", site.Partial: "-first", site.Resume: "-full", site.Opening: "-open"}

// name gives every sketch its id: settlement-stop, deadline-1.
func (d *drafter) name() {
	counts := map[site.Kind]int{}
	for _, s := range d.sketches {
		tail, turns := tails[s.kind]
		switch {
		case turns && s.tbd && s.kind == site.Resume:
			s.id = d.id(s.service + "-pending")
		case turns:
			s.id = d.id(s.service + tail)
		default:
			counts[s.kind]++
			s.id = d.id(string(s.kind) + "-" + digits(counts[s.kind]))
		}
	}
}

// lean lets a sketch follow the first one that has its instant, those that turn
// a service before others: an instant is written once.
func (d *drafter) lean(i int, s *sketch) {
	if s.follows != nil || !s.leans() {
		return
	}
	turns := s.kind != site.Deadline && s.kind != site.Rule
	for j, o := range d.sketches {
		otherTurns := o.kind != site.Deadline && o.kind != site.Rule
		if o == s || o.follows != nil || !o.leans() || !o.moment.Same(s.moment) || s.expected != o.expected {
			continue
		}
		if turns == otherTurns && j < i || !turns && otherTurns {
			s.follows = o
			s.rests("时刻与 " + o.id + " 相同，写成跟随它；如果只是碰巧相同，改写时间")
			return
		}
	}
}

// leans reports whether a sketch has an instant that another can share.
func (s *sketch) leans() bool {
	return !s.tbd && !s.withdrawn && s.from == nil && s.before == nil && s.later == nil && s.moment.Exact()
}
