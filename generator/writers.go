package generator

import (
	"io"
	"sync"

	"golang.org/x/sync/errgroup"

	"tonggao/generator/data"
	"tonggao/generator/docx"
	"tonggao/generator/glyphs"
	"tonggao/generator/html"
	"tonggao/generator/ics"
	"tonggao/generator/look"
	"tonggao/generator/message"
	"tonggao/generator/ofd"
	"tonggao/generator/pdf"
	"tonggao/generator/picture"
	"tonggao/generator/placed"
	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/sheet"
	"tonggao/generator/site"
	"tonggao/generator/texts"
)

// Writers turn planned outputs into bytes. They are made once for a plan and
// may be used from many goroutines.
type Writers struct {
	html   *html.Writer
	sheets *sheet.Compositor
	pdf    *pdf.Writer
	docx   *docx.Writer
	ics    *ics.Writer
	data   *data.Writer
	texts  *texts.Writer

	pictures *picture.Writer
	shelf    *shelf // nil for a site without pictures

	published *lines // what stays as it was published; nil where nobody knows
}

// NewWriters prepares the writers of all formats: templates are parsed, faces
// cut. Characters that no face has are among the problems; what is remembered of the same
// faces is not looked through again, nil is nothing.
func NewWriters(l *look.Look, p *plan.Plan, m *glyphs.Memory) (*Writers, problem.List, error) {
	var pages *html.Writer
	var sheets *sheet.Compositor
	var problems problem.List
	var both errgroup.Group // neither is quick, and an author who saves a file waits for them
	both.Go(func() (err error) {
		if pages, err = html.New(l, p); err != nil {
			return message.Errorf("prepare pages: %w", err)
		}
		return nil
	})
	both.Go(func() (err error) {
		if sheets, problems, err = sheet.New(l, p); sheets != nil {
			problems = append(problems, glyphs.Check(p, sheets.Has, m)...)
		}
		return err
	})
	if err := both.Wait(); err != nil {
		return nil, problems, err
	}
	calendar := ics.New(p)
	sheets.Events = calendar.Write
	w := &Writers{html: pages, sheets: sheets, pdf: pdf.New(), docx: docx.New(p), ics: calendar, data: data.New(p), texts: texts.New(p), pictures: picture.New()}
	if p.Site.Has(site.Pictures) {
		w.shelf = &shelf{Most: shelved}
	}
	return w, problems, nil
}

// Prepare is Load with the writers made ready, so that what only they can see,
// such as a character that no face has, is among the problems too. It is all that
// Build does before it writes; plan and writers are nil when a problem is an error.
func Prepare(o Options) (*plan.Plan, *Writers, problem.List, error) {
	var early sync.WaitGroup // a look needs as long as the authors' files do
	defer early.Wait()
	early.Go(func() { sheet.Expect(o.Look) })
	early.Go(func() { html.Expect(o.Look) })
	p, problems, err := Load(o)
	if err != nil || p == nil {
		return nil, nil, problems, err
	}
	o.at(Preparing)
	w, more, err := NewWriters(o.Look, p, o.Memory.of(o.Look))
	problems = append(problems, more...).Sorted()
	if err != nil || problems.Failed() {
		return nil, nil, problems, err
	}
	return p, w, problems, nil
}

// knowing returns writers that take up the lines and events that stay as they were published.
func (w *Writers) knowing(l *lines) *Writers {
	knowing := *w
	pages := *w.html
	pages.Published = l.line
	knowing.data, knowing.html, knowing.published = w.data.Knowing(l.of), &pages, l
	return &knowing
}

// print lays a sheet out and spells it.
func (w *Writers) print(to io.Writer, o plan.Output, spell func(io.Writer, *placed.Document) error) error {
	doc, err := w.compose(o)
	if err != nil {
		return err
	}
	return spell(to, doc)
}

// picture lays out the sheet that a picture shows, and draws it.
func (w *Writers) picture(to io.Writer, o plan.Output) error {
	size := picture.Portrait
	if o.Kind == plan.SquarePicture {
		size = picture.Square
	}
	doc, err := w.compose(o.Pictured())
	if err != nil {
		return err
	}
	return w.pictures.Write(to, doc, size)
}

// calendar writes a calendar. Those of a region are its events' own.
func (w *Writers) calendar(to io.Writer, o plan.Output) error {
	if o.Region != nil || w.published == nil {
		return w.ics.Write(to, o)
	}
	return w.ics.Rewrite(to, o, w.published.events(o))
}

// Write writes one output.
func (w *Writers) Write(to io.Writer, o plan.Output) error {
	var err error
	o = o.Original()
	switch o.Format {
	case plan.HTML:
		err = w.html.Write(to, o)
	case plan.PDF:
		err = w.print(to, o, w.pdf.Write)
	case plan.OFD:
		err = w.print(to, o, ofd.Write)
	case plan.DOCX:
		err = w.docx.Write(to, o)
	case plan.ICS:
		err = w.calendar(to, o)
	case plan.Data:
		err = w.data.Write(to, o)
	case plan.Pictures:
		err = w.picture(to, o)
	case plan.Texts:
		err = w.texts.Write(to, o)
	}
	if err != nil {
		return message.Errorf("write %s: %w", o.Path, err)
	}
	return nil
}
