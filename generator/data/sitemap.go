package data

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"iter"
	"strings"

	"tonggao/generator/plan"
	"tonggao/generator/site"
)

const (
	sitemapNamespace = `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"`
	xhtmlNamespace   = `xmlns:xhtml="http://www.w3.org/1999/xhtml"`
)

// sitemap writes the pages for search engines (sitemaps.org). Where one file
// cannot hold them, sitemap.xml becomes the index of its parts.
func (w *Writer) sitemap(out *bufio.Writer, o plan.Output) error {
	out.WriteString(xml.Header)
	part := func(_ plan.Format, k plan.Kind) bool { return k == plan.SitemapPart }
	switch {
	case o.Kind == plan.SitemapPart:
		return w.pages(out, w.plan.Part(o.Part))
	case !w.plan.Any(part):
		return w.pages(out, w.plan.Pages())
	}
	fmt.Fprintf(out, "<sitemapindex %s>\n", sitemapNamespace)
	for i := range w.plan.Numbers(part) {
		fmt.Fprintf(out, "<sitemap><loc>%s</loc></sitemap>\n", escape(w.plan.URL(w.plan.Output(i).Path)))
	}
	_, err := out.WriteString("</sitemapindex>\n")
	return err
}

func (w *Writer) pages(out *bufio.Writer, pages iter.Seq[plan.Output]) error {
	fmt.Fprintf(out, "<urlset %s %s>\n", sitemapNamespace, xhtmlNamespace)
	for o := range pages {
		out.WriteString("<url><loc>")
		xml.EscapeText(out, []byte(w.plan.URL(o.Path))) // the destination keeps its first error
		out.WriteString("</loc>")
		if day := w.modified(o); !day.IsZero() {
			out.WriteString("<lastmod>" + day.String() + "</lastmod>")
		}
		w.alternates(out, o)
		out.WriteString("</url>\n")
	}
	_, err := out.WriteString("</urlset>\n")
	return err
}

// alternates names the same page in every language that it is in, itself too, as the
// protocol of hreflang asks.
func (w *Writer) alternates(out *bufio.Writer, o plan.Output) {
	for _, v := range w.plan.Versions(o) {
		fmt.Fprintf(out, `<xhtml:link rel="alternate" hreflang="%s" href="%s"/>`, v.Language, escape(w.plan.URL(v.Path)))
	}
}

// modified is the day of the newest revision that a page shows.
func (w *Writer) modified(o plan.Output) site.Day {
	switch {
	case o.Notice != nil:
		return o.Notice.Latest().On
	case o.Region != nil:
		return (&site.Site{Regions: []*site.Region{o.Region}}).Newest()
	}
	return w.newest
}

func escape(text string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(text)) // a Builder cannot fail
	return b.String()
}
