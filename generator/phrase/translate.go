package phrase

import (
	"slices"
	"strings"

	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// With returns the voice with a dictionary of authors' words. What the dictionary
// lacks stays Chinese, and says so in its runs.
func (v Voice) With(t site.Translation) Voice {
	v.dictionary = t[v.Language]
	return v
}

// foreign reports whether the voice's language is not the authors'.
func (v Voice) foreign() bool { return v.Language != site.Chinese }

// Name words an author's name, title or other text without placeholders.
func (v Voice) Name(text string) Run {
	if !v.foreign() || text == "" {
		return Run{Text: text}
	}
	if translated, ok := v.dictionary.Text(text); ok {
		return Run{Text: translated}
	}
	return Run{Text: text, Chinese: true}
}

// Names words several names, joined as the language does; one of them that has no
// translation makes all of them Chinese to a reader.
func (v Voice) Names(texts []string) Run {
	all, words := Run{}, make([]string, 0, len(texts))
	for _, t := range texts {
		name := v.Name(t)
		words = append(words, name.Text)
		all.Chinese = all.Chinese || name.Chinese
	}
	all.Text = v.List(words)
	return all
}

// name is Name for words inside a sentence of the voice's own.
func (v Voice) name(text string) string { return v.Name(text).Text }

func (v Voice) names(texts []string) []string {
	words := make([]string, 0, len(texts))
	for _, t := range texts {
		words = append(words, v.name(t))
	}
	return words
}

// Translated reports whether a label is in the voice's language: the author's own
// label has a translation, or what it is derived from has.
func (v Voice) Translated(m *site.Milestone) bool {
	ok := func(text string) bool { return !v.Name(text).Chinese }
	switch {
	case m.Label != "":
		return ok(m.Label)
	case len(m.Services) == 0:
		_, found := v.dictionary.In(m.Text)
		return found || !v.foreign()
	}
	return !v.Names(site.ServiceNames(m.Services)).Chinese && ok(m.State) && ok(m.Scope)
}

// lookUp returns what an author's words are in the voice's language, and false
// where they have to stay as they are.
func (v Voice) lookUp(words prose.Words) (prose.Words, bool) {
	if !v.foreign() || strings.TrimSpace(words.Source()) == "" {
		return words, true
	}
	return v.dictionary.In(words)
}

// original words author's text in its own language, marked as such.
func (v Voice) original(n *site.Notice, a *site.Audience, words prose.Words) []Run {
	chinese := In(site.Chinese)
	chinese.outline = v.outline
	runs := chinese.Runs(n, a, words)
	for i := range runs {
		runs[i].Chinese = true
	}
	return runs
}

// Covers reports whether a dictionary has every word of a notice, or of its
// edition for an audience: its whole text can then be read in the language.
func (v Voice) Covers(n *site.Notice, a *site.Audience) bool {
	if !v.foreign() {
		return true
	}
	if len(v.dictionary) == 0 {
		return false
	}
	covered := true
	see := func(words prose.Words) {
		_, ok := v.lookUp(words)
		covered = covered && ok
	}
	name := func(text string) { covered = covered && !v.Name(text).Chinese }
	name(n.Title)
	name(n.Addressee)
	for _, issuer := range n.Issuers {
		name(issuer)
	}
	for _, f := range n.Fragments {
		if f.For(a) {
			name(f.Title)
			prose.Walk(f.Prose.Blocks, see)
		}
	}
	for _, m := range Schedule(n, a) {
		see(m.Text)
	}
	for _, x := range n.Annexes {
		if x.For(a) {
			name(x.Title)
			name(x.Note)
			if x.Prose != nil {
				prose.Walk(x.Prose.Blocks, see)
			}
		}
	}
	return covered
}

// CoversChange reports whether a dictionary has every word of the notice of a change.
func (v Voice) CoversChange(n *site.Notice) bool {
	c := n.Change()
	if !v.foreign() || c == nil {
		return true
	}
	names := append([]string{n.Title, n.Addressee}, n.Issuers...)
	for _, s := range c.Shifts {
		names = append(names, s.Move.Why)
		if !v.Translated(s.Milestone) {
			return false
		}
	}
	return len(v.dictionary) > 0 && !slices.ContainsFunc(names, func(name string) bool { return v.Name(name).Chinese })
}
