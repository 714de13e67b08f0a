package course

import (
	"slices"
	"time"

	"tonggao/generator/site"
)

// worst lays the steps of a service and of the one that it is part of over each
// other: at every instant the worse of the two holds.
func worst(own, whole []site.Step) []site.Step {
	return along(instantsOf(own, whole), func(t time.Time) site.Step {
		return worse(own[site.StepAt(own, t)], whole[site.StepAt(whole, t)])
	})
}

// worse chooses the worse of two steps, in the hours of both; the newer where the
// service works.
func worse(a, b site.Step) site.Step {
	s := a
	switch {
	case a.State == site.On && b.State == site.On:
		s = newer(a, b)
	case b.State.Rank() > a.State.Rank():
		s = b
	}
	return with(s, a, b)
}

func newer(a, b site.Step) site.Step {
	if b.From.After(a.From) {
		return b
	}
	return a
}

// instantsOf returns the instants at which any of the steps begins, in order,
// after the beginning of time.
func instantsOf(all ...[]site.Step) []time.Time {
	instants := []time.Time{{}}
	for _, steps := range all {
		for _, s := range steps[1:] {
			instants = append(instants, s.From)
		}
	}
	slices.SortFunc(instants, time.Time.Compare)
	return slices.CompactFunc(instants, time.Time.Equal)
}

// along asks for the step of each instant and joins those that are the same.
func along(instants []time.Time, at func(time.Time) site.Step) []site.Step {
	var steps []site.Step
	for _, t := range instants {
		s := at(t)
		s.From = t
		if n := len(steps); n > 0 && steps[n-1].State == s.State && steps[n-1].Cause == s.Cause && steps[n-1].Over == s.Over && slices.EqualFunc(steps[n-1].Parts, s.Parts, samePart) {
			continue
		}
		steps = append(steps, s)
	}
	return steps
}
