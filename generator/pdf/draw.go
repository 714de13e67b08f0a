package pdf

import (
	"math"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf16"

	"tonggao/generator/placed"
	"tonggao/generator/typeset"
)

// A drawing is a document's sheets on their way to the contents of pages. Text and codes
// are set by own operators, since fpdf's text calls know no positions inside a line.
// Lengths are in millimetres from the top left corner, sizes in points.
type drawing struct {
	*placed.Document
	*scratch

	ink   typeset.Colour // of the last area, code or text of the sheet
	inked bool           // whether it has any
	mark  int            // of the content that is being set, -1 for furniture
	marks []*placed.Part
}

func newDrawing(doc *placed.Document, s *scratch) *drawing {
	s.set = s.set[:0]
	if !slices.EqualFunc(s.cuts, doc.Faces, func(c *typeset.Cutting, f *typeset.Face) bool { return c.Face == f }) {
		s.cuts = nil
		for _, face := range doc.Faces {
			s.cuts = append(s.cuts, typeset.NewCutting(face))
		}
	}
	for _, c := range s.cuts {
		c.Clear()
	}
	return &drawing{Document: doc, scratch: s}
}

// contents are the operators of all sheets, each on a page of its own: those that fpdf
// drew, and text and codes behind them. They last until the next drawing.
func (d *drawing) contents(under [][]byte) (pages [][]byte) {
	for i, drawn := range under {
		from := len(d.set)
		d.set = append(d.set, drawn...)
		d.sheet(d.Sheets[i])
		pages = append(pages, d.set[from:])
	}
	return pages
}

// sheet sets the codes and the text of a sheet.
func (d *drawing) sheet(s placed.Sheet) {
	d.marks, d.mark, d.inked = s.Marks, -1, false
	if n := len(s.Areas); n > 0 {
		d.ink, d.inked = s.Areas[n-1].Ink, true
	}
	for _, c := range s.Codes {
		d.begin(c.Mark)
		d.code(c)
	}
	for _, t := range s.Texts {
		d.fill(t.Ink)
		d.text(t)
	}
	d.set = append(d.set, "EMC\n"...)
}

// furniture begins what is no part of the text (ISO 32000-1, 14.8.2.2).
const furniture = "/Artifact BMC"

// begin ends the marked content that is being drawn and begins that of a mark, where it
// is another.
func (d *drawing) begin(mark int) {
	if mark != d.mark {
		d.set = append(d.opening(append(d.set, "EMC "...), mark), '\n')
		d.mark = mark
	}
}

// opening appends the operator that begins the content of a mark (ISO 32000-1, 14.6.2).
func (d *drawing) opening(b []byte, mark int) []byte {
	if mark < 0 || mark >= len(d.marks) {
		return append(b, furniture...)
	}
	b = append(append(append(b, '/'), tagOf(d.marks[mark])...), "<</MCID "...)
	return append(strconv.AppendInt(b, int64(mark), 10), ">>BDC"...)
}

// fill sets the colour of codes and text.
func (d *drawing) fill(c typeset.Colour) {
	if d.inked && d.ink == c {
		return
	}
	d.ink, d.inked = c, true
	const full = 255
	d.set = number(d.set, float64(c[0])/full)
	if c[0] == c[1] && c[0] == c[2] {
		d.set = append(d.set, "g\n"...)
		return
	}
	d.set = append(number(number(d.set, float64(c[1])/full), float64(c[2])/full), "rg\n"...)
}

// code draws a QR code as one path of rectangles.
func (d *drawing) code(c placed.Code) {
	module := c.Side / float64(c.Size) * typeset.PointsAMM
	left, top := c.X*typeset.PointsAMM, (d.Height-c.Y)*typeset.PointsAMM
	d.fill(typeset.Colour{}) // black
	var memory [2][32]byte
	row, height := memory[0][:0], number(memory[1][:0], module+0.02) // a hair more, so that no renderer leaves a gap
	for i, r := range c.Dark {
		if i == 0 || r.Y != c.Dark[i-1].Y {
			row = number(row[:0], top-(float64(r.Y)+1)*module)
		}
		d.set = append(number(d.set, left+float64(r.X)*module), row...)
		d.set = append(number(d.set, float64(r.Width)*module), height...)
		d.set = append(d.set, "re "...)
	}
	d.set = append(d.set, "f\n"...)
}

