package sheet

import (
	"fmt"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/site"
	"tonggao/generator/typeset"
)

// A glyphCheck finds characters that no face has, before anything is printed:
// PDF readers show an empty box for one and say nothing. It first reads the
// authors' prose, where each character has its place, then everything that is
// printed, where the place is the milestone's or the notice's.
type glyphCheck struct {
	*typeset.Kit
	voice    phrase.Voice
	problems problem.List
	told     map[rune]bool // reported for the notice at hand
}

// checkGlyphs reports every such character of the planned files.
func (w *Compositor) checkGlyphs() problem.List {
	c := &glyphCheck{Kit: w.kit, voice: w.voice}
	for _, o := range w.plan.Outputs {
		switch o.Kind {
		case plan.NoticePDF:
			if o.Audience == nil {
				c.told = make(map[rune]bool)
				c.authored(o.Notice)
			}
			c.text(phrase.Text(c.voice.Article(o.Notice, o.Audience)), o.Notice.At)
		case plan.ChangePDF:
			c.text(phrase.Text(c.voice.ChangeArticle(o.Notice)), o.Notice.At)
		case plan.PosterPDF:
			c.text(posterText(c.voice, o.Milestone), o.Milestone.At)
		}
	}
	return c.problems.Sorted()
}

// authored checks what authors wrote in Markdown and in clauses.
func (c *glyphCheck) authored(n *site.Notice) {
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

func (c *glyphCheck) prose(f *prose.Fragment, title string) {
	c.text(title, problem.Position{File: f.File, Line: 1})
	prose.Walk(f.Blocks, c.words)
}

func (c *glyphCheck) words(w prose.Words) {
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
func (c *glyphCheck) run(text string, at problem.Position) {
	column := at.Column
	for i, r := range []rune(text) {
		if at.Column > 0 {
			at.Column = column + i
		}
		if !c.Has(r) {
			c.tell(r, at)
		}
	}
}

// text checks text whose characters have no place of their own. What was told
// already is not told again.
func (c *glyphCheck) text(text string, at problem.Position) {
	for _, r := range text {
		if r != '\n' && !c.Has(r) && !c.told[r] {
			c.tell(r, at)
		}
	}
}

func (c *glyphCheck) tell(r rune, at problem.Position) {
	c.told[r] = true
	c.problems.Add(at, "write another character, or name a face that has it in templates/print.toml",
		"no typeface has the character %s, so it cannot be printed", fmt.Sprintf("%q (U+%04X)", r, r))
}

// posterText is all that a poster says of its milestone.
func posterText(v phrase.Voice, m *site.Milestone) string {
	text := v.Label(m) + v.When(m) + v.Change(m) + m.State + m.Scope + audiences(v, m) + phrase.Plain(v.Sentence(m)) +
		phrase.Plain(v.Meanwhile(m)) + m.Notice.Region.Name + v.Hotlines(m.Notice.Region) + v.List(m.Notice.Issuers)
	for _, c := range m.Channels {
		text += c.Name
	}
	for _, r := range v.Returns(m) {
		text += r.Text()
	}
	for _, c := range m.Notice.Courses {
		text += c.Service.Name + v.List(v.Lane(c, 0)) + v.Story(c)
	}
	return text + v.Turn(m) + v.Again(m) + v.Extent(m)
}
