package pdf

import (
	"strings"

	"tonggao/generator/phrase"
)

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

// sealed sets one seal's sign-off, or with several issuers each in a column of its
// own, at most three side by side, with room for every seal; the date stands under
// the last.
func (n *notice) sealed(issuers []string, date *paragraph) {
	bodies := bodiesOf(issuers)
	if len(bodies) == 1 {
		dateAt := n.chars() - 4*em - date.natural()
		n.stand(bodies[0], dateAt+date.natural()/2)
		n.placeLast(date, dateAt)
		return
	}
	columns := min(len(bodies), 3)
	for _, names := range bodies {
		if n.paragraph(span{text: names[0], face: fang}).natural() > n.chars()/3-em {
			columns = min(columns, 2)
		}
	}
	width := n.chars() / columns
	for i, names := range bodies {
		middle := width*(i%columns) + width/2
		if i%columns > 0 {
			n.beside(names, middle)
			continue
		}
		if i > 0 {
			n.room()
		}
		n.stand(names, middle)
	}
	last := (len(bodies) - 1) % columns
	n.placeLast(date, width*last+width/2-date.natural()/2)
}

// bodiesOf groups issuers with their further names, which stand in brackets.
func bodiesOf(issuers []string) [][]string {
	var bodies [][]string
	for _, name := range issuers {
		if len(bodies) > 0 && strings.HasPrefix(name, "（") {
			bodies[len(bodies)-1] = append(bodies[len(bodies)-1], name)
			continue
		}
		bodies = append(bodies, []string{name})
	}
	return bodies
}

// stand sets the names of an issuer under each other around a middle.
func (n *notice) stand(names []string, middle int) {
	for _, name := range names {
		p := n.paragraph(span{text: name, face: fang})
		n.placeGlued(p, min(middle-p.natural()/2, n.chars()-p.natural()))
	}
}

// beside sets an issuer's name into the row of the one before.
func (n *notice) beside(names []string, middle int) {
	r := &n.rows[len(n.rows)-1]
	p := n.paragraph(span{text: strings.Join(names, ""), face: fang})
	l := p.row(min(middle-p.natural()/2, n.chars()-p.natural()), n.size)
	r.texts = append(r.texts, placed{line: l, y: baseline(n.size)})
}

// room leaves lines between two rows of seals, so that they do not touch.
func (n *notice) room() {
	for range int(sealRoom / n.pitch) {
		gap := n.blank()
		gap.glue = true
		n.rows = append(n.rows, gap)
	}
}

func (n *notice) placeGlued(p *paragraph, at int) {
	n.placeLast(p, at)
	n.rows[len(n.rows)-1].glue = true
}

func (n *notice) placeLast(p *paragraph, at int) {
	n.rows = append(n.rows, n.line(p.row(max(0, at), n.size)))
}
