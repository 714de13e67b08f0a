// Package sheet lays out what a printed sheet shows: notices in the form of official
// documents (GB/T 9704—2012), posters, summaries. Its result is a document of package
// placed, a closed value that another room spells as a file.
//
// It is not how Chinese is set, which typeset knows; nor what is said, which phrase
// words; nor where files lie, which plan says; nor any file format.
//
// Begin with Compose (compositor.go) and with what it makes (placed.Document): a kind of
// sheet that package prints lists has its paper and its layout in the table before it. An
// article becomes rows of a grid (notice.go, table.go, signoff.go), rows become sheets
// (flow.go), which get their feet (foot.go). Posters and summaries are set freely, on
// boards (board.go): poster.go, facts.go, ticks.go; summary.go, lanes.go, overview.go.
// Fixed words stand in words.go, sizes and faces in design.go.
//
// Of the time that a notice of three pages takes, a quarter goes into laying it out and
// the rest into spelling it.
package sheet

import (
	"bytes"
	"cmp"
	"io"
	"sync"

	"tonggao/generator/article"
	"tonggao/generator/code"
	"tonggao/generator/look"
	"tonggao/generator/message"
	"tonggao/generator/phrase"
	"tonggao/generator/placed"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/problem"
	"tonggao/generator/sense"
	"tonggao/generator/site"
	"tonggao/generator/typeset"
)

// A Compositor lays out the planned prints of one site. It is made once a build and
// may be used by many goroutines at once.
type Compositor struct {
	plan  *plan.Plan
	kit   *typeset.Kit
	voice phrase.Voice

	standard, large grid

	codes    *code.Coder
	articles *article.Memory
	notices  sync.Pool // of *notice: the rows of a document are laid out in memory that is kept

	// Events writes a milestone's event file, to be attached to its poster; nil
	// for none. It is set before the first Compose.
	Events func(io.Writer, plan.Output) error
}

// New opens the faces, those of this program (files in fonts/ of the templates) or
// those that print.toml names. The problems are those of print.toml, and the compositor
// is nil where one is an error; the error is that of a face of this program which is
// missing or damaged.
func New(l *look.Look, p *plan.Plan) (*Compositor, problem.List, error) {
	settings := p.Site.Print
	kit, problems, err := openKit(l, settings, sense.Of(p.Site).Prices)
	if err != nil || problems.Failed() {
		return nil, problems, err
	}
	c := &Compositor{
		plan: p, voice: phrase.In(site.Chinese), kit: kit, codes: code.New(), articles: article.NewMemory(phrase.In(site.Chinese)),
		standard: gridOf(settings, cmp.Or(settings.BodySize, bodySize)), large: gridOf(settings, cmp.Or(settings.LargeSize, largeSize)),
	}
	c.notices.New = func() any { return &notice{} }
	return c, problems, nil
}

// Has reports whether the faces have a character; a blank needs none.
func (c *Compositor) Has(r rune) bool { return c.kit.Has(r) }

// A setting is the paper of a kind of sheet, and what lays it out.
type setting struct {
	paper placed.Paper
	set   func(*Compositor, plan.Output) ([]placed.Sheet, error)
}

// settings has the setting of every kind of sheet.
var settings = map[plan.Kind]setting{
	prints.Notice:      {placed.A4, func(c *Compositor, o plan.Output) ([]placed.Sheet, error) { return c.notice(o, c.standard) }},
	prints.LargeNotice: {placed.A4, func(c *Compositor, o plan.Output) ([]placed.Sheet, error) { return c.notice(o, c.large) }},
	prints.Change:      {placed.A4, func(c *Compositor, o plan.Output) ([]placed.Sheet, error) { return c.notice(o, c.standard) }},
	prints.Summary:     {placed.A4, (*Compositor).summary},
	prints.Poster:      {posterA4.Paper, func(c *Compositor, o plan.Output) ([]placed.Sheet, error) { return c.poster(o, posterA4) }},
	prints.LargePoster: {posterA3.Paper, func(c *Compositor, o plan.Output) ([]placed.Sheet, error) { return c.poster(o, posterA3) }},
	prints.DoorSign:    {signForm.Paper, (*Compositor).sign},
}

// Compose lays one output out. It returns an error for an output that is no sheet.
func (c *Compositor) Compose(o plan.Output) (*placed.Document, error) {
	s, ok := settings[o.Kind]
	if !ok {
		return nil, message.Errorf("lay out %s: it is no print", o.Path)
	}
	if err := c.kit.Whole(); err != nil {
		return nil, err
	}
	sheets, err := s.set(c, o)
	if err != nil {
		return nil, message.Errorf("lay out %s: %w", o.Path, err)
	}
	doc := placed.Close(c.voice, c.kit.Faces, c.about(o), s.paper, sheets)
	if err := c.attachEvent(doc, o); err != nil {
		return nil, message.Errorf("lay out %s: %w", o.Path, err)
	}
	return doc, nil
}

func (c *Compositor) notice(o plan.Output, g grid) ([]placed.Sheet, error) {
	n := c.notices.Get().(*notice)
	defer c.notices.Put(n)
	n.begin(c.kit, g)
	sheets := g.paginate(n.layOut(c.article(o)))
	c.feet(sheets, g, o)
	return sheets, nil
}

// article is the text that a sheet in the layout of official documents prints.
func (c *Compositor) article(o plan.Output) *article.Article {
	if o.OfChange() {
		return article.OfChange(c.voice, o.Notice)
	}
	return c.articles.Of(o.Notice, o.Audience)
}

// attachEvent puts a milestone's calendar file into its poster, when it has a
// time that a calendar can hold.
func (c *Compositor) attachEvent(doc *placed.Document, o plan.Output) error {
	if c.Events == nil || o.Milestone == nil {
		return nil
	}
	if _, ok := o.Milestone.Span(); !ok {
		return nil
	}
	var b bytes.Buffer
	o.Kind, o.Format, o.Path = plan.MilestoneCalendar, plan.ICS, plan.MilestoneDir(o.Milestone)+"event.ics"
	if err := c.Events(&b, o); err != nil {
		return err
	}
	doc.Files = append(doc.Files, placed.Attachment{Name: o.Milestone.ID + ".ics", Kind: "text/calendar", What: wordEvent, Content: b.Bytes()})
	return nil
}
