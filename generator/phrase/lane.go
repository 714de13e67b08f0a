package phrase

import (
	"fmt"
	"slices"
	"strings"

	"tonggao/generator/site"
)

// Lane words the part of a service that a course is limited to, in as many parts
// as it has limits; most is how many names each tells, 0 for all. Whom and which
// channels it is about is said only where another course of the service is not.
func (v Voice) Lane(c *site.Course, most int) []string {
	var parts []string
	if c.Lane.Scope != "" {
		parts = append(parts, v.name(c.Lane.Scope))
	}
	if c.Shared {
		parts = append(parts, v.some(site.AudienceNames(c.Lane.Audience), most)...)
		parts = append(parts, v.some(site.ChannelNames(c.Lane.Channels), most)...)
	}
	if c.Lane.Rest {
		parts = append(parts, v.words.Rest)
	}
	return parts
}

// some joins names, of which the first most are told.
func (v Voice) some(names []string, most int) []string {
	switch {
	case len(names) == 0:
		return nil
	case most > 0 && len(names) > most:
		return []string{v.List(v.names(names[:most])) + v.words.More}
	}
	return []string{v.List(v.names(names))}
}

// Extent words what belongs to the services of a stop and what does not, as far as
// its own text does not say so; "" for what has nothing to add. Of several services
// it says which one it speaks of.
func (v Voice) Extent(m *site.Milestone) string {
	var parts []string
	for _, s := range m.Services {
		switch extent := v.ExtentOf(s, m); {
		case extent != "" && len(m.Services) > 1:
			parts = append(parts, both(v.words.Numbers, v.name(s.Name), extent))
		case extent != "":
			parts = append(parts, extent)
		}
	}
	return strings.Join(parts, v.words.Semicolon)
}

// ExtentOf is Extent of one of the services, for a place that has its name.
func (v Voice) ExtentOf(s *site.Service, m *site.Milestone) string {
	if m.Kind != site.Suspend && m.Kind != site.Partial {
		return ""
	}
	var parts []string
	if v.unsaid(m, s.Items) {
		parts = append(parts, fmt.Sprintf(v.words.Includes, v.List(v.names(s.Items))))
	}
	if v.unsaid(m, s.Except) {
		parts = append(parts, fmt.Sprintf(v.words.Excludes, v.List(v.names(s.Except))))
	}
	return v.sentence(append(parts, v.alongside(s, m.Notice)))
}

// alongside words that a service stops whenever the one that it is part of does, where
// the notice stops that too: its own times would else be taken for all of them.
func (v Voice) alongside(s *site.Service, n *site.Notice) string {
	for whole := s.PartOf; whole != nil; whole = whole.PartOf {
		if slices.ContainsFunc(n.Outages, func(o *site.Outage) bool { return o.Service == whole }) {
			off, _ := v.own(whole, site.Off)
			return fmt.Sprintf(v.words.Alongside, v.name(whole.Name), off)
		}
	}
	return ""
}

// unsaid reports whether a milestone's text lacks one of the names, and the voice can say them.
func (v Voice) unsaid(m *site.Milestone, names []string) bool {
	if len(names) == 0 || v.Names(names).Chinese {
		return false
	}
	text := Plain(In(site.Chinese).Runs(m.Notice, nil, m.Text))
	return slices.ContainsFunc(names, func(name string) bool { return !strings.Contains(text, name) })
}

// Past words that a notice is history: all of its times have passed, and where the
// present is told.
func (v Voice) Past(n *site.Notice) string {
	text := v.words.Past[0]
	if last, _ := n.Last(); last != nil {
		text = fmt.Sprintf(v.words.Past[1], v.lastOf(last))
	}
	if lines := v.Hotlines(n.Region); lines != "" {
		return text + fmt.Sprintf(v.words.Past[3], lines)
	}
	return text + v.words.Past[2]
}

// Silent words that the notices of a region are history, and where the present is told.
func (v Voice) Silent(r *site.Region) string {
	if lines := v.Hotlines(r); lines != "" {
		return v.words.Past[4] + fmt.Sprintf(v.words.Past[3], lines)
	}
	return v.words.Past[4] + v.words.Past[2]
}

// lastOf words the time with which a milestone ends.
func (v Voice) lastOf(m *site.Milestone) string {
	if _, closes := m.Closes(); closes {
		return v.closing(m)
	}
	return v.Moment(m.Moment)
}
