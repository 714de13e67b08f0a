package source

import (
	"net/url"
	"slices"
	"strings"

	"tonggao/generator/toml"
)

// framers reads the sites that may show the widget: origins, as a browser compares them. One
// with a path or an asterisk would be read otherwise than it was meant.
func (r *reader) framers(facts *toml.Node) []string {
	var all []string
	for _, written := range facts.Texts("framers") {
		u, err := url.Parse(written)
		origin := err == nil && u.Host != "" && (u.Scheme == "https" || u.Scheme == "http") && written == u.Scheme+"://"+u.Host && !strings.ContainsAny(u.Host, "*;, '")
		switch {
		case !origin:
			r.Problems.Add(facts.ValueAt("framers"), "write its scheme and host alone: https://www.example.gov.cn", "framers = %q is no address of a site", written)
		case !slices.Contains(all, written):
			all = append(all, written)
		}
	}
	return all
}
