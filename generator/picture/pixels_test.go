package picture

import (
	"bytes"
	"image"
	"math/rand/v2"
	"slices"
	"testing"

	"tonggao/generator/typeset"
)

// TestCoverPassesNothingOver lays rows with bare stretches over each other, as cover does and
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
		ink := typeset.Colour{r.IntN(256), r.IntN(4), r.IntN(256)}
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
