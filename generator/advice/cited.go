package advice

import (
	"slices"
	"strings"

	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// Cited reports every line that gives the time of a withdrawn milestone: what a text
// promises there will not take place, and no mark says so inside a sentence. The list
// of a {{schedule}} marks what is withdrawn, and so does a milestone's own text. It
// looks at a site that was read, since what is withdrawn can be previewed before its
// texts are mended. A sentence that says itself that the plan is off is right.
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
			if m := n.Milestone(at.Name); m != nil && m.Withdrawn && !calledOff(words, h.At) {
				problems.Add(at.At, "take the sentence out or say what holds now; a sentence that says 原定 or 取消 may name the old time", "{{%s}} gives the time of a fact that was withdrawn", at.Name)
			}
		}
	})
	return problems
}

// offWords say in a sentence that what it names was planned and will not be.
var offWords = []string{"原定", "原计划", "原拟", "取消", "不再"}

// calledOff reports whether the sentence around a place of a line says so.
func calledOff(words prose.Words, at problem.Position) bool {
	sentence, here := "", false
	for _, l := range spell(words) {
		if strings.ContainsRune("。；！？\n", l.r) {
			if here {
				break
			}
			sentence = ""
			continue
		}
		sentence, here = sentence+string(l.r), here || l.at == at
	}
	return wordIn(sentence, offWords) != ""
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
