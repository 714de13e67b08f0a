package docx

import (
	"fmt"
	"strings"

	"tonggao/generator/phrase"
)

// signOff spells 7.3.5: who issued the notice, on which day. With a seal the date
// stands four characters from the right and the issuer over its middle; without, the
// issuer two from the right and the date two behind the issuer's beginning, or a longer
// date two from the right and the issuer over its middle.
func (w *writing) signOff(s *phrase.SignOff) {
	widest := 0
	for _, issuer := range s.Issuers {
		widest = max(widest, widthOf(issuer))
	}
	date := widthOf(s.Date)
	issuerAt := func(int) int { return 2 * character }
	dateAt := widest - date
	switch {
	case s.Seal:
		dateAt = 4 * character
		issuerAt = func(width int) int { return max(0, dateAt+(date-width)/2) }
	case date > widest:
		dateAt = 2 * character
		issuerAt = func(width int) int { return dateAt + (date-width)/2 }
	}
	before := pitch
	if s.Seal {
		before = 2 * pitch // the seal's top edge comes within a line of the text
	}
	for _, issuer := range s.Issuers {
		w.signed(issuer, issuerAt(widthOf(issuer)), before, true)
		before = 0
	}
	w.signed(s.Date, dateAt, 0, s.Revised != "")
	if s.Revised != "" {
		w.signed(s.Revised, max(0, dateAt+(date-widthOf(s.Revised))/2), 0, false)
	}
}

// signed spells a line of the sign-off that ends some way from the right.
func (w *writing) signed(text string, right, before int, keep bool) {
	w.kept = 0
	if keep {
		w.kept = 1
	}
	space := ""
	if before > 0 {
		space = fmt.Sprintf(`<w:spacing w:before="%d"/>`, before)
	}
	w.paragraph(styleSigned, fmt.Sprintf(`%s<w:ind w:rightChars="%d" w:right="%d"/>`, space, right, right*body/character), plain(strings.TrimSpace(text)))
}
