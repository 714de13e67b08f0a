package publish

import (
	"bytes"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// offline changes a page so that it works from a bundle: links to files of the
// bundle lead there, all other links of the site to its address on the net.
func (b *Bundles) offline(n *site.Notice, from string, page []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(page))
	tokens := html.NewTokenizer(bytes.NewReader(page))
	for kind := tokens.Next(); kind != html.ErrorToken; kind = tokens.Next() {
		if !leads(kind, tokens.Raw()) {
			out.Write(tokens.Raw())
			continue
		}
		raw := slices.Clone(tokens.Raw()) // Token below changes its buffer
		t := tokens.Token()
		if b.relink(n, from, &t) {
			out.WriteString(t.String())
			continue
		}
		out.Write(raw)
	}
	return out.Bytes()
}

// leads reports whether a token may have a link: a tag with an attribute that holds one.
func leads(kind html.TokenType, raw []byte) bool {
	return (kind == html.StartTagToken || kind == html.SelfClosingTagToken) && (names(raw, "href") || names(raw, "src"))
}

// names reports whether octets have a word in capitals or small letters.
func names(raw []byte, word string) bool {
	for i := 0; i+len(word) <= len(raw); i++ {
		if raw[i]|' ' == word[0] && strings.EqualFold(string(raw[i:i+len(word)]), word) {
			return true
		}
	}
	return false
}

// relink changes the addresses in an element and reports whether there were any
// to be changed.
func (b *Bundles) relink(n *site.Notice, from string, t *html.Token) bool {
	changed := false
	for i, a := range t.Attr {
		if a.Key != "href" && a.Key != "src" {
			continue
		}
		if link := b.link(n, from, a.Val); link != a.Val {
			t.Attr[i].Val, changed = link, true
		}
	}
	return changed
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
