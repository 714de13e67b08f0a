package sketch

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"tonggao/generator/course"
	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/site"
)

// Settle makes the sketches fit one another: a service stops before it comes
// back, an instant is written once, and every one gets its name.
func (d *Sheet) Settle() {
	d.backwards()
	d.refine()
	d.joinDays()
	d.scopes()
	d.yield()
	d.stages()
	d.hang()
	tries := map[*Sketch]int{}
	for stray := d.stray(); stray != nil; stray = d.stray() {
		if tries[stray]++; tries[stray] > 3 { // what mends it spoils another: neither is sure
			stray.demote("与前后的暂停、恢复对不上，暂按重要日期，请核对")
			continue
		}
		d.fit(stray)
	}
	d.Coined = slices.DeleteFunc(d.Coined, func(c *Coined) bool {
		return !slices.ContainsFunc(d.Sketches, func(s *Sketch) bool { return s.Service == c.ID })
	})
	d.name()
	for i, s := range d.Sketches {
		d.lean(i, s)
	}
}

// backwards takes away the end of a window that is not after its begin, and asks.
func (d *Sheet) backwards() {
	for _, s := range d.Sketches {
		if s.Until == nil || s.Until.End().After(s.Moment.Instant) {
			continue
		}
		s.Until = nil
		maps.DeleteFunc(d.Ends, func(_ int, held *Sketch) bool { return held == s })
		s.Asks("原文的截止时间不晚于开始时间，本条未写截止时间，请核对")
	}
}

// refine drops what the text tells once more and less exactly: 10月11日将分两批停气：8时至16时……;
// 25日至29日对下列线路停电：……; 3日8时恢复……3日恢复.
func (d *Sheet) refine() {
	d.Sketches = slices.DeleteFunc(d.Sketches, func(s *Sketch) bool {
		whole := !s.Moment.Exact() && s.Moment.Known() && s.Before == nil && s.Later == nil && !s.Withdrawn && !s.Tbd && s.From == nil
		if !whole || !slices.ContainsFunc(d.Sketches, func(o *Sketch) bool { return o != s && (o.details(s) || o.within(s)) }) {
			return false
		}
		d.forget(s)
		return true
	})
}

// within reports whether an hour is of the day or month at which another sketch tells the same of
// the same.
func (s *Sketch) within(of *Sketch) bool {
	if !s.Moment.Exact() || s.Withdrawn || s.Tbd || of.Until != nil || s.Moment.Instant.Before(of.Moment.Instant) || !s.Moment.Instant.Before(of.Moment.End()) {
		return false
	}
	switch of.Kind {
	case site.Suspend, site.Resume, site.Partial:
		return s.Service == of.Service && issued.TurnsLike(s.Kind, of.Kind) && s.Scope == of.Scope
	case site.Deadline:
		return s.Kind == site.Deadline && issued.Shared(of.Text, s.Text) >= 0.6
	}
	return false
}

// forget leaves the times of a sketch that is no more without one.
func (d *Sheet) forget(s *Sketch) {
	for _, at := range [...]map[int]*Sketch{d.At, d.Ends} {
		maps.DeleteFunc(at, func(_ int, held *Sketch) bool { return held == s })
	}
}

// joinDays makes one stop of days that follow one another, where what stops comes back on
// the next at an hour, before which it is not back: 9月1日、2日暂停营业，9月3日8:00恢复营业.
func (d *Sheet) joinDays() {
	for _, r := range slices.Clone(d.Sketches) {
		if r.Kind != site.Resume || r.Withdrawn || !r.Moment.Exact() {
			continue
		}
		last := d.stopOfDay(r, r.Moment.Day())
		for last != nil {
			before := d.stopOfDay(r, last.Moment.Day())
			if before == nil {
				break
			}
			d.forget(last)
			d.Sketches = slices.DeleteFunc(d.Sketches, func(o *Sketch) bool { return o == last })
			last, before.Until = before, nil
		}
	}
}

// stopOfDay is the stop for one day right before another day of what comes back.
func (d *Sheet) stopOfDay(r *Sketch, next site.Day) *Sketch {
	for _, o := range d.Sketches {
		if o.Kind == site.Suspend && !o.Withdrawn && o.Service == r.Service && o.Until != nil && o.Until.Same(o.Moment) && site.DayOf(o.Moment.End()) == next {
			return o
		}
	}
	return nil
}

// details reports whether a stop of hours is part of what another one says of days.
func (s *Sketch) details(of *Sketch) bool {
	if s.Kind != site.Suspend || of.Kind != site.Suspend || of.Moment.Precision != site.ToDay || !s.Moment.Exact() || s.Withdrawn {
		return false
	}
	if of.Until == nil && !of.Since {
		return s.Until != nil && (s.Service == of.Service || of.Sums && s.Start > of.Start) && s.Moment.Day() == of.Moment.Day()
	}
	return of.Sums && of.Until != nil && s.Start > of.Start && !s.Moment.Instant.Before(of.Moment.Instant) && s.Moment.Instant.Before(of.Until.End())
}

