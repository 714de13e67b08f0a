package generator

import (
	"fmt"
	"slices"
	"time"

	"tonggao/generator/site"
)

// The second half of the naive reckoning: which parts a service has, and what several
// notices of a region say of one together.

// parts are the smallest parts of a service that the milestones of some notices, and
// those of what it belongs to, tell apart: places by groups by channels. There are
// none where nothing turns it.
func parts(service string, notices ...*reckoner) []limits {
	var all []limits
	scope := func(m *spoken) []string {
		return slices.DeleteFunc([]string{m.Scope}, func(s string) bool { return s == "" })
	}
	for _, s := range named(notices, service, scope) {
		for _, a := range named(notices, service, func(m *spoken) []string { return m.Audience }) {
			for _, c := range named(notices, service, func(m *spoken) []string { return m.Channels }) {
				all = append(all, limits{s, a, c})
			}
		}
	}
	return all
}

// named are the limits of one sort, and "" for the rest where all of the services
// leave one.
func named(notices []*reckoner, service string, limit func(*spoken) []string) []string {
	var all []string
	turned, rest := false, true
	for _, r := range notices {
		for s := service; s != ""; s = r.partOf[s] {
			turns := r.turns(s)
			for _, m := range turns {
				all = append(all, limit(m)...)
			}
			turned, rest = turned || len(turns) > 0, rest && leaves(turns, limit)
		}
	}
	if turned && rest {
		all = append(all, "")
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// turns are the milestones that turn a service itself.
func (r *reckoner) turns(service string) []*spoken {
	var all []*spoken
	for _, m := range r.facts {
		if slices.Contains(m.Services, service) && m.Kind != "deadline" && m.Kind != "rule" {
			all = append(all, m)
		}
	}
	return all
}

// leaves reports whether the parts that are named leave a rest: not when each full
// recovery, or each stage where there is none, has its part. The end of a window in
// which a part comes back is the recovery of the others. Nor is there a rest that
// would stop while it is stopped.
func leaves(turns []*spoken, limit func(*spoken) []string) bool {
	named := func(m *spoken) bool { return len(limit(m)) > 0 }
	if !slices.ContainsFunc(turns, named) {
		return true
	}
	var ends, stages []bool
	var stopped time.Time // until then
	for _, m := range turns {
		switch {
		case m.Kind == "resume":
			ends = append(ends, named(m))
		case m.Kind == "partial":
			stages = append(stages, named(m))
		}
		if m.until != nil && m.Kind != "opening" && !named(m) && slices.ContainsFunc(turns, func(o *spoken) bool {
			return named(o) && !o.first().Before(m.first()) && o.first().Before(m.until.to)
		}) {
			ends = append(ends, false)
		}
		switch {
		case named(m):
		case m.Kind == "suspend" && m.first().Before(stopped):
			return false
		case m.Kind == "suspend" && m.until != nil:
			stopped = m.until.to
		case m.Kind == "suspend":
			stopped = never
		case m.Kind == "resume":
			stopped = m.first()
		}
	}
	if len(ends) == 0 {
		ends = stages
	}
	return len(ends) == 0 || slices.Contains(ends, false)
}

// together joins what the notices of a region say of a part of a service and of what
// it belongs to, the newest first: the worst holds, but for what a newer notice has
// answered. It is silent when all of those that speak of the service are history.
func together(all []*reckoner, service string, part limits, t time.Time) (state site.State, silent bool) {
	state, silent = site.On, true
	for ; service != ""; service = all[0].partOf[service] {
		var newer []*reckoner
		for _, r := range all {
			if len(r.turns(service)) == 0 {
				continue
			}
			if !t.Before(r.history) {
				newer = append(newer, r) // what it brought back stays so
				continue
			}
			silent = false
			if own, _ := r.own(service, part, t); !r.answered(newer, service, part, t) {
				state = worse(state, own)
			}
			newer = append(newer, r)
		}
	}
	return state, silent
}

// answered reports whether a notice has said its last word of a service, and a newer
// one has brought it back since: a service that works between its hours is not back.
func (r *reckoner) answered(newer []*reckoner, service string, part limits, t time.Time) bool {
	word := r.since(service, part, t)
	if state, _ := r.own(service, part, t); state == site.Ended || !word.Equal(r.since(service, part, never)) {
		return false
	}
	return slices.ContainsFunc(newer, func(n *reckoner) bool {
		state, by := n.own(service, part, t)
		return state == site.On && (by == nil || by.Daily == nil || by.until != nil && !t.Before(by.until.to)) && n.since(service, part, t).After(word)
	})
}

// since is when a notice's word that holds at an instant began to.
func (r *reckoner) since(service string, part limits, t time.Time) time.Time {
	key := fmt.Sprint(service, part)
	if r.words[key] == nil {
		r.words[key] = r.changes(service, part)
	}
	began := time.Time{}
	for _, x := range r.words[key] {
		if !x.After(t) {
			began = later(began, x)
		}
	}
	return began
}

// changes are the instants at which what is said of a service changes.
func (r *reckoner) changes(service string, part limits) []time.Time {
	all := []time.Time{{}}
	for _, x := range r.times() {
		before, whose := r.own(service, part, x.Add(-time.Second))
		if state, by := r.own(service, part, x); state != before || by != whose {
			all = append(all, x)
		}
	}
	return all
}

// times are the ends of every stretch of time that the notice names.
func (r *reckoner) times() []time.Time {
	var all []time.Time
	for _, m := range r.facts {
		for _, s := range []*stretch{m.at, m.until, m.after, m.before} {
			if s != nil {
				all = append(all, s.from, s.to)
			}
		}
	}
	return all
}
