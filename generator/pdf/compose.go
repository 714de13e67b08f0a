package pdf

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// A span is a stretch of text in one face.
type span struct {
	text   string
	face   int
	link   string // address that the text leads to, or empty
	moment bool   // a worded moment
}

// A cell is one character on its way to paper. Widths are in thousandths of an
// em, so that a line adds up exactly.
type cell struct {
	char  rune
	face  int
	glyph uint16
	half  bool // set half as wide: a full-width mark at a line's end
	width int
	x     int // from the left edge of the measure
	span  int // index of the span that it comes from
}

// A line is a row of placed cells.
type line struct {
	cells []cell
	size  float64 // of one em, points
	spans []span
}

// width is how far a line reaches from its left edge, millimetres.
func (l line) width() float64 {
	if len(l.cells) == 0 {
		return 0
	}
	last := l.cells[len(l.cells)-1]
	return float64(last.x+last.width) * l.size / em / pointsAMM
}

// textOf is a line's text, character by character.
func textOf(l line) string {
	var b strings.Builder
	for _, c := range l.cells {
		b.WriteRune(c.char)
	}
	return b.String()
}

// readAsBlank is the gap from which readers of a file take neighbours for two
// words, thousandths of an em.
const readAsBlank = em / 10

// spaced reports whether a line has gaps that are no blanks.
func (l line) spaced() bool {
	for i, c := range l.cells[1:] {
		if before := l.cells[i]; c.x-before.x-before.width > readAsBlank || typedBlank(before) {
			return true
		}
	}
	return false
}

// words appends a line's text in the encoding of PDF's Unicode strings, hexadecimal. A
// blank that an author typed between Han and figures is the quarter em that stands
// there anyway, and no part of it; the gap behind a number that a figure follows is a
// blank: 1. 2022年.
func (l line) words(b []byte) []byte {
	for i, c := range l.cells {
		inside := i > 0 && i+1 < len(l.cells)
		if inside && typedBlank(c) && isHan(l.cells[i-1].char) != isHan(l.cells[i+1].char) {
			continue
		}
		b = appendUTF16(b, c.char)
		if i+1 < len(l.cells) && c.char == '.' && unicode.IsDigit(l.cells[i+1].char) && l.cells[i+1].x-c.x-c.width > readAsBlank {
			b = appendUTF16(b, ' ')
		}
	}
	return b
}

func appendUTF16(b []byte, r rune) []byte {
	if high, low := utf16.EncodeRune(r); high != unicode.ReplacementChar {
		return appendUTF16(appendUTF16(b, high), low)
	}
	const digits = "0123456789ABCDEF"
	return append(b, digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15])
}

func typedBlank(c cell) bool { return c.char == ' ' }

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// A paragraph is text ready to be broken: cells, and what stands between them.
type paragraph struct {
	cells []cell
	spans []span
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

const (
	em      = 1000
	quarter = em / 4 // between Han and Latin letters or digits, CLREQ 3.2.5
	eighth  = em / 8 // the least that remains of it
	half    = em / 2
)

// paragraph prepares spans for breaking.
func (k *kit) paragraph(spans ...span) *paragraph {
	n := 0
	for _, s := range spans {
		n += utf8.RuneCountInString(s.text)
	}
	p := &paragraph{spans: spans, cells: make([]cell, 0, n), kinds: make([]trait, 0, n)}
	text, moments := make([]rune, 0, n), make([]int, 0, n)
	for i, s := range spans {
		for _, r := range s.text {
			kind := k.traits.of(r)
			if kind&blank != 0 && (len(text) == 0 || p.kinds[len(text)-1]&blank != 0) {
				continue // at the start or behind another space
			}
			face, glyph := k.lookup(s.face, r)
			p.cells = append(p.cells, cell{char: r, face: face, glyph: glyph, width: k.faces[face].advance(glyph), span: i})
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
func (p *paragraph) insideDate(i int) bool { return insideDate(p.cells[i].char, p.kinds, i) }

func momentOf(i int, s span) int {
	if !s.moment {
		return 0
	}
	return i + 1
}

// numbered widens the gap behind a number such as 1. that opens the paragraph: most
// before figures, since 1.2022年 reads like a decimal fraction.
func (p *paragraph) numbered(number string) *paragraph {
	last := len([]rune(number)) - 1
	if last < 0 || last+1 >= len(p.cells) || p.cells[last].char != '.' {
		return p
	}
	p.gap[last] += quarter
	if p.kinds[last+1]&digit != 0 {
		p.gap[last] += quarter
	}
	return p
}

// space computes what stands between neighbours.
func (p *paragraph) space(k *kit) {
	n := len(p.cells)
	p.gap, p.give, p.rank = make([]int, n), make([]int, n), make([]int, n)
	p.loose, p.trim = make([]int, n), make([]int, n)
	for i := range p.cells {
		front, rear := k.hollow(p.cells[i], p.kinds[i])
		switch {
		case p.kinds[i]&blank != 0:
			p.trim[i] = p.cells[i].width
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
func (p *paragraph) between(i int) {
	a, b := p.kinds[i], p.kinds[i+1]
	switch {
	case a&mark != 0 && b&mark != 0 && p.give[i] >= half:
		p.gap[i] = -half // adjacent marks take one em and a half: GB/T 15834, 5.1.10
		p.give[i] = (p.give[i] - half) / 2
	case a&han != 0 && latin(b), latin(a) && b&han != 0:
		p.gap[i], p.give[i], p.rank[i] = quarter, quarter-eighth, squeezeGap
	case a&blank != 0 && (b|p.kinds[i-1])&(han|mark) != 0:
		p.gap[i] = quarter - p.cells[i].width // a typed space is the gap, not one more
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

// tight narrows the gaps between Han and figures to what a display line bears.
func (p *paragraph) tight() *paragraph {
	for i := range p.gap {
		if p.gap[i] == quarter && p.rank[i] == squeezeGap {
			p.gap[i] = em / 16
		}
	}
	return p
}
