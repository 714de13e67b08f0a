package draft

import (
	"slices"

	"tonggao/generator/site"
)

// settle makes the sketches fit one another: a service stops before it comes
// back, an instant is written once, and every one gets its name.
func (d *drafter) settle() {
	services := []string{}
	for _, s := range d.sketches {
		if s.service != "" && !slices.Contains(services, s.service) {
			services = append(services, s.service)
		}
	}
	for _, id := range services {
		d.course(id)
	}
	d.name()
	for i, s := range d.sketches {
		d.lean(i, s)
	}
}

// course walks one service through time. A recovery without a stop and a stop
// within a stop become rules: the author must say what they are.
func (d *drafter) course(service string) {
	var turns []*sketch
	for _, s := range d.sketches {
		if s.service == service && (s.kind == site.Suspend || s.kind == site.Partial || s.kind == site.Resume) {
			turns = append(turns, s)
		}
	}
	slices.SortStableFunc(turns, func(a, b *sketch) int {
		if a.tbd != b.tbd {
			return map[bool]int{true: 1, false: -1}[a.tbd]
		}
		return a.moment.Instant.Compare(b.moment.Instant)
	})
	var open, last *sketch
	for _, s := range turns {
		switch {
		case s.kind == site.Suspend && open == nil:
			open, last = s, s
		case s.kind == site.Suspend:
			s.demote("这项业务此前已经暂停，暂按重要日期")
		case open == nil:
			s.demote("这项业务此前没有暂停，或已全面恢复，暂按重要日期")
		case s.kind == site.Partial:
			last = s
		case s.tbd:
			s.after, open = last, nil
		default:
			open = nil
		}
	}
}

// demote turns a sketch into a rule.
func (s *sketch) demote(doubt string) {
	s.kind, s.permanent = site.Rule, false
	s.doubts = append(s.doubts, doubt)
	if s.label == "" {
		s.label = labelOf(s.text)
	}
}

// tails are the endings of ids by kind.
var tails = map[site.Kind]string{site.Suspend: "-stop", site.Partial: "-first", site.Resume: "-full"}

// name gives every sketch its id: settlement-stop, deadline-1.
func (d *drafter) name() {
	counts := map[site.Kind]int{}
	for _, s := range d.sketches {
		tail, turns := tails[s.kind]
		switch {
		case turns && s.tbd:
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
	if s.follows != nil || s.tbd || !s.moment.Exact() {
		return
	}
	turns := s.kind != site.Deadline && s.kind != site.Rule
	for j, o := range d.sketches {
		otherTurns := o.kind != site.Deadline && o.kind != site.Rule
		if o == s || o.tbd || o.follows != nil || !o.moment.Exact() || !o.moment.Same(s.moment) {
			continue
		}
		if turns == otherTurns && j < i || !turns && otherTurns {
			s.follows = o
			s.doubts = append(s.doubts, "时刻与 "+o.id+" 相同，写成跟随它；如果只是碰巧相同，改写时间")
			return
		}
	}
}
