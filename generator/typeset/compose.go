package typeset

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A span is a stretch of text in one face.
type Span struct {
	Text   string
	Face   int
	Link   string // address that the text leads to, or empty
	Moment bool   // a worded moment
	Struck bool   // it holds no more
}

// A cell is one character on its way to paper. Widths are in thousandths of an
// em, so that a line adds up exactly.
type Cell struct {
	Char  rune
	Face  int
	Glyph uint16
	Half  bool // set half as wide: a full-width mark at a line's end
	Width int
	X     int // from the left edge of the measure
	Span  int // index of the span that it comes from
}

// A line is a row of placed cells.
type Line struct {
	Cells []Cell
	Size  float64 // of one em, points
	Spans []Span
}

// PointsAMM is how many points are a millimetre.
const PointsAMM = 72 / 25.4

// Baseline is how far below the top of the em box Han characters stand, in
// millimetres.
func Baseline(size float64) float64 { return size / PointsAMM * Ascent / Em }

// Measure is a width in thousandths of the em of a size.
func Measure(width, size float64) int { return int(width*PointsAMM/size*Em + 0.5) }

// Width is how far a line reaches from its left edge, millimetres.
func (l Line) Width() float64 {
	if len(l.Cells) == 0 {
		return 0
	}
	last := l.Cells[len(l.Cells)-1]
	return float64(last.X+last.Width) * l.Size / Em / PointsAMM
}

// Text is a line's text, character by character.
func (l Line) Text() string {
	var b strings.Builder
	for _, c := range l.Cells {
		b.WriteRune(c.Char)
	}
	return b.String()
}

// readAsBlank is the gap from which readers of a file take neighbours for two
// words, thousandths of an em.
const readAsBlank = Em / 10

// Spaced reports whether a line has gaps that are no blanks.
func (l Line) Spaced() bool {
	for i, c := range l.Cells[1:] {
		if before := l.Cells[i]; c.X-before.X-before.Width > readAsBlank || typedBlank(before) {
			return true
		}
	}
	return false
}

// Words is a line's text as it is meant to be read and copied. A blank that an author
// typed between Han and figures is the quarter em that stands there anyway, and no part
// of it; the gap behind a number that a figure follows is a blank: 1. 2022年.
func (l Line) Words() []rune {
	words := make([]rune, 0, len(l.Cells)+4)
	for i, c := range l.Cells {
		if l.Silent(i) {
			continue
		}
		words = append(words, c.Char)
		if i+1 < len(l.Cells) && c.Char == '.' && unicode.IsDigit(l.Cells[i+1].Char) && l.Cells[i+1].X-c.X-c.Width > readAsBlank {
			words = append(words, ' ')
		}
	}
	return words
}

// Silent reports whether a cell is such a blank between Han and figures.
func (l Line) Silent(i int) bool {
	inside := i > 0 && i+1 < len(l.Cells)
	return inside && typedBlank(l.Cells[i]) && isHan(l.Cells[i-1].Char) != isHan(l.Cells[i+1].Char)
}

func typedBlank(c Cell) bool { return c.Char == ' ' }

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// A paragraph is text ready to be broken: cells, and what stands between them. All but its
// spans is shared with whoever sets the same text: nobody may write into it.
type Paragraph struct {
	cells []Cell
	spans []Span
	kinds []trait
	may   []bool // a line may end behind the cell
	gap   []int  // natural space behind the cell; negative where marks meet
	give  []int  // how much of the cell and the gap behind it can be squeezed out
	rank  []int  // which gaps give first
	loose []int  // 1 where the gap can grow
	trim  []int  // what the cell loses when it ends a line
	sense []int  // what a line costs that begins with the cell, where words count; else nil
}

// squeezing order, CLREQ 3.2.2: brackets before pauses before the ends of
// sentences; the quarter em between Han and Latin first of all.
const (
	squeezeGap = iota
	squeezeBracket
	squeezeComma
	squeezeStop
	squeezeRanks
)

// Widths in thousandths of an em.
const (
	Em      = 1000
	Quarter = Em / 4 // between Han and Latin letters or digits, CLREQ 3.2.5
	eighth  = Em / 8 // the least that remains of it
	half    = Em / 2
)

// Paragraph prepares spans for breaking.
func (k *Kit) Paragraph(spans ...Span) *Paragraph {
	p := *k.prepared.of(keyOf(spans), func() *Paragraph { return k.prepare(spans) })
	p.spans = spans
	return &p
}

