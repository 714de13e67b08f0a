package message

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible is a text that can be shown on one line of a terminal: what names of files and
// other people's words hold of controls, line ends and marks that turn the direction of
// writing is spelled as \u001b, and octets that are no character as \xe7, so that they can
// neither act nor pass for a line of the program's own.
func Visible(text string) string { return visible(text, false) }

// VisibleLines is a text of several lines that can be shown on a terminal: as Visible, but
// line ends and tabs stay.
func VisibleLines(text string) string { return visible(text, true) }

func visible(text string, lines bool) string {
	hidden := func(r rune) bool { return hides(r) && !(lines && (r == '\n' || r == '\t')) }
	if utf8.ValidString(text) && strings.IndexFunc(text, hidden) < 0 {
		return text
	}
	var shown strings.Builder
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&shown, `\x%02x`, text[i])
		case hidden(r) && !(lines && strings.HasPrefix(text[i:], "\r\n")):
			fmt.Fprintf(&shown, `\u%04x`, r)
		default:
			shown.WriteString(text[i : i+size])
		}
		i += size
	}
	return shown.String()
}

// hides reports whether a character acts, or is not seen.
func hides(r rune) bool {
	if r >= ' ' && r < 0x7F || r >= 0x4E00 && r <= 0x9FFF {
		return false // as nearly all are
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}
