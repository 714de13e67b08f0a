package sheet

import (
	"cmp"
	"slices"

	"tonggao/generator/placed"
	"tonggao/generator/site"
	"tonggao/generator/typeset"
)

// A board is a sheet that is set freely, not on the grid: a poster, a summary.
type board struct {
	*typeset.Kit
	placed.Sheet
	left, width float64      // of what is printed on
	scale       float64      // how much larger than on A4 it is set; 0 is 1
	of          placed.Parts // what is being set
}

// begin begins a part of the document, to which all belongs that is set from now on.
func (b *board) begin(role placed.Role) *placed.Part {
	p := &placed.Part{Role: role}
	if role == placed.Heading {
		p.Level = 1
	}
	b.of = placed.Parts{p}
	return p
}

// put places a block with its top left corner and returns where it ends.
func (b *board) put(x, y float64, blk typeset.Block) float64 { return b.align(0, x, y, blk) }

// putRight places a block by its right edge and top and returns where it ends.
func (b *board) putRight(right, y float64, blk typeset.Block) float64 {
	return b.align(1, right, y, blk)
}

// align places each line of a block with so much of its width left of a place.
func (b *board) align(left, x, y float64, blk typeset.Block) float64 {
	b.Texts = slices.Grow(b.Texts, len(blk.Lines))
	for i, l := range blk.Lines {
		at := y + float64(i)*blk.Lead*blk.Size/typeset.PointsAMM + typeset.Baseline(blk.Size)
		b.Texts = append(b.Texts, placed.Text{Line: l, X: x - left*l.Width(), Y: at, Ink: blk.Ink, Of: b.of})
	}
	return y + blk.Height()
}

// display sets a short text without the quarter ems at its figures, which tear it
// apart at the size of a hand.
func (b *board) display(text string, face int, size, x, y float64, ink typeset.Colour) (width float64) {
	p := b.Tight(text, face)
	b.Texts = append(b.Texts, placed.Text{Line: p.Row(0, size), X: x, Y: y + typeset.Baseline(size), Ink: ink, Of: b.of})
	return float64(p.Natural()) * size / typeset.Em / typeset.PointsAMM
}

// say places a short text by its left edge and top.
func (b *board) say(text string, face int, size, x, y float64, ink typeset.Colour) (width float64) {
	l, width := b.Word(text, face, size)
	b.Texts = append(b.Texts, placed.Text{Line: l, X: x, Y: y + typeset.Baseline(size), Ink: ink, Of: b.of})
	return width
}

// putCentred places each line of a block by a middle and returns where it ends.
func (b *board) putCentred(middle, y float64, blk typeset.Block) float64 {
	return b.align(0.5, middle, y, blk)
}

// A step is what a text may take, in short.
type step struct {
	lines       int
	most, least float64
}

// fitted sets a text by the first of some steps that has room for it in a width.
func (b *board) fitted(text string, face int, lead, width float64, steps ...step) typeset.Block {
	all := make([]typeset.Step, len(steps))
	for i, s := range steps {
		all[i] = typeset.Step{Lines: s.lines, Most: s.most, Least: s.least}
	}
	return b.Fitted(text, face, lead, width, all...)
}

// grown is a length or a size as it is on this sheet, from what it is on A4.
func (b *board) grown(length float64) float64 { return length * cmp.Or(b.scale, 1) }

// segment draws how a service stands between two places: a full bar for off,
// slanted lines for partly, an empty frame for on.
func (b *board) segment(from, to, top float64, s site.State) {
	if to <= from {
		return
	}
	thick := b.grown(barThick)
	b.box(from, top, to-from, thick, 0.3, 0, black)
	switch s {
	case site.Off, site.Ended:
		b.Areas = append(b.Areas, placed.Area{X: from, Y: top, Width: to - from, Height: thick, Ink: black})
	case site.Partly, site.Presumed, site.Uncertain:
		for x := from; x < to; x += b.grown(2.2) {
			run := min(thick, to-x)
			b.Rules = append(b.Rules, placed.Stroke{X1: x, Y1: top + thick, X2: x + run, Y2: top + thick - run, Thickness: b.grown(0.7), Ink: black})
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
	b.box(from, top, to-from, b.grown(barThick), 0.35, 1.2, grey)
}

// box draws a rectangle's outline.
func (b *board) box(x, y, width, height, thickness, dash float64, ink typeset.Colour) {
	for _, s := range [][4]float64{{x, y, x + width, y}, {x + width, y, x + width, y + height}, {x + width, y + height, x, y + height}, {x, y + height, x, y}} {
		b.Rules = append(b.Rules, placed.Stroke{X1: s[0], Y1: s[1], X2: s[2], Y2: s[3], Thickness: thickness, Dash: dash, Ink: ink})
	}
}
