package course

import (
	"slices"
	"time"

	"tonggao/generator/site"
)

// sameStep reports whether two steps say the same of the same time.
func sameStep(s, o site.Step) bool {
	return s.From.Equal(o.From) && s.State == o.State && s.Cause == o.Cause && s.Over == o.Over && slices.EqualFunc(s.Parts, o.Parts, samePart)
}

// stepsOf lays the outages of one lane out in time. What an outage would still
// bring when the next one has begun is void.
func stepsOf(outages []*site.Outage) []site.Step {
	steps := []site.Step{{State: site.On}}
	for _, o := range outages {
		own := outageSteps(o)
		if len(own) == 0 {
			continue
		}
		steps = slices.DeleteFunc(steps, func(s site.Step) bool { return !s.From.Before(own[0].From) && s.Cause != nil })
		steps = append(steps, own...)
	}
	return steps
}

// outageSteps returns the steps of one outage, from the one that begins it. Where nobody
// knows when it begins, it has begun when its first stage or recovery is there.
func outageSteps(o *site.Outage) []site.Step {
	const usual = 4 // an end, a stage or two
	steps := make([]site.Step, 0, usual)
	add := func(m *site.Milestone, s ...site.Step) {
		for _, step := range s {
			step.Cause, step.Outage = m, o
			steps = append(steps, step)
		}
	}
	add(o.Stop, begins(o.Stop)...)
	announced := len(steps) > 0
	for _, m := range o.Stages {
		if _, closes := m.Closes(); !closes {
			add(m, returns(m)...)
		}
	}
	if o.End != nil {
		add(o.End, returns(o.End)...)
	} else if end, closes := o.Stop.Closes(); closes {
		add(o.Stop, site.Step{From: end, State: presumed(o.Stop, site.On), Over: true})
	}
	if announced {
		begins := steps[0].From
		steps = slices.DeleteFunc(behindStop(steps), func(s site.Step) bool { return s.From.Before(begins) })
	}
	slices.SortStableFunc(steps, func(a, b site.Step) int { return a.From.Compare(b.From) })
	steps = latest(steps)
	if len(steps) == 0 || steps[0].State == site.On {
		return nil
	}
	for _, m := range o.Stages {
		if end, closes := m.Closes(); closes {
			steps = opened(o, steps, m, end)
		}
	}
	return steps
}

// behindStop leaves out where a recovery may have come as soon as its service stops: that it
// comes after the stop is no news, and until its other bound nobody knows more than that it is off.
func behindStop(steps []site.Step) []site.Step {
	stop := steps[0]
	return slices.DeleteFunc(steps, func(s site.Step) bool {
		at := s.Cause.Moment
		return s.Cause != stop.Cause && !at.Known() && at.After != nil && s.From.Equal(stop.From)
	})
}

// opened lays the window of a stage or an opening over the steps of its outage:
// while it lasts the service is open, whatever the hours of a stage, unless it is
// better already; then what would hold without it returns, with its hours.
func opened(o *site.Outage, steps []site.Step, m *site.Milestone, end time.Time) []site.Step {
	begins, own := steps[0].From, returns(m)
	var instants []time.Time
	for _, t := range append(instantsOf(append([]site.Step{{}}, steps...), append([]site.Step{{}}, own...))[1:], end) {
		if !t.Before(begins) {
			instants = append(instants, t)
		}
	}
	slices.SortFunc(instants, time.Time.Compare)
	return along(slices.CompactFunc(instants, time.Time.Equal), func(t time.Time) site.Step {
		s := steps[site.StepAt(steps, t)]
		running := t.Before(end) && len(own) > 0 && !t.Before(own[0].From)
		switch {
		case running && m.Kind == site.Opening && m.Hours != nil:
			s = beside(own[site.StepAt(own, t)], s)
			if s.Cause == nil {
				s.Cause, s.Outage = m, o
			}
		case running && (len(s.Parts) > 0 || own[site.StepAt(own, t)].State.Rank() <= s.State.Rank()):
			s = own[site.StepAt(own, t)]
			s.Cause, s.Outage = m, o
		case !running && !t.Before(end) && s.From.Before(end) && s.State.Rank() >= site.Partly.Rank() && s.State != site.Uncertain:
			s.Cause, s.Over = m, true
		}
		return s
	})
}

