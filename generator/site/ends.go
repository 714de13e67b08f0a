package site

import "slices"

// Stops reports whether the milestone takes a service away, wholly or from some: it can
// begin an outage.
func (m *Milestone) Stops() bool { return m.Kind == Suspend || m.Kind == Partial && m.State != "" }

// Spared reports whether a stop was withdrawn and the notice takes its services away by
// nothing else in the time that it had: then they work as usual. A stop without a time
// spares them only where nothing is left that stops them.
func (m *Milestone) Spared() bool {
	if !m.Withdrawn || !m.Stops() {
		return false
	}
	span, dated := m.Span()
	return !slices.ContainsFunc(m.Notice.Courses, func(c *Course) bool {
		return c.reaches(m) && (!dated || c.interrupted(span))
	})
}

// reaches reports whether a course is of a milestone's services, or of what they are a
// part of, and of a part of them that the milestone is about too.
func (c *Course) reaches(m *Milestone) bool {
	_, meets := m.Lane().Meet(c.Lane)
	return meets && slices.ContainsFunc(m.Services, func(s *Service) bool {
		for ; s != nil && s != c.Service; s = s.PartOf {
		}
		return s != nil
	})
}

// interrupted reports whether a service is anything but on at some time of a span.
func (c *Course) interrupted(span Span) bool {
	for i, s := range c.Steps {
		ends := i+1 < len(c.Steps) && !c.Steps[i+1].From.After(span.From)
		if s.State != On && !ends && s.From.Before(span.To) {
			return true
		}
	}
	return false
}

// CalledOff are the stops that were withdrawn and of whose services, in the part that they
// were about, the notice stops nothing any more, for one audience or, with nil, for anybody.
func (n *Notice) CalledOff(a *Audience) []*Milestone {
	var all []*Milestone
	for _, m := range n.Milestones {
		if m.Spared() && m.For(a) && !slices.ContainsFunc(n.Milestones, m.stoppedBy) {
			all = append(all, m)
		}
	}
	return all
}

// stoppedBy reports whether another milestone holds that stops a part of a service which
// both are about.
func (m *Milestone) stoppedBy(o *Milestone) bool {
	_, meet := m.Lane().Meet(o.Lane())
	return meet && !o.Withdrawn && o.Stops() && o.Shares(m)
}

// Part is the part of a service that a milestone is about, as a course without steps.
func (m *Milestone) Part(s *Service) *Course {
	c := &Course{Notice: m.Notice, Service: s, Lane: m.Lane()}
	c.Shared = slices.ContainsFunc(m.Notice.Milestones, func(o *Milestone) bool {
		return o.Stops() && o.Concerns(s) && !(o.Lane().Within(c.Lane) && c.Lane.Within(o.Lane()))
	})
	return c
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

// CompletesStages reports whether a recovery that was withdrawn came behind a partial one
// of the same stop, withdrawn or not.
func (m *Milestone) CompletesStages() bool {
	last, known := m.Moment.Order()
	return slices.ContainsFunc(m.Notice.Milestones, func(stop *Milestone) bool {
		if !stop.Stops() {
			return false
		}
		ends := stop.Ends()
		return slices.Contains(ends, m) && slices.ContainsFunc(ends, func(o *Milestone) bool {
			at, ordered := o.Moment.Order()
			return o.Kind == Partial && (!known || !ordered || at.Before(last))
		})
	})
}

// holdsWhole reports whether a milestone is about what a service of another one is a part of.
func (m *Milestone) holdsWhole(o *Milestone) bool {
	return slices.ContainsFunc(o.Services, func(s *Service) bool {
		for s = s.PartOf; s != nil && !m.Concerns(s); s = s.PartOf {
		}
		return s != nil
	})
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
