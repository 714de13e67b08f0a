package generator

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"rsc.io/qr"
)

// loaded are the attributes by which an element makes a page load something.
var loaded = map[string][]string{
	"script": {"src"}, "img": {"src", "srcset"}, "source": {"src", "srcset"}, "iframe": {"src"}, "embed": {"src"}, "object": {"data"}, "video": {"src", "poster"}, "audio": {"src"}, "track": {"src"},
	"use": {"href", "xlink:href"}, "image": {"href", "xlink:href"}, "input": {"src"},
}

// referred are the attributes that name other elements of the page.
var referred = []string{"for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "headers"}

var styleURL = regexp.MustCompile(`url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)`)

func (w *walker) css(from, style string) {
	for _, found := range styleURL.FindAllStringSubmatch(style, -1) {
		address := found[1] + found[2] + found[3]
		if !strings.HasPrefix(address, "data:") && !strings.HasPrefix(address, "#") {
			w.follow(from, address, loads)
		}
	}
	if strings.Contains(style, "@import") {
		w.fault(from, "a style sheet imports another")
	}
}

func (w *walker) html(name string) {
	w.idsOf(name)
	for n := range w.page(name).Descendants() {
		if n.Type == html.ElementNode {
			w.element(name, n)
		}
	}
	w.languages(name)
}

func (w *walker) element(name string, n *html.Node) {
	for _, a := range n.Attr {
		key := a.Key
		if a.Namespace != "" {
			key = a.Namespace + ":" + a.Key
		}
		switch {
		case key == "srcset":
			for _, one := range strings.Split(a.Val, ",") {
				w.follow(name, strings.Fields(one + " ?")[0], loads)
			}
		case slices.Contains(loaded[n.Data], key):
			w.follow(name, a.Val, loads)
		case key == "href" && n.Data != "link":
			w.follow(name, a.Val, leads)
		case key == "action", key == "formaction", key == "cite", key == "ping":
			w.follow(name, a.Val, leads)
		case key == "data-manifest":
			w.follow(name, a.Val, loads)
		case key == "data-copy":
			w.follow(name, a.Val, names)
		case key == "style":
			w.css(name, a.Val)
		case slices.Contains(referred, key):
			for _, id := range strings.Fields(a.Val) {
				if !w.ids[name][id] {
					w.fault(name, "%s names %s, and nothing has that id", key, id)
				}
			}
		case strings.HasPrefix(key, "on"):
			w.fault(name, "an attribute %s runs a script", key)
		}
	}
	switch n.Data {
	case "link":
		w.linkElement(name, n)
	case "meta":
		w.meta(name, n)
	case "style":
		w.css(name, textWithin(n))
	case "script":
		w.script(name, n)
	case "svg":
		w.code(name, n)
	}
}

func textWithin(n *html.Node) string {
	if n.FirstChild == nil {
		return ""
	}
	return n.FirstChild.Data
}

// linkElement follows what the head of a page names.
func (w *walker) linkElement(name string, n *html.Node) {
	href := attribute(n, "href")
	switch rel := attribute(n, "rel"); {
	case rel == "canonical":
		if w.follow(name, href, names) != name {
			w.fault(name, "says that it is %s", href)
		}
	case rel == "alternate" && attribute(n, "hreflang") != "":
		w.follow(name, href, names)
	case rel == "alternate":
		w.follow(name, href, loads)
	case rel == "icon" || rel == "stylesheet" || rel == "preload" || rel == "manifest":
		w.follow(name, href, loads)
	default:
		w.fault(name, "a link of the unknown kind %s", rel)
	}
}

func (w *walker) meta(name string, n *html.Node) {
	content := attribute(n, "content")
	switch property := attribute(n, "property"); {
	case property == "og:url":
		if to := w.follow(name, content, names); to != name {
			w.fault(name, "says to others that it is %s", content)
		}
	case property == "og:image":
		w.follow(name, content, names)
	case strings.EqualFold(attribute(n, "http-equiv"), "refresh"):
		_, address, _ := strings.Cut(content, "=")
		w.follow(name, strings.Trim(address, ` "'`), leads)
	}
}

// vocabularies are addresses that name a word and lead nobody anywhere.
var vocabularies = []string{"https://schema.org"}

func (w *walker) script(name string, n *html.Node) {
	if !strings.Contains(attribute(n, "type"), "json") {
		return
	}
	var value any
	if err := json.Unmarshal([]byte(textWithin(n)), &value); err != nil {
		w.fault(name, "a script's data: %v", err)
		return
	}
	w.value(name, "", value)
}

// value follows every address in data, whatever key it has.
func (w *walker) value(name, key string, value any) {
	switch v := value.(type) {
	case map[string]any:
		for k, inner := range v {
			w.value(name, k, inner)
		}
	case []any:
		for _, inner := range v {
			w.value(name, key, inner)
		}
	case string:
		outside := strings.HasPrefix(v, "http://") || strings.HasPrefix(v, "https://") || strings.HasPrefix(v, "webcal://")
		vocabulary := slices.ContainsFunc(vocabularies, func(word string) bool { return v == word || strings.HasPrefix(v, word+"/") })
		switch {
		case vocabulary || key == "$schema" || key == "base_url":
		case outside:
			w.follow(name, v, leads)
		case key == "url" && v != "":
			w.follow(name, v, leads)
		}
	}
}

// languages wants the versions of a page in other languages to be there, to be in that
// language, and to name this one too; and one of them for readers of any other.
func (w *walker) languages(name string) {
	own := attribute(w.root(name), "lang")
	versions := w.versions(name)
	if len(versions) == 0 {
		return
	}
	if versions[own] != name {
		w.fault(name, "does not name itself as its version in %s", own)
	}
	if versions["x-default"] == "" {
		w.fault(name, "names no version for readers of other languages")
	}
	for lang, version := range versions {
		switch {
		case version == "":
		case lang == "x-default" && version != versions["zh-CN"]:
			w.fault(name, "leads readers of other languages to %s", version)
		case lang != "x-default" && attribute(w.root(version), "lang") != lang:
			w.fault(name, "%s is not in %s", version, lang)
		case w.versions(version)[own] != name:
			w.fault(name, "%s does not lead back", version)
		}
	}
	for n := range w.page(name).Descendants() {
		if lang := attribute(n, "lang"); n.Data == "a" && n.Parent.Data == "li" && lang != "" && attribute(n, "hreflang") == lang {
			if to := w.follow(name, attribute(n, "href"), leads); attribute(w.root(to), "lang") != lang || versions[lang] != to {
				w.fault(name, "the link to its version in %s leads to %s", lang, to)
			}
		}
	}
}

func (w *walker) root(name string) *html.Node {
	for n := range w.page(name).Descendants() {
		if n.Type == html.ElementNode && n.Data == "html" {
			return n
		}
	}
	return &html.Node{}
}

// versions are the paths that a page's head names, by language.
func (w *walker) versions(name string) map[string]string {
	found := map[string]string{}
	for n := range w.page(name).Descendants() {
		if lang := attribute(n, "hreflang"); n.Data == "link" && lang != "" {
			inside, _ := w.within(attribute(n, "href"))
			found[lang] = strings.TrimSuffix(inside, "#")
		}
	}
	return found
}

var module = regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1h-\d+z`)

// code reads a drawn QR code: its modules are those of the address that stands with
// it, which leads somewhere.
func (w *walker) code(name string, n *html.Node) {
	if attribute(n, "role") != "img" || attribute(n.Parent, "class") != "qr" {
		return
	}
	address := attribute(n, "aria-label")
	w.follow(name, address, names)
	want, err := qr.Encode(address, qr.M)
	if err != nil {
		w.fault(name, "%v", err)
		return
	}
	black := map[string]bool{}
	for d := range n.Descendants() {
		if attribute(d, "class") == "ink" {
			for _, m := range module.FindAllStringSubmatch(attribute(d, "d"), -1) {
				var x, y, length int
				_, _ = fmt.Sscan(strings.Join(m[1:], " "), &x, &y, &length)
				for i := range length {
					black[fmt.Sprint(x+i-4, " ", y-4)] = true
				}
			}
		}
	}
	for y := range want.Size {
		for x := range want.Size {
			if want.Black(x, y) != black[fmt.Sprint(x, " ", y)] {
				w.fault(name, "the code does not say %s", address)
				return
			}
		}
	}
}
