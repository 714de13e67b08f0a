package phrase

import (
	"strings"

	"tonggao/generator/site"
)

// Heads are the words above what services do: that they stop, work in part, are back or
// never will be, and what to do between.
type Heads struct{ Stop, Stages, Back, Never, Meanwhile string }

// Heads words them, each as the services of courses do where all say the same, and as the
// page does otherwise.
func (v Voice) Heads(courses []*site.Course, page Heads) Heads {
	services := of(courses)
	if off := v.common(services, site.Off); off != "" {
		page.Stop = capital(off)
	}
	if back := agreed(services, v.back); back != "" {
		page.Back = capital(back)
	}
	page.Stages, page.Never, page.Meanwhile = v.inPart(courses, page.Stages), v.Theirs(page.Never, services), v.Theirs(page.Meanwhile, services)
	return page
}

// Theirs words a phrase of a page in which services work, stop or come back in the services'
// own words, each where all of them have the same: 停水期间, 何时复航. English says it in
// sentences that no words of theirs would fit into.
func (v Voice) Theirs(phrase string, services []*site.Service) string {
	if v.Language == site.English {
		return phrase
	}
	var pairs []string
	add := func(general, own string) {
		if own != "" {
			pairs = append(pairs, general, own)
		}
	}
	add(v.words.Turns[site.Suspend], v.common(services, site.Off))
	add(v.words.Turns[site.Resume], agreed(services, v.back))
	add(v.words.States[site.On], v.common(services, site.On))
	return strings.NewReplacer(pairs...).Replace(phrase)
}

// inPart is what some courses call it that a service works in part: their own word, or the
// page's for stages of recovery, unless service that is reduced has no other.
func (v Voice) inPart(courses []*site.Course, page string) string {
	if word := v.common(of(courses), site.Partly); word != "" {
		return capital(word)
	}
	for _, c := range courses {
		for _, o := range c.Outages {
			if o.Stop.Kind == site.Partial {
				return v.words.InPart
			}
		}
	}
	return page
}

// StateIn words a state as all services of some courses do, else as the voice does.
func (v Voice) StateIn(courses []*site.Course, state site.State) string {
	if word := v.common(of(courses), state); word != "" {
		return word
	}
	return v.State(state)
}

// of are the services of some courses.
func of(courses []*site.Course) []*site.Service {
	services := make([]*site.Service, len(courses))
	for i, c := range courses {
		services[i] = c.Service
	}
	return services
}

// common is the own word for a state that all services have, else "".
func (v Voice) common(services []*site.Service, state site.State) string {
	return agreed(services, func(s *site.Service) (string, bool) { return v.own(s, state) })
}

// agreed is the word of their own that all services have, else "".
func agreed(services []*site.Service, word func(*site.Service) (string, bool)) string {
	all := ""
	for i, s := range services {
		one, own := word(s)
		if !own || i > 0 && one != all {
			return ""
		}
		all = one
	}
	return all
}
