package phrase

import "tonggao/generator/site"

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
