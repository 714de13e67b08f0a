package pdf

import (
	"math/rand/v2"
	"reflect"
	"sync"
	"testing"

	"tonggao/generator/placed"
	"tonggao/generator/typeset"
)

// TestDrawnAsAnew draws random sheets from many goroutines, so often that most were drawn
// before and some are forgotten: each has what fpdf draws of it.
func TestDrawnAsAnew(t *testing.T) {
	m := &drawn{}
	var all sync.WaitGroup
	for seed := range 4 {
		all.Go(func() {
			r, s := rand.New(rand.NewPCG(uint64(seed), 7)), &scratch{}
			for range 2 * mostDrawn {
				doc := &placed.Document{Paper: []placed.Paper{placed.A4, placed.A4Lying}[r.IntN(2)], Sheets: make([]placed.Sheet, 1+r.IntN(2))}
				for i := range doc.Sheets {
					scribble(r, &doc.Sheets[i])
				}
				want, _ := drawAll(doc)
				if got, err := m.of(doc, s); err != nil || !reflect.DeepEqual(got, want) {
					t.Errorf("%v: %q, want %q (%v)", doc.Sheets, got, want, err)
					return
				}
			}
		})
	}
	all.Wait()
	if len(m.known) > mostDrawn {
		t.Errorf("%d are remembered", len(m.known))
	}
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
