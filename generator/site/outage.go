package site

import (
	"cmp"
	"slices"
	"time"
)

// An Outage is derived: one service, from its stop to its full recovery, with
// the stages between. Where a notice gives groups, places or channels different
// ends there is one outage for each, and Lane says whose.
type Outage struct {
	Service *Service
	Lane    Lane
	Stop    *Milestone
	Stages  []*Milestone // partial recoveries and stages between off and on, in time order
	End     *Milestone   // the full recovery; nil when none is announced
}

// Recovery returns the first recovery, partial or full, that has a time of its
// own, or nil.
func (o *Outage) Recovery() *Milestone {
	for _, m := range o.Stages {
		if m.Moment.Known() {
			return m
		}
	}
	if o.End != nil && o.End.Moment.Known() {
		return o.End
	}
	return nil
}

// Recoveries returns the stages and the end, as many as are announced.
func (o *Outage) Recoveries() []*Milestone {
	all := slices.Clone(o.Stages)
	if o.End != nil {
		all = append(all, o.End)
	}
	return all
}

// For reports whether the outage concerns an audience; nil means everyone.
func (o *Outage) For(a *Audience) bool { return concerns(o.Lane.Audience, a) }

// OutagesOf derives the outages of a notice from its milestones, which must be
// sorted. stray receives each recovery that ends no outage and each second stop
// inside an outage: both are an author's mistake.
func OutagesOf(services []*Service, milestones []*Milestone, stray func(*Milestone)) []*Outage {
	var outages []*Outage
	used := map[*Milestone]bool{}
	for _, service := range services {
		turns := turnsOf(service, milestones)
		for _, lane := range lanes(turns) {
			outages = merge(outages, outagesIn(lane, service, turns, used))
		}
		for _, m := range turns {
			if !used[m] {
				stray(m)
			}
		}
	}
	slices.SortStableFunc(outages, func(a, b *Outage) int { return compareMoments(a.Stop.Moment, b.Stop.Moment) })
	return outages
}

// turnsOf returns the milestones that turn a service off or on.
func turnsOf(service *Service, milestones []*Milestone) []*Milestone {
	var turns []*Milestone
	for _, m := range milestones {
		if m.Service == service && !m.Withdrawn && (m.Kind == Suspend || m.Kind == Partial || m.Kind == Resume) {
			turns = append(turns, m)
		}
	}
	return turns
}

// outagesIn walks one lane through time. Nothing can stop again before it is
// back: when the rest would, the parts that have recovered were all there is,
// and the rest is no lane.
func outagesIn(l Lane, service *Service, turns []*Milestone, used map[*Milestone]bool) []*Outage {
	var found []*Outage
	var open *Outage
	var mine []*Milestone
	for _, m := range turns {
		if !m.covers(l) {
			continue
		}
		switch {
		case m.Kind == Suspend && open == nil:
			open = &Outage{Service: service, Lane: l, Stop: m}
			found = append(found, open)
		case m.Kind == Suspend && l.rest(turns):
			return nil
		case m.Kind == Suspend || open == nil:
			continue
		case m.Kind == Partial:
			open.Stages = append(open.Stages, m)
		case m.Kind == Resume:
			open.End = m
			open = nil
		}
		mine = append(mine, m)
	}
	for _, m := range mine {
		used[m] = true
	}
	return found
}

// merge joins the outages of lanes that have the same milestones.
func merge(outages, more []*Outage) []*Outage {
	for _, o := range more {
		i := slices.IndexFunc(outages, func(p *Outage) bool {
			return p.Stop == o.Stop && p.End == o.End && slices.Equal(p.Stages, o.Stages)
		})
		if i < 0 {
			outages = append(outages, o)
			continue
		}
		outages[i].Lane = outages[i].Lane.join(o.Lane)
	}
	return outages
}

// SortMilestones orders milestones by time, pending ones without a bound last,
// equal ones as they stand.
func SortMilestones(milestones []*Milestone) {
	slices.SortStableFunc(milestones, func(a, b *Milestone) int { return compareMoments(a.Moment, b.Moment) })
}

// compareMoments puts what has no order of its own last, and among equal
// instants the known before the merely bounded.
func compareMoments(a, b Moment) int {
	x, okX := a.Order()
	y, okY := b.Order()
	if !okX || !okY {
		return cmp.Compare(rank(okX), rank(okY))
	}
	return cmp.Or(x.Compare(y), cmp.Compare(rank(a.Known()), rank(b.Known())))
}

func rank(known bool) int {
	if known {
		return 0
	}
	return 1
}

// A State is how a service stands at an instant.
type State string

// The states of a service.
const (
	On        State = "on"
	Off       State = "off"
	Partly    State = "partly"
	Ended     State = "ended"     // stopped for good
	Uncertain State = "uncertain" // should be back by a day or bound that has come, but without an hour
)

// At returns the state of the outage's service at an instant, and the milestone
// that brought it; nil before the stop. A day without an hour counts from its
// start; during that first day the state is Uncertain, since nobody said when.
func (o *Outage) At(t time.Time) (State, *Milestone) {
	if !begun(o.Stop, t) {
		return On, nil
	}
	state, cause := Off, o.Stop
	if o.Stop.Permanent {
		state = Ended
	}
	for _, m := range o.Recoveries() {
		if !m.Moment.Known() || t.Before(m.Moment.Start()) {
			continue
		}
		state, cause = recovered(m, t), m
	}
	return state, cause
}

func recovered(m *Milestone, t time.Time) State {
	switch {
	case !m.Moment.Exact() && t.Before(m.Moment.End()):
		return Uncertain
	case m.Daily != nil && !m.Daily.Open(t):
		return Off
	case m.Kind == Partial || m.Moment.Gradual:
		return Partly
	}
	return On
}

// begun reports whether a stop has come. One that is known only to lie before a
// time has come by then; a pending one has not.
func begun(m *Milestone, t time.Time) bool {
	switch {
	case m.Moment.Known():
		return !t.Before(m.Moment.Start())
	case m.Moment.Before != nil && !m.Moment.Pending:
		return !t.Before(m.Moment.Before.Instant)
	}
	return false
}

// Open reports whether an instant lies in the daily window.
func (d Daily) Open(t time.Time) bool {
	t = t.In(China)
	minute := t.Hour()*60 + t.Minute()
	return d.From <= minute && minute < d.To
}
