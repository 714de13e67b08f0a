package plan

import (
	"fmt"
	"slices"

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

// Pages returns the pages that a sitemap lists, in order.
func (p *Plan) Pages() []Output {
	var pages []Output
	for _, o := range p.Outputs {
		if o.Format == HTML && o.Kind != NotFoundPage && o.Leads == "" {
			pages = append(pages, o)
		}
	}
	return pages
}

// Part returns the pages of the nth part of the sitemap, from 1.
func (p *Plan) Part(n int) []Output {
	pages := p.Pages()
	return pages[min(len(pages), (n-1)*partPages):min(len(pages), n*partPages)]
}

// sitemapParts adds the parts of a sitemap that one file cannot hold.
func (p *Plan) sitemapParts() {
	whole := slices.ContainsFunc(p.Outputs, func(o Output) bool { return o.Kind == Sitemap })
	pages := len(p.Pages())
	if !whole || pages <= partPages {
		return
	}
	for part := 1; (part-1)*partPages < pages; part++ {
		p.add(Data, SitemapPart, fmt.Sprintf("sitemap-%d.xml", part), Output{Part: part})
	}
}
