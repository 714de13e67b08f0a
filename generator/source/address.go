package source

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"tonggao/generator/problem"
	"tonggao/generator/toml"
)

// checkAddress reports a key that is no absolute web address.
func (r *reader) checkAddress(n *toml.Node, name string) { checkAddress(n, name, &r.problems) }

func checkAddress(n *toml.Node, name string, problems *problem.List) {
	written := n.Text(name)
	if written == "" {
		return
	}
	switch {
	case webAddress(written) == nil:
		problems.Add(n.ValueAt(name), "write it whole: https://…", "%s = %q is no web address", name, written)
	case IsExample(written):
		problems.Bar(n.ValueAt(name), "write the true address, or leave the key out", "%s = %q is an example: it leads nowhere", name, written)
	}
}

// checkBase reports a base_url under which nothing can be published.
func (r *reader) checkBase(facts *toml.Node) {
	written := facts.Text("base_url")
	if wrong := BaseURL(written); written != "" && wrong != "" {
		r.problems.Add(facts.ValueAt("base_url"), "write it as https://tonggao.example, with its path where it has one", "base_url = %q: %s", written, wrong)
	} else if u := webAddress(written); u != nil && u.Scheme == "http" && u.Hostname() != "localhost" && u.Hostname() != "127.0.0.1" {
		r.problems.Warn(facts.ValueAt("base_url"), "write it as https://…, and publish it so: it stands in every calendar and on every sheet, and cannot be changed there",
			"base_url = %q is no https: on the way to its readers anybody can change what it says", written)
	}
	if facts.Flag("sample") && !IsExample(written) {
		r.problems.Warn(facts.ValueAt("sample"), "take it away", "the site has an address of its own and says that it is a sample")
	}
}

// BaseURL says in words why an address cannot be the one of a published site, or
// "". Every path is put behind it, and it stands in calendars and feeds as a URI,
// which is ASCII (RFC 3986).
func BaseURL(written string) string {
	u := webAddress(written)
	switch {
	case u == nil:
		return "it is no web address"
	case strings.ContainsAny(written, "?#"):
		return "it has a query or a fragment, behind which no path can stand"
	case u.User != nil:
		return "it has a name or a password in it, which would be published"
	case strings.Contains(u.Path+"/", "/../") || strings.Contains(u.Path+"/", "/./") || strings.Contains(u.Path, "//"):
		return "its path has dots or double slashes, which readers take away"
	case strings.ContainsFunc(written, func(c rune) bool { return c > unicode.MaxASCII }):
		return "it has letters that an address cannot have: write its host in the xn--… form, and other letters of the path as %E5…"
	}
	return ""
}

// webAddress parses an absolute web address, or returns nil.
func webAddress(written string) *url.URL {
	u, err := url.Parse(written)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" || strings.ContainsAny(written, " <>\"'\\") {
		return nil
	}
	if port, err := strconv.Atoi(u.Port()); u.Port() != "" && (err != nil || port < 1 || port > 65535) {
		return nil
	}
	return u
}
