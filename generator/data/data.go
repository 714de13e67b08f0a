// Package data writes the facts for programs: notices.json with its JSON Schema,
// Atom feeds (RFC 4287), the sitemap, robots.txt, the headers that a static host is
// to send, and a README for whoever opens the folder.
//
// notices.json is a contract: fields are added, never renamed or removed, and
// "version" changes when an old reader would misread it. Where a fact is
// missing its field is there all the same, with null, "" or an empty list, so
// that a reader needs no guess.
//
// It decides nothing about a fact: which words it has phrase knows, how services stand
// course has worked out. Begin reading at Writer.Write.
package data

import (
	"bufio"
	_ "embed" // the schema is kept by hand beside this file
	"fmt"
	"io"
	"sync"

	"tonggao/generator/message"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

//go:embed notices.schema.json
var schema string

// A Writer writes the data outputs of a plan. It can be used by many goroutines.
type Writer struct {
	plan   *plan.Plan
	voice  phrase.Voice
	newest site.Day // of all revisions of the site

	published Published
	buffers   *sync.Pool // of *bufio.Writer
}

// New returns the writer of a plan's data.
func New(p *plan.Plan) *Writer {
	return &Writer{plan: p, voice: phrase.In(site.Chinese), newest: p.Site.Newest(), published: nobody, buffers: &sync.Pool{New: func() any { return bufio.NewWriter(nil) }}}
}

// Published tells what stays of a file of the whole site as it was published: what it has of
// a region under an id. It is asked in the order of the file; nil where nobody knows it.
type Published func(o plan.Output, r *site.Region, id string) []byte

// Knowing returns a writer that asks for what stays of a file before it makes that again.
func (w *Writer) Knowing(published Published) *Writer {
	knowing := *w
	knowing.published = published
	return &knowing
}

// nobody knows nothing.
func nobody(plan.Output, *site.Region, string) []byte { return nil }

// publishedIn is what tells it of an output.
func (w *Writer) publishedIn(o plan.Output) Published {
	if o.Region != nil {
		return nobody
	}
	return w.published
}

// Write writes one output. It streams, so that the facts of a whole country do
// not have to fit into memory. An error is the destination's.
func (w *Writer) Write(to io.Writer, o plan.Output) error {
	out := w.buffers.Get().(*bufio.Writer)
	out.Reset(to)
	defer func() {
		out.Reset(nil)
		w.buffers.Put(out)
	}()
	if err := w.write(out, o); err != nil {
		return message.Errorf("write %s: %w", o.Path, err)
	}
	if err := out.Flush(); err != nil {
		return message.Errorf("write %s: %w", o.Path, err)
	}
	return nil
}

func (w *Writer) write(out *bufio.Writer, o plan.Output) error {
	switch o.Kind {
	case plan.SiteJSON:
		return w.facts(out, o, w.plan.Site.Regions)
	case plan.RegionJSON:
		return w.facts(out, o, []*site.Region{o.Region})
	case plan.SiteFeed, plan.RegionFeed:
		return w.atom(out, o)
	case plan.JSONFeed:
		return w.jsonFeed(out, o)
	case plan.Statuspage:
		return w.statuspage(out, o)
	case plan.Maintenances:
		return w.maintenances(out, o)
	case plan.Sitemap, plan.SitemapPart:
		return w.sitemap(out, o)
	}
	text, known := map[plan.Kind]func() string{
		plan.SchemaJSON: func() string { return schema }, plan.Robots: w.robots, plan.Headers: w.headers, plan.WebConfig: w.webConfig, plan.NoJekyll: func() string { return "" }, plan.Readme: w.readme,
	}[o.Kind]
	if !known {
		return fmt.Errorf("no data output of kind %q", o.Kind)
	}
	_, err := out.WriteString(text())
	return err
}
