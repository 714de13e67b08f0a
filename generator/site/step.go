package site

import (
	"time"
)

// A State is how a service stands at an instant.
type State string

// The states of a service.
const (
	On        State = "on"
	Off       State = "off"
	Partly    State = "partly"    // for some, in part, or for more and more
	Ended     State = "ended"     // stopped for good
	Uncertain State = "uncertain" // it turns about now: on a day without an hour, between two bounds
	Presumed  State = "presumed"  // it should be back: an expected time or a lower bound has passed
)

// Rank orders the states from the one that serves best, 0, to the worst.
func (s State) Rank() int { return ranks[s] }

var ranks = map[State]int{On: 0, Presumed: 1, Partly: 2, Uncertain: 3, Off: 4, Ended: 5}

// A Step is how a service stands from an instant on, until the next step.
type Step struct {
	From   time.Time // zero for the first
	State  State
	Cause  *Milestone // what brought it; nil before anything has
	Over   bool       // it was brought by the end of the cause's window
	Parts  []Part     // what holds where hours are kept: the state is the worst of them; nil where it always is State
	Outage *Outage    // the outage that it belongs to, which it may have ended; nil before the first
}

// Moment is the time that brings the step, as its author wrote it: the milestone's,
// the end of its window, or the bound that it has instead of a time. The first step
// has none.
func (s Step) Moment() Moment {
	switch {
	case s.Cause == nil:
		return Moment{}
	case s.Over && s.Cause.Until != nil:
		return *s.Cause.Until
	case s.Cause.Moment.Known():
		return s.Cause.Moment
	}
	at := s.Cause.Moment
	if b := at.Before; b != nil && (b.Start().Equal(s.From) || b.Past().Equal(s.From)) {
		return *b
	}
	b, _ := at.bounded()
	return b
}

// Hidden reports whether something worse hid what brings the step until the step began,
// such as the stop of a part, while what it is a part of came back in part.
func (s Step) Hidden() bool {
	at := s.Moment()
	return at.Known() && at.End().Before(s.From) && !s.Over
}

// Mark is the moment at which a scale of time has the step. A window that ends with a
// day ends at its 24时, not at its beginning, where another step may be; one whose last
// hours run over midnight ends when they do. What was hidden is there when it shows.
func (s Step) Mark() Moment {
	at := s.Moment()
	if s.Hidden() || s.Over && at.Known() && !at.Exact() {
		return Clocked(s.From)
	}
	return at
}

// StepAt returns the index of the step that holds at an instant.
func StepAt(steps []Step, t time.Time) int {
	i := len(steps) - 1
	for i > 0 && t.Before(steps[i].From) {
		i--
	}
	return i
}

// OrderOf is Moment.Order of a bound that may be missing.
func OrderOf(bound *Moment) (time.Time, bool) {
	if bound == nil {
		return time.Time{}, false
	}
	return bound.Order()
}

// Past is the first instant after a bound: after its day or month where it has one.
func (m *Moment) Past() time.Time {
	if m.Known() {
		return m.End()
	}
	at, _ := m.Order()
	return at
}
