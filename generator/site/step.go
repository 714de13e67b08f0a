package site

import (
	"slices"
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

// ranks order the states from the one that serves best to the worst.
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

// same reports whether two steps say the same of the same time.
func (s Step) same(o Step) bool {
	return s.From.Equal(o.From) && s.State == o.State && s.Cause == o.Cause && s.Over == o.Over && slices.EqualFunc(s.Parts, o.Parts, samePart)
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
	if b := at.Before; b != nil && (b.Start().Equal(s.From) || b.end().Equal(s.From)) {
		return *b
	}
	b, _ := at.bounded()
	return b
}

// Mark is the moment at which a scale of time has the step. A window that ends with a
// day ends at its 24时, not at its beginning, where another step may be.
func (s Step) Mark() Moment {
	at := s.Moment()
	if s.Over && at.Known() && !at.Exact() {
		return Moment{Instant: s.From, Precision: Hour, As24: true}
	}
	return at
}

// stepAt returns the index of the step that holds at an instant.
func stepAt(steps []Step, t time.Time) int {
	i := len(steps) - 1
	for i > 0 && t.Before(steps[i].From) {
		i--
	}
	return i
}

// stepsOf lays the outages of one lane out in time. What an outage would still
// bring when the next one has begun is void.
func stepsOf(outages []*Outage) []Step {
	steps := []Step{{State: On}}
	for _, o := range outages {
		own := o.steps()
		if len(own) == 0 {
			continue
		}
		steps = slices.DeleteFunc(steps, func(s Step) bool { return !s.From.Before(own[0].From) && s.Cause != nil })
		steps = append(steps, own...)
	}
	return steps
}

// steps returns the steps of one outage, from the one that begins it. Where nobody
// knows when it begins, it has begun when its first stage or recovery is there.
func (o *Outage) steps() []Step {
	var steps []Step
	add := func(m *Milestone, s ...Step) {
		for _, step := range s {
			step.Cause, step.Outage = m, o
			steps = append(steps, step)
		}
	}
	add(o.Stop, o.Stop.begins()...)
	announced := len(steps) > 0
	for _, m := range o.Stages {
		if _, closes := m.Closes(); !closes {
			add(m, m.returns()...)
		}
	}
	if o.End != nil {
		add(o.End, o.End.returns()...)
	} else if end, closes := o.Stop.Closes(); closes {
		add(o.Stop, Step{From: end, State: o.Stop.presumed(On), Over: true})
	}
	if announced {
		begins := steps[0].From
		steps = slices.DeleteFunc(steps, func(s Step) bool { return s.From.Before(begins) })
	}
	slices.SortStableFunc(steps, func(a, b Step) int { return a.From.Compare(b.From) })
	steps = latest(steps)
	if len(steps) == 0 || steps[0].State == On {
		return nil
	}
	for _, m := range o.Stages {
		if end, closes := m.Closes(); closes {
			steps = o.opened(steps, m, end)
		}
	}
	return steps
}

// opened lays the window of a stage or an opening over the steps of its outage:
// while it lasts the service is open, whatever the hours of a stage, unless it is
// better already; then what would hold without it returns, with its hours.
func (o *Outage) opened(steps []Step, m *Milestone, end time.Time) []Step {
	begins, own := steps[0].From, m.returns()
	var instants []time.Time
	for _, t := range append(instantsOf(append([]Step{{}}, steps...), append([]Step{{}}, own...))[1:], end) {
		if !t.Before(begins) {
			instants = append(instants, t)
		}
	}
	slices.SortFunc(instants, time.Time.Compare)
	return along(slices.CompactFunc(instants, time.Time.Equal), func(t time.Time) Step {
		s := steps[stepAt(steps, t)]
		running := t.Before(end) && len(own) > 0 && !t.Before(own[0].From)
		switch {
		case running && m.Kind == Opening && m.Hours != nil:
			s = own[stepAt(own, t)].beside(s)
			if s.Cause == nil {
				s.Cause, s.Outage = m, o
			}
		case running && (len(s.Parts) > 0 || ranks[own[stepAt(own, t)].State] <= ranks[s.State]):
			s = own[stepAt(own, t)]
			s.Cause, s.Outage = m, o
		case !running && !t.Before(end) && s.From.Before(end) && ranks[s.State] >= ranks[Partly] && s.State != Uncertain:
			s.Cause, s.Over = m, true
		}
		return s
	})
}

// beside is the step of an opening that keeps hours over what holds without it: between
// its hours that holds, and throughout where it is no worse. What keeps hours itself
// holds throughout too: the reader refuses that.
func (s Step) beside(o Step) Step {
	if len(o.Parts) > 0 || ranks[s.State] >= ranks[o.State] {
		return o
	}
	if len(s.Parts) == 0 {
		return s
	}
	s.Parts = []Part{s.Parts[0]}
	s.Parts[0].Else = o.State
	return s
}

// latest keeps the last of the steps of one instant, and what comes before the
// end of the outage.
func latest(steps []Step) []Step {
	var kept []Step
	for _, s := range steps {
		if n := len(kept); n > 0 && kept[n-1].From.Equal(s.From) {
			kept = kept[:n-1]
		}
		kept = append(kept, s)
		if s.State == On {
			break
		}
	}
	return kept
}

// stopped is the state in which a stop leaves its service.
func (m *Milestone) stopped() State {
	switch {
	case m.Permanent:
		return Ended
	case m.Kind == Partial, m.Moment.Gradual:
		return Partly
	}
	return Off
}

// begins returns the steps that a stop brings. Nobody is told that a service
// works on a day on which it stops: a day counts from its start, an upper bound as
// the time. In a month without a day, and from a lower bound on, it is uncertain.
func (m *Milestone) begins() []Step {
	at, off := m.Moment, m.stopped()
	switch {
	case at.Precision == Month:
		return []Step{{From: at.Start(), State: Uncertain}, Step{From: at.End(), State: off}.keeping(m, On)}
	case at.Known():
		return []Step{Step{From: at.Start(), State: off}.keeping(m, On)}
	}
	var steps []Step
	if from, bounded := order(at.After); bounded && !at.Pending {
		steps = append(steps, Step{From: from, State: Uncertain})
	}
	if from, bounded := order(at.Before); bounded {
		steps = append(steps, Step{From: from, State: off}.keeping(m, On))
	}
	return steps
}

// returns gives the steps that a recovery, a stage or an opening brings. Nobody is
// sent to a service before it surely works: a day or month is uncertain until it
// is over, unless it names a stage; so is the time between two bounds. From an
// upper bound on it has come; from a lower one it should have, unless its time is
// still to be announced.
func (m *Milestone) returns() []Step {
	at, back := m.Moment, m.presumed(m.back())
	switch {
	case at.Exact(), at.Known() && back == Partly && (m.State != "" || m.Kind == Opening):
		return []Step{Step{From: at.Start(), State: back}.keeping(m, Off)}
	case at.Known():
		return []Step{{From: at.Start(), State: Uncertain}, Step{From: at.End(), State: back}.keeping(m, Off)}
	}
	after, hasAfter := order(at.After)
	before, hasBefore := order(at.Before)
	switch {
	case hasAfter && hasBefore:
		return []Step{{From: after, State: Uncertain}, Step{From: at.Before.end(), State: back}.keeping(m, Off)}
	case hasBefore && at.Before.end().After(before):
		return []Step{{From: before, State: Uncertain}, Step{From: at.Before.end(), State: back}.keeping(m, Off)}
	case hasBefore:
		return []Step{Step{From: before, State: back}.keeping(m, Off)}
	case hasAfter && !at.Pending && at.After.end().After(after):
		return []Step{{From: after, State: Uncertain}, Step{From: at.After.end(), State: Presumed}.keeping(m, Off)}
	case hasAfter && !at.Pending:
		return []Step{Step{From: after, State: Presumed}.keeping(m, Off)}
	}
	return nil
}

// back is the state to which a recovery brings its service.
func (m *Milestone) back() State {
	if m.Kind != Resume || m.Moment.Gradual {
		return Partly
	}
	return On
}

// presumed weakens what an expected time brings.
func (m *Milestone) presumed(s State) State {
	if m.Moment.Expected {
		return Presumed
	}
	return s
}

// order is Moment.Order of a bound that may be missing.
func order(bound *Moment) (time.Time, bool) {
	if bound == nil {
		return time.Time{}, false
	}
	return bound.Order()
}

// end is the first instant after a bound: after its day or month where it has one.
func (m *Moment) end() time.Time {
	if m.Known() {
		return m.End()
	}
	at, _ := m.Order()
	return at
}
