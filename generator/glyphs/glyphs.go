// Package glyphs finds characters that no typeface has, before anything is printed: PDF
// readers show an empty box for one and say nothing.
//
// It is not the faces, which typeset reads, and lays nothing out: it goes through all
// words that prints are made of and tells each such character where its author wrote it.
//
// Begin reading at Check.
package glyphs

import (
	"fmt"
	"path"
	"runtime"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"

	"tonggao/generator/article"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// A check first reads the authors' prose, where each character has its place, then
// everything that is printed, which is told where its author wrote it: in the notice's
// keys, its regions' or the site's, once, however many notices use it.
type check struct {
	has      func(rune) bool
	voice    phrase.Voice
	values   []site.Value
	written  map[rune][]problem.Position // where values have a character that no face has
	problems problem.List
	notice   *site.Notice  // at hand
	told     map[rune]bool // reported for it
}

// Check reports every character of the planned prints that the faces do not have. A memory is
// that of an earlier check with the same faces; nil is none.
func Check(p *plan.Plan, has func(rune) bool, m *Memory) problem.List {
	if m == nil {
		m = &Memory{}
	}
	characters, texts := charactersOf(p.Site, m.whole)
	if characters.all(has) {
		m.whole = texts
		return nil
	}
	return search(p, has)
}

// search looks through all prints.
func search(p *plan.Plan, has func(rune) bool) problem.List {
	format := plan.PDF
	if !p.Any(func(f plan.Format, _ plan.Kind) bool { return f == plan.PDF }) {
		format = plan.OFD
	}
	var printed []plan.Output
	for _, o := range p.Outputs() {
		if s := o.Sheet(); o.Format == format && s != nil && s.Says != prints.Digest { // which has the facts of all posters
			printed = append(printed, o)
		}
	}
	parts := apart(printed, 4*runtime.GOMAXPROCS(0))
	found := make([]problem.List, len(parts))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, part := range parts {
		group.Go(func() error {
			c := &check{has: has, voice: phrase.In(site.Chinese), values: p.Site.Values, written: map[rune][]problem.Position{}}
			c.sheets(part)
			found[i] = c.problems
			return nil
		})
	}
	_ = group.Wait() // none of them fails
	return slices.Concat(found...).Sorted()
}

// apart cuts outputs into at most some parts, to be checked side by side: those of one
// notice stay together, since what is said of it once is not said again.
func apart(outputs []plan.Output, most int) [][]plan.Output {
	var parts [][]plan.Output
	for size := len(outputs)/most + 1; len(outputs) > 0; {
		end := min(size, len(outputs))
		for end < len(outputs) && outputs[end].Notice == outputs[end-1].Notice {
			end++
		}
		parts = append(parts, outputs[:end])
		outputs = outputs[end:]
	}
	return parts
}

// sheets checks sheets. One that stands beside another of the same subject says no more.
func (c *check) sheets(outputs []plan.Output) {
	var last subject
	for _, o := range outputs {
		about := subject{o.Notice, o.Audience, o.Milestone, o.OfChange()}
		if about != last {
			c.sheet(about, o.Sheet().Says)
		}
		last = about
	}
}

// A subject is what a sheet speaks of. The sheets of one stand together in the plan.
type subject struct {
	notice    *site.Notice
	audience  *site.Audience
	milestone *site.Milestone
	change    bool
}

// sheet checks what a sheet says. A notice has a sheet of its whole text before all others.
func (c *check) sheet(about subject, says prints.Content) {
	if about.notice != c.notice {
		c.notice, c.told = about.notice, make(map[rune]bool)
		c.authored(c.notice)
	}
	switch {
	case says == prints.Facts:
		c.text(posterText(c.voice, about.milestone), about.milestone.At)
	case about.change:
		c.text(article.Text(article.OfChange(c.voice, c.notice)), c.notice.At)
	default:
		c.text(article.Text(article.Of(c.voice, c.notice, about.audience)), c.notice.At)
	}
}

// authored checks what authors wrote in Markdown and in clauses.
func (c *check) authored(n *site.Notice) {
	for _, f := range n.Fragments {
		c.prose(f.Prose, f.Title)
	}
	for _, x := range n.Annexes {
		if x.Prose != nil {
			c.prose(x.Prose, x.Title)
		}
	}
	for _, m := range n.Milestones {
		c.words(m.Text)
		c.words(m.Instead)
	}
}

func (c *check) prose(f *prose.Fragment, title string) {
	c.text(title, problem.Position{File: f.File, Line: 1})
	prose.Walk(f.Blocks, c.words)
}

func (c *check) words(w prose.Words) {
	w.Walk(func(i prose.Inline) {
		switch i := i.(type) {
		case prose.Text:
			c.run(i.Value, i.At)
		case prose.Meant:
			c.run(i.Value, i.At)
		}
	})
}

// run checks text whose first character stands at a place.
func (c *check) run(text string, at problem.Position) {
	column := at.Column
	for i, r := range []rune(text) {
		if at.Column > 0 {
			at.Column = column + i
		}
		if !c.has(r) {
			c.tell(r, at)
		}
	}
}

// text checks text whose characters have no place of their own. What was told
// already is not told again.
func (c *check) text(text string, at problem.Position) {
	for _, r := range text {
		if r == '\n' || c.has(r) || c.told[r] {
			continue
		}
		places := c.places(r)
		if len(places) == 0 {
			places = []problem.Position{at}
		}
		for _, place := range places {
			c.tell(r, place)
		}
	}
}

// places are where the keys that the notice is made from have a character.
func (c *check) places(r rune) []problem.Position {
	all, known := c.written[r]
	if !known {
		for _, v := range c.values {
			if i := strings.IndexRune(v.Text, r); i >= 0 {
				at := v.At
				at.Column += utf8.RuneCountInString(v.Text[:i])
				all = append(all, at)
			}
		}
		c.written[r] = all
	}
	var mine []problem.Position
	for _, at := range all {
		if c.madeFrom(path.Dir(at.File)) {
			mine = append(mine, at)
		}
	}
	return mine
}

// madeFrom reports whether the notice at hand takes something from the files of a
// folder: the site's, its regions', and the folders of its own name in these.
func (c *check) madeFrom(dir string) bool {
	_, dir, below := strings.Cut(dir, "/")
	if !below {
		return true
	}
	for r := c.notice.Region; r != nil; r = r.Parent {
		if dir == r.ID || dir == r.ID+"/"+c.notice.Folder {
			return true
		}
	}
	return false
}

func (c *check) tell(r rune, at problem.Position) {
	c.told[r] = true
	c.problems.Add(at, "write another character, or name a face that has it in templates/print.toml",
		"no typeface has the character %s, so it cannot be printed", fmt.Sprintf("%q (U+%04X)", r, r))
}

// posterText is all that a poster says of its milestone.
func posterText(v phrase.Voice, m *site.Milestone) string {
	text := v.Label(m) + v.When(m) + v.Change(m) + m.State + phrase.Plain(v.Sentence(m)) +
		phrase.Plain(v.Meanwhile(m)) + m.Notice.Region.Name + v.Hotlines(m.Notice.Region) + v.List(m.Notice.Issuers)
	for _, d := range v.Details(m) {
		text += d.Label + d.Text
	}
	for _, r := range v.Returns(m) {
		text += r.Text()
	}
	for _, c := range m.Notice.Courses {
		text += c.Service.Name + v.List(v.Lane(c, 0)) + v.Story(c)
	}
	return text + v.Turn(m) + v.Again(m) + v.Extent(m)
}
