package ics

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"tonggao/generator/site"
)

// lines gathers content lines (RFC 5545, 3.1): UTF-8, CRLF at every end, folded
// at 75 octets between characters.
type lines struct {
	out  []byte
	line []byte // the line at hand, reused
}

// foldAt is how many octets a physical line may have without its CRLF.
const foldAt = 75

// begin starts a line, for parts to be appended to l.line; end writes it.
func (l *lines) begin(name string) {
	l.line = append(l.line[:0], name...)
	l.line = append(l.line, ':')
}

func (l *lines) end() { l.fold(l.line) }

// raw adds a line whose value is already spelled as its type wants.
func (l *lines) raw(name, value string) {
	l.begin(name)
	l.line = appendClean(l.line, value)
	l.end()
}

// text adds a line of type TEXT; without words it adds none.
func (l *lines) text(name, value string) {
	value = trim(value)
	if value == "" {
		return
	}
	l.begin(name)
	l.line = appendText(l.line, value)
	l.end()
}

// list adds a line of several TEXT values, each escaped, with plain commas
// between; empty ones are left out.
func (l *lines) list(name string, values ...string) {
	l.begin(name)
	l.line = l.line[:len(l.line)-1]
	mark := byte(':')
	for _, value := range values {
		value = trim(value)
		if value == "" {
			continue
		}
		l.line = append(l.line, mark)
		l.line = appendText(l.line, value)
		mark = ','
	}
	if mark == ',' {
		l.end()
	}
}

// utc adds a line of type DATE-TIME in UTC.
func (l *lines) utc(name string, t time.Time) {
	l.begin(name)
	l.line = append(appendClock(appendDate(l.line, t.UTC()), t.UTC()), 'Z')
	l.end()
}

// moment adds a DTSTART or DTEND: a local time in China, or a date.
func (l *lines) moment(name string, t time.Time, day bool) {
	t = t.In(site.China)
	l.line = append(l.line[:0], name...)
	if day {
		l.line = appendDate(append(l.line, ";VALUE=DATE:"...), t)
	} else {
		l.line = appendClock(appendDate(append(l.line, ";TZID="+zoneID+":"...), t), t)
	}
	l.end()
}

// appendDate and appendClock spell 20211230 and T200000. A feed has five of them
// an event; time.Format would take a tenth of the whole.
func appendDate(line []byte, t time.Time) []byte {
	year, month, day := t.Date()
	return appendTwo(appendTwo(appendTwo(appendTwo(line, year/100), year%100), int(month)), day)
}

func appendClock(line []byte, t time.Time) []byte {
	hour, minute, second := t.Clock()
	return appendTwo(appendTwo(appendTwo(append(line, 'T'), hour), minute), second)
}

func appendTwo(line []byte, n int) []byte { return append(line, byte('0'+n/10), byte('0'+n%10)) }

// trim takes white space and what is never written off both ends: libical drops
// white space there, and readers must not differ.
func trim(value string) string {
	first, _ := utf8.DecodeRuneInString(value)
	last, _ := utf8.DecodeLastRuneInString(value)
	if value == "" || !unicode.IsSpace(first) && !forbidden(first) && !unicode.IsSpace(last) && !forbidden(last) {
		return value
	}
	return strings.TrimFunc(value, func(r rune) bool { return unicode.IsSpace(r) || forbidden(r) })
}

// fold writes a line. A cut stands only in front of a character's first octet:
// a reader that joins bytes and one that joins strings see the same text.
func (l *lines) fold(line []byte) {
	room := foldAt
	for len(line) > room {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		l.out = append(l.out, line[:cut]...)
		l.out = append(l.out, "\r\n "...)
		line, room = line[cut:], foldAt-1
	}
	l.out = append(l.out, line...)
	l.out = append(l.out, "\r\n"...)
}

// appendText spells a TEXT value (RFC 5545, 3.3.11): backslash, semicolon and
// comma escaped, each kind of line break as \n; never the colon. What needs no
// care is copied in one piece, since calendars are nearly all Chinese words.
func appendText(line []byte, text string) []byte {
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\ufffd")
	}
	done := 0
	for i := 0; i < len(text); i++ {
		if !careful[text[i]] {
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		line = append(line, text[done:i]...)
		line = appendCareful(line, r, text[i+size:])
		i += size - 1
		done = i + 1
	}
	return append(line, text[done:]...)
}

// appendCareful spells one character in front of the rest of its text.
func appendCareful(line []byte, r rune, rest string) []byte {
	switch {
	case r == '\\' || r == ';' || r == ',':
		return append(line, '\\', byte(r))
	case r == '\r' && strings.HasPrefix(rest, "\n"):
		return line // the line feed stands for both
	case breaks(r):
		return append(line, `\n`...)
	case forbidden(r):
		return line
	}
	return utf8.AppendRune(line, r)
}

// careful marks the first octets of characters that may need more than copying:
// those with an escape, controls, and the lead octets of U+0080 to U+00BF, of
// U+2028 and of U+FEFF.
var careful = func() (marks [256]bool) {
	for c := range ' ' {
		marks[c] = true
	}
	for _, c := range "\\;,\x7f" {
		marks[c] = true
	}
	marks[0xc2], marks[0xe2], marks[0xef] = true, true, true
	return marks
}()

// appendClean spells a value that has no escapes.
func appendClean(line []byte, value string) []byte {
	for i := 0; i < len(value); i++ {
		if value[i] < ' ' || value[i] > '~' {
			return appendStripped(line, value)
		}
	}
	return append(line, value...) // nearly all: addresses, names of states
}

func appendStripped(line []byte, value string) []byte {
	for _, r := range value {
		if !breaks(r) && !forbidden(r) {
			line = utf8.AppendRune(line, r)
		}
	}
	return line
}

// breaks reports whether a reader could take a character for the end of a line.
func breaks(r rune) bool {
	return r >= '\n' && r <= '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}

// forbidden reports a control character (all but tab are, by 3.1), those of the
// second set too, and a byte-order mark, which no place inside a file has.
func forbidden(r rune) bool {
	return r < ' ' && r != '\t' || r >= 0x7f && r < 0xa0 || r == '\ufeff'
}
