package picture

import (
	"image"
	"slices"
)

// one is how long a pixel is where paths are cut, in binary digits and as a number.
const (
	digits = 8
	finer  = 24 // digits, for scales and slopes
	one    = 1 << digits
	area   = 2 * one * one // of a pixel
)

// A cutter finds what a path covers of each pixel. Each edge is added to the pixels that it
// passes as what lies to the right of it; summed up along a row that is what is covered. It
// counts in whole numbers, so every machine cuts alike.
type cutter struct {
	box    image.Rectangle
	stride int         // of the rows, which have whole words, and room for what lies beyond the last pixel
	more   []int32     // is covered of each pixel than of the one before
	at     image.Point // of the path, from the corner of the box
	first  image.Point // of the part that is not closed yet
	words  []word      // of a stamp, that fit it
}

// pixelsOf is the box of the pixels in which points lie.
func pixelsOf(points ...image.Point) image.Rectangle {
	low, high := points[0], points[0]
	for _, p := range points {
		low, high = image.Pt(min(low.X, p.X), min(low.Y, p.Y)), image.Pt(max(high.X, p.X), max(high.Y, p.Y))
	}
	return image.Rect(low.X>>digits, low.Y>>digits, (high.X+one-1)>>digits, (high.Y+one-1)>>digits)
}

// begin begins a path that lies in so many pixels.
func (c *cutter) begin(box image.Rectangle) {
	c.box, c.stride = box, (box.Dx()+7)&^7+8
	n := c.stride * box.Dy()
	c.more = slices.Grow(c.more[:0], n)[:n]
	clear(c.more)
	c.at, c.first = image.Point{}, image.Point{}
}

// end ends a path: this is what it covers.
func (c *cutter) end() stamp {
	c.line(c.first)
	words := c.words[:0]
	for y := range c.box.Dy() {
		row, sum := c.more[y*c.stride:][:c.stride], int32(0)
		for x := 0; x < c.stride-8; x += 8 {
			steps, eight := uint32(0), (*[8]int32)(row[x:])
			if eight[0]|eight[1]|eight[2]|eight[3]|eight[4]|eight[5]|eight[6]|eight[7] == 0 {
				steps = 0x11111111 * stepOf(sum)
			} else {
				for _, more := range eight {
					sum += more
					steps = steps>>4 | stepOf(sum)<<28
				}
			}
			if steps != 0 {
				words = append(words, wordOf(steps, x/8, y))
			}
		}
	}
	c.words = words
	return stamp{c.box, slices.Clone(words)}
}

// stepOf is the step of a pixel that is covered so far, in as many parts as there are steps, by
// a path that goes round it either way.
func stepOf(covered int32) uint32 {
	return uint32(min(max(covered, -covered), full*area)+area/2) / area
}

// from is a point of a path as it is counted from the corner of its box.
func (c *cutter) from(p image.Point) image.Point { return p.Sub(c.box.Min.Mul(one)) }

// move closes a part of the path and begins another.
func (c *cutter) move(to image.Point) {
	c.line(c.first)
	c.at, c.first = to, to
}

// bend draws a curve that is drawn towards a point on its way. Where it is cut into straight
// pieces, none is a sixteenth of a pixel beside it.
func (c *cutter) bend(by, to image.Point) {
	from := c.at
	off := from.Add(to).Sub(by.Mul(2))
	halves := 0
	for far := max(off.X, -off.X, off.Y, -off.Y); far > one/4; far /= 4 {
		halves++
	}
	n := 1 << halves
	for i := 1; i < n; i++ {
		of := func(a, b, c int) int { return ((n-i)*(n-i)*a + 2*i*(n-i)*b + i*i*c + n*n/2) >> (2 * halves) }
		c.line(image.Pt(of(from.X, by.X, to.X), of(from.Y, by.Y, to.Y)))
	}
	c.line(to)
}

// line draws an edge, row by row.
func (c *cutter) line(to image.Point) {
	from, high := c.at, full
	c.at = to
	if from.Y > to.Y {
		from, to, high = to, from, -full
	}
	if from.Y == to.Y {
		return
	}
	slope := (to.X - from.X) << finer / (to.Y - from.Y)
	for x, y := from.X, from.Y; y < to.Y; {
		row := y >> digits
		end, next := to.Y, to.X
		if below := (row + 1) << digits; below < end {
			end, next = below, from.X+slope*(below-from.Y)>>finer
		}
		across(c.more[row*c.stride:][:c.stride], x, next, high*(end-y))
		x, y = next, end
	}
}

// across adds a piece of an edge that lies within a row, from one place to another over so
// much of its height, pixel by pixel.
func across(row []int32, x, to, high int) {
	if x > to {
		x, to = to, x
	}
	from, wide, done := x, to-x, 0
	for x>>digits < to>>digits {
		end := (x>>digits + 1) << digits
		upTo := high * (end - from) / wide
		edged(row, x, end, upTo-done)
		x, done = end, upTo
	}
	edged(row, x, to, high-done)
}

// edged adds a piece of an edge that lies within a pixel.
func edged(row []int32, x, to, high int) {
	i := x >> digits
	left := x + to - 2*i<<digits // twice as far as the middle of the piece lies from the pixel's left
	row[i] += int32(high * (2*one - left))
	row[i+1] += int32(high * left)
}
