package advice

import (
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/schema"
	"tonggao/generator/site"
)

var gap = regexp.MustCompile(`【[^】\n]*】|^请填写(：|$)`)

const owe = "请补写"

// gapIn is where a text has its first gap, in octets; nil for none, as nearly all.
func gapIn(text string) []int {
	if !strings.Contains(text, "【") && !strings.HasPrefix(text, "请填写") {
		return nil
	}
	return gap.FindStringIndex(text)
}

// unfinished reports what an author was to fill in and has not: once a line. A text
// that is meant to stand in such brackets is marked as meant, which no name can be.
func (l *linter) unfinished(words prose.Words, text string, running bool) {
	at := func(octet int) problem.Position { return placeOf(words, text, octet) }
	if found := gapIn(text); found != nil {
		hint := "fill it in; brackets that readers shall see are written {{meant 【…】}}"
		if !running {
			hint = "fill it in; brackets that readers shall see are others, such as 〔…〕"
		}
		l.problems.Bar(at(found[0]), hint, "%s is still to be filled in", text[found[0]:found[1]])
	} else if found := strings.Index(text, owe); found >= 0 {
		l.problems.Bar(at(found), "write it, or take the line away", "%s: this is still to be written", owe)
	}
	l.examples(words)
}

// examples reports links to addresses that are nobody's.
func (l *linter) examples(words prose.Words) {
	words.Walk(func(in prose.Inline) {
		if link, ok := in.(prose.Link); ok && schema.IsExample(link.URL) {
			l.problems.Bar(link.At, "write the true address", "the link leads to %s, which is an example's address", link.URL)
		}
	})
}

// lintEmpty reports an edition in which nothing is left, and a list of audiences
// that names none: it would be read as everybody.
func (b *brief) lintEmpty() {
	for _, a := range b.notice.Editions {
		if !b.says(a) {
			b.problems.Bar(b.facts.ValueAt("editions"), "take it out of editions, or keep something for it", "the edition for %s (%s) says nothing", a.Name, a.ID)
		}
	}
	for _, n := range b.facts.Get("milestone").Entries() {
		if list := n.Get("audience"); list != nil && len(list.List) == 0 {
			b.problems.Bar(list.Value, "name whom it concerns, or leave the key out: then it concerns everybody", "the audience of %s is empty", n.Key)
		}
	}
}

// says reports whether something of the notice concerns an audience.
func (b *brief) says(a *site.Audience) bool {
	n := b.notice
	return slices.ContainsFunc(n.Milestones, func(m *site.Milestone) bool { return m.For(a) }) ||
		slices.ContainsFunc(n.Unaffected, func(u *site.Unaffected) bool { return u.For(a) }) ||
		slices.ContainsFunc(n.Fragments, func(f *site.Fragment) bool { return f.For(a) }) ||
		slices.ContainsFunc(n.Annexes, func(x *site.Annex) bool { return x.For(a) })
}
