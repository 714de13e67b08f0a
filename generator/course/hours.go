package course

import (
	"slices"

	"tonggao/generator/site"
)

// keeping gives a step the hours of a milestone, outside of which another state holds.
// They count from the day of its time, or of the first bound that it has instead.
func keeping(s site.Step, m *site.Milestone, otherwise site.State) site.Step {
	if m.Hours == nil {
		return s
	}
	first := s.From
	for _, at := range []*site.Moment{&m.Moment, m.Moment.After, m.Moment.Before} {
		if at != nil && at.Known() {
			first = at.Start()
			break
		}
	}
	s.Parts = []site.Part{{State: s.State, Hours: m.Hours, Since: site.DayOf(first), Else: otherwise}}
	return s
}

func samePart(a, b site.Part) bool {
	return a.State == b.State && a.Else == b.Else && a.Since == b.Since && a.Hours.Same(b.Hours)
}

// with lays the parts of two steps over each other, and leaves out what never counts
// beside another that always holds.
func with(s, a, b site.Step) site.Step {
	if len(a.Parts)+len(b.Parts) == 0 {
		return s
	}
	var all []site.Part
	for _, p := range append(parts(a), parts(b)...) {
		if !slices.ContainsFunc(all, func(o site.Part) bool { return samePart(o, p) }) {
			all = append(all, p)
		}
	}
	s.Parts = slices.DeleteFunc(slices.Clone(all), func(p site.Part) bool {
		return slices.ContainsFunc(all, func(o site.Part) bool { return idleBeside(p, o) })
	})
	if len(s.Parts) == 1 && s.Parts[0].Hours == nil {
		s.State, s.Parts = s.Parts[0].State, nil
	}
	return s
}

// idleBeside reports whether a part never counts beside another.
func idleBeside(p, o site.Part) bool {
	least, _ := bounds(o)
	_, worst := bounds(p)
	switch {
	case o.Hours == nil && p.Hours == nil:
		return least > worst
	case o.Hours == nil, p.Hours == nil:
		return least >= worst
	}
	return false
}

// bounds are the best and the worst rank that a part can have.
func bounds(p site.Part) (best, worst int) {
	best, worst = p.State.Rank(), p.State.Rank()
	if p.Hours != nil {
		best, worst = min(best, p.Else.Rank()), max(worst, p.Else.Rank())
	}
	return best, worst
}

// parts returns the step's parts, of which a step without hours has one.
func parts(s site.Step) []site.Part {
	if len(s.Parts) == 0 {
		return []site.Part{{State: s.State}}
	}
	return s.Parts
}
