package typeset

import "tonggao/generator/lately"

// A colour is red, green, blue from 0 to 255.
type Colour [3]uint8

// A block is lines under each other.
type Block struct {
	Lines []Line
	Size  float64
	Lead  float64 // from line to line, in ems
	Ink   Colour
}

// Height is from the top of the first line's em box to the bottom of the last's.
func (b Block) Height() float64 {
	if len(b.Lines) == 0 {
		return 0
	}
	return (float64(len(b.Lines)-1)*b.Lead + 1) * b.Size / PointsAMM
}

// Width is that of the longest line, in millimetres.
func (b Block) Width() float64 {
	width := 0.0
	for _, l := range b.Lines {
		width = max(width, l.Width())
	}
	return width
}

// Wrap breaks spans to a width, ragged, since spread lines have holes at large sizes,
// and between words where it costs little.
func (k *Kit) Wrap(size, lead, width float64, spans ...Span) Block {
	var room [keyRoom]byte
	blk := lately.Spelled(&k.blocks, keyOf(room[:0], spans).text("wrap").floats(size, lead, width), func() Block {
		p, s := k.Paragraph(spans...), Shape{Measure: Measure(width, size), Ragged: true}
		if p.Natural() > s.Measure { // else no line ends inside
			p = k.Sensed(spans...)
		}
		return Block{Lines: p.Lines(s, size), Size: size, Lead: lead}
	})
	blk.Lines = of(spans, blk.Lines)
	return blk
}

// Word sets a short text on one line.
func (k *Kit) Word(text string, face int, size float64) (Line, float64) {
	p := k.Paragraph(Span{Text: text, Face: face})
	if p.empty() {
		return Line{}, 0
	}
	return p.Row(0, size), p.length(size)
}

// Length is how wide a short text is on one line, in millimetres.
func (k *Kit) Length(text string, face int, size float64) float64 {
	return k.Paragraph(Span{Text: text, Face: face}).length(size)
}

func (p *Paragraph) length(size float64) float64 {
	return float64(p.Natural()) * size / Em / PointsAMM
}

// TightBlock sets a short text like display, broken where it is wider than its room
// even in the least size.
func (k *Kit) TightBlock(text string, face int, most, least, width float64) Block {
	p := k.Tight(text, face)
	size := max(least, min(most, width*PointsAMM*Em/float64(max(p.Natural(), 1))))
	return stacked(k.Sense.Balance(p, Measure(width, size)), size, 1.15)
}

// Widest returns the largest size at which a text of display fits a width.
func (k *Kit) Widest(text string, face int, most, width float64) float64 {
	natural := k.Tight(text, face).Natural()
	return min(most, width*PointsAMM*Em/float64(max(natural, 1)))
}

// balanced are the lines of a paragraph in a width, balanced, where they are not more than
// so many.
func (k *Kit) balanced(p *Paragraph, width, most int) (lines []*Paragraph, fit bool) {
	if p.fewest(width) > most {
		return nil, false // most sizes that are tried end here, and a balance is dear
	}
	lines = k.Sense.Balance(p, width)
	return lines, len(lines) <= most
}

// Clipped cuts a block to a height, with an ellipsis.
func (k *Kit) Clipped(blk Block, face int, height float64) Block {
	pitch := blk.Lead * blk.Size / PointsAMM
	most := max(1, int((height-blk.Size/PointsAMM)/pitch)+1)
	if len(blk.Lines) <= most {
		return blk
	}
	last := blk.Lines[most-1]
	text := []rune(last.Text())
	cut, _ := k.Word(string(text[:len(text)-min(2, len(text)-1)])+"……", face, blk.Size)
	blk.Lines = append(blk.Lines[:most-1:most-1], cut)
	return blk
}

// A Step is what a text may take: so many lines, in letters between two sizes.
type Step struct {
	Lines       int
	Most, Least float64
}

// Fitted sets a text by the first of some steps that has room for it in a width. One
// that is longer than the last step allows is set in the least size, in as many lines
// as it takes.
func (k *Kit) Fitted(text string, face int, lead, width float64, steps ...Step) Block {
	spans := []Span{{Text: text, Face: face}}
	var room [keyRoom]byte
	key := keyOf(room[:0], spans).text("fitted").floats(lead, width)
	for _, s := range steps {
		key = key.ints(s.Lines).floats(s.Most, s.Least)
	}
	blk := lately.Spelled(&k.blocks, key, func() Block {
		size, lines := k.fitting(k.Paragraph(spans...), width, steps)
		return stacked(lines, size, lead)
	})
	blk.Lines = of(spans, blk.Lines)
	return blk
}

// fitting is the largest size of some steps that has room for a paragraph, else the least,
// and its lines in that, broken at the sense of its words.
func (k *Kit) fitting(p *Paragraph, width float64, steps []Step) (size float64, lines []*Paragraph) {
	for _, s := range steps {
		for size := s.Most; size >= s.Least; size -= 0.5 {
			if lines, fit := k.balanced(p, Measure(width, size), s.Lines); fit {
				return size, lines
			}
		}
	}
	size = steps[len(steps)-1].Least
	return size, k.Sense.Balance(p, Measure(width, size))
}

// stacked are lines under each other, each as it is.
func stacked(lines []*Paragraph, size, lead float64) Block {
	blk := Block{Lines: make([]Line, len(lines)), Size: size, Lead: lead}
	for i, line := range lines {
		blk.Lines[i] = line.Row(0, size)
	}
	return blk
}

// Tinted gives a block its colour.
func (b Block) Tinted(ink Colour) Block {
	b.Ink = ink
	return b
}