// text draws a line whose cells the composition has placed, each piece in one text
// object, so that a reader selects and copies it as one. Readers take a gap for a blank,
// and would find no 医保 where 医 and 保 are spread apart, nor 12月: where there are
// gaps, the line says which words it shows.
func (d *drawing) text(t placed.Text) {
	if len(t.Cells) == 0 {
		return
	}
	if t.Gaps && len(t.Pieces) > 1 {
		d.spoken(t)
		return
	}
	from := 0
	for _, p := range t.Pieces {
		d.begin(p.Mark)
		if t.Gaps {
			d.set = words(d.set, t.Line)
		}
		d.set = d.piece(d.set, t, from, p.To)
		if t.Gaps {
			d.set = append(d.set, " EMC"...)
		}
		d.set = append(d.set, '\n')
		from = p.To
	}
}

// spoken draws a line with gaps whose pieces belong to several parts: its words are
// around them all, since readers would else take the gaps between them for blanks.
func (d *drawing) spoken(t placed.Text) {
	b, from := words(append(d.set, "EMC "...), t.Line), 0
	for _, p := range t.Pieces {
		b = append(d.opening(b, p.Mark), ' ')
		b = append(d.piece(b, t, from, p.To), " EMC "...)
		from = p.To
	}
	d.set = append(append(append(b, "EMC "...), furniture...), '\n')
	d.mark = -1
}

// words begins what a line says in place of what it shows (ISO 32000-1, 14.9.4).
func words(b []byte, l typeset.Line) []byte {
	b = append(b, "/Span<</ActualText<FEFF"...)
	for r := range l.Words() {
		b = appendUTF16(b, r)
	}
	return append(b, ">>>BDC "...)
}

// piece writes the text object of some cells of a line.
func (d *drawing) piece(b []byte, t placed.Text, from, to int) []byte {
	b = append(b, "BT "...)
	b = number(b, t.X*typeset.PointsAMM+float64(t.Cells[from].X)*t.Size/typeset.Em)
	b = number(b, (d.Height-t.Y)*typeset.PointsAMM)
	b = append(b, "Td "...)
	for i := from; i < to; {
		b = append(b, "/F"...)
		b = strconv.AppendInt(b, int64(t.Cells[i].Face), 10)
		b = append(b, ' ')
		b = number(b, t.Size)
		b = append(b, "Tf "...)
		i, b = d.run(b, t.Cells[:to], i)
	}
	return append(b, "ET"...)
}

// run writes the cells of one face from the i-th on as one TJ array: a number
// between codes moves the next to the left by thousandths of an em.
func (d *drawing) run(b []byte, cells []typeset.Cell, i int) (int, []byte) {
	face := cells[i].Face
	cut := d.cuts[face]
	b = append(b, "[<"...)
	at := cells[i].X
	for ; i < len(cells) && cells[i].Face == face; i++ {
		c := cells[i]
		if c.X != at {
			b = append(b, '>')
			b = strconv.AppendInt(b, int64(at-c.X), 10)
			b = append(b, '<')
		}
		code := cut.Code(c)
		b = appendHex(b, uint16(code))
		at = c.X + cut.Width(code)
	}
	if i < len(cells) && cells[i].X != at { // the next face begins where the composition says
		b = append(b, '>')
		b = strconv.AppendInt(b, int64(at-cells[i].X), 10)
		return i, append(b, "]TJ "...)
	}
	return i, append(b, ">]TJ "...)
}

func appendUTF16(b []byte, r rune) []byte {
	if high, low := utf16.EncodeRune(r); high != unicode.ReplacementChar {
		return appendUTF16(appendUTF16(b, high), low)
	}
	return appendHex(b, uint16(r))
}

func appendHex(b []byte, code uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[code>>12], digits[code>>8&15], digits[code>>4&15], digits[code&15])
}

// number appends a number to three places with a space behind it.
func number(b []byte, n float64) []byte {
	const thousand = 1000
	whole, rest := math.Modf(n * thousand)
	if !(n >= 0 && n < 1e6) || math.Abs(rest-.5) < 1e-3 { // where rounding asks for the number itself
		return append(strconv.AppendFloat(b, n, 'f', 3, 64), ' ')
	}
	if rest > .5 {
		whole++
	}
	i := uint64(whole)
	b = strconv.AppendUint(b, i/thousand, 10)
	i %= thousand
	return append(b, '.', '0'+byte(i/100), '0'+byte(i/10%10), '0'+byte(i%10), ' ')
}
