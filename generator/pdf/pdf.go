// Package pdf prints what a site says: notices in the layout of official
// documents (GB/T 9704—2012), posters, summary sheets.
//
// Words come from phrase, paths and addresses from plan. The way of a text: a
// paragraph of cells (compose.go), broken into lines by the rules of Chinese
// composition (break.go, tailor.go, fit.go), rows on a grid (flow.go), a sheet,
// a document (document.go, the only file that knows fpdf). Text is measured in
// thousandths of an em and whole numbers, so that every machine sets the same.
//
// A notice of three pages in four faces takes about 3.5 ms of processor time and
// allocates 1.8 MB. More than half of it goes into the faces: picking the outlines
// and compressing them, 150 KB a notice (embed.go, kit.outlines); a sixth into
// breaking lines (fit.go), the rest into operators and fpdf's pages. Faces are read
// once a build and shared; nothing else grows with the site.
//
// Files come out byte for byte equal for equal input: dates are the notice's,
// objects are in a fixed order, no clock and no random number is asked.
package pdf

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
)

// A Writer prints the planned PDF files of one site. It is made once a build and
// may be used by many goroutines at once.
type Writer struct {
	plan  *plan.Plan
	kit   *kit
	voice phrase.Voice

	standard, large grid

	// Events writes a milestone's event file, to be attached to its poster; nil
	// for none. It is set before the first Write.
	Events func(io.Writer, plan.Output) error
}

// New opens the faces, those of this program (files in fonts/ of the templates) or
// those that print.toml names, and checks that every character of the site can be
// printed. The problems are those of authors' files and of print.toml; the error is
// that of a face of this program which is missing or damaged.
func New(templates fs.FS, p *plan.Plan) (*Writer, problem.List, error) {
	look := p.Site.Print
	w := &Writer{
		plan: p, voice: phrase.In(site.Chinese), kit: newKit(phrase.NamesOf(p.Site)),
		standard: gridOf(look, cmp.Or(look.BodySize, bodySize)), large: gridOf(look, cmp.Or(look.LargeSize, largeSize)),
	}
	problems, err := w.kit.openFaces(templates, look)
	if err != nil || problems.Failed() {
		return nil, problems, err
	}
	return w, w.checkGlyphs(), nil
}

// Write prints one output. It returns an error for an output of another format.
func (w *Writer) Write(to io.Writer, o plan.Output) error {
	switch o.Kind {
	case plan.NoticePDF:
		return w.notice(to, o, w.standard)
	case plan.LargePDF:
		return w.notice(to, o, w.large)
	case plan.ChangePDF:
		return w.notice(to, o, w.standard)
	case plan.PosterPDF:
		return w.single(to, o, w.poster)
	case plan.SummaryPDF:
		return w.single(to, o, w.summary)
	}
	return fmt.Errorf("print %s: it is no PDF", o.Path)
}

func (w *Writer) notice(to io.Writer, o plan.Output, g grid) error {
	sheets := g.paginate(w.kit.layOut(g, w.article(o)))
	w.feet(sheets, g, o)
	d := w.kit.newDocument(w.about(o))
	for _, s := range sheets {
		d.draw(s)
	}
	return d.write(to)
}

// article is the text that a sheet in the layout of official documents prints.
func (w *Writer) article(o plan.Output) *phrase.Article {
	if o.Kind == plan.ChangePDF {
		return w.voice.ChangeArticle(o.Notice)
	}
	return w.voice.Article(o.Notice, o.Audience)
}

// single prints a file that is one sheet as a rule.
func (w *Writer) single(to io.Writer, o plan.Output, lay func(plan.Output) ([]sheet, error)) error {
	sheets, err := lay(o)
	if err != nil {
		return fmt.Errorf("print %s: %w", o.Path, err)
	}
	d := w.kit.newDocument(w.about(o))
	for _, s := range sheets {
		d.draw(s)
	}
	if err := w.attachEvent(d, o); err != nil {
		return fmt.Errorf("print %s: %w", o.Path, err)
	}
	return d.write(to)
}

// attachEvent puts a milestone's calendar file into its poster, when it has a
// time that a calendar can hold.
func (w *Writer) attachEvent(d *document, o plan.Output) error {
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
	d.files = append(d.files, attached{o.Milestone.ID + ".ics", "text/calendar", wordEvent, b.Bytes()})
	return nil
}
