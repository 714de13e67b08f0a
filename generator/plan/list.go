package plan

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"tonggao/generator/site"
)

// ServicesOf returns the services that a region's notices speak of, each once,
// in the order of their first notice. A notice may rename a service for itself:
// the id tells which one is meant, and the newest notice's name is shown.
func ServicesOf(r *site.Region) []*site.Service {
	var all []*site.Service
	for _, n := range r.Notices {
		for _, s := range n.Services {
			known := slices.ContainsFunc(all, func(have *site.Service) bool { return have.ID == s.ID })
			if !known {
				all = append(all, s)
			}
		}
	}
	return all
}

// partPages is how many pages one sitemap lists. The protocol allows 50,000 and
// 50 MB; with the addresses of three languages the second limit comes first.
const partPages = 20_000

// listed are the kinds of pages that have an address of their own to be found by.
var listed = []Kind{IndexPage, AboutPage, RegionPage, SubscribePage, NoticePage, EditionPage, MilestonePage, ChangePage}

// Pages are the pages that a sitemap lists, in order: no file that pages are made
// of, and no page that only says that there is none.
func (p *Plan) Pages() iter.Seq[Output] {
	return func(yield func(Output) bool) {
		for i := range p.pageNumbers() {
			if !yield(p.Output(i)) {
				return
			}
		}
	}
}

// pageNumbers are their numbers.
func (p *Plan) pageNumbers() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range p.Numbers(isListed) {
			if p.recordAt(p.listed[i]).leads == 0 && !yield(i) {
				return
			}
		}
	}
}

func isListed(f Format, k Kind) bool { return f == HTML && slices.Contains(listed, k) }

func (o *Output) isListed() bool { return isListed(o.Format, o.Kind) }

// AnyLanguage stands for the languages that a page has no version in (x-default, as
// search engines and browsers read it).
const AnyLanguage site.Language = "x-default"

// A Version is a page in a language.
type Version struct {
	Language site.Language
	Path     string
}

// Versions returns the planned versions of a page in the site's order of languages,
// itself among them, and behind them the Chinese one again for readers of any other
// language: it is what was issued. A page that has no other version has none.
func (p *Plan) Versions(o Output) []Version {
	if !o.isListed() || len(p.Site.Languages) < 2 {
		return nil
	}
	plain := o.Path
	if o.Language != site.Chinese {
		plain = strings.TrimPrefix(o.Path, In(o.Language, ""))
	}
	var all []Version
	for _, lang := range p.Site.Languages {
		if path := In(lang, plain); p.lists(path) {
			all = append(all, Version{lang, path})
		}
	}
	if len(all) < 2 {
		return nil
	}
	if p.lists(plain) {
		all = append(all, Version{AnyLanguage, plain})
	}
	return all
}

// lists reports whether a path is that of a page that a sitemap lists.
func (p *Plan) lists(path string) bool {
	o, planned := p.At(path)
	return planned && o.isListed()
}

// Part are the pages of the nth part of the sitemap, from 1.
func (p *Plan) Part(n int) iter.Seq[Output] {
	return func(yield func(Output) bool) {
		before := 0
		for i := range p.pageNumbers() {
			if before/partPages == n-1 && !yield(p.Output(i)) {
				return
			}
			before++
		}
	}
}

// sitemapParts adds the parts of a sitemap that one file cannot hold.
func (p *Plan) sitemapParts(parts []*Plan) {
	if !p.wants(Data) || !p.wants(HTML) {
		return
	}
	pages := 0
	for i := range p.made {
		if p.made[i].isListed() {
			pages++
		}
	}
	for _, part := range parts {
		pages += part.kept.pages
	}
	if pages <= partPages {
		return
	}
	for part := 1; (part-1)*partPages < pages; part++ {
		p.add(Data, SitemapPart, fmt.Sprintf("sitemap-%d.xml", part), Output{Part: part})
	}
}
