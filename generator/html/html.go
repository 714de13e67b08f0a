// Package html writes the pages: index, regions, notices, editions, milestones,
// subscribing, about, the page for what is not there and those that lead on from a
// former address, each in every language of the site, and the style and script that they share.
//
// A page is made in three steps that do not mix. A view (one file a page) picks
// facts and has package phrase word them; a template (templates/) puts the view
// into elements and says nothing that it was not given; the style gives it its
// look. What a page knows about the present, it knows in the visitor's browser: package
// now has the facts, which travel in the page as JSON. What pages say themselves is in
// package words, how names are read in an index in package reading. Nothing written here
// depends on a clock. Begin reading at Writer.Write.
package html

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"reflect"
	"sync"

	"tonggao/generator/code"
	"tonggao/generator/look"
	"tonggao/generator/message"
	"tonggao/generator/plan"
	"tonggao/generator/sense"
	"tonggao/generator/site"
	"tonggao/generator/texts"
)

// A Writer turns planned pages into bytes. It is made once a build and used from
// many goroutines; nothing in it changes after New.
type Writer struct {
	plan      *plan.Plan
	look      *look.Look
	pages     map[plan.Kind]*look.Page
	texts     *texts.Writer
	directory func() []place // the regions, as the index has them
	logo      template.HTML
	notFound  inlineStyle
	sense     sense.Sense // where a title can be broken
	plain     sense.Sense // where a name can, when it must be
	codes     *code.Coder
	notes     *sync.Pool                             // of *notes
	Published func(plan.Output, *site.Region) []byte // lines of now.json that stay as they were; may be nil
}

// kinds has the template of each kind of page, in templates/pages/, and what gathers what the
// page says.
var kinds = map[plan.Kind]struct {
	file   string
	gather func(*page)
}{
	plan.IndexPage:     {"index", (*page).index},
	plan.NotFoundPage:  {"not-found", (*page).notFound},
	plan.AboutPage:     {"about", (*page).about},
	plan.RegionPage:    {"region", (*page).region},
	plan.SubscribePage: {"subscribe", (*page).subscribe},
	plan.NoticePage:    {"notice", (*page).notice},
	plan.EditionPage:   {"notice", (*page).notice},
	plan.MilestonePage: {"milestone", (*page).milestone},
	plan.ChangePage:    {"change", (*page).change},
	plan.MovedPage:     {"moved", (*page).moved},
	plan.TextsPage:     {"texts", (*page).texts},
	plan.ScreenPage:    {"screen", (*page).screen},
	plan.EmbedPage:     {"embed", (*page).embed},
}

// Expect asks a look for the templates that New will ask it for. It may be called before
// there is a plan; what fails, New tells.
func Expect(l *look.Look) {
	for _, k := range kinds {
		_, _ = l.Page(k.file, functions)
	}
}

// New takes its templates from a look: one for each kind of page, styles and scripts. An
// error is a fault of the templates.
func New(l *look.Look, p *plan.Plan) (*Writer, error) {
	w := &Writer{plan: p, look: l, texts: texts.New(p), pages: map[plan.Kind]*look.Page{}, codes: code.New(), sense: sense.Of(p.Site), plain: sense.New(nil), notes: &sync.Pool{New: func() any { return &notes{} }}}
	var err error
	for kind, k := range kinds {
		if w.pages[kind], err = l.Page(k.file, functions); err != nil {
			return nil, err
		}
	}
	if w.logo, err = logo(l, p.Site.Mark.Logo); err != nil {
		return nil, err
	}
	if w.notFound, err = inline(l, ownStyle); err != nil {
		return nil, err
	}
	w.directory = sync.OnceValue(func() []place { return directories(p.Site) })
	return w, nil
}

// planned reports whether something will stand at a path.
func (w *Writer) planned(path string) bool {
	_, is := w.plan.At(path)
	return is
}

// Write renders one planned output of format HTML: a page, or a static asset.
func (w *Writer) Write(out io.Writer, o plan.Output) error {
	switch o.Kind {
	case plan.Asset:
		return w.asset(out, o)
	case plan.NowJSON:
		return w.writeNow(out, o)
	case plan.NowSchema:
		_, err := io.WriteString(out, nowSchema)
		return err
	}
	layout, ok := w.pages[o.Kind]
	if !ok {
		return fmt.Errorf("write %s: no page is a %s", o.Path, o.Kind)
	}
	t := w.notes.Get().(*notes)
	defer w.notes.Put(t)
	view := w.view(o, t)
	done, err := layout.Quick(reflect.TypeFor[*page]()).Write(tight{out}, view)
	if !done {
		var text bytes.Buffer
		if err = layout.ExecuteTemplate(&text, "page", view); err == nil {
			_, err = tight{out}.Write(text.Bytes())
		}
	}
	if err != nil {
		return message.Errorf("write %s: %w", o.Path, err)
	}
	return nil
}

// tight writes a page, in one piece, without the line ends between its tags. These keep the
// templates readable; no page needs them.
type tight struct{ to io.Writer }

func (t tight) Write(page []byte) (int, error) {
	from, at := 0, 0
	for line := bytes.IndexByte(page, '\n'); line >= 0; line = bytes.IndexByte(page[at:], '\n') {
		at += line + 1
		if at > 1 && page[at-2] == '>' && at < len(page) && page[at] == '<' {
			if _, err := t.to.Write(page[from : at-1]); err != nil {
				return 0, err
			}
			from = at
		}
	}
	_, err := t.to.Write(page[from:])
	return len(page), err
}

// view gathers what one page says.
func (w *Writer) view(o plan.Output, t *notes) *page {
	p := w.page(o, t)
	kinds[o.Kind].gather(p)
	return p
}
