package typeset

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
	wide := p.wide()
	least := p.fewestOf(wide, width)
	if least == never {
		return p.cut(p.ends(Shape{Measure: width, Ragged: true}))
	}
	prices := s.prices(p)
	var first []int
	for count := max(least, (wide[n]+width-1)/width); count <= n; count++ {
		ends := divide(p, prices, wide, width, count)
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

// wide is how far each cell begins from the first; last, the width of all.
func (p *Paragraph) wide() []int {
	wide := make([]int, len(p.cells)+1)
	for i, c := range p.cells {
		wide[i+1] = wide[i] + c.Width + p.gap[i]
	}
	return wide
}

// fewest is the number of lines of a width that a paragraph needs, or never when
// a part of it that cannot be broken is wider: to try every number of lines would
// take hours on a long one.
func (p *Paragraph) fewest(width int) int { return p.fewestOf(p.wide(), width) }

func (p *Paragraph) fewestOf(wide []int, width int) int {
	lines := make([]int, len(wide))
	for end := 1; end < len(wide); end++ {
		lines[end] = never
		if end < len(p.cells) && !p.may[end-1] {
			continue
		}
		for start := end - 1; start >= 0 && p.lineFits(wide, start, end, width); start-- {
			if lines[start] != never {
				lines[end] = min(lines[end], lines[start]+1)
			}
		}
	}
	return lines[len(p.cells)]
}

// lineFits reports whether a line from one cell to before another fits a width,
// without what its last mark leaves blank.
func (p *Paragraph) lineFits(wide []int, start, end, width int) bool {
	return wide[end]-wide[start]-p.gap[end-1]-p.trim[end-1] <= width
}

// divide finds the best ends of a number of lines, or nil when none fit.
func divide(p *Paragraph, prices, wide []int, width, count int) []int {
	n := len(prices)
	mean := wide[n] / count
	cost := make([][]int, count+1)
	from := make([][]int, count+1)
	for l := range cost {
		cost[l], from[l] = make([]int, n+1), make([]int, n+1)
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
			for start := end - 1; start >= 0 && p.lineFits(wide, start, end, width); start-- {
				if cost[l-1][start] == never {
					continue
				}
				off := (wide[end] - wide[start] - mean) / 100 // tenths of an em
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
		parts = append(parts, &Paragraph{cells: p.cells[from:to], spans: p.spans, kinds: p.kinds[from:to], may: p.may[from:to],
			gap: p.gap[from:to], give: p.give[from:to], rank: p.rank[from:to], loose: p.loose[from:to], trim: p.trim[from:to]})
		from = to
	}
	return parts
}

// empty reports whether the paragraph has no character.
func (p *Paragraph) empty() bool { return len(p.cells) == 0 }

// Full is natural with what the last mark leaves blank.
func (p *Paragraph) Full() int { return p.Natural() + p.trim[len(p.trim)-1] }

// Natural is the width of the paragraph on one line, without what its last mark
// leaves blank.
func (p *Paragraph) Natural() int {
	width := 0
	for i, c := range p.cells {
		width += c.Width
		if i+1 < len(p.cells) {
			width += p.gap[i]
		} else {
			width -= p.trim[i]
		}
	}
	return width
}

// Row sets the paragraph on one line from a place on, without spreading it.
func (p *Paragraph) Row(at int, size float64) Line {
	f := &fit{Paragraph: p, Shape: Shape{First: at, Measure: at + p.Natural()}}
	f.sum()
	return Line{Cells: f.set(0, len(p.cells)), Size: size, Spans: p.spans}
}

// Sensed is a paragraph whose words count.
func (k *Kit) Sensed(spans ...Span) *Paragraph {
	p := *k.prepared.of(keyOf(spans).text("sensed"), func() *Paragraph {
		p := k.Paragraph(spans...)
		if len(p.cells) > 0 {
			p.sense = k.Sense.prices(p)
		}
		return p
	})
	p.spans = spans
	return &p
}
