package site

import (
	"slices"
	"time"
)

// A Course is how one service, in one lane of it, passes through the times of a
// notice. It is the one answer to how that service stands: every page, sheet,
// feed and terminal reads its steps. Package course works it out.
type Course struct {
	Notice  *Notice
	Service *Service
	Lane    Lane
	Shared  bool      // others of the same service stand beside it
	Outages []*Outage // the service's own, in time order
	Steps   []Step    // in time order; the first holds from the beginning of time

	Sources []*Notice         // those that it was joined from; nil for one notice's own
	Alone   map[string][]Step // how the service and each that it is part of stand by themselves, by id
}

// At returns how the service stands at an instant, and the step that says so.
// In a step that keeps hours they decide.
func (c *Course) At(t time.Time) (State, int) {
	i := StepAt(c.Steps, t)
	return c.Steps[i].At(t), i
}

// Expires returns when the last of its notices becomes history, zero for never.
func (c *Course) Expires() time.Time {
	last := c.Notice.History
	for _, n := range c.Sources {
		if n.History.IsZero() || last.IsZero() {
			return time.Time{}
		}
		if n.History.After(last) {
			last = n.History
		}
	}
	return last
}

// Settled returns the turns of the course: its steps, those that only settle what
// the one before them has begun joined to that one. The later of two bounds is a time of
// its own.
func (c *Course) Settled() []Step {
	var turns []Step
	for _, s := range c.Steps {
		if n := len(turns); n > 0 && s.Cause != nil && s.settles(turns[n-1]) {
			turns[n-1].State, turns[n-1].Parts = s.State, s.Parts
			continue
		}
		turns = append(turns, s)
	}
	return turns
}

// settles reports whether a step is of the same time as the one before it.
func (s Step) settles(before Step) bool {
	return before.Cause == s.Cause && before.Over == s.Over && (s.Cause.Moment.Known() || before.Moment().Same(s.Moment()))
}

// For reports whether the course concerns an audience; nil means everyone.
func (c *Course) For(a *Audience) bool { return concerns(c.Lane.Audience, a) }

// Has reports whether a milestone is one of the course's turns.
func (c *Course) Has(m *Milestone) bool {
	return slices.ContainsFunc(c.Outages, func(o *Outage) bool { return slices.Contains(o.Turns(), m) })
}

// Holds reports whether what a milestone says is about just this course: it is one
// of its turns, or it names the service and the same part of it.
func (c *Course) Holds(m *Milestone) bool {
	if c.Has(m) {
		return true
	}
	inScope := m.Scope == c.Lane.Scope || c.Lane.Scope == ""
	return !c.Lane.Rest && inScope && m.Concerns(c.Service) && partOf(m.Audience, c.Lane.Audience) && partOf(m.Channels, c.Lane.Channels)
}

// Course returns the one course of the notice that a milestone belongs to, or
// nil where it belongs to none or to several.
func (m *Milestone) Course() *Course {
	var found *Course
	for _, c := range m.Notice.Courses {
		if !c.Holds(m) {
			continue
		}
		if found != nil {
			return nil
		}
		found = c
	}
	return found
}
