package relink

import (
	"bytes"

	"golang.org/x/net/html"
)

// A reader goes once through a page in plain form: tags without blanks that nobody needs,
// attributes in double quotation marks, no comments. It makes nothing new for a tag.
type reader struct {
	link Link

	name       []byte // of the start tag at hand; empty for another tag
	closed     bool   // the tag is so by itself, as <br/> is
	attributes []attribute
	moved      []byte // the tag with its new addresses
}

// An attribute stands as it is written; without a value it has an empty one.
type attribute struct{ key, value []byte }

// leads reports whether an attribute holds an address.
func (a attribute) leads() bool {
	return len(a.key) == 4 && bytes.EqualFold(a.key, []byte("href")) || len(a.key) == 3 && bytes.EqualFold(a.key, []byte("src"))
}

// page is Page for a page in plain form, and false for any other.
func (r *reader) page(out, page []byte) ([]byte, bool) {
	for done, at := 0, 0; ; {
		next := bytes.IndexByte(page[at:], '<')
		if next < 0 {
			return append(out, page[done:]...), true
		}
		at += next
		size := r.read(page[at:])
		if size == 0 {
			return nil, false
		}
		if r.moves(page[at : at+size]) {
			out = append(append(out, page[done:at]...), r.moved...)
			done = at + size
		}
		at += size
		raw := rawEnd(r.name, page[at:])
		if raw < 0 {
			return nil, false
		}
		at += raw
	}
}

// read reads the tag that octets begin with, and returns its size; none for a tag that is
// not plain.
func (r *reader) read(b []byte) int {
	const doctype = "<!doctype html>"
	r.name, r.closed, r.attributes = nil, false, r.attributes[:0]
	if len(b) >= len(doctype) && b[1] == '!' && bytes.EqualFold(b[:len(doctype)], []byte(doctype)) {
		return len(doctype)
	}
	at := 1
	ends := len(b) > 1 && b[1] == '/'
	if ends {
		at = 2
	}
	from := at
	for at < len(b) && isName(b[at]) {
		at++
	}
	switch {
	case at == from || at == len(b) || !isLetter(b[from]):
		return 0
	case ends && b[at] == '>':
		return at + 1
	case ends:
		return 0
	}
	r.name = b[from:at]
	return r.readAttributes(b, at)
}

// readAttributes reads what stands from a place on in a start tag.
func (r *reader) readAttributes(b []byte, at int) int {
	for {
		from := at
		for at < len(b) && isBlank(b[at]) {
			at++
		}
		switch {
		case at < len(b) && b[at] == '>':
			return at + 1
		case at+1 < len(b) && b[at] == '/' && b[at+1] == '>':
			r.closed = true
			return at + 2
		case at == from:
			return 0
		}
		from = at
		for at < len(b) && isKey(b[at]) {
			at++
		}
		key := b[from:at]
		switch {
		case len(key) == 0 || at+1 >= len(b):
			return 0
		case b[at] != '=':
			r.attributes = append(r.attributes, attribute{key: key})
			continue
		case b[at+1] != '"':
			return 0
		}
		end := bytes.IndexByte(b[at+2:], '"')
		if end < 0 {
			return 0
		}
		r.attributes = append(r.attributes, attribute{key, b[at+2 : at+2+end]})
		at += end + 3
	}
}

// moves reports whether an address in the tag at hand changes. Then the tag stands in moved
// as the tokenizer would write it.
func (r *reader) moves(raw []byte) (moves bool) {
	leads, simple := r.judge()
	switch {
	case !leads:
		return false
	case !simple:
		r.moved = anyPage(r.moved[:0], raw, r.link)
		return !bytes.Equal(r.moved, raw)
	}
	r.moved = appendLower(append(r.moved[:0], '<'), r.name)
	for _, a := range r.attributes {
		value := a.value
		if a.leads() {
			value = r.link(value)
			moves = moves || !bytes.Equal(value, a.value)
		}
		r.moved = append(appendLower(append(r.moved, ' '), a.key), `="`...)
		r.moved = append(appendEscaped(r.moved, value), '"')
	}
	if r.closed {
		r.moved = append(r.moved, '/')
	}
	r.moved = append(r.moved, '>')
	return moves
}

// judge reports whether the tag at hand has an address, and whether the values of such a
// tag mean what is written, and each key stands there once.
func (r *reader) judge() (leads, simple bool) {
	for _, a := range r.attributes {
		leads = leads || a.leads()
	}
	if !leads {
		return false, false
	}
	for i, a := range r.attributes {
		if bytes.ContainsAny(a.value, "&\r\x00") {
			return true, false
		}
		for _, b := range r.attributes[:i] {
			if len(a.key) == len(b.key) && bytes.EqualFold(a.key, b.key) {
				return true, false
			}
		}
	}
	return true, true
}

// appendLower adds a name in small letters.
func appendLower(out, name []byte) []byte {
	for _, c := range name {
		if 'A' <= c && c <= 'Z' {
			c |= ' '
		}
		out = append(out, c)
	}
	return out
}

// appendEscaped adds the value of an attribute.
func appendEscaped(out, value []byte) []byte {
	if bytes.ContainsAny(value, "&'<>\"\r") {
		return append(out, html.EscapeString(string(value))...)
	}
	return append(out, value...)
}

// rawEnd is how many octets behind a start tag are text in which no tag counts, up to the
// tag that ends it; -1 where that is hard to tell.
func rawEnd(name, rest []byte) int {
	var room [len("plaintext")]byte
	if len(name) > len(room) {
		return 0
	}
	name = appendLower(room[:0], name)
	switch string(name) {
	case "plaintext":
		return -1
	case "iframe", "noembed", "noframes", "noscript", "script", "style", "textarea", "title", "xmp":
	default:
		return 0
	}
	for at := 0; ; at++ {
		next := bytes.IndexByte(rest[at:], '<')
		if next < 0 {
			return -1
		}
		at += next
		end := at + len("</") + len(name) // of the tag's name, where this is the tag
		switch {
		case end >= len(rest), rest[at+1] == '!':
			return -1 // a comment in a script hides its end
		case rest[at+1] != '/' || !bytes.EqualFold(rest[at+2:end], name):
		case rest[end] == '>' && bytes.Equal(rest[at+2:end], name):
			return at
		default:
			return -1
		}
	}
}

func isLetter(c byte) bool { return 'a' <= c|' ' && c|' ' <= 'z' }
func isName(c byte) bool   { return isLetter(c) || '0' <= c && c <= '9' || c == '-' }
func isKey(c byte) bool    { return isName(c) || c == ':' || c == '_' }
func isBlank(c byte) bool  { return c == ' ' || c == '\n' || c == '\t' }
