package sheet

import (
	"strings"

	"tonggao/generator/article"
	"tonggao/generator/placed"
	"tonggao/generator/typeset"
)

// A seal's room: 国发〔1999〕25号 lets seals be 4.2 to 5 cm wide. It is left free,
// never drawn.
const sealRoom = 45.0 // mm

// signOff sets 7.3.5: who issued the notice, on which day. With a seal the date
// stands four characters from the right and the issuer over its middle; without, see
// unsealed. It never parts from the last lines of the text.
func (n *notice) signOff(s *article.SignOff) {
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
	date := n.Paragraph(typeset.Span{Text: s.Date, Face: fang, Moment: true})
	if s.Seal {
		n.sealed(s.Issuers, date)
	} else {
		n.unsealed(s.Issuers, date)
	}
	n.revised(s.Revised, date)
}

// revised sets the day of a revision under the day of issue, around its middle as far
// as the margin allows.
func (n *notice) revised(text string, date *typeset.Paragraph) {
	if text == "" {
		return
	}
	above := &n.rows[len(n.rows)-1]
	above.glue = true
	at := int(above.texts[len(above.texts)-1].Cells[0].X)
	p := n.Paragraph(typeset.Span{Text: text, Face: fang, Moment: true})
	n.placeLast(p, min(at+(date.Natural()-p.Natural())/2, n.chars()-p.Natural()), &placed.Part{})
}

// heldLines of the text stand on the page of the sign-off: a page with the issuer's
// name alone proves nothing, and one with a single line looks like a mistake.
const heldLines = 2

// holdText keeps the last lines of the text with the sign-off, and the note of the
// annexes between them, unless that is so long that it would empty the page before.
func (n *notice) holdText() {
	text, height := 0, 0.0
	for i := len(n.rows) - 1; i >= 0 && text < heldLines && !n.rows[i].fresh; i-- {
		r := &n.rows[i]
		if height += r.height; height > n.height/3 {
			return
		}
		r.glue = true
		if len(r.texts) > 0 && i < n.body {
			text++
		}
	}
}

// unsealed sets 7.3.5.2: the issuers two characters from the right, the date beginning
// two behind the issuer's beginning. A date that is longer than the name stands two
// from the right itself, and the name moves left until it is over the date's middle.
func (n *notice) unsealed(issuers []string, date *typeset.Paragraph) {
	right := n.chars() - 2*typeset.Em
	var names []*typeset.Paragraph
	widest := 0
	var of placed.Parts
	for _, issuer := range issuers {
		part := &placed.Part{}
		for _, name := range n.nameLines(issuer, right) {
			names, of = append(names, name), append(of, part)
			widest = max(widest, name.Natural())
		}
	}
	long := date.Natural()
	for i, name := range names {
		at := right - name.Natural()
		if long > widest {
			at = right - long/2 - name.Natural()/2
		}
		n.placeGlued(name, at, of[i])
	}
	if long > widest {
		n.placeLast(date, right-long, &placed.Part{})
		return
	}
	n.placeLast(date, right-widest+2*typeset.Em, &placed.Part{})
}

// nameLines breaks an issuer's name that is wider than its room, at its words.
func (n *notice) nameLines(name string, width int) []*typeset.Paragraph {
	return n.Sense.Balance(n.Paragraph(typeset.Span{Text: name, Face: fang}), width)
}

// sealed sets one seal's sign-off, or with several issuers each in a column of its
// own, at most three side by side, with room for every seal; the date stands under
// the last.
func (n *notice) sealed(issuers []string, date *typeset.Paragraph) {
	bodies := bodiesOf(issuers)
	if len(bodies) == 1 {
		dateAt := n.chars() - 4*typeset.Em - date.Natural()
		n.stand(bodies[0], dateAt+date.Natural()/2)
		n.placeLast(date, dateAt, &placed.Part{})
		return
	}
	columns := min(len(bodies), 3)
	for _, names := range bodies {
		for columns > 1 && n.Paragraph(typeset.Span{Text: strings.Join(names, ""), Face: fang}).Natural() > n.chars()/columns-typeset.Em {
			columns--
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
	n.placeLast(date, width*last+width/2-date.Natural()/2, &placed.Part{})
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
		part := &placed.Part{}
		for _, p := range n.nameLines(name, n.chars()) {
			n.placeGlued(p, min(middle-p.Natural()/2, n.chars()-p.Natural()), part)
		}
	}
}

// beside sets an issuer's name into the row of the one before.
func (n *notice) beside(names []string, middle int) {
	r := &n.rows[len(n.rows)-1]
	p := n.Paragraph(typeset.Span{Text: strings.Join(names, ""), Face: fang})
	l := p.Row(min(middle-p.Natural()/2, n.chars()-p.Natural()), n.size)
	r.texts = append(r.texts, placed.Text{Line: l, Y: typeset.Baseline(n.size), Of: placed.Parts{{}}})
}

// room leaves lines between two rows of seals, so that they do not touch.
func (n *notice) room() {
	for range int(sealRoom / n.pitch) {
		gap := n.blank()
		gap.glue = true
		n.rows = append(n.rows, gap)
	}
}

func (n *notice) placeGlued(p *typeset.Paragraph, at int, of *placed.Part) {
	n.placeLast(p, at, of)
	n.rows[len(n.rows)-1].glue = true
}

func (n *notice) placeLast(p *typeset.Paragraph, at int, of *placed.Part) {
	n.rows = append(n.rows, n.line(p.Row(max(0, at), n.size), placed.Parts{of}))
}
