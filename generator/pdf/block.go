package pdf

// A colour is red, green, blue from 0 to 255.
type colour [3]int

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

// wrap breaks spans to a width, ragged, since spread lines have holes at large sizes,
// and between words where it costs little.
func (k *kit) wrap(size, lead, width float64, spans ...span) block {
	lines := k.sensed(spans...).lines(shape{measure: measure(width, size), ragged: true}, size)
	return block{lines: lines, size: size, lead: lead}
}

// word sets a short text on one line.
func (k *kit) word(text string, face int, size float64) (line, float64) {
	p := k.paragraph(span{text: text, face: face})
	if p.empty() {
		return line{}, 0
	}
	return p.row(0, size), float64(p.natural()) * size / em / pointsAMM
}

// tightBlock sets a short text like display, broken where it is wider than its room
// even in the least size.
func (k *kit) tightBlock(text string, face int, most, least, width float64) block {
	p := k.paragraph(span{text: text, face: face}).tight()
	size := max(least, min(most, width*pointsAMM*em/float64(max(p.natural(), 1))))
	blk := block{size: size, lead: 1.15}
	for _, part := range k.sense.balance(p, measure(width, size)) {
		blk.lines = append(blk.lines, part.row(0, size))
	}
	return blk
}

// widest returns the largest size at which a text of display fits a width.
func (k *kit) widest(text string, face int, most, width float64) float64 {
	natural := k.paragraph(span{text: text, face: face}).tight().natural()
	return min(most, width*pointsAMM*em/float64(max(natural, 1)))
}

// fits reports whether a paragraph has room in a width on so many balanced lines.
func (k *kit) fits(p *paragraph, width, lines int) bool {
	if p.fewest(width) > lines {
		return false // most sizes that are tried end here, and a balance is dear
	}
	return len(k.sense.balance(p, width)) <= lines
}

// clipped cuts a block to a height, with an ellipsis.
func (k *kit) clipped(blk block, face int, height float64) block {
	pitch := blk.lead * blk.size / pointsAMM
	most := max(1, int((height-blk.size/pointsAMM)/pitch)+1)
	if len(blk.lines) <= most {
		return blk
	}
	last := blk.lines[most-1]
	text := []rune(last.text())
	cut, _ := k.word(string(text[:len(text)-min(2, len(text)-1)])+"……", face, blk.size)
	blk.lines = append(blk.lines[:most-1:most-1], cut)
	return blk
}

// heading sets a text in balanced lines, broken at the sense of its words.
func (k *kit) heading(text string, face int, size, lead, width float64) block {
	blk := block{size: size, lead: lead}
	for _, p := range k.sense.balance(k.paragraph(span{text: text, face: face}), measure(width, size)) {
		blk.lines = append(blk.lines, p.row(0, size))
	}
	return blk
}

// tinted gives a block its colour.
func (b block) tinted(ink colour) block {
	b.ink = ink
	return b
}