func (k *Kit) prepare(spans []Span) *Paragraph {
	n := 0
	for _, s := range spans {
		n += utf8.RuneCountInString(s.Text)
	}
	p := &Paragraph{spans: spans, cells: make([]Cell, 0, n), kinds: make([]trait, 0, n)}
	text, moments := make([]rune, 0, n), make([]int, 0, n)
	for i, s := range spans {
		for _, r := range s.Text {
			kind := k.traits.of(r)
			if kind&blank != 0 && (len(text) == 0 || p.kinds[len(text)-1]&blank != 0) {
				continue // at the start or behind another space
			}
			face, glyph := k.lookup(s.Face, r)
			p.cells = append(p.cells, Cell{Char: r, Face: face, Glyph: glyph, Width: k.Faces[face].advance(glyph), Span: i})
			p.kinds = append(p.kinds, kind)
			text = append(text, r)
			moments = append(moments, momentOf(i, s))
		}
	}
	for n = len(text); n > 0 && p.kinds[n-1]&blank != 0; n = len(text) {
		text, p.cells, p.kinds = text[:n-1], p.cells[:n-1], p.kinds[:n-1]
	}
	connect(text, p.kinds)
	p.may = breaks(text, p.kinds, moments)
	splitLong(p.cells, p.kinds, p.may)
	p.space(k)
	return p
}

// insideDate reports whether a line that ends behind the i-th cell parts a date.
func (p *Paragraph) insideDate(i int) bool { return insideDate(p.cells[i].Char, p.kinds, i) }

func momentOf(i int, s Span) int {
	if !s.Moment {
		return 0
	}
	return i + 1
}

// Numbered widens the gap behind a number such as 1. that opens the paragraph: most
// before figures, since 1.2022年 reads like a decimal fraction.
func (p *Paragraph) Numbered(number string) *Paragraph {
	last := len([]rune(number)) - 1
	if last < 0 || last+1 >= len(p.cells) || p.cells[last].Char != '.' {
		return p
	}
	p = p.widened()
	p.gap[last] += Quarter
	if p.kinds[last+1]&digit != 0 {
		p.gap[last] += Quarter
	}
	return p
}

// widened is a paragraph whose gaps are its own.
func (p *Paragraph) widened() *Paragraph {
	own := *p
	own.gap = slices.Clone(p.gap)
	return &own
}

// space computes what stands between neighbours.
func (p *Paragraph) space(k *Kit) {
	n := len(p.cells)
	all := make([]int, 5*n)
	p.gap, p.give, p.rank, p.loose, p.trim = all[:n], all[n:2*n], all[2*n:3*n], all[3*n:4*n], all[4*n:]
	for i := range p.cells {
		front, rear := k.hollow(p.cells[i], p.kinds[i])
		switch {
		case p.kinds[i]&blank != 0:
			p.trim[i] = p.cells[i].Width
		case rear > 0:
			p.trim[i] = rear
		}
		if rear > 0 {
			p.rank[i] = rankOf(p.kinds[i])
			p.give[i] = rear
		}
		if i > 0 && front > 0 {
			p.give[i-1], p.rank[i-1] = p.give[i-1]+front, squeezeBracket
		}
	}
	for i := 0; i+1 < n; i++ {
		p.between(i)
	}
}

// between sets the gap behind the i-th cell.
func (p *Paragraph) between(i int) {
	a, b := p.kinds[i], p.kinds[i+1]
	switch {
	case a&mark != 0 && b&mark != 0 && p.give[i] >= half:
		p.gap[i] = -half // adjacent marks take one em and a half: GB/T 15834, 5.1.10
		p.give[i] = (p.give[i] - half) / 2
	case a&han != 0 && latin(b), latin(a) && b&han != 0:
		p.gap[i], p.give[i], p.rank[i] = Quarter, Quarter-eighth, squeezeGap
	case a&blank != 0 && (b|p.kinds[i-1])&(han|mark) != 0:
		p.gap[i] = Quarter - p.cells[i].Width // a typed space is the gap, not one more
	}
	if p.rank[i] == squeezeStop && p.gap[i] == 0 {
		p.give[i] /= 2 // a sentence's end stays visible
	}
	word := a&(letter|digit) != 0 && b&(letter|digit) != 0
	twin := a&doubled != 0 && b&doubled != 0
	if !word && !twin {
		p.loose[i] = 1
	}
}

func latin(t trait) bool { return t&(letter|digit) != 0 && t&tight == 0 }

func rankOf(t trait) int {
	switch {
	case t&closer != 0:
		return squeezeBracket
	case t&comma != 0:
		return squeezeComma
	}
	return squeezeStop
}

// Tight narrows the gaps between Han and figures to what a display line bears.
func (p *Paragraph) Tight() *Paragraph {
	p = p.widened()
	for i := range p.gap {
		if p.gap[i] == Quarter && p.rank[i] == squeezeGap {
			p.gap[i] = Em / 16
		}
	}
	return p
}
