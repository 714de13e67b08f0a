package draft

import (
	"slices"
	"time"

	"tonggao/generator/site"
)

// settle makes the sketches fit one another: a service stops before it comes
// back, an instant is written once, and every one gets its name.
func (d *drafter) settle() {
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

// fit mends a sketch that does not fit: the stop before it has no end of its own then;
// or there is none, and the draft asks for it; else it is a date.
func (d *drafter) fit(s *sketch) {
	if s.kind == site.Suspend && d.endsItself(s) {
		return
	}
	if s.kind == site.Suspend || s.kind == site.Opening {
		s.demote("这项业务此前已经暂停，暂按重要日期：是另一项业务，还是改写")
		return
	}
	if !s.tbd {
		for _, o := range d.sketches {
			if o.tbd && o.service == s.service && o.kind == site.Resume {
				o.demote("正文另写了恢复的时间，这里另行通知的是什么")
				return
			}
		}
	}
	stopped := false
	for _, o := range d.sketches {
		if o.service != s.service || o.kind != site.Suspend && o.state == "" || o.withdrawn || o == s {
			continue
		}
		if stopped = true; o.until != nil && s.before != nil && s.later == nil && o.until.Exact() && o.until.Instant.Before(s.before.Instant) && o.moment.Instant.Before(s.before.Instant) {
			s.later, o.until = o.until, nil // back between the stated end and the latest time
			return
		}
		if o.until != nil && o.until.End().Compare(s.order()) <= 0 && !o.moment.Instant.After(s.order()) {
			if !o.until.Same(s.moment) {
				o.asks("原文既写了截止时间，又写了此后恢复，本条未写截止时间，请定以哪个为准")
			}
			o.until = nil
			return
		}
	}
	if stopped || s.order().IsZero() && !s.tbd {
		s.demote("这项业务此前没有暂停，或已全面恢复，暂按重要日期")
		return
	}
	d.unknownStop(s)
}

// endsItself gives the stop of a day before another one that day as its end: 9日闭馆，
// 18日闭馆.
func (d *drafter) endsItself(later *sketch) bool {
	for _, o := range d.sketches {
		day := o.kind == site.Suspend && o.until == nil && !o.since && !o.withdrawn && o.moment.Precision == site.ToDay && o.before == nil && !o.tbd
		if day && o != later && o.service == later.service && o.moment.Instant.Before(later.moment.Instant) {
			o.until = &o.moment
			o.asks("原文没有写何时恢复，暂按只停当日")
			return true
		}
	}
	return false
}

// order is where a sketch stands in time.
func (s *sketch) order() (at time.Time) {
	switch {
	case s.moment.Known() && s.before == nil && s.later == nil:
		return s.moment.Instant
	case s.before != nil:
		return s.before.Instant
	case s.later != nil:
		return s.later.Instant
	}
	return at
}

// unknownStop adds the stop that a recovery speaks of and the text does not tell: no
// time, and a question.
func (d *drafter) unknownStop(s *sketch) {
	stop := &sketch{kind: site.Suspend, service: s.service, tbd: true, scope: s.scope, start: s.start, text: d.nameOf(s.service) + "暂停"}
	stop.rests("原文只写恢复，没有写何时暂停")
	stop.asks("原文没有写何时暂停：补写时间；如果本来没有暂停，删去本条，恢复改为 rule")
	if !s.tbd {
		stop.tbd, stop.before = false, &s.moment
		if s.before != nil {
			stop.before = s.before
		} else if s.later != nil {
			stop.before = s.later
		}
		stop.leads = s
	}
	for _, o := range d.sketches {
		if o.leads == s {
			o.leads, stop = nil, nil
			s.demote("这项业务此前没有暂停，暂按重要日期")
			d.sketches = slices.DeleteFunc(d.sketches, func(x *sketch) bool { return x == o })
			return
		}
	}
	d.sketches = append(d.sketches, stop)
}

// demote turns a sketch into a rule, which the draft asks about.
func (s *sketch) demote(question string) {
	if s.moment.Known() || s.tbd {
		s.before, s.later = nil, nil
	}
	s.kind, s.permanent, s.until, s.state, s.scope = site.Rule, false, nil, "", ""
	s.asks(question)
	if s.label == "" {
		s.label = labelOf(s.text)
	}
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
