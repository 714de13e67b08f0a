package typeset

import (
	"slices"

	"tonggao/generator/lately"
)

// A sense knows the words of a language: it says what a break before each character of
// a text costs, in squares of a tenth of an em by which lines may differ instead, and
// titles are broken by it.
type Sense func(text []rune) []int

// Balance breaks a title into as few lines as its width asks, at the sense of its
// words and of like lengths, but not equal ones: GB/T 9704, 7.3.1 wants a trapezoid
// or a rhombus. It takes a line more where fewer would part a word or leave a single
// character alone.
func (s Sense) Balance(p *Paragraph, width int) []*Paragraph {
	n := len(p.cells)
	if n == 0 {
		return nil
	}
	least := p.fewest(width)
	if least == never {
		return p.cut(p.ends(Shape{Measure: width, Ragged: true}))
	}
	prices := s.prices(p)
	var first []int
	for count := max(least, (p.width(0, n)+width-1)/width); count <= n; count++ {
		ends := divide(p, prices, width, count)
		if ends != nil && !ugly(prices, ends) {
			return p.cut(ends)
		}
		if first == nil {
			first = ends
		} else {
			break // one line more does not help
		}
	}
	if first == nil {
		first = []int{n}
	}
	return p.cut(first)
}

// uglyBreak is the price from which no reader would break: inside a word or a date.
const uglyBreak = 300

// prices says what a break before each cell costs.
func (s Sense) prices(p *Paragraph) []int {
	text := make([]rune, len(p.cells))
	for i, c := range p.cells {
		text[i] = c.Char
	}
	prices := s(text)
	for i := range prices[1:] {
		if p.insideDate(i) {
			prices[i+1] += uglyBreak
		}
	}
	if last := len(prices) - 1; last > 0 {
		prices[last] += 10 * uglyBreak // a last line has two characters at least
	}
	return prices
}

// ugly reports whether lines end where none should.
func ugly(prices, ends []int) bool {
	for _, end := range ends[:len(ends)-1] {
		if prices[end] >= uglyBreak {
			return true
		}
	}
	return false
}

// width is how wide cells are with the gaps behind them.
func (p *matter) width(from, to int) int { return int(p.wide[to] - p.wide[from]) }

// fewest is the number of lines of a width that a paragraph needs, or never when
// a part of it that cannot be broken is wider: to try every number of lines would
// take hours on a long one.
func (p *matter) fewest(width int) int {
	var room [128]int // most titles are shorter
	lines := room[:]
	if len(p.cells) >= len(room) {
		lines = make([]int, len(p.cells)+1)
	}
	for end := 1; end <= len(p.cells); end++ {
		lines[end] = never
		if end < len(p.cells) && !p.may[end-1] {
			continue
		}
		for start := end - 1; start >= 0 && p.lineFits(start, end, width); start-- {
			if lines[start] != never {
				lines[end] = min(lines[end], lines[start]+1)
			}
		}
	}
	return lines[len(p.cells)]
}

// lineFits reports whether a line from one cell to before another fits a width,
// without what its last mark leaves blank.
func (p *matter) lineFits(start, end, width int) bool { return p.natural(start, end) <= width }

// natural is the width of cells on a line of their own, without what the last mark leaves
// blank.
func (p *matter) natural(from, to int) int {
	return int(p.wide[to] - p.wide[from] - p.gap[to-1] - p.trim[to-1])
}

// divide finds the best ends of a number of lines, or nil when none fit.
func divide(p *Paragraph, prices []int, width, count int) []int {
	n := len(prices)
	mean := p.width(0, n) / count
	all := make([]int, 2*(count+1)*(n+1))
	row := func(l int) []int { return all[l*(n+1):][:n+1] }
	cost, from := make([][]int, count+1), make([][]int, count+1)
	for l := range cost {
		cost[l], from[l] = row(2*l), row(2*l+1)
		for i := range cost[l] {
			cost[l][i] = never
		}
	}
	cost[0][0] = 0
	for l := 1; l <= count; l++ {
		for end := 1; end <= n; end++ {
			if end < n && !p.may[end-1] || l == count && end < n {
				continue
			}
			price := 0
			if end < n {
				price = prices[end]
			}
			for start := end - 1; start >= 0 && p.lineFits(start, end, width); start-- {
				if cost[l-1][start] == never {
					continue
				}
				off := (p.width(start, end) - mean) / 100 // tenths of an em
				if c := cost[l-1][start] + price + off*off/200; c < cost[l][end] {
					cost[l][end], from[l][end] = c, start
				}
			}
		}
	}
	if cost[count][n] == never {
		return nil
	}
	ends := make([]int, count)
	for l, end := count, n; l > 0; l-- {
		ends[l-1], end = end, from[l][end]
	}
	return ends
}

// cut makes a paragraph of each part.
func (p *Paragraph) cut(ends []int) []*Paragraph {
	var parts []*Paragraph
	from := 0
	for _, to := range ends {
		parts = append(parts, &Paragraph{&matter{cells: p.cells[from:to], kinds: p.kinds[from:to], may: p.may[from:to],
			gap: p.gap[from:to], rank: p.rank[from:to], trim: p.trim[from:to],
			wide: p.wide[from : to+1], give: p.give[from : to+1], loose: p.loose[from : to+1]}, p.spans})
		from = to
	}
	return parts
}

// empty reports whether the paragraph has no character.
func (p *Paragraph) empty() bool { return len(p.cells) == 0 }

// Full is natural with what the last mark leaves blank.
func (p *Paragraph) Full() int { return p.Natural() + int(p.trim[len(p.trim)-1]) }

// Natural is the width of the paragraph on one line, without what its last mark
// leaves blank.
func (p *Paragraph) Natural() int {
	if p.empty() {
		return 0
	}
	return p.natural(0, len(p.cells))
}

// Row sets the paragraph on one line from a place on, without spreading it.
func (p *Paragraph) Row(at int, size float64) Line {
	f := fit{Paragraph: p, Shape: Shape{First: at, Measure: at + p.Natural()}}
	return Line{Cells: f.set(slices.Clone(p.cells), 0, len(p.cells)), Size: size, Spans: p.spans}
}

// Sensed is a paragraph whose words count.
func (k *Kit) Sensed(spans ...Span) *Paragraph {
	var room [keyRoom]byte
	sensed := lately.Spelled(&k.prepared, keyOf(room[:0], spans).text("sensed"), func() *matter {
		p := k.Paragraph(spans...)
		own := *p.matter
		if !p.empty() {
			own.sense = k.Sense.prices(p)
		}
		return &own
	})
	return &Paragraph{sensed, spans}
}
