package typeset

import (
	"iter"
	"strings"
	"unicode"
)

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
func (l Line) Words() iter.Seq[rune] {
	return func(yield func(rune) bool) {
		for i, c := range l.Cells {
			if l.Silent(i) {
				continue
			}
			apart := i+1 < len(l.Cells) && c.Char == '.' && unicode.IsDigit(l.Cells[i+1].Char) && l.Cells[i+1].X-c.X-c.Width > readAsBlank
			if !yield(c.Char) || apart && !yield(' ') {
				return
			}
		}
	}
}

// Silent reports whether a cell is such a blank between Han and figures.
func (l Line) Silent(i int) bool {
	inside := i > 0 && i+1 < len(l.Cells)
	return inside && typedBlank(l.Cells[i]) && isHan(l.Cells[i-1].Char) != isHan(l.Cells[i+1].Char)
}

func typedBlank(c Cell) bool { return c.Char == ' ' }

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }
