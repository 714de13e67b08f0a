package publish

import (
	"net/url"
	"path"
	"strings"

	"tonggao/generator/plan"
	"tonggao/generator/relink"
	"tonggao/generator/site"
)

// offline changes a page so that it works from a bundle: links to files of the
// bundle lead there, all other links of the site to its address on the net.
func (b *Bundles) offline(n *site.Notice, from string, page []byte) []byte {
	return relink.Page(page, func(written string) string { return b.link(n, from, written) })
}

// link returns what a link of a page becomes in a bundle.
func (b *Bundles) link(n *site.Notice, from, written string) string {
	u, err := url.Parse(written)
	if err != nil || u.IsAbs() || u.Host != "" || u.Path == "" {
		return written // of another site, or within the page
	}
	target := path.Join(path.Dir(from), u.Path)
	if u.Path[0] == '/' {
		target = path.Clean(u.Path[1:])
	}
	if strings.HasSuffix(u.Path, "/") {
		target += "/index.html"
	}
	here, _ := b.place(n, from)
	link := b.plan.URL(target)
	if there, ok := b.place(n, target); ok {
		link = plan.Relative(here, there)
	}
	if u.RawQuery != "" {
		link += "?" + u.RawQuery
	}
	if u.Fragment != "" {
		link += "#" + u.EscapedFragment()
	}
	return link
}
