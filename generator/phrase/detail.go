package phrase

import (
	"slices"

	"tonggao/generator/site"
)

// A Detail is a fact of a milestone that stands under a label of its own, wherever one is
// told at length: on its page, its poster, in its event.
type Detail struct {
	Label string
	Run
}

// Details lists whom and what a milestone is limited to, in the order in which that is told
// everywhere; what it says nothing about is left out.
func (v Voice) Details(m *site.Milestone) []Detail {
	var list []Detail
	add := func(label, more string, names ...string) {
		if of := v.Names(names); of.Text != "" {
			of.Text += more
			list = append(list, Detail{label, of})
		}
	}
	more := ""
	if m.MoreChans {
		more = v.words.More
	}
	add(v.words.Limits.Scope, "", m.Scope)
	add(v.words.Limits.Audience, "", site.AudienceNames(m.Audience)...)
	add(v.words.Limits.Channels, more, site.ChannelNames(m.Channels)...)
	return list
}

// Whom is what a table says of a milestone in the one column for whom it concerns: its
// audiences, or where none is named its scope.
func (v Voice) Whom(m *site.Milestone) string {
	if len(m.Audience) == 0 {
		return v.name(m.Scope)
	}
	return v.Names(site.AudienceNames(m.Audience)).Text
}

// WhomHead is the head of that column: what its cells hold, empty where all are.
func (v Voice) WhomHead(of []*site.Milestone) string {
	var labels []string
	if slices.ContainsFunc(of, func(m *site.Milestone) bool { return len(m.Audience) > 0 }) {
		labels = append(labels, v.words.Limits.Audience)
	}
	if slices.ContainsFunc(of, func(m *site.Milestone) bool { return len(m.Audience) == 0 && m.Scope != "" }) {
		labels = append(labels, v.words.Limits.Scope)
	}
	return v.List(labels)
}
