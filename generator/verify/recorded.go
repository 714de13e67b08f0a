package verify

import (
	"slices"

	"tonggao/generator/site"
)

// ofNotice are the facts of a notice that a revision must tell of.
func (l *recollection) ofNotice(n *site.Notice) []string {
	names := []string{"title", "number", "addressee", "issuers", "issued", "source"}
	worded := slices.ContainsFunc(n.Unaffected, func(u *site.Unaffected) bool { return len(u.Text.Placeholders()) > 0 })
	if l.memory.same || !worded {
		names = append(names, "unaffected")
	}
	return names
}

// ofMilestone are the facts of a milestone that a revision must tell of, but its
// time. Words that the program makes are no author's: another program may word
// them otherwise.
func (l *recollection) ofMilestone(m *site.Milestone) []string {
	names := []string{"kind", "services", "scope", "audience", "channels", "more_channels", "state", "permanent", "daily",
		"after", "before", "until", "expected", "includes_day", "gradual"}
	if l.memory.same || m.Label != "" {
		names = append(names, "label")
	}
	if l.memory.same || len(m.Text.Placeholders()) == 0 {
		names = append(names, "text")
	}
	if !m.Withdrawn && (l.memory.same || len(m.Instead.Placeholders()) == 0) { // of what is withdrawn it says that all goes on
		names = append(names, "instead")
	}
	if !m.Moment.Known() {
		names = append(names, "tbd")
	}
	return names
}
