package source

import (
	"slices"

	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// Cited reports every line that gives the time of a withdrawn milestone: what a text
// promises there will not take place, and no mark says so inside a sentence. The list
// of a {{schedule}} marks what is withdrawn, and so does a milestone's own text. It
// looks at a site that was read, since what is withdrawn can be previewed before its
// texts are mended.
func Cited(s *site.Site) problem.List {
	var problems problem.List
	for _, n := range s.Notices() {
		if !slices.ContainsFunc(n.Milestones, func(m *site.Milestone) bool { return m.Withdrawn }) {
			continue
		}
		EachLine(n, func(words prose.Words) { problems = append(problems, cited(n, words)...) })
	}
	return problems.Sorted()
}

// cited reports the withdrawn milestones that a line names.
func cited(n *site.Notice, words prose.Words) (problems problem.List) {
	words.Walk(func(in prose.Inline) {
		h, ok := in.(prose.Placeholder)
		for at := &h; ok && at != nil; at = at.To {
			m := n.Milestone(at.Name)
			if m == nil || !m.Withdrawn {
				continue
			}
			hint := "take the sentence out or say what holds now"
			if m.Moment.Known() {
				hint += "; where it speaks of the old time, " + m.Moment.String() + ", write that as {{meant …}}"
			}
			problems.Add(at.At, hint, "{{%s}} gives the time of a fact that was withdrawn", at.Name)
		}
	})
	return problems
}

// EachLine calls f for every line of words that a notice prints, but for the texts of
// withdrawn milestones, which are marked as such.
func EachLine(n *site.Notice, f func(prose.Words)) {
	for _, m := range n.Milestones {
		if !m.Withdrawn {
			f(m.Text)
			f(m.Instead)
		}
	}
	for _, u := range n.Unaffected {
		f(u.Text)
	}
	for _, fragment := range n.Fragments {
		prose.Walk(fragment.Prose.Blocks, f)
	}
	for _, x := range n.Annexes {
		if x.Prose != nil {
			prose.Walk(x.Prose.Blocks, f)
		}
	}
}
