package advice

import (
	"errors"
	"strings"
	"unicode"

	"tonggao/generator/phone"
	"tonggao/generator/problem"
	"tonggao/generator/prose"
)

// calls looks at the links of a line that call a number.
func (l *linter) calls(words prose.Words) {
	words.Walk(func(in prose.Inline) {
		link, ok := in.(prose.Link)
		if !ok || len(link.URL) < len("tel:") || !strings.EqualFold(link.URL[:len("tel:")], "tel:") {
			return
		}
		number := link.URL[len("tel:"):]
		if called, err := phone.Read(number); err != nil || called.Extension != "" {
			l.problems.Add(link.At, "write one number, in figures: tel:051985119460; an extension stands in the words", "the address %q calls nobody", link.URL)
		}
	})
}

// phone looks at one number of a contact or hotline, which becomes a link that
// telephones dial.
func (l *linter) phone(written string, at problem.Position) {
	_, err := phone.Read(written)
	switch {
	case errors.Is(err, phone.ErrSeveral):
		l.problems.Add(at, `write each as a text of its own: ["12345", "12393"]`, "%q %s", written, err)
	case err != nil:
		l.problems.Warn(at, `write the figures alone, with an extension as in "0519-85119460转8001"; what the number is for stands in the name or the note`, "%q %s", written, err)
	case strings.ContainsFunc(written, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsDigit(r) }):
		l.problems.Warn(at, "write them as 0123456789", "%q has figures of full width", written)
	}
}
