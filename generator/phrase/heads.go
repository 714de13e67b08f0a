package phrase

import (
	"strings"

	"tonggao/generator/site"
)

// Heads are the words above what services do: that they stop, that they are back, and what
// to do between.
type Heads struct{ Stop, Back, Meanwhile string }

// Heads words them, each as the services of courses do where all say the same, and as the
// page does otherwise.
func (v Voice) Heads(courses []*site.Course, page Heads) Heads {
	if off := v.common(courses, site.Off); off != "" {
		page.Stop, page.Meanwhile = capital(off), v.during(off, page.Meanwhile)
	}
	if back := agreed(courses, v.back); back != "" {
		page.Back = capital(back)
	}
	return page
}

// during is the time in which a service is off: 停水期间, where a page says 暂停期间. Other
// languages name it without a stop.
func (v Voice) during(off, page string) string {
	if after, ok := strings.CutPrefix(page, v.words.Turns[site.Suspend]); ok && after != "" {
		return off + after
	}
	return page
}

// StateIn words a state as all services of some courses do, else as the voice does.
func (v Voice) StateIn(courses []*site.Course, state site.State) string {
	if word := v.common(courses, state); word != "" {
		return word
	}
	return v.State(state)
}

// common is the own word for a state that the services of all courses have, else "".
func (v Voice) common(courses []*site.Course, state site.State) string {
	return agreed(courses, func(s *site.Service) (string, bool) { return v.own(s, state) })
}

// agreed is the word of their own that the services of all courses have, else "".
func agreed(courses []*site.Course, word func(*site.Service) (string, bool)) string {
	all := ""
	for i, c := range courses {
		one, own := word(c.Service)
		if !own || i > 0 && one != all {
			return ""
		}
		all = one
	}
	return all
}
