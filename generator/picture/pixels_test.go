package picture

import (
	"bytes"
	"image"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"tonggao/generator/typeset"
)

// TestCoverPassesNothingOver lays rows with bare and whole stretches over each other, as cover does and
// pixel by pixel: pixels and colours are the same, with a full palette too.
func TestCoverPassesNothingOver(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	var a, b pixels
	a.blank(image.Pt(100, 1), ground)
	b.blank(image.Pt(100, 1), ground)
	for range 2000 {
		row := make([]uint8, r.IntN(100))
		for i := range row {
			if r.IntN(12) == 0 {
				row[i] = uint8(r.IntN(256))
			}
		}
		if whole := r.IntN(1 + len(row)); r.IntN(2) == 0 {
			fill(row[whole:whole+r.IntN(1+len(row)-whole)], 255)
		}
		ink := typeset.Colour{uint8(r.IntN(256)), uint8(r.IntN(4)), uint8(r.IntN(256))}
		at := r.IntN(100 - len(row))
		a.dip(ink)
		a.cover(at, 0, row)
		b.dip(ink)
		for i := range row {
			b.lay(b.Pix[at+i:][:1], row[i:][:1])
		}
		if !bytes.Equal(a.Pix, b.Pix) || !slices.Equal(a.Palette, b.Palette) {
			t.Fatalf("a row of %d at %d", len(row), at)
		}
	}
	if len(a.Palette) < 256 {
		t.Errorf("only %d colours", len(a.Palette))
	}
}

// TestBoxCoversEachPixel lays boxes, and each of their pixels for itself by how much of it
// lies within: thin ones, wide ones, and such as lie beside the picture in part.
func TestBoxCoversEachPixel(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	size := image.Pt(40, 30)
	var a, b pixels
	for i := range 2000 {
		if i%2 == 0 { // more would fill the palette
			a.blank(size, ground)
			b.blank(size, ground)
		}
		x0, y0 := 50*r.Float64()-5, 40*r.Float64()-5
		x1, y1 := x0+30*r.Float64()*r.Float64(), y0+30*r.Float64()*r.Float64()
		if r.IntN(2) == 0 {
			x0, x1, y0 = math.Round(x0), math.Round(x1), math.Round(y0)
		}
		ink := typeset.Colour{uint8(r.IntN(3) * 90), uint8(r.IntN(3) * 90), 0}
		a.box(x0, y0, x1, y1, ink)
		for y := range size.Y {
			for x := range size.X {
				if covered := uint8(math.Round(255 * within(y, y0, y1) * within(x, x0, x1))); covered > 0 {
					b.dip(ink)
					b.lay(b.Pix[b.PixOffset(x, y):][:1], []uint8{covered})
				}
			}
		}
		for i := range a.Pix {
			if a.Palette[a.Pix[i]] != b.Palette[b.Pix[i]] || len(b.Palette) == 256 {
				t.Fatalf("a box from %v, %v to %v, %v; %d colours", x0, y0, x1, y1, len(b.Palette))
			}
		}
	}
}
