package publish

import (
	"bytes"
	"net/url"
	"path"
	"strings"

	"tonggao/generator/plan"
	"tonggao/generator/relink"
	"tonggao/generator/survey"
)

// offline adds to out a page changed so that it works from a bundle: links to files of the
// bundle lead there, all other links of the site to its address on the net.
func (b *Bundles) offline(out []byte, in places, from string, page []byte) []byte {
	here, _ := in.of(from)
	folder := path.Dir(from)
	return relink.Page(out, page, func(address []byte) []byte {
		if stays(address) {
			return address
		}
		d := destinationOf(folder, string(address))
		if d.path == "" {
			return address
		}
		there, ok := in.of(d.path)
		if !ok {
			return []byte(b.plan.URL(d.path) + d.rest)
		}
		return []byte(plan.Relative(here, there) + d.rest)
	})
}

// stays reports whether an address leads to another site, which its scheme tells, or to a
// place within the page.
func stays(address []byte) bool {
	colon := bytes.IndexFunc(address, func(r rune) bool { return r < 'a' || 'z' < r })
	return colon > 0 && address[colon] == ':' || colon == 0 && address[0] == '#'
}

// A destination is the file that a link leads to, and the query and fragment behind it. Its
// path is empty for what lies elsewhere, or within the page.
type destination struct{ path, rest string }

// destinationOf is where an address on a page in a folder leads.
func destinationOf(folder, address string) destination {
	if d, plain := plainDestination(folder, address); plain {
		return d
	}
	return parsedDestination(folder, address)
}

// parsedDestination is destinationOf for any address.
func parsedDestination(folder, address string) destination {
	u, err := url.Parse(address)
	if err != nil || u.IsAbs() || u.Host != "" || u.Path == "" {
		return destination{}
	}
	d := destination{path: path.Join(folder, u.Path)}
	if u.Path[0] == '/' {
		d.path = path.Clean(u.Path[1:])
	}
	if strings.HasSuffix(u.Path, "/") {
		d.path += "/index.html"
	}
	if u.RawQuery != "" {
		d.rest += "?" + u.RawQuery
	}
	if u.Fragment != "" {
		d.rest += "#" + u.EscapedFragment()
	}
	return d
}

// plainDestination is destinationOf for the addresses that the templates write, in a fifth
// of the time: so many steps up, then names and nothing that is to be decoded. It is false
// for any other.
func plainDestination(folder, address string) (d destination, plain bool) {
	for strings.HasPrefix(address, "../") {
		if folder == "." {
			return d, false
		}
		address, folder = address[len("../"):], survey.FolderOf(folder)
	}
	before := byte('/')
	end := len(address)
	for i := range len(address) {
		switch c := address[i]; {
		case c == '#' && end == len(address):
			end = i
		case c == '/' && before == '/', c == '.' && before == '/', !isPlain(c):
			return d, false
		}
		before = address[i]
	}
	d.path = address[:end]
	if d.path == "" || d.path[end-1] == '/' {
		return d, false
	}
	if end+1 < len(address) {
		d.rest = address[end:]
	}
	if folder != "." {
		d.path = folder + "/" + d.path
	}
	return d, true
}

// isPlain reports whether an octet means itself in a path and in a fragment.
func isPlain(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_' || c == '.' || c == '/'
}
