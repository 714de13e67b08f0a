package phrase

import (
	"strings"

	"tonggao/generator/site"
)

// Heads are the words above what services do: that they stop, that they are back, and what
// to do between.
type Heads struct{ Stop, Back, Meanwhile string }

// Heads words them as the services of courses do that all say the same, and as the page
// does otherwise.
func (v Voice) Heads(courses []*site.Course, page Heads) Heads {
	h := page
	for i, c := range courses {
		off, ownOff := v.own(c.Service, site.Off)
		back, ownBack := v.back(c.Service)
		own := Heads{page.Stop, page.Back, page.Meanwhile}
		if ownOff {
			own.Stop = capital(off)
			own.Meanwhile = v.during(off, page.Meanwhile)
		}
		if ownBack {
			own.Back = capital(back)
		}
		if i > 0 && own != h {
			return page
		}
		h = own
	}
	return h
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
	word := ""
	for i, c := range courses {
		own, is := v.own(c.Service, state)
		if !is || i > 0 && own != word {
			return v.State(state)
		}
		word = own
	}
	if word == "" {
		return v.State(state)
	}
	return word
}
