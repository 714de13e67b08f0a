package verify

import (
	"bytes"
	"crypto/sha256"
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/manifest"
)

// An Identity is what a manifest knows about a sheet or file that somebody holds.
type Identity struct {
	Paths    []string         // where exactly this file is published; nil for a code, or when it is not
	Notice   *manifest.Notice // that it belongs to, or nil when the manifest knows none
	Folder   string           // of the page that it belongs to, with a slash at its end
	Revision int              // that it says it is of; 0 when it does not say
	Former   bool             // it carries a code that is no sheet's any more
}

// Newest reports whether the newest revision of its notice is meant.
func (i Identity) Newest() bool {
	return i.Notice != nil && !i.Notice.Gone && !i.Former && i.Revision == i.Notice.Revision
}

// Exact reports whether the file is byte for byte as published.
func (i Identity) Exact() bool { return len(i.Paths) > 0 }

// Code looks a short code up. It forgives what people do to codes: small
// letters, a missing or other hyphen, O for 0, I and L for 1.
func Code(m manifest.Manifest, written string) Identity {
	code, ok := NormalCode(written)
	if !ok {
		return Identity{}
	}
	return codes(m)[code]
}

// codes are the sheets of all revisions by their codes.
func codes(m manifest.Manifest) map[string]Identity {
	all := map[string]Identity{}
	for i := range m.Notices {
		for _, s := range m.Notices[i].Sheets {
			if _, taken := all[s.Code]; !taken {
				all[s.Code] = Identity{Notice: &m.Notices[i], Folder: s.Folder, Revision: s.Revision, Former: s.Former}
			}
		}
	}
	return all
}

// NormalCode returns a short code as it is printed, and false for what is none.
func NormalCode(written string) (string, bool) {
	plain := strings.NewReplacer("-", "", "–", "", "－", "", " ", "", "O", "0", "I", "1", "L", "1").Replace(strings.ToUpper(written))
	if len(plain) != 8 || strings.Trim(plain, "0123456789ABCDEFGHJKMNPQRSTVWXYZ") != "" {
		return "", false
	}
	return plain[:4] + "-" + plain[4:], true
}

var printedCode = regexp.MustCompile(`[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}`)

// Identify finds out what a file is: by its hash when it is as published, else
// by the short code or the address that it carries. A PDF writes both into its
// description in 16-bit characters, hence the zero octets are dropped. A file
// without content is none: a sheet that lost everything is not the empty marker
// file that a site has.
func Identify(m manifest.Manifest, content []byte) Identity {
	if len(content) == 0 {
		return Identity{}
	}
	paths := m.Places()[sha256.Sum256(content)]
	slices.SortStableFunc(paths, func(a, b string) int { return formerly(m, a) - formerly(m, b) })
	plain := bytes.ReplaceAll(content, []byte{0}, nil)
	id := byCode(m, plain)
	if id.Notice == nil {
		id = byAddress(m, plain)
	}
	if len(paths) == 0 {
		return id
	}
	if n := holder(m, paths[0]); n != nil {
		id = Identity{Notice: n, Folder: paths[0][:strings.LastIndex(paths[0], "/")+1], Revision: n.Revision}
	}
	id.Paths = paths
	return id
}

// byCode finds the first printed code that the manifest knows.
func byCode(m manifest.Manifest, content []byte) Identity {
	codes := codes(m)
	for _, code := range printedCode.FindAll(content, -1) {
		if id, known := codes[string(code)]; known {
			return id
		}
	}
	return Identity{}
}

// byAddress finds the notice whose address is in a file. A file that speaks of
// several notices, such as a region's calendar, belongs to none of them.
func byAddress(m manifest.Manifest, content []byte) Identity {
	var found Identity
	for i := range m.Notices {
		n := &m.Notices[i]
		speaks := func(id string) bool { return bytes.Contains(content, []byte(m.BaseURL+"/"+id+"/")) }
		if n.Gone || !speaks(n.ID) && !slices.ContainsFunc(n.Former, speaks) {
			continue
		}
		if found.Notice != nil {
			return Identity{}
		}
		found = Identity{Notice: n, Folder: n.ID + "/"}
	}
	return found
}

// holder returns the notice that a path belongs to, or nil. Pages in other
// languages stand below a folder of their own; a region may have the name of a
// region inside another, so the path as it is goes first.
func holder(m manifest.Manifest, path string) *manifest.Notice {
	_, rest, _ := strings.Cut(path, "/")
	for _, path := range []string{path, rest} {
		for i := range m.Notices {
			holds := func(id string) bool { return strings.HasPrefix(path, id+"/") }
			if n := &m.Notices[i]; !n.Gone && (holds(n.ID) || slices.ContainsFunc(n.Former, holds)) {
				return n
			}
		}
	}
	return nil
}

// formerly is 1 for a path that is a former address, else 0: where a file is now goes
// before where it was. A milestone's former id is not known here: its poster is at two
// addresses that are right.
func formerly(m manifest.Manifest, path string) int {
	n := holder(m, path)
	_, rest, _ := strings.Cut(path, "/")
	if n == nil || strings.HasPrefix(path, n.ID+"/") || strings.HasPrefix(rest, n.ID+"/") {
		return 0
	}
	return 1
}
