package docx

import (
	"fmt"
	"strings"

	"tonggao/generator/article"
	"tonggao/generator/phrase"
)

// signOff spells 7.3.5: who issued the notice, on which day. With a seal the date
// stands four characters from the right and the issuer over its middle; without, the
// issuer two from the right and the date two behind the issuer's beginning, or a longer
// date two from the right and the issuer over its middle.
func (w *writing) signOff(s *article.SignOff) {
	if columns := columnsOf(s); columns > 1 {
		w.joint(s, columns)
		return
	}
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

// lineWidth is that of a line of the text in hundredths of a character, and sealLines
// are those that a seal of 45 mm needs between two rows of issuers.
const (
	lineWidth = 28 * character
	sealLines = 4
)

// columnsOf is how many issuers stand side by side, each with room for its seal: three at
// most (7.3.5.1), and no more than have room. Further names of one, in brackets, stand
// under it, and so do issuers of whom none can be beside another.
func columnsOf(s *article.SignOff) int {
	if !s.Seal {
		return 1
	}
	columns := min(len(s.Issuers), 3)
	for _, name := range s.Issuers {
		if strings.HasPrefix(name, "（") {
			return 1
		}
		for columns > 1 && widthOf(name) > lineWidth/columns-character {
			columns--
		}
	}
	return columns
}

// joint spells issuers who seal together, row by row, and the date under the last.
func (w *writing) joint(s *article.SignOff, columns int) {
	before := 2 * pitch
	for from := 0; from < len(s.Issuers); from += columns {
		w.columned(s.Issuers[from:min(from+columns, len(s.Issuers))], 0, columns, before, true)
		before = sealLines * pitch
	}
	last := (len(s.Issuers) - 1) % columns
	w.columned([]string{s.Date}, last, columns, 0, s.Revised != "")
	if s.Revised != "" {
		w.columned([]string{s.Revised}, last, columns, 0, false)
	}
}

// columned spells words around the middles of columns, from one of them on.
func (w *writing) columned(words []string, from, columns, before int, keep bool) {
	kept := ""
	if keep {
		kept = `<w:keepNext/>`
	}
	w.kept = 0
	var tabs strings.Builder
	for i := range words {
		middle := lineWidth * (2*(from+i) + 1) / (2 * columns)
		fmt.Fprintf(&tabs, `<w:tab w:val="center" w:pos="%d"/>`, middle*body/character)
	}
	space := ""
	if before > 0 {
		space = fmt.Sprintf(`<w:spacing w:before="%d"/>`, before)
	}
	fmt.Fprintf(w, `<w:p><w:pPr><w:pStyle w:val="%s"/>%s<w:tabs>%s</w:tabs>%s<w:jc w:val="left"/></w:pPr>`, styleSigned, kept, &tabs, space)
	for _, text := range words {
		w.WriteString(`<w:r><w:tab/></w:r>`)
		w.run(phrase.Run{Text: strings.TrimSpace(text)})
	}
	w.WriteString(`</w:p>`)
}
