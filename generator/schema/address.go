package schema

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"tonggao/generator/message"
)

// BaseURL says why an address cannot be the one of a published site, or nothing.
// Every path is put behind it, and it stands in calendars and feeds as a URI,
// which is ASCII (RFC 3986).
func BaseURL(written string) message.Text {
	u := WebAddress(written)
	switch {
	case u == nil:
		return message.Say("it is no web address")
	case strings.ContainsAny(written, "?#"):
		return message.Say("it has a query or a fragment, behind which no path can stand")
	case u.User != nil:
		return message.Say("it has a name or a password in it, which would be published")
	case strings.Contains(u.Path+"/", "/../") || strings.Contains(u.Path+"/", "/./") || strings.Contains(u.Path, "//"):
		return message.Say("its path has dots or double slashes, which readers take away")
	case strings.ContainsFunc(written, func(c rune) bool { return c > unicode.MaxASCII }):
		return message.Say("it has letters that an address cannot have: write its host in the xn--… form, and other letters of the path as %E5…")
	}
	return message.Text{}
}

// WebAddress parses an absolute web address, or returns nil.
func WebAddress(written string) *url.URL {
	u, err := url.Parse(written)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" || strings.ContainsAny(written, " <>\"'\\") {
		return nil
	}
	if port, err := strconv.Atoi(u.Port()); u.Port() != "" && (err != nil || port < 1 || port > 65535) {
		return nil
	}
	return u
}

// reservedHosts are the names that belong to nobody (RFC 2606, RFC 6761).
var reservedHosts = []string{"example", "test", "invalid", "example.com", "example.net", "example.org"}

// IsExample reports whether an address is one of those that are kept for examples,
// so that nothing can be reached under it.
func IsExample(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	host := u.Hostname()
	if u.Scheme == "mailto" {
		host = u.Opaque[strings.LastIndex(u.Opaque, "@")+1:]
	}
	host = "." + strings.TrimSuffix(strings.ToLower(host), ".")
	return slices.ContainsFunc(reservedHosts, func(name string) bool { return strings.HasSuffix(host, "."+name) })
}
