package site

import "slices"

// Stops reports whether the milestone takes a service away, wholly or from some: it can
// begin an outage.
func (m *Milestone) Stops() bool { return m.Kind == Suspend || m.Kind == Partial && m.State != "" }

// CalledOff are the stops that were withdrawn and of whose services the notice stops
// nothing any more, for one audience or, with nil, for anybody.
func (n *Notice) CalledOff(a *Audience) []*Milestone {
	var all []*Milestone
	for _, m := range n.Milestones {
		if m.Withdrawn && m.Stops() && m.For(a) && !slices.ContainsFunc(n.Milestones, func(o *Milestone) bool { return !o.Withdrawn && o.Stops() && o.Shares(m) }) {
			all = append(all, m)
		}
	}
	return all
}

// Ends are the recoveries of a stop, partial ones too and those that were withdrawn, in
// order: all of its notice that share a service with it and come behind it, as far as
// the next stop of the same services, and those without a time.
func (m *Milestone) Ends() []*Milestone {
	begins, _ := m.Moment.Order()
	var all []*Milestone
	for _, r := range m.Notice.Milestones {
		if r.Kind != Resume && (r.Kind != Partial || r.Stops()) || !r.Shares(m) {
			continue
		}
		at, ordered := r.Moment.Order()
		if !ordered || at.After(begins) && !m.stopsBetween(r) {
			all = append(all, r)
		}
	}
	return all
}

// stopsBetween reports whether another stop of the services begins before a recovery.
func (m *Milestone) stopsBetween(r *Milestone) bool {
	begins, known := m.Moment.Order()
	at, _ := r.Moment.Order()
	for _, o := range m.Notice.Milestones {
		next, ordered := o.Moment.Order()
		if o != m && o.Stops() && o.Shares(m) && known && ordered && next.After(begins) && !next.After(at) {
			return true
		}
	}
	return false
}
