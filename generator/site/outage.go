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
	return o.recoveries(make([]*Milestone, 0, len(o.Stages)+1))
}

// recoveries adds them to others.
func (o *Outage) recoveries(all []*Milestone) []*Milestone {
	all = append(all, o.Stages...)
	if o.End != nil {
		all = append(all, o.End)
	}
	return all
}

// Turns returns every milestone of the outage, in time order.
func (o *Outage) Turns() []*Milestone {
	return o.recoveries(append(make([]*Milestone, 0, len(o.Stages)+2), o.Stop))
}

// For reports whether the outage concerns an audience; nil means everyone.
func (o *Outage) For(a *Audience) bool { return concerns(o.Lane.Audience, a) }

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
		return CompareMoments(a.listed(), b.listed())
	})
}

// listed is the moment at which a list has the milestone: a deadline that ends with a month
// stands behind those of the month's days.
func (m *Milestone) listed() Moment {
	at := m.Moment
	if m.Kind == Deadline && at.Precision == Month && at.Includes {
		at.Instant = at.End().Add(-time.Nanosecond)
	}
	return at
}

// stopsBefore reports a stop of which no more is known than that it is before a time.
func (m *Milestone) stopsBefore() bool {
	return m.Kind == Suspend && !m.Moment.Known() && m.Moment.After == nil && m.Moment.Before != nil
}

// CompareMoments puts what has no order of its own last, and among equal
// instants the known before the merely bounded.
func CompareMoments(a, b Moment) int {
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

// Following are the recoveries that come after a milestone in its outages, each
// once.
func (m *Milestone) Following() []*Milestone {
	var later []*Milestone
	for _, o := range m.Notice.Outages {
		turns := o.Turns()
		i := slices.Index(turns, m)
		if i < 0 {
			continue
		}
		for _, r := range turns[i+1:] {
			if r.Kind != Opening && !slices.Contains(later, r) {
				later = append(later, r)
			}
		}
	}
	SortMilestones(later)
	return later
}
