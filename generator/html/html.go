// Package html writes the pages: index, regions, notices, editions, milestones,
// subscribing, about, the page for what is not there and those that lead on from a
// former address, each in every language of the site, and the style and script that they share.
//
// A page is made in three steps that do not mix. A view (one file a page) picks
// facts and has package phrase word them; a template (templates/) puts the view
// into elements and says nothing that it was not given; the style gives it its
// look. What a page knows about the present, it knows in the visitor's browser:
// the facts travel in the page as JSON and templates/assets/now.js reads them by
// the steps of site.Course. Nothing written here depends on a clock.
package html

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"io/fs"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
)

// A Writer turns planned pages into bytes. It is made once a build and used from
// many goroutines; nothing in it changes after New.
type Writer struct {
	plan      *plan.Plan
	templates fs.FS
	*parsed
	planned   map[string]bool
	directory []place // the regions, as the index has them
	logo      template.HTML
	notFound  inlineStyle
	sense     phrase.Sense // where a title can be broken
	plain     phrase.Sense // where a name can, when it must be
}

// pageFiles names the template of each kind of page, in templates/pages/.
var pageFiles = map[plan.Kind]string{
	plan.IndexPage:     "index",
	plan.NotFoundPage:  "not-found",
	plan.AboutPage:     "about",
	plan.RegionPage:    "region",
	plan.SubscribePage: "subscribe",
	plan.NoticePage:    "notice",
	plan.EditionPage:   "notice",
	plan.MilestonePage: "milestone",
	plan.ChangePage:    "change",
	plan.MovedPage:     "moved",
}

// New reads the templates: parts/ that pages share, pages/ with one for each
// kind, assets/ with style and script. An error is a fault of the templates.
func New(templates fs.FS, p *plan.Plan) (*Writer, error) {
	read, err := parsedOf(templates)
	if err != nil {
		return nil, err
	}
	w := &Writer{plan: p, templates: templates, parsed: read, planned: map[string]bool{}, sense: phrase.NewSense(phrase.NamesOf(p.Site)), plain: phrase.NewSense(nil)}
	for _, o := range p.Outputs {
		w.planned[o.Path] = true
	}
	if w.logo, err = logo(templates, p.Site.Mark.Logo); err != nil {
		return nil, err
	}
	if w.notFound, err = inline(templates, "assets/not-found.css"); err != nil {
		return nil, err
	}
	w.directory = directories(p.Site)
	return w, nil
}

// Write renders one planned output of format HTML: a page, or a static asset.
func (w *Writer) Write(out io.Writer, o plan.Output) error {
	if o.Kind == plan.Asset {
		return w.asset(out, o)
	}
	t, ok := w.pages[o.Kind]
	if !ok {
		return fmt.Errorf("write %s: no page is a %s", o.Path, o.Kind)
	}
	var page bytes.Buffer
	view := w.view(o)
	done, err := w.quick[o.Kind]().Write(&page, view)
	if !done {
		err = t.ExecuteTemplate(&page, "page", view)
	}
	if err == nil {
		_, err = out.Write(bytes.ReplaceAll(page.Bytes(), betweenTags, noSpace))
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", o.Path, err)
	}
	return nil
}

// Line ends between tags keep the templates readable; no page needs them.
var betweenTags, noSpace = []byte(">\n<"), []byte("><")

// view gathers what one page says.
func (w *Writer) view(o plan.Output) *page {
	p := w.page(o)
	switch o.Kind {
	case plan.IndexPage:
		p.index()
	case plan.NotFoundPage:
		p.notFound()
	case plan.AboutPage:
		p.about()
	case plan.RegionPage:
		p.region()
	case plan.SubscribePage:
		p.subscribe()
	case plan.NoticePage, plan.EditionPage:
		p.notice()
	case plan.MilestonePage:
		p.milestone()
	case plan.ChangePage:
		p.change()
	case plan.MovedPage:
		p.moved()
	}
	return p
}
