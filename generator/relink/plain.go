package relink

import (
	"bytes"
	"strings"
)

// plainPage is Page for a page in plain form, and false for any other: tags without blanks
// that nobody needs, attributes in double quotation marks, no comments.
func plainPage(page []byte, link func(string) string) (out []byte, plain bool) {
	out = make([]byte, 0, len(page)+len(page)/8)
	for rest := page; ; {
		at := bytes.IndexByte(rest, '<')
		if at < 0 {
			return append(out, rest...), true
		}
		out, rest = append(out, rest[:at]...), rest[at:]
		t := readTag(rest)
		if t.size == 0 {
			return nil, false
		}
		if t.moves(link) { // as the tokenizer would write it
			out = append(out, anyPage(rest[:t.size], link)...)
		} else {
			out = append(out, rest[:t.size]...)
		}
		rest = rest[t.size:]
		raw := rawEnd(t, rest)
		if raw < 0 {
			return nil, false
		}
		out, rest = append(out, rest[:raw]...), rest[raw:]
	}
}

// A tag in plain form; of no size for one that is not.
type tag struct {
	size      int
	name      string // of a start tag
	addresses [][]byte
}

// moves reports whether a tag has an address that changes, or one that has to be read
// first.
func (t tag) moves(link func(string) string) bool {
	for _, a := range t.addresses {
		if bytes.ContainsAny(a, "&\r\x00") || link(string(a)) != string(a) {
			return true
		}
	}
	return false
}

// readTag reads the tag that octets begin with.
func readTag(b []byte) tag {
	const doctype = "<!doctype html>"
	if len(b) >= len(doctype) && b[1] == '!' && strings.EqualFold(string(b[:len(doctype)]), doctype) {
		return tag{size: len(doctype)}
	}
	from := 1
	closes := len(b) > 1 && b[1] == '/'
	if closes {
		from = 2
	}
	at := from + span(b[from:], isName)
	switch {
	case at == from || at == len(b) || !isLetter(b[from]):
		return tag{}
	case closes && b[at] == '>':
		return tag{size: at + 1}
	case closes:
		return tag{}
	}
	return readAttributes(b, at, tag{name: strings.ToLower(string(b[from:at]))})
}

// readAttributes reads what stands from a place on in a start tag.
func readAttributes(b []byte, at int, t tag) tag {
	for {
		blanks := span(b[at:], isBlank)
		at += blanks
		switch {
		case at+1 < len(b) && b[at] == '/' && b[at+1] == '>':
			t.size = at + 2
			return t
		case at < len(b) && b[at] == '>':
			t.size = at + 1
			return t
		case blanks == 0:
			return tag{}
		}
		key := b[at : at+span(b[at:], isKey)]
		at += len(key)
		if len(key) == 0 || at+1 >= len(b) {
			return tag{}
		}
		if b[at] != '=' {
			continue // an attribute without a value
		}
		if b[at+1] != '"' {
			return tag{}
		}
		end := bytes.IndexByte(b[at+2:], '"')
		if end < 0 {
			return tag{}
		}
		if value := b[at+2 : at+2+end]; bytes.EqualFold(key, []byte("href")) || bytes.EqualFold(key, []byte("src")) {
			t.addresses = append(t.addresses, value)
		}
		at += end + 3
	}
}

// rawEnd is how many octets behind a start tag are text in which no tag counts, up to the
// tag that ends it; -1 where that is hard to tell.
func rawEnd(t tag, rest []byte) int {
	switch t.name {
	case "plaintext":
		return -1
	case "iframe", "noembed", "noframes", "noscript", "script", "style", "textarea", "title", "xmp":
	default:
		return 0
	}
	for at := 0; ; {
		next := bytes.IndexByte(rest[at:], '<')
		if next < 0 {
			return -1
		}
		at += next
		end := "</" + t.name + ">"
		switch {
		case bytes.HasPrefix(rest[at:], []byte(end)):
			return at
		case at+len(end) > len(rest), rest[at+1] == '!', strings.EqualFold(string(rest[at:at+len(end)-1]), end[:len(end)-1]):
			return -1 // a comment in a script hides its end
		}
		at++
	}
}

// span is how many octets from the first on are of a kind.
func span(b []byte, is func(byte) bool) int {
	for i, c := range b {
		if !is(c) {
			return i
		}
	}
	return len(b)
}

func isLetter(c byte) bool { return 'a' <= c|' ' && c|' ' <= 'z' }
func isName(c byte) bool   { return isLetter(c) || '0' <= c && c <= '9' || c == '-' }
func isKey(c byte) bool    { return isName(c) || c == ':' || c == '_' }
func isBlank(c byte) bool  { return c == ' ' || c == '\n' || c == '\t' }
