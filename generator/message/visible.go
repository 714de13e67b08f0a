package message

import (
	"errors"
	"fmt"
	"io"
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

// Worded is a text that was put into words already: what it is made of neither acts nor begins
// a line, and the lines that it has are the program's own.
type Worded string

// Lines are an error in English: a line for each of several that were joined, and those of
// the program's own forms. What else is in it begins none.
func Lines(err error) string {
	if own, ok := err.(*Error); ok {
		return own.String()
	}
	said := err.Error()
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		var plain, lines []string
		for _, one := range several.Unwrap() {
			plain, lines = append(plain, one.Error()), append(lines, Lines(one))
		}
		if said == strings.Join(plain, "\n") {
			return strings.Join(lines, "\n")
		}
	}
	if cause := errors.Unwrap(err); cause != nil {
		if around, ok := strings.CutSuffix(said, cause.Error()); ok {
			return Visible(around) + Lines(cause)
		}
	}
	return Visible(said)
}

// told is a value of a form.
type told struct{ value any }

// Format writes the value as the form has it, on one line where it is not the program's own.
func (t told) Format(form fmt.State, verb rune) {
	value := t.value
	if err, ok := value.(error); ok {
		value = Worded(Lines(err))
	}
	said := fmt.Sprintf(fmt.FormatString(form, verb), value)
	switch value.(type) {
	case Text, List, Worded:
		said = VisibleLines(said)
	default:
		said = Visible(said)
	}
	_, _ = io.WriteString(form, said) // the form is in memory
}

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
