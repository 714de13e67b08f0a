package move

import (
	"slices"
	"strings"

	"tonggao/generator/advice"
	"tonggao/generator/phrase"
	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// A Reading is a place in a text that gives the time of what is moved, with its
// sentence as it will read: the words around a time can be wrong for the new one.
type Reading struct {
	problem.Position
	Milestone string `json:"milestone"`
	Sentence  string `json:"sentence"`
}

// cited lists the places in the notices that a move changes, those among them that
// inherit it, each once.
func cited(before, after *site.Site) []Reading {
	was := map[string]*site.Notice{}
	for _, n := range before.Notices() {
		was[n.ID] = n
	}
	var all []Reading
	for _, n := range after.Notices() {
		moved := moved(was[n.ID], n)
		if len(moved) == 0 {
			continue
		}
		advice.EachLine(n, func(words prose.Words) {
			for _, one := range readings(n, words, moved) {
				if !slices.ContainsFunc(all, func(r Reading) bool { return r.Position == one.Position }) {
					all = append(all, one)
				}
			}
		})
	}
	slices.SortStableFunc(all, func(a, b Reading) int { return a.Compare(b.Position) })
	return all
}

// moved are the milestones of a notice whose time reads otherwise: those that follow
// another or are bounded by it move too. What is withdrawn is told as a problem.
func moved(was, is *site.Notice) []string {
	v := phrase.In(site.Chinese)
	var ids []string
	for _, one := range is.Milestones {
		if old := was.Milestone(one.ID); old != nil && !one.Withdrawn && v.When(old) != v.When(one) {
			ids = append(ids, one.ID)
		}
	}
	return ids
}

// readings are the places of a line that name one of the milestones.
func readings(n *site.Notice, words prose.Words, moved []string) (all []Reading) {
	v := phrase.In(site.Chinese)
	words.Walk(func(in prose.Inline) {
		h, ok := in.(prose.Placeholder)
		if !ok || !slices.Contains(moved, h.Name) && (h.To == nil || !slices.Contains(moved, h.To.Name)) {
			return
		}
		named := h.Name
		if !slices.Contains(moved, named) {
			named = h.To.Name
		}
		time := phrase.Plain(v.Runs(n, nil, prose.Words{h}))
		all = append(all, Reading{h.At, named, sentence(phrase.Plain(v.Runs(n, nil, words)), time)})
	})
	return all
}

// sentence is the first one of a text that holds the words.
func sentence(text, words string) string {
	at := strings.Index(text, words)
	if at < 0 {
		return text
	}
	start := 0
	for _, stop := range []string{"。", "；", "！", "？", "\n"} {
		if i := strings.LastIndex(text[:at], stop); i >= 0 {
			start = max(start, i+len(stop))
		}
	}
	end := len(text)
	for _, stop := range []string{"。", "；", "！", "？", "\n"} {
		if i := strings.Index(text[at+len(words):], stop); i >= 0 {
			end = min(end, at+len(words)+i+len(stop))
		}
	}
	return strings.TrimSpace(text[start:end])
}
