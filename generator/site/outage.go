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
	Stop    *Milestone   // what begins it: a stop, or a stage of reduced service
	Stages  []*Milestone // partial recoveries, stages between off and on, openings, in time order
	End     *Milestone   // the full recovery; nil when none is announced
}

// Recovery returns the first recovery, partial or full, that has a time of its
// own, or nil.
func (o *Outage) Recovery() *Milestone {
	for _, m := range o.Stages {
		if m.Moment.Known() && m.Kind == Partial {
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

// Turns returns every milestone of the outage, in time order.
func (o *Outage) Turns() []*Milestone { return append([]*Milestone{o.Stop}, o.Recoveries()...) }

// For reports whether the outage concerns an audience; nil means everyone.
func (o *Outage) For(a *Audience) bool { return concerns(o.Lane.Audience, a) }

// same reports whether two outages have the same milestones.
func (o *Outage) same(p *Outage) bool {
	return o.Service == p.Service && o.Stop == p.Stop && o.End == p.End && slices.Equal(o.Stages, p.Stages)
}

// Over returns when the outage is surely over, and false when nobody knows: after
// the day of a recovery by day, at an upper bound, at the stated end of a window.
func (o *Outage) Over() (time.Time, bool) {
	steps := o.steps()
	if n := len(steps); n > 0 && steps[n-1].State == On {
		return steps[n-1].From, true
	}
	return time.Time{}, false
}

// turnsOf returns the milestones that turn a service off or on, and what is open
// for once.
func turnsOf(service *Service, milestones []*Milestone) []*Milestone {
	var turns []*Milestone
	for _, m := range milestones {
		if m.Concerns(service) && !m.Withdrawn && (m.turns() || m.Kind == Opening) {
			turns = append(turns, m)
		}
	}
	return turns
}

// outagesIn walks one lane through time and marks the turns that have their place
// in it. Nothing can stop again before it is back: when the rest would, the parts
// that have recovered were all there is, and the rest is no lane: then it is false.
func outagesIn(l Lane, service *Service, turns []*Milestone, used map[*Milestone]bool) ([]*Outage, bool) {
	var found []*Outage
	var open *Outage
	var mine []*Milestone
	for _, m := range turns {
		if !m.covers(l) {
			continue
		}
		if open != nil && open.closedBefore(m) {
			open = nil
		}
		begins := m.Stops()
		switch {
		case open == nil && begins:
			open = &Outage{Service: service, Lane: l, Stop: m}
			found = append(found, open)
		case m.Kind == Suspend && l.rest(turns):
			return nil, false
		case m.Kind == Suspend || open == nil:
			continue
		case m.Kind == Resume:
			open.End = m
			open = nil
		default:
			open.Stages = append(open.Stages, m)
		}
		mine = append(mine, m)
	}
	for _, m := range mine {
		used[m] = true
	}
	return found, true
}

// closedBefore reports whether the stated end of an outage has come when a later
// turn does. A recovery at that very end is the end, in the notice's own words; of a
// stop to the end of a day, one soon after, behind a weekend: 至28日止，3月1日9时恢复.
func (o *Outage) closedBefore(m *Milestone) bool {
	end, closes := o.Stop.Closes()
	if !closes {
		return false
	}
	at, ordered := m.Moment.Order()
	if u := o.Stop.Until; ordered && m.bringsBack() && u != nil && u.Precision == ToDay && at.Before(end.AddDate(0, 0, 4)) {
		return at.Before(end)
	}
	return !ordered || at.After(end) || at.Equal(end) && !m.bringsBack()
}

// bringsBack reports a recovery, whole or in stages.
func (m *Milestone) bringsBack() bool {
	return m.Kind == Resume || m.Kind == Partial && m.State == ""
}

// merge joins the outages of lanes that have the same milestones.
func merge(outages []*Outage, o *Outage) []*Outage {
	if i := slices.IndexFunc(outages, o.same); i >= 0 {
		outages[i].Lane = outages[i].Lane.join(o.Lane)
		return outages
	}
	own := *o
	return append(outages, &own)
}

// SortMilestones orders milestones by time, pending ones without a bound last,
// equal ones as they stand; but what stops some time before another comes back stops
// before it.
func SortMilestones(milestones []*Milestone) {
	slices.SortStableFunc(milestones, func(a, b *Milestone) int {
		x, okX := a.Moment.Order()
		y, okY := b.Moment.Order()
		if okX && okY && x.Equal(y) && a.stopsBefore() != b.stopsBefore() {
			return map[bool]int{true: -1, false: 1}[a.stopsBefore()]
		}
		return compareMoments(a.Moment, b.Moment)
	})
}

// stopsBefore reports a stop of which no more is known than that it is before a time.
func (m *Milestone) stopsBefore() bool {
	return m.Kind == Suspend && !m.Moment.Known() && m.Moment.After == nil && m.Moment.Before != nil
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
