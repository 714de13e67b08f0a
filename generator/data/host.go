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

// headers is the file _headers of Cloudflare Pages and Netlify. Calendars need
// their character set, or Google shows Chinese garbled; data may be read from
// any other site; feeds are short-lived in caches, so that a postponement is not
// held back.
func (w *Writer) headers() string {
	var text strings.Builder
	for _, path := range []string{"/*.ics", "/*/feed.xml", "/feed.xml", "/*.json"} {
		fmt.Fprintf(&text, "%s\n  Content-Type: %s\n  Access-Control-Allow-Origin: *\n  Cache-Control: public, max-age=600, must-revalidate\n",
			path, plan.ContentType(strings.ReplaceAll(path, "*", "x")))
	}
	fmt.Fprintf(&text, "/embed/*\n  Content-Security-Policy: frame-ancestors %s\n", strings.Join(w.framers(), " "))
	text.WriteString("/assets/*\n  Cache-Control: public, max-age=3600, must-revalidate\n")
	text.WriteString("/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n")
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
