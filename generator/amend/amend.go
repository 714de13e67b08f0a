// Package amend changes the authors' own files. Whatever a change does not mean
// stays as it was, octet for octet: comments, spaces, the order of keys, the line
// ends of the system on which the file was written, a byte order mark. So a
// change that the program makes reads in a comparison like one made by hand.
//
// Nothing here writes to a disk: functions take a file's text and return the new
// one, and Over shows the files of a folder as they would be, so that the site
// can be read and judged before a byte is written.
//
// It does not know whether a change is allowed: move and the reader judge that. Begin
// reading at Change, the changes of one file.
package amend

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"tonggao/generator/toml"
)

// An edit replaces a span of a text by other words.
type edit struct {
	toml.Span
	words string
}

// apply makes edits that do not overlap. Those at one place keep their order.
func apply(text string, edits []edit) string {
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Compare(a.From, b.From) })
	var changed strings.Builder
	at := 0
	for _, e := range edits {
		changed.WriteString(text[at:e.From])
		changed.WriteString(e.words)
		at = e.To
	}
	changed.WriteString(text[at:])
	return changed.String()
}

// mark is the byte order mark that some editors put first.
const mark = "\ufeff"

// A file is a text with its layout and the way its lines end.
type file struct {
	mark, text string
	newline    string
	layout     toml.Layout
}

func open(text string) *file {
	f := &file{text: strings.TrimPrefix(text, mark), newline: "\n"}
	f.mark = text[:len(text)-len(f.text)]
	if i := strings.IndexByte(f.text, '\n'); i > 0 && f.text[i-1] == '\r' {
		f.newline = "\r\n"
	}
	f.layout = toml.LayOut(f.text)
	return f
}

// endOfLine returns the octet behind the line that an octet stands in.
func (f *file) endOfLine(at int) int {
	if i := strings.IndexByte(f.text[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(f.text)
}

func (f *file) startOfLine(at int) int { return strings.LastIndexByte(f.text[:at], '\n') + 1 }

// end returns the octet behind the last line of a table. Comments that follow
// without an empty line are the table's, such as keys that are not in use; those
// that run up to the next head speak of that.
func (f *file) end(t *toml.Table) int {
	at := 0 // the top of a file has no head, and may have no keys
	switch {
	case len(t.Keys) > 0:
		at = f.endOfLine(t.Keys[len(t.Keys)-1].Value.To)
	case t.Head.To > 0:
		at = f.endOfLine(t.Head.To)
	}
	end := at
	for end < len(f.text) {
		line := strings.TrimSpace(f.text[end:f.endOfLine(end)])
		switch {
		case line == "":
			return end
		case line[0] != '#':
			return at
		}
		end = f.endOfLine(end)
	}
	return end
}

// lines inserts whole lines, indented alike, at the beginning of a line or at
// the end of a file whose last line has no end. An empty line stays empty.
func (f *file) lines(at int, indent string, lines ...string) edit {
	words := ""
	for _, line := range lines {
		if line != "" {
			line = indent + line
		}
		words += line + f.newline
	}
	if at > 0 && f.text[at-1] != '\n' {
		words = f.newline + words
	}
	return edit{toml.Span{From: at, To: at}, words}
}

// drop takes a key out with its line. A comment behind it stays, as a line of its
// own.
func (f *file) drop(k *toml.KeyPlace) edit {
	start, end := f.startOfLine(k.Key.From), f.endOfLine(k.Value.To)
	if comment := strings.IndexByte(f.text[k.Value.To:end], '#'); comment >= 0 {
		return edit{toml.Span{From: k.Key.From, To: k.Value.To + comment}, ""}
	}
	return edit{toml.Span{From: start, To: end}, ""}
}

// rename gives a line another key and value and keeps its equals sign where it is.
func (f *file) rename(k *toml.KeyPlace, name, value string) edit {
	between := f.text[k.Key.To:k.Value.From]
	return edit{toml.Span{From: k.Key.From, To: k.Value.To}, name + f.padded(k, name) + strings.TrimLeft(between, " \t") + value}
}

// padded is the space that brings a name's equals sign under that of another key.
func (f *file) padded(k *toml.KeyPlace, name string) string {
	between := f.text[k.Key.To:k.Value.From]
	space := len(between) - len(strings.TrimLeft(between, " \t"))
	if space == 0 {
		return ""
	}
	return strings.Repeat(" ", max(1, k.Key.To-k.Key.From+space-len(name)))
}

// indent is the space before a table's head or a key, where nothing else stands.
func (f *file) indent(at int) string {
	before := f.text[f.startOfLine(at):at]
	if strings.TrimLeft(before, " \t") != "" {
		return ""
	}
	return before
}

// Quote writes a text as a TOML string on one line. Line ends and other control
// characters become spaces.
func Quote(text string) string {
	var quoted strings.Builder
	for _, r := range text {
		switch {
		case unicode.IsControl(r):
			r = ' '
		case r == '"' || r == '\\':
			quoted.WriteByte('\\')
		}
		quoted.WriteRune(r)
	}
	return `"` + quoted.String() + `"`
}
