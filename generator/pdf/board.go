package pdf

import "tonggao/generator/site"

// A board is a sheet that is set freely, not on the grid: a poster, a summary.
type board struct {
	*kit
	sheet
	left, width float64 // of what is printed on
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

// display sets a short text without the quarter ems at its figures, which tear it
// apart at the size of a hand.
func (b *board) display(text string, face int, size, x, y float64, ink colour) (width float64) {
	p := b.paragraph(span{text: text, face: face}).tight()
	b.texts = append(b.texts, placed{line: p.row(0, size), x: x, y: y + baseline(size), ink: ink})
	return float64(p.natural()) * size / em / pointsAMM
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
