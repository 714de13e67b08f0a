// Package sheet lays out what a printed sheet shows: notices in the form of official
// documents (GB/T 9704—2012), posters, summaries. Its result is a Document, a closed
// value in which everything is placed: whatever spells one as a file, package pdf or
// another, needs to know no notice, no word and no rule of layout.
//
// It is not how Chinese is set, which typeset knows; nor what is said, which phrase
// words; nor where files lie, which plan says; nor any file format.
//
// Begin with Compose (compositor.go) and with what it makes (document.go, sheet.go). An
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
	"fmt"
	"io"
	"io/fs"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/problem"
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

	// Events writes a milestone's event file, to be attached to its poster; nil
	// for none. It is set before the first Compose.
	Events func(io.Writer, plan.Output) error
}

// New opens the faces, those of this program (files in fonts/ of the templates) or
// those that print.toml names, and checks that every character of the site can be
// printed. The problems are those of authors' files and of print.toml; the error is
// that of a face of this program which is missing or damaged.
func New(templates fs.FS, p *plan.Plan) (*Compositor, problem.List, error) {
	look := p.Site.Print
	kit, problems, err := openKit(templates, look, phrase.NewSense(phrase.NamesOf(p.Site)).Prices)
	if err != nil || problems.Failed() {
		return nil, problems, err
	}
	w := &Compositor{
		plan: p, voice: phrase.In(site.Chinese), kit: kit,
		standard: gridOf(look, cmp.Or(look.BodySize, bodySize)), large: gridOf(look, cmp.Or(look.LargeSize, largeSize)),
	}
	return w, w.checkGlyphs(), nil
}

// Compose lays one output out. It returns an error for an output of another format.
func (w *Compositor) Compose(o plan.Output) (*Document, error) {
	switch o.Kind {
	case plan.NoticePDF:
		return w.notice(o, w.standard), nil
	case plan.LargePDF:
		return w.notice(o, w.large), nil
	case plan.ChangePDF:
		return w.notice(o, w.standard), nil
	case plan.PosterPDF:
		return w.single(o, w.poster)
	case plan.SummaryPDF:
		return w.single(o, w.summary)
	}
	return nil, fmt.Errorf("lay out %s: it is no print", o.Path)
}

func (w *Compositor) notice(o plan.Output, g grid) *Document {
	sheets := g.paginate(layOut(w.kit, g, w.article(o)))
	w.feet(sheets, g, o)
	return w.document(o, sheets)
}

// article is the text that a sheet in the layout of official documents prints.
func (w *Compositor) article(o plan.Output) *phrase.Article {
	if o.Kind == plan.ChangePDF {
		return w.voice.ChangeArticle(o.Notice)
	}
	return w.voice.Article(o.Notice, o.Audience)
}

// single lays out a file that is one sheet as a rule.
func (w *Compositor) single(o plan.Output, lay func(plan.Output) ([]Sheet, error)) (*Document, error) {
	sheets, err := lay(o)
	if err != nil {
		return nil, fmt.Errorf("lay out %s: %w", o.Path, err)
	}
	doc := w.document(o, sheets)
	if err := w.attachEvent(doc, o); err != nil {
		return nil, fmt.Errorf("lay out %s: %w", o.Path, err)
	}
	return doc, nil
}

// attachEvent puts a milestone's calendar file into its poster, when it has a
// time that a calendar can hold.
func (w *Compositor) attachEvent(doc *Document, o plan.Output) error {
	if w.Events == nil || o.Milestone == nil {
		return nil
	}
	if _, ok := o.Milestone.Span(); !ok {
		return nil
	}
	var b bytes.Buffer
	o.Kind, o.Format, o.Path = plan.MilestoneCalendar, plan.ICS, plan.MilestoneDir(o.Milestone)+"event.ics"
	if err := w.Events(&b, o); err != nil {
		return err
	}
	doc.Files = append(doc.Files, Attachment{o.Milestone.ID + ".ics", "text/calendar", wordEvent, b.Bytes()})
	return nil
}
