package pdf

import "tonggao/generator/phrase"

// A seal's room: 国发〔1999〕25号 lets seals be 4.2 to 5 cm wide. It is left free,
// never drawn.
const sealRoom = 45.0 // mm

// signOff sets 7.3.5: who issued the notice, on which day. With a seal the date
// stands four characters from the right and the issuer over its middle; without,
// the issuer stands two characters from the right and the date begins two behind
// the issuer's beginning. It never parts from the last lines of the text.
func (n *notice) signOff(s *phrase.SignOff) {
	n.holdText()
	blanks := 1
	if s.Seal {
		blanks = 2 // the seal's top edge comes within a line of the text
	}
	for range blanks {
		gap := n.blank()
		gap.glue = true
		n.rows = append(n.rows, gap)
	}
	date := n.paragraph(span{text: s.Date, face: fang, moment: true})
	if s.Seal {
		n.sealed(s.Issuers, date)
	} else {
		n.unsealed(s.Issuers, date)
	}
}

// holdText keeps the last line of the text, and what it is glued to, with the
// sign-off: a page with the issuer's name alone proves nothing.
func (n *notice) holdText() {
	if len(n.rows) > 0 {
		n.rows[len(n.rows)-1].glue = true
	}
}

func (n *notice) unsealed(issuers []string, date *paragraph) {
	right := n.chars() - 2*em
	start := right
	for _, name := range issuers {
		p := n.paragraph(span{text: name, face: fang})
		start = right - p.natural()
		n.placeGlued(p, start)
	}
	first := n.paragraph(span{text: issuers[0], face: fang})
	at := right - first.natural() + 2*em
	if at+date.natural() > n.chars() || date.natural() > first.natural() {
		at = right - date.natural()
	}
	n.placeLast(date, at)
}

func (n *notice) sealed(issuers []string, date *paragraph) {
	dateAt := n.chars() - 4*em - date.natural()
	middle := dateAt + date.natural()/2
	for _, name := range issuers {
		p := n.paragraph(span{text: name, face: fang})
		n.placeGlued(p, min(middle-p.natural()/2, n.chars()-p.natural()))
	}
	n.placeLast(date, dateAt)
}

func (n *notice) placeGlued(p *paragraph, at int) {
	n.placeLast(p, at)
	n.rows[len(n.rows)-1].glue = true
}

func (n *notice) placeLast(p *paragraph, at int) {
	n.rows = append(n.rows, n.line(p.row(max(0, at), n.size)))
}
