package data

import (
	"fmt"
	"strings"

	"tonggao/generator/plan"
)

// robots lets everybody read everything. The file has to exist: Google's
// calendar obeys robots.txt, and was seen to refuse feeds where it was missing.
func (w *Writer) robots() string {
	return "User-agent: *\nAllow: /\n\nSitemap: " + w.plan.URL("sitemap.xml") + "\n"
}

// A hostRule says what a host sends with the files that a path of _headers names.
type hostRule struct {
	files   string
	headers []header
}

type header struct{ name, value string }

const (
	contentType  = "Content-Type"
	cacheControl = "Cache-Control"
)

// hostRules is the one table that _headers and web.config spell. Calendars need
// their character set, or Google shows Chinese garbled; data may be read from
// any other site; feeds are short-lived in caches, so that a postponement is not
// held back.
func (w *Writer) hostRules() []hostRule {
	var rules []hostRule
	for _, files := range []string{"/*.ics", "/*/feed.xml", "/feed.xml", "/*.json"} {
		rules = append(rules, hostRule{files, []header{
			{contentType, plan.ContentType(strings.ReplaceAll(files, "*", "x"))},
			{"Access-Control-Allow-Origin", "*"},
			{cacheControl, "public, max-age=600, must-revalidate"},
		}})
	}
	for _, ending := range plan.RareEndings() {
		rare := plan.FormatOf("x" + ending)
		if w.plan.Any(func(f plan.Format, _ plan.Kind) bool { return f == rare }) {
			rules = append(rules, hostRule{"/*" + ending, []header{{contentType, plan.ContentType("x" + ending)}}})
		}
	}
	return append(rules,
		hostRule{"/embed/*", []header{{"Content-Security-Policy", "frame-ancestors " + strings.Join(w.framers(), " ")}}},
		hostRule{"/assets/*", []header{{cacheControl, "public, max-age=3600, must-revalidate"}}},
		hostRule{"/*", []header{{"X-Content-Type-Options", "nosniff"}, {"Referrer-Policy", "no-referrer"}}})
}

// headers is the file _headers of Cloudflare Pages and Netlify.
func (w *Writer) headers() string {
	var text strings.Builder
	for _, rule := range w.hostRules() {
		text.WriteString(rule.files + "\n")
		for _, h := range rule.headers {
			fmt.Fprintf(&text, "  %s: %s\n", h.name, h.value)
		}
	}
	return text.String()
}

// framers are the sites that may show the widget: those that site.toml names, else any. A
// page's own policy cannot say so: browsers read it in a header alone.
func (w *Writer) framers() []string {
	if len(w.plan.Site.Framers) == 0 {
		return []string{"*"}
	}
	return append([]string{"'self'"}, w.plan.Site.Framers...)
}
