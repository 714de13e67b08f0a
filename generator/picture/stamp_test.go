package picture

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"tonggao/generator/typeset"
)

// stampOf is a stamp by chance: bare, whole and edges.
func stampOf(r *rand.Rand) stamp {
	size := image.Pt(1+r.IntN(30), 1+r.IntN(12))
	s := stamp{box: image.Rectangle{Max: size}.Add(image.Pt(r.IntN(9)-4, r.IntN(9)-4))}
	whole := r.IntN(3)
	for y := range size.Y {
		for x := 0; x < size.X; x += 8 {
			steps := uint32(0)
			for i := range min(8, size.X-x) {
				switch r.IntN(1 + whole) {
				case 0:
					steps |= uint32(r.IntN(full+1)) << (4 * i)
				case 1:
					steps |= full << (4 * i)
				}
			}
			if steps != 0 {
				s.words = append(s.words, wordOf(steps, x/8, y))
			}
		}
	}
	return s
}

var inks = []typeset.Colour{{}, {255, 255, 255}, {166, 27, 27}, {12, 74, 140}, {110, 110, 110}, {146, 84, 0}, {64, 72, 82}, {0, 110, 60}, {90, 0, 90}}

// TestStampsCoverEachPixel lays stamps of several inks over each other, and pixel by pixel:
// the pictures are the same, where some lie beside the picture and with a full palette too.
func TestStampsCoverEachPixel(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 8))
	size, filled := image.Pt(64, 48), false
	for range 60 {
		var a, b pixels
		a.blank(size, ground)
		b.blank(size, ground)
		some := inks[:1+r.IntN(len(inks))]
		for range 200 {
			ink, s := some[r.IntN(len(some))], stampOf(r)
			x, y := r.IntN(size.X+8)-4, r.IntN(size.Y+8)-4
			a.dip(ink)
			b.dip(ink)
			a.stamp(s, x, y)
			for _, word := range s.words {
				left, top := word.at()
				for lane := range 8 {
					at := s.box.Min.Add(image.Pt(x+left+lane, y+top))
					if step := uint8(word >> (4 * lane) & full); step > 0 && at.In(b.Rect) {
						o := b.PixOffset(at.X, at.Y)
						b.Pix[o] = b.laid(b.Pix[o], step)
					}
				}
			}
			if !bytes.Equal(a.rows, b.rows) || !slices.Equal(a.Palette, b.Palette) {
				t.Fatalf("a stamp of %v at %d, %d", s.box, x, y)
			}
			filled = filled || len(a.Palette) == 256
		}
	}
	if !filled {
		t.Error("no palette was full")
	}
}

// TestRampsAreBlends holds that what an ink makes of a plain colour, and of that again, is
// what mixing them makes, to half a step.
func TestRampsAreBlends(t *testing.T) {
	ink := typeset.Colour{166, 27, 27}
	for first := range uint8(full + 1) {
		for second := range uint8(full + 1) {
			var p pixels
			p.blank(image.Pt(1, 1), ground)
			p.dip(ink)
			have := p.Palette[p.laid(p.laid(0, first), second)].(color.RGBA)
			want := mix(mix(rgba(ground), rgba(ink), int(first)), rgba(ink), int(second))
			if d := int(have.G) - int(want.G); max(d, -d) > 1+(240-27)/(2*full) {
				t.Errorf("%d and %d steps are %v, want %v", first, second, have, want)
			}
		}
	}
}

// TestDrawerIsBounded holds that a writer has no more stamps than two generations have words for.
func TestDrawerIsBounded(t *testing.T) {
	w, words := New(), make([]word, 1000)
	for i := range int32(4000) {
		w.drawer.Keep(mould{size: 1 + i}, stamp{words: words})
	}
	kept := 0
	for i := range int32(4000) {
		if _, is := w.drawer.Find(mould{size: 4000 - i}); !is {
			break
		}
		kept++
	}
	if kept < generation/1000 || kept > 2*generation/1000 {
		t.Errorf("%d stamps are kept", kept)
	}
}

// TestPlaceIsNear holds a glyph's place against where it stands: none is a fiftieth of its em
// beside it, or a quarter of a pixel.
func TestPlaceIsNear(t *testing.T) {
	for em := 8.0; em < 120; em += 0.5 {
		for x := -3.0; x < 3; x += 0.01 {
			half, whole := place(x, em)
			if d := math.Abs(x - float64(whole) - float64(half)/2); half > 1 || d > max(0.251, em/48+0.001) || d > 0.501 {
				t.Fatalf("%.2f of an em of %.1f is %d and %d halves", x, em, whole, half)
			}
		}
	}
}
