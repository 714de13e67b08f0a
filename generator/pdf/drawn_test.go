package pdf

import (
	"math/rand/v2"
	"reflect"
	"sync"
	"testing"

	"tonggao/generator/lately"
	"tonggao/generator/placed"
	"tonggao/generator/typeset"
)

// TestDrawnAsAnew draws random sheets from many goroutines, so often that most were drawn
// before and some are forgotten: each has what fpdf draws of it.
func TestDrawnAsAnew(t *testing.T) {
	m := &lately.Memory[string, drawn]{Most: mostDrawn}
	var all sync.WaitGroup
	for seed := range 4 {
		all.Go(func() {
			r, spelled := rand.New(rand.NewPCG(uint64(seed), 7)), []byte(nil)
			for range 2 * mostDrawn {
				doc := &placed.Document{Paper: []placed.Paper{placed.A4, placed.A4Lying}[r.IntN(2)], Sheets: make([]placed.Sheet, 1+r.IntN(2))}
				for i := range doc.Sheets {
					scribble(r, &doc.Sheets[i])
				}
				want := drawAll(doc)
				spelled = under(spelled[:0], doc)
				if got := lately.Spelled(m, spelled, func() drawn { return drawAll(doc) }); got.err != nil || !reflect.DeepEqual(got, want) {
					t.Errorf("%v: %q, want %q (%v)", doc.Sheets, got.pages, want.pages, got.err)
					return
				}
			}
		})
	}
	all.Wait()
}

// scribble puts a few areas and lines on a sheet.
func scribble(r *rand.Rand, s *placed.Sheet) {
	ink := func() typeset.Colour { return typeset.Colour{uint8(r.IntN(2) * 255), uint8(r.IntN(2) * 110)} }
	length := func() float64 { return float64(r.IntN(2)) * 10.5 }
	for range r.IntN(2) {
		s.Areas = append(s.Areas, placed.Area{X: length(), Width: 5, Height: 5, Ink: ink()})
	}
	for range r.IntN(3) {
		s.Rules = append(s.Rules, placed.Stroke{X2: length(), Thickness: 0.3, Dash: length(), Ink: ink()})
	}
}
