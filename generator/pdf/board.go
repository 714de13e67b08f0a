package pdf

import "tonggao/generator/site"

// A board is a sheet that is set freely, not on the grid: a poster, a summary.
type board struct {
	*kit
	sheet
	left, width float64 // of what is printed on
}

// A block is lines under each other.
type block struct {
	lines []line
	size  float64
	lead  float64 // from line to line, in ems
	ink   colour
}

// height is from the top of the first line's em box to the bottom of the last's.
func (b block) height() float64 {
	if len(b.lines) == 0 {
		return 0
	}
	return (float64(len(b.lines)-1)*b.lead + 1) * b.size / pointsAMM
}

// wrap breaks spans to a width, ragged, since spread lines have holes at poster sizes,
// and between words where it costs little.
func (b *board) wrap(size, lead, width float64, spans ...span) block {
	lines := b.sensed(spans...).lines(shape{measure: measure(width, size), ragged: true}, size)
	return block{lines: lines, size: size, lead: lead}
}

// put places a block with its top left corner and returns where it ends.
func (b *board) put(x, y float64, blk block) float64 {
	for i, l := range blk.lines {
		at := y + float64(i)*blk.lead*blk.size/pointsAMM
		b.texts = append(b.texts, placed{line: l, x: x, y: at + baseline(blk.size), ink: blk.ink})
	}
	return y + blk.height()
}

// putRight places a block by its right edge and top and returns where it ends.
func (b *board) putRight(right, y float64, blk block) float64 {
	for i, l := range blk.lines {
		at := y + float64(i)*blk.lead*blk.size/pointsAMM + baseline(blk.size)
		b.texts = append(b.texts, placed{line: l, x: right - l.width(), y: at, ink: blk.ink})
	}
	return y + blk.height()
}

// word sets a short text on one line.
func (b *board) word(text string, face int, size float64) (line, float64) {
	p := b.paragraph(span{text: text, face: face})
	if p.empty() {
		return line{}, 0
	}
	return p.row(0, size), float64(p.natural()) * size / em / pointsAMM
}

// display sets a short text without the quarter ems at its figures, which tear it
// apart at the size of a hand.
func (b *board) display(text string, face int, size, x, y float64, ink colour) (width float64) {
	p := b.paragraph(span{text: text, face: face}).tight()
	b.texts = append(b.texts, placed{line: p.row(0, size), x: x, y: y + baseline(size), ink: ink})
	return float64(p.natural()) * size / em / pointsAMM
}

// tightBlock sets a short text like display, broken where it is wider than its room
// even in the least size.
func (b *board) tightBlock(text string, face int, most, least, width float64) block {
	p := b.paragraph(span{text: text, face: face}).tight()
	size := max(least, min(most, width*pointsAMM*em/float64(max(p.natural(), 1))))
	blk := block{size: size, lead: 1.15}
	for _, part := range b.sense.balance(p, measure(width, size)) {
		blk.lines = append(blk.lines, part.row(0, size))
	}
	return blk
}

// widest returns the largest size at which a text of display fits a width.
func (b *board) widest(text string, face int, most, width float64) float64 {
	natural := b.paragraph(span{text: text, face: face}).tight().natural()
	return min(most, width*pointsAMM*em/float64(max(natural, 1)))
}

// say places a short text by its left edge and top.
func (b *board) say(text string, face int, size, x, y float64, ink colour) (width float64) {
	l, width := b.word(text, face, size)
	b.texts = append(b.texts, placed{line: l, x: x, y: y + baseline(size), ink: ink})
	return width
}

// putCentred places each line of a block by a middle and returns where it ends.
func (b *board) putCentred(middle, y float64, blk block) float64 {
	for i, l := range blk.lines {
		at := y + float64(i)*blk.lead*blk.size/pointsAMM + baseline(blk.size)
		b.texts = append(b.texts, placed{line: l, x: middle - l.width()/2, y: at, ink: blk.ink})
	}
	return y + blk.height()
}

// A step is what a text may take: so many lines, in letters between two sizes.
type step struct {
	lines       int
	most, least float64
}

// fitted sets a text by the first of some steps that has room for it in a width. One
// that is longer than the last step allows is set in the least size, in as many lines
// as it takes.
func (b *board) fitted(text string, face int, lead, width float64, steps ...step) block {
	p := b.paragraph(span{text: text, face: face})
	least := steps[len(steps)-1].least
	for _, s := range steps {
		for size := s.most; size >= s.least; size -= 0.5 {
			if b.fits(p, measure(width, size), s.lines) {
				return b.heading(text, face, size, lead, width)
			}
		}
	}
	return b.heading(text, face, least, lead, width)
}

func (b *board) fits(p *paragraph, width, lines int) bool {
	if p.fewest(width) > lines {
		return false // most sizes that are tried end here, and a balance is dear
	}
	return len(b.sense.balance(p, width)) <= lines
}

// clipped cuts a block to a height, with an ellipsis: what is longer than a sheet can
// bear stands whole on the page that the code leads to.
func (b *board) clipped(blk block, face int, height float64) block {
	pitch := blk.lead * blk.size / pointsAMM
	most := max(1, int((height-blk.size/pointsAMM)/pitch)+1)
	if len(blk.lines) <= most {
		return blk
	}
	last := blk.lines[most-1]
	text := []rune(last.text())
	cut, _ := b.word(string(text[:len(text)-min(2, len(text)-1)])+"……", face, blk.size)
	blk.lines = append(blk.lines[:most-1:most-1], cut)
	return blk
}

// heading sets a text in balanced lines, broken at the sense of its words.
func (b *board) heading(text string, face int, size, lead, width float64) block {
	blk := block{size: size, lead: lead}
	for _, p := range b.sense.balance(b.paragraph(span{text: text, face: face}), measure(width, size)) {
		blk.lines = append(blk.lines, p.row(0, size))
	}
	return blk
}

// tinted gives a block its colour.
func (b block) tinted(ink colour) block {
	b.ink = ink
	return b
}

// segment draws how a service stands between two places: a full bar for off,
// slanted lines for partly, an empty frame for on.
func (b *board) segment(from, to, top float64, s site.State) {
	if to <= from {
		return
	}
	b.box(from, top, to-from, barThick, 0.3, 0, black)
	switch s {
	case site.Off, site.Ended:
		b.areas = append(b.areas, area{from, top, to - from, barThick, black})
	case site.Partly, site.Presumed, site.Uncertain:
		for x := from; x < to; x += 2.2 {
			run := min(barThick, to-x)
			b.rules = append(b.rules, stroke{x, top + barThick, x + run, top + barThick - run, 0.7, 0, black})
		}
	}
}

// stretch draws the bar behind a milestone; nobody knows when it begins where the
// milestone's time is not known, so its edges are broken.
func (b *board) stretch(from, to, top float64, s site.State, known bool) {
	if known {
		b.segment(from, to, top, s)
		return
	}
	b.box(from, top, to-from, barThick, 0.35, 1.2, grey)
}

// box draws a rectangle's outline.
func (b *board) box(x, y, width, height, thickness, dash float64, ink colour) {
	for _, s := range [][4]float64{{x, y, x + width, y}, {x + width, y, x + width, y + height}, {x + width, y + height, x, y + height}, {x, y + height, x, y}} {
		b.rules = append(b.rules, stroke{s[0], s[1], s[2], s[3], thickness, dash, ink})
	}
}
