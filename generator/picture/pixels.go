package picture

import (
	"encoding/binary"
	"image"
	"image/color"
	"maps"
	"math"
	"slices"

	"tonggao/generator/typeset"
)

// full is the step of a pixel that is covered whole.
const full = 15

// steps are the steps of each octet of covering.
var steps = func() (steps [256]uint8) {
	for covered := range steps {
		steps[covered] = uint8((covered*full + 127) / 255)
	}
	return steps
}()

// Pixels are a picture with a palette that grows as it is drawn. They are kept from one
// picture to the next.
type pixels struct {
	image.Paletted
	rows   []uint8 // the pixels as a file has them: each row behind a zero
	known  map[color.RGBA]uint8
	blends map[typeset.Colour]*blend
	spare  []*blend   // of earlier pictures
	shades [256]shade // of the palette
	room   []uint8    // for a row of what is covered

	ink   typeset.Colour // the last that was laid, with its blend and its place
	over  *blend         // nil before the first
	whole uint8
}

// A blend is what an ink makes of the colours of the palette.
type blend struct {
	at    [256][full + 1]uint16 // each, at each step of covering it: one more than a place in the palette, or 0 where nobody asked yet
	ramps [256]uint8            // where the ramp of each begins, or 0 where it has none

	under, ramp uint64 // the last colour that has one, and the place before it, in each of eight octets; 0 before the first
}

// A shade is what a colour of the palette was made for: the ground and inks are plain, and
// others a step of a ramp. What an ink makes of any other colour is neither.
type shade struct {
	plain bool
	ramp  *blend // whose, and where it begins
	first uint8
	step  uint8
}

// blank begins a picture of one colour.
func (p *pixels) blank(size image.Point, ground typeset.Colour) {
	n := (1 + size.X) * size.Y
	p.rows = slices.Grow(p.rows[:0], n)[:n]
	clear(p.rows)
	p.Pix, p.Stride, p.Rect, p.Palette = p.rows[1:], 1+size.X, image.Rectangle{Max: size}, p.Palette[:0]
	p.spare = slices.AppendSeq(p.spare, maps.Values(p.blends))
	p.known, p.blends, p.over = map[color.RGBA]uint8{}, map[typeset.Colour]*blend{}, nil
	p.shades = [256]shade{}
	p.shades[p.index(rgba(ground))].plain = true // the first, which all pixels have
}

func rgba(ink typeset.Colour) color.RGBA {
	return color.RGBA{ink[0], ink[1], ink[2], 255}
}

// index is a colour's place in the palette. Where that is full, the nearest one has to do.
func (p *pixels) index(c color.RGBA) uint8 {
	i, ok := p.known[c]
	switch {
	case ok:
		return i
	case len(p.Palette) == 256:
		i = uint8(p.Palette.Index(c))
	default:
		i = uint8(len(p.Palette))
		p.Palette = append(p.Palette, c)
	}
	p.known[c] = i
	return i
}

// dip makes an ink the last.
func (p *pixels) dip(ink typeset.Colour) {
	if p.over != nil && p.ink == ink {
		return
	}
	if p.blends[ink] == nil {
		p.blends[ink] = p.fresh()
	}
	fresh := len(p.Palette)
	p.ink, p.over, p.whole = ink, p.blends[ink], p.index(rgba(ink))
	if int(p.whole) == fresh {
		p.shades[fresh].plain = true
	}
}

// fresh is a blend of which nothing is known yet.
func (p *pixels) fresh() *blend {
	n := len(p.spare)
	if n == 0 {
		return &blend{}
	}
	b := p.spare[n-1]
	p.spare = p.spare[:n-1]
	*b = blend{}
	return b
}

// cover lays the last ink over a row of pixels, as much as their octets say. Eight pixels at a
// time, what is bare is passed over, what is covered whole is not mixed, and what is covered
// evenly is mixed once where it is of one colour.
func (p *pixels) cover(x, y int, row []uint8) {
	pix := p.Pix[p.PixOffset(x, y):][:len(row)]
	for ; len(row) > 8; row, pix = row[8:], pix[8:] {
		covered, under := binary.LittleEndian.Uint64(row), binary.LittleEndian.Uint64(pix)
		switch {
		case covered == 0:
		case covered == math.MaxUint64:
			binary.LittleEndian.PutUint64(pix, uint64(p.whole)*each)
		case covered == uint64(row[0])*each && under == uint64(pix[0])*each:
			binary.LittleEndian.PutUint64(pix, uint64(p.laid(pix[0], steps[row[0]]))*each)
		default:
			p.lay(pix[:8], row[:8])
		}
	}
	p.lay(pix, row)
}

