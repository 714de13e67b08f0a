package course

import (
	"slices"
	"time"

	"tonggao/generator/site"
)

// sameOutage reports whether two outages have the same milestones.
func sameOutage(o, p *site.Outage) bool {
	return o.Service == p.Service && o.Stop == p.Stop && o.End == p.End && slices.Equal(o.Stages, p.Stages)
}

// Over returns when the outage is surely over, and false when nobody knows: after
// the day of a recovery by day, at an upper bound, at the stated end of a window.
func Over(o *site.Outage) (time.Time, bool) {
	steps := outageSteps(o)
	if n := len(steps); n > 0 && steps[n-1].State == site.On {
		return steps[n-1].From, true
	}
	return time.Time{}, false
}

// isTurn reports whether the milestone is of the kinds that turn a service off or on.
func isTurn(m *site.Milestone) bool {
	return m.Kind == site.Suspend || m.Kind == site.Partial || m.Kind == site.Resume
}

// turnsOf returns the milestones that turn a service off or on, and what is open
// for once.
func turnsOf(service *site.Service, milestones []*site.Milestone) []*site.Milestone {
	var turns []*site.Milestone
	for _, m := range milestones {
		if m.Concerns(service) && !m.Withdrawn && (isTurn(m) || m.Kind == site.Opening) {
			turns = append(turns, m)
		}
	}
	return turns
}

// outagesIn walks one lane through time and marks the turns that have their place
// in it, unless nobody asks which. Nothing can stop again before it is back: when the rest
// would, the parts that have recovered were all there is, and the rest is no lane: then it is
// false.
func outagesIn(l site.Lane, service *site.Service, turns []*site.Milestone, used map[*site.Milestone]bool) ([]*site.Outage, bool) {
	var found []*site.Outage
	var open *site.Outage
	var mine []*site.Milestone
	for _, m := range turns {
		if !covers(m, l) {
			continue
		}
		if open != nil && closedBefore(open, m) {
			open = nil
		}
		begins := m.Stops()
		switch {
		case open == nil && begins:
			open = &site.Outage{Service: service, Lane: l, Stop: m}
			found = append(found, open)
		case m.Kind == site.Suspend && leftBy(l, turns):
			return nil, false
		case m.Kind == site.Suspend || open == nil:
			continue
		case m.Kind == site.Resume:
			open.End = m
			open = nil
		default:
			open.Stages = append(open.Stages, m)
		}
		mine = append(mine, m)
	}
	if used != nil {
		for _, m := range mine {
			used[m] = true
		}
	}
	return found, true
}

// closedBefore reports whether the stated end of an outage has come when a later
// turn does. A recovery at that very end is the end, in the notice's own words; of a
// stop to the end of a day, one soon after, behind a weekend: 至28日止 or 至28日24
// 时, 3月1日9时恢复.
func closedBefore(o *site.Outage, m *site.Milestone) bool {
	end, closes := o.Stop.Closes()
	if !closes {
		return false
	}
	at, ordered := m.Moment.Order()
	if u := o.Stop.Until; ordered && bringsBack(m) && u != nil && (u.Precision == site.ToDay || u.As24) && at.Before(end.AddDate(0, 0, 4)) {
		return at.Before(end)
	}
	return !ordered || at.After(end) || at.Equal(end) && !bringsBack(m)
}

// bringsBack reports a recovery, whole or in stages.
func bringsBack(m *site.Milestone) bool {
	return m.Kind == site.Resume || m.Kind == site.Partial && m.State == ""
}

// merge joins the outages of lanes that have the same milestones.
func merge(outages []*site.Outage, o *site.Outage) []*site.Outage {
	if i := slices.IndexFunc(outages, func(p *site.Outage) bool { return sameOutage(o, p) }); i >= 0 {
		outages[i].Lane = join(outages[i].Lane, o.Lane)
		return outages
	}
	own := *o
	return append(outages, &own)
}