// beside is the step of an opening that keeps hours over what holds without it: between
// its hours that holds, and throughout where it is no worse. What keeps hours itself
// holds throughout too: the reader refuses that.
func beside(s, o site.Step) site.Step {
	if len(o.Parts) > 0 || s.State.Rank() >= o.State.Rank() {
		return o
	}
	if len(s.Parts) == 0 {
		return s
	}
	s.Parts = []site.Part{s.Parts[0]}
	s.Parts[0].Else = o.State
	return s
}

// latest keeps the last of the steps of one instant, and what comes before the
// end of the outage, in the place where they are.
func latest(steps []site.Step) []site.Step {
	kept := steps[:0]
	for _, s := range steps {
		if n := len(kept); n > 0 && kept[n-1].From.Equal(s.From) {
			kept = kept[:n-1]
		}
		kept = append(kept, s)
		if s.State == site.On {
			break
		}
	}
	return kept
}

// stopped is the state in which a stop leaves its service.
func stopped(m *site.Milestone) site.State {
	switch {
	case m.Permanent:
		return site.Ended
	case m.Kind == site.Partial, m.Moment.Gradual:
		return site.Partly
	}
	return site.Off
}

// begins returns the steps that a stop brings. Nobody is told that a service
// works on a day on which it stops: a day counts from its start, an upper bound as
// the time. In a month without a day, and from a lower bound on, it is uncertain.
func begins(m *site.Milestone) []site.Step {
	at, off := m.Moment, stopped(m)
	switch {
	case at.Precision == site.Month:
		return []site.Step{{From: at.Start(), State: site.Uncertain}, keeping(site.Step{From: at.End(), State: off}, m, site.On)}
	case at.Known():
		return []site.Step{keeping(site.Step{From: at.Start(), State: off}, m, site.On)}
	}
	var steps []site.Step
	if from, bounded := site.OrderOf(at.After); bounded && !at.Pending {
		steps = append(steps, site.Step{From: from, State: site.Uncertain})
	}
	if from, bounded := site.OrderOf(at.Before); bounded {
		steps = append(steps, keeping(site.Step{From: from, State: off}, m, site.On))
	}
	return steps
}

// returns gives the steps that a recovery, a stage or an opening brings. Nobody is
// sent to a service before it surely works: a day or month is uncertain until it
// is over, unless it names a stage, or the day has hours; so is the time between two
// bounds. From an upper bound on it has come; from a lower one it should have, unless its
// time is still to be announced.
func returns(m *site.Milestone) []site.Step {
	at, back := m.Moment, presumed(m, back(m))
	dated := at.Known() && back == site.Partly && (m.State != "" || m.Kind == site.Opening)
	timed := at.Precision == site.ToDay && !at.Expected && m.Hours != nil
	switch {
	case at.Exact(), dated, timed:
		return []site.Step{keeping(site.Step{From: at.Start(), State: back}, m, site.Off)}
	case at.Known():
		return []site.Step{{From: at.Start(), State: site.Uncertain}, keeping(site.Step{From: at.End(), State: back}, m, site.Off)}
	}
	after, hasAfter := site.OrderOf(at.After)
	before, hasBefore := site.OrderOf(at.Before)
	switch {
	case hasAfter && hasBefore:
		return []site.Step{{From: after, State: site.Uncertain}, keeping(site.Step{From: at.Before.Past(), State: back}, m, site.Off)}
	case hasBefore && at.Before.Past().After(before):
		return []site.Step{{From: before, State: site.Uncertain}, keeping(site.Step{From: at.Before.Past(), State: back}, m, site.Off)}
	case hasBefore:
		return []site.Step{keeping(site.Step{From: before, State: back}, m, site.Off)}
	case hasAfter && !at.Pending && at.After.Past().After(after):
		return []site.Step{{From: after, State: site.Uncertain}, keeping(site.Step{From: at.After.Past(), State: site.Presumed}, m, site.Off)}
	case hasAfter && !at.Pending:
		return []site.Step{keeping(site.Step{From: after, State: site.Presumed}, m, site.Off)}
	}
	return nil
}

// back is the state to which a recovery brings its service.
func back(m *site.Milestone) site.State {
	if m.Kind != site.Resume || m.Moment.Gradual {
		return site.Partly
	}
	return site.On
}

// presumed weakens what an expected time brings.
func presumed(m *site.Milestone, s site.State) site.State {
	if m.Moment.Expected {
		return site.Presumed
	}
	return s
}