// lay lays the last ink over pixels, as cover does.
func (p *pixels) lay(pix, row []uint8) {
	for i, covered := range row { // nothing but a look into tables: no processor can guess what an edge does
		pix[i] = p.laid(pix[i], steps[covered])
	}
}

// laid is what the last ink makes of a colour at a step.
func (p *pixels) laid(under, step uint8) uint8 {
	known := p.over.at[under][step]
	if known == 0 {
		known = uint16(p.blend(under, step)) + 1
		p.over.at[under][step] = known
	}
	return uint8(known - 1)
}

// blend finds what the last ink makes of a colour: a step of a ramp, further on it where two
// edges meet, or else a colour for itself.
func (p *pixels) blend(under, step uint8) uint8 {
	of := &p.shades[under]
	if of.ramp == p.over {
		left := (full - of.step) * (full - step) // of the colour under both, in steps of a step
		step = full - (left+full/2)/full
	}
	switch {
	case step == 0:
		return under
	case step == full:
		return p.whole
	case of.ramp == p.over:
		return of.first + step - 1
	}
	if first := p.ramp(under); first > 0 {
		return first + step - 1
	}
	return p.index(mix(p.Palette[under].(color.RGBA), rgba(p.ink), int(step)))
}

// ramp is where the ramp from a colour to the last ink begins in the palette, or 0 where it
// has none: it is for plain colours, while there is room.
func (p *pixels) ramp(under uint8) uint8 {
	first := &p.over.ramps[under]
	if *first > 0 || !p.shades[under].plain || len(p.Palette)+full-1 > 256 {
		return *first
	}
	*first = uint8(len(p.Palette))
	for step := uint8(1); step < full; step++ {
		p.shades[len(p.Palette)] = shade{ramp: p.over, first: *first, step: step}
		p.Palette = append(p.Palette, mix(p.Palette[under].(color.RGBA), rgba(p.ink), int(step)))
	}
	return *first
}

// mix is a colour with some steps of another over it.
func mix(under, over color.RGBA, step int) color.RGBA {
	one := func(a, b uint8) uint8 { return uint8((int(a)*(full-step) + int(b)*step + full/2) / full) }
	return color.RGBA{one(under.R, over.R), one(under.G, over.G), one(under.B, over.B), 255}
}

// box lays ink over a box whose sides lie and stand. Edges may lie within pixels.
func (p *pixels) box(x0, y0, x1, y1 float64, ink typeset.Colour) {
	in := image.Rect(int(math.Floor(x0)), int(math.Floor(y0)), int(math.Ceil(x1)), int(math.Ceil(y1))).Intersect(p.Rect)
	if in.Empty() {
		return
	}
	p.room = slices.Grow(p.room[:0], in.Dx())
	row := p.room[:in.Dx()]
	left, right := max(in.Min.X, int(math.Ceil(x0)))-in.Min.X, min(in.Max.X, int(math.Floor(x1)))-in.Min.X // whole between them
	if left > right {
		left, right = len(row), len(row)
	}
	p.dip(ink)
	last := -1.0
	var done []uint8 // the last that was filled
	for y := in.Min.Y; y < in.Max.Y; y++ {
		if high := within(y, y0, y1); high != last {
			edge(row[:left], in.Min.X, x0, x1, high)
			edge(row[right:], in.Min.X+right, x0, x1, high)
			fill(row[left:right], uint8(math.Round(255*high)))
			last = high
		}
		if last < 1 {
			p.cover(in.Min.X, y, row)
			continue
		}
		p.cover(in.Min.X, y, row[:left])
		p.cover(in.Min.X+right, y, row[right:])
		whole := p.Pix[p.PixOffset(in.Min.X+left, y):][:right-left]
		if done == nil {
			fill(whole, p.whole)
		} else {
			copy(whole, done)
		}
		done = whole
	}
}

// edge is how much of each pixel of a row from x on, of so much height, lies between two
// coordinates.
func edge(row []uint8, x int, from, to, high float64) {
	for i := range row {
		row[i] = uint8(math.Round(255 * high * within(x+i, from, to)))
	}
}

// fill makes all octets of a row the same.
func fill(row []uint8, all uint8) {
	if len(row) == 0 {
		return
	}
	row[0] = all
	for n := 1; n < len(row); n *= 2 {
		copy(row[n:], row[:n])
	}
}

// within is how much of a pixel lies between two coordinates.
func within(pixel int, from, to float64) float64 {
	return max(0, min(to, float64(pixel+1))-max(from, float64(pixel)))
}