// scopes gives what comes back the scope of the one stop that it can belong to.
func (d *Sheet) scopes() {
	for _, s := range d.Sketches {
		if s.Kind == site.Suspend || s.Service == "" || s.Withdrawn || s.State != "" {
			continue
		}
		var of []string
		whole := false
		for _, o := range d.Sketches {
			if o.Kind == site.Suspend && o.Service == s.Service && !o.Withdrawn {
				if s.Scope != "" && strings.HasPrefix(o.Scope, "各") {
					o.Scope = "" // 各登记窗口 come back one by one
				}
				whole = whole || o.Scope == ""
				if !slices.Contains(of, o.Scope) {
					of = append(of, o.Scope)
				}
			}
		}
		switch {
		case len(of) == 0 || whole && s.Scope != "" || slices.Contains(of, s.Scope):
		case len(of) == 1 && s.Scope != "" && of[0] != "" && !grammar.Alike(s.Scope, of[0], true):
		case len(of) == 1:
			s.Scope = of[0]
		}
	}
}

// hang lets what is to be announced follow the last that its service does.
func (d *Sheet) hang() {
	for _, s := range d.Sketches {
		if !s.Tbd || s.Service == "" {
			continue
		}
		for _, o := range d.Sketches {
			turns := o.Kind == site.Suspend || o.Kind == site.Partial
			here := s.Scope == "" || s.Scope == o.Scope
			if o.Service == s.Service && here && turns && o.Moment.Known() && !o.Withdrawn && (s.After == nil || !o.Moment.Instant.Before(s.After.Moment.Instant)) {
				s.After = o
			}
		}
	}
}

// milestone is what the sketch will be to the site.
func (s *Sketch) milestone(service *site.Service) *site.Milestone {
	m := &site.Milestone{ID: s.ID, Kind: s.Kind, Moment: s.Moment, Until: s.Until, State: s.State, Permanent: s.Permanent, Scope: s.Scope, Withdrawn: s.Withdrawn, Services: []*site.Service{service}}
	m.Moment.Gradual, m.Moment.Expected, m.Moment.Pending = s.Gradual, s.Expected, s.Tbd
	switch {
	case s.Tbd:
		m.Moment = site.Moment{Pending: true}
		if s.After != nil {
			after := s.After.Moment
			m.Moment.After = &after
		}
	case s.Before != nil || s.Later != nil:
		m.Moment = site.Moment{Before: s.Before, After: s.Later}
	}
	return m
}

// stray returns a sketch that brings back what has not stopped, or stops what has.
func (d *Sheet) stray() *Sketch {
	services := map[string]*site.Service{}
	n := &site.Notice{}
	made := map[*site.Milestone]*Sketch{}
	for _, s := range d.Sketches {
		if s.Service == "" || s.Kind == site.Deadline || s.Kind == site.Rule {
			continue
		}
		if services[s.Service] == nil {
			services[s.Service] = &site.Service{ID: s.Service, Name: d.NameOf(s.Service)}
			n.Services = append(n.Services, services[s.Service])
		}
		m := s.milestone(services[s.Service])
		made[m], m.Notice = s, n
		n.Milestones = append(n.Milestones, m)
	}
	site.SortMilestones(n.Milestones)
	var first *Sketch
	course.Of(n, func(m *site.Milestone) {
		if first == nil {
			first = made[m]
		}
	})
	return first
}

// tails are the endings of ids by kind.
var tails = map[site.Kind]string{site.Suspend: "-stop", site.Partial: "-first", site.Resume: "-full", site.Opening: "-open"}

// name gives every sketch its id: settlement-stop, deadline-1.
func (d *Sheet) name() {
	counts := map[site.Kind]int{}
	for _, s := range d.Sketches {
		tail, turns := tails[s.Kind]
		switch {
		case turns && s.Tbd && s.Kind == site.Resume:
			s.ID = d.id(s.Service + "-pending")
		case turns:
			s.ID = d.id(s.Service + tail)
		default:
			counts[s.Kind]++
			s.ID = d.id(string(s.Kind) + "-" + Digits(counts[s.Kind]))
		}
	}
}

// lean lets a sketch follow the first one that has its instant, those that turn
// a service before others: an instant is written once.
func (d *Sheet) lean(i int, s *Sketch) {
	if s.Follows != nil || !s.leans() {
		return
	}
	turns := s.Kind != site.Deadline && s.Kind != site.Rule
	for j, o := range d.Sketches {
		otherTurns := o.Kind != site.Deadline && o.Kind != site.Rule
		if o == s || o.Follows != nil || !o.leans() || !o.Moment.Same(s.Moment) || s.Expected != o.Expected {
			continue
		}
		if turns == otherTurns && j < i || !turns && otherTurns {
			s.Follows = o
			s.Rests(fmt.Sprintf("与“%s”（%s）同一时刻，写成跟随它，改期时一起改；如果只是碰巧相同，改写时间", issued.Excerpt(o.Text, 16), o.ID))
			return
		}
	}
}

// leans reports whether a sketch has an instant that another can share.
func (s *Sketch) leans() bool {
	return !s.Tbd && !s.Withdrawn && s.From == nil && s.Before == nil && s.Later == nil && s.Moment.Exact()
}
