package picture

import (
	"image"
	"image/draw"
	"math/rand/v2"
	"testing"

	"golang.org/x/image/vector"
)

// TestCutCoversAsAnotherDoes cuts shapes by chance, of lines and of curves, over themselves
// and round holes, and has the library's rasterizer draw them, which counts in fractions: no
// pixel differs by more than a step, or by two where bent edges meet in it.
func TestCutCoversAsAnotherDoes(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 6))
	var c cutter
	for i := range 2000 {
		bent := i % 2
		size := image.Pt(1+r.IntN(70), 1+r.IntN(70))
		box := image.Rectangle{Max: size}.Add(image.Pt(r.IntN(9)-4, r.IntN(9)-4))
		on := 1 << r.IntN(digits+1) // the edges of pixels, or between
		some := func() image.Point { return image.Pt(r.IntN(size.X*one/on+1), r.IntN(size.Y*one/on+1)).Mul(on) }
		c.begin(box)
		v := vector.NewRasterizer(513, size.Y) // so wide that it counts in fractions
		for range 1 + r.IntN(2) {
			at := some()
			c.move(at)
			v.ClosePath()
			v.MoveTo(float32(at.X)/one, float32(at.Y)/one)
			for range 1 + r.IntN(4) {
				by, to := some(), some()
				if bent == 1 {
					c.bend(by, to)
				} else {
					by = to
					c.line(to)
				}
				const pieces = 64 // its own are coarser
				for i := 1; i <= pieces; i++ {
					along := func(a, b, c int) float32 {
						return float32((pieces-i)*(pieces-i)*a+2*i*(pieces-i)*b+i*i*c) / (pieces * pieces * one)
					}
					if bent == 1 || i == pieces {
						v.LineTo(along(at.X, by.X, to.X), along(at.Y, by.Y, to.Y))
					}
				}
				at = to
			}
		}
		v.ClosePath()
		v.DrawOp = draw.Src
		drawn := image.NewAlpha(v.Bounds())
		v.Draw(drawn, drawn.Rect, image.Opaque, image.Point{})
		s := c.end()
		if s.box != box {
			t.Fatal(s.box, box)
		}
		for y := range size.Y {
			for x := range size.X {
				have, want := s.step(x, y), int(steps[drawn.AlphaAt(x, y).A])
				if d := have - want; max(d, -d) > 1+bent {
					t.Fatalf("%v: %d, %d is covered by %d steps, want %d", size, x, y, have, want)
				}
			}
		}
	}
}

// step is that of a pixel, from the corner of a stamp.
func (s stamp) step(x, y int) int {
	for _, w := range s.words {
		if left, row := w.at(); row == y && left == x&^7 {
			return int(w>>(x%8*4)) & full
		}
	}
	return 0
}
