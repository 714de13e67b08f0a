package site

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Asked puts courses into the order of a vocabulary, which is that in which people
// ask: the author chooses it by the order of the services.
func Asked(courses []*Course, v Vocabulary) []*Course {
	place := func(c *Course) int {
		if i := slices.IndexFunc(v.Services, func(s *Service) bool { return s.ID == c.Service.ID }); i >= 0 {
			return i
		}
		return len(v.Services) // a notice's own
	}
	ordered := slices.Clone(courses)
	slices.SortStableFunc(ordered, func(a, b *Course) int { return cmp.Compare(place(a), place(b)) })
	return ordered
}

// Key tells a service's lanes apart, the same in all notices.
func (c *Course) Key() string {
	parts := []string{c.Service.ID, c.Lane.Scope}
	for _, a := range c.Lane.Audience {
		parts = append(parts, "a:"+a.ID)
	}
	for _, ch := range c.Lane.Channels {
		parts = append(parts, "c:"+ch.ID)
	}
	return strings.Join(parts, "\x00")
}

// Last returns the milestone whose time, or window, or bound ends last, and when;
// nil where no time is known. Withdrawn ones do not count.
func (n *Notice) Last() (*Milestone, time.Time) {
	var last *Milestone
	var end time.Time
	for _, m := range n.Milestones {
		if at, known := m.ends(); known && !m.Withdrawn && (last == nil || at.After(end)) {
			last, end = m, at
		}
	}
	return last, end
}

// ends is the last instant that a milestone speaks of.
func (m *Milestone) ends() (time.Time, bool) {
	at, known := m.Moment.Order()
	if known {
		at = m.Moment.Past()
		for _, bound := range []*Moment{m.Moment.After, m.Moment.Before} {
			if _, bounded := OrderOf(bound); bounded && bound.Past().After(at) {
				at = bound.Past()
			}
		}
	}
	if close, closes := m.Closes(); closes && close.After(at) {
		return close, true
	}
	return at, known
}

// Becomes returns when the notice becomes history: some days after the last of its
// times and its newest revision.
func (n *Notice) Becomes(history int) time.Time {
	_, last := n.Last()
	if revised := n.Latest().On.Start().AddDate(0, 0, 1); revised.After(last) {
		last = revised
	}
	return last.AddDate(0, 0, history)
}

// IsHistory reports whether the notice is history at an instant.
func (n *Notice) IsHistory(t time.Time) bool { return !n.History.IsZero() && !t.Before(n.History) }
