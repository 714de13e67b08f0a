package source

import (
	"path"
	"slices"
	"strings"

	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/schema"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// The lint rules say what a careful colleague would say of a file that the
// reader can read. What would publish a wrong fact is an error; what a bureau
// should decide or mend first is a warning; the rest is a note.
//
// Three rounds: a file's own words, once for each file (lint_text.go, lint_pairs.go,
// lint_garble.go, lint_phone.go); a notice as one region issues it, once inheritance is done
// (lint_course.go, lint_words.go, lint_time.go, lint_mention.go,
// lint_revision.go); and what stands in several files, at the end
// (lint_numbers.go, lint_family.go). A notice that has an error is not linted:
// half of what could be said of it would follow from the error.

// lintFile looks at the words of a TOML file.
func (r *reader) lintFile(facts *toml.Node, t *schema.Table) {
	l := newLinter(&r.problems)
	eachText(facts, t, func(n *toml.Node, k *schema.Key) {
		text, _ := n.Scalar.(string)
		at := n.Value
		at.Column++ // behind the opening quote
		if !slices.Contains(addresses, k.Name) {
			prose.Unmarked(text, at, &r.problems)
			r.values = append(r.values, site.Value{Text: text, At: at})
		}
		if k.Name == "phones" || k.Name == "hotlines" {
			r.lintPhone(text, at)
		}
		if k.Kind != schema.AWords {
			l.name(prose.Words{prose.Text{At: at, Value: text}})
			r.spellings.value(k.Name, text, at)
			return
		}
		words, _ := prose.ParseWords(text, at) // its problems are told once, with the notice
		l.begin(words)
		l.line(words)
		r.lintCalls(words)
		r.spellings.words(words)
	})
	l.report()
}

// addresses are the keys whose values are read by programs alone.
var addresses = []string{"url", "report_url", "base_url", "logo"}

// lintProse looks at the words of a Markdown file.
func (r *reader) lintProse(blocks []prose.Block) {
	l := newLinter(&r.problems)
	prose.Walk(blocks, func(words prose.Words) {
		l.line(words)
		r.lintCalls(words)
		r.spellings.words(words)
	})
	l.report()
}

// eachText calls f for every text of a file's tree that the schema knows.
func eachText(n *toml.Node, t *schema.Table, f func(*toml.Node, *schema.Key)) {
	for _, e := range n.Entries() {
		k := t.Key(e.Key)
		switch k.Kind {
		case schema.AText, schema.AWords:
			f(e, k)
		case schema.ATexts:
			for _, i := range e.List {
				f(i, k)
			}
		case schema.ATable:
			eachText(e, k.Table, f)
		case schema.ANamed:
			for _, named := range e.Entries() {
				eachText(named, k.Table, f)
			}
		case schema.ASeries:
			for _, i := range e.List {
				eachText(i, k.Table, f)
			}
		}
	}
}

// lint looks at a notice as its region issues it.
func (b *noticeBuilder) lint(files []*fragment) {
	b.lintCourse()
	b.lintParent()
	b.lintDeadlines()
	b.lintTimes()
	b.lintKinds()
	b.eachLine(files, b.lintLine)
	b.eachLine(files, b.lintLengths)
	b.lintReferences(files)
	b.lintMentions(files)
	b.lintEditions(files)
	b.lintRevisions()
}

// lintSite looks at what stands in several files.
func (r *reader) lintSite(s *site.Site) {
	r.spellings.report(&r.problems)
	r.lintRelated(s)
	r.lintLinks(s)
}

// broken reports whether a file that the notice is made from has an error: a file
// of its own folder, or of a region's or notice's folder above.
func (b *noticeBuilder) broken() bool {
	own := path.Join(Root, b.notice.ID)
	return slices.ContainsFunc(*b.problems, func(p problem.Problem) bool {
		if p.Level != problem.Error {
			return false
		}
		dir := strings.TrimSuffix(path.Dir(p.File), "/"+b.notice.Folder)
		return dir == Root || strings.HasPrefix(own, dir+"/")
	})
}

// eachLine calls f for every line of words that the notice prints.
func (b *noticeBuilder) eachLine(files []*fragment, f func(prose.Words)) {
	for _, m := range b.notice.Milestones {
		f(m.Text)
		f(m.Instead)
	}
	for _, u := range b.notice.Unaffected {
		f(u.Text)
	}
	for _, file := range files {
		prose.Walk(file.prose.Blocks, f)
	}
}

// valueOf is where a milestone's key has its value; the milestone itself where
// it has no such key.
func (b *noticeBuilder) valueOf(m *site.Milestone, key string) problem.Position {
	return b.nodes[m.ID].ValueAt(key)
}
