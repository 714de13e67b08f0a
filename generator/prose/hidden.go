package prose

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"tonggao/generator/problem"
)

// Hidden reports whether a character is one that no reader sees, or that lets a
// line show other than it is stored: control and format characters (among them
// the bidirectional marks of the attack that is called Trojan Source, and
// zero-width ones), line and paragraph separators, noncharacters, and the mark of
// a broken encoding. Selectors of a character's variant are none of them.
func Hidden(r rune) bool {
	if r >= 0x4E00 && r <= 0x9FFF || r >= ' ' && r < 0x7F {
		return false // as nearly all are
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || r == unicode.ReplacementChar || r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF
}

// hidden reports the first hidden character of a stretch of text. A tab is left
// to the rules of blanks.
func hidden(text string, at func(int) problem.Position, problems *problem.List) {
	for i := skipSeen(text, 0); i < len(text); i = skipSeen(text, i) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r != '\t' && Hidden(r) {
			problems.Add(at(i), "take it away", "the text holds the invisible or broken character %U", r)
			return
		}
		i += size
	}
}

// skipSeen returns where the first character stands, from i on, that is none of those that
// nearly all are: of ASCII, from U+5000 to U+9FFF, or a mark of Chinese text.
func skipSeen(text string, i int) int {
	for i < len(text) {
		switch c := text[i]; {
		case c >= ' ' && c < 0x7F:
			i++
		case i+2 < len(text) && text[i+1]&0xC0 == 0x80 && text[i+2]&0xC0 == 0x80 &&
			(c >= 0xE5 && c <= 0xE9 || c == 0xE3 && text[i+1] == 0x80 || c == 0xEF && text[i+1] == 0xBC):
			i += len("医")
		default:
			return i
		}
	}
	return i
}

// EscapeHidden spells what nobody sees as JSON does (RFC 8259 §7), which lets such
// characters stand in a text.
func EscapeHidden(text string) string {
	if strings.IndexFunc(text, Hidden) < 0 {
		return text
	}
	var shown strings.Builder
	for _, r := range text {
		if !Hidden(r) {
			shown.WriteRune(r)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			fmt.Fprintf(&shown, `\u%04x`, unit)
		}
	}
	return shown.String()
}
