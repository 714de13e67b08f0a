package typeset

import (
	"slices"
	"unicode/utf8"

	"tonggao/generator/lately"
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
// em, so that a line adds up exactly. It is small: a country has a hundred million.
type Cell struct {
	Char  rune
	Width int32
	X     int32 // from the left edge of the measure
	Span  int32 // index of the span that it comes from
	Glyph uint16
	Face  uint8
	Half  bool // set half as wide: a full-width mark at a line's end
}

// A paragraph is text ready to be broken.
type Paragraph struct {
	*matter
	spans []Span
}

// Matter is cells, and what stands between them. It is shared with whoever sets the same
// text: nobody may write into it.
type matter struct {
	cells []Cell
	kinds []trait
	may   []bool  // a line may end behind the cell
	gap   []int32 // natural space behind the cell; negative where marks meet
	rank  []uint8 // which gaps give first
	trim  []int32 // what the cell loses when it ends a line
	sense []int   // what a line costs that begins with the cell, where words count; else nil

	// Sums of what is before each cell, and of all:
	wide  []int32 // cells and gaps
	give  []int32 // how much of a cell and the gap behind it can be squeezed out
	loose []int32 // how many gaps can grow
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
	var room [keyRoom]byte
	return &Paragraph{lately.Spelled(&k.prepared, keyOf(room[:0], spans), func() *matter { return k.prepare(spans) }), spans}
}

func (k *Kit) prepare(spans []Span) *matter {
	n := 0
	for _, s := range spans {
		n += utf8.RuneCountInString(s.Text)
	}
	p := &matter{cells: make([]Cell, 0, n), kinds: make([]trait, 0, n)}
	room := k.borrow()
	defer k.readings.Put(room)
	text, moments := room.text[:0], room.moments[:0]
	for i, s := range spans {
		for _, r := range s.Text {
			kind := k.traits.of(r)
			if kind&blank != 0 && (len(text) == 0 || p.kinds[len(text)-1]&blank != 0) {
				continue // at the start or behind another space
			}
			face, glyph := k.lookup(s.Face, r)
			p.cells = append(p.cells, Cell{Char: r, Face: uint8(face), Glyph: glyph, Width: k.Faces[face].advance(glyph), Span: int32(i)})
			p.kinds = append(p.kinds, kind)
			text = append(text, r)
			moments = append(moments, momentOf(i, s))
		}
	}
	for n = len(text); n > 0 && p.kinds[n-1]&blank != 0; n = len(text) {
		text, p.cells, p.kinds = text[:n-1], p.cells[:n-1], p.kinds[:n-1]
	}
	connect(text, p.kinds)
	room.text, room.moments = text, moments
	p.may = room.breaks(p.kinds)
	splitLong(p.cells, p.kinds, p.may)
	p.space(k)
	return p
}

// insideDate reports whether a line that ends behind the i-th cell parts a date.
func (p *matter) insideDate(i int) bool { return insideDate(p.cells[i].Char, p.kinds, i) }

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
	return p.widened(func(gap []int32) {
		gap[last] += Quarter
		if p.kinds[last+1]&digit != 0 {
			gap[last] += Quarter
		}
	})
}

// widened is a paragraph whose gaps are changed.
func (p *Paragraph) widened(change func(gap []int32)) *Paragraph {
	own := *p.matter
	own.gap, own.wide = slices.Clone(p.gap), make([]int32, len(p.wide))
	change(own.gap)
	own.sum()
	return &Paragraph{&own, p.spans}
}

// sum adds up cells and gaps.
func (p *matter) sum() {
	for i, c := range p.cells {
		p.wide[i+1] = p.wide[i] + c.Width + p.gap[i]
	}
}

// space computes what stands between neighbours, and sums it up.
func (p *matter) space(k *Kit) {
	n := len(p.cells)
	all := make([]int32, 5*n+3)
	p.gap, p.trim, p.rank = all[:n], all[n:2*n], make([]uint8, n)
	wide, give, loose := all[2*n:3*n+1], all[3*n+1:4*n+2], all[4*n+2:]
	p.give, p.loose = give[1:], loose[1:] // at first, what each cell has
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
	for i := range n {
		give[i+1] += give[i]
		loose[i+1] += loose[i]
	}
	p.wide, p.give, p.loose = wide, give, loose
	p.sum()
}

// between sets the gap behind the i-th cell.
func (p *matter) between(i int) {
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

func rankOf(t trait) uint8 {
	switch {
	case t&closer != 0:
		return squeezeBracket
	case t&comma != 0:
		return squeezeComma
	}
	return squeezeStop
}

// Tight is a short text whose gaps between Han and figures are narrowed to what a display
// line bears.
func (k *Kit) Tight(text string, face int) *Paragraph {
	spans := []Span{{Text: text, Face: face}}
	var room [keyRoom]byte
	return &Paragraph{lately.Spelled(&k.prepared, keyOf(room[:0], spans).text("tight"), func() *matter { return k.Paragraph(spans...).tight() }), spans}
}

func (p *Paragraph) tight() *matter {
	return p.widened(func(gap []int32) {
		for i := range gap {
			if gap[i] == Quarter && p.rank[i] == squeezeGap {
				gap[i] = Em / 16
			}
		}
	}).matter
}
