package typeset

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"sync"
	"testing"
)

// TestRememberedParagraphsAreSetAlike sets random paragraphs of a few words at random
// measures from many goroutines, so often that most were set before and some are forgotten:
// each is what a kit without a memory makes of it.
func TestRememberedParagraphsAreSetAlike(t *testing.T) {
	k := testKit(t)
	words := []string{"自2021年12月30日20时起，", "暂停医保费用联网结算。", "（12345）", "1.", "A", " ", "详见 https://tonggao.example/a/b/"}
	var all sync.WaitGroup
	for seed := range 4 {
		all.Go(func() {
			r := rand.New(rand.NewPCG(uint64(seed), 3))
			for range 3 * generation {
				var spans []Span
				for range 1 + r.IntN(3) {
					s := Span{Text: words[r.IntN(len(words))], Face: r.IntN(len(k.Faces)), Moment: r.IntN(4) == 0, Struck: r.IntN(4) == 0}
					if r.IntN(4) == 0 {
						s.Link = fmt.Sprint("#", r.IntN(2))
					}
					spans = append(spans, s)
				}
				s := Shape{First: r.IntN(2) * 2000, Measure: 9000 + r.IntN(2)*9000, Spread: r.IntN(2) * 200, Ragged: r.IntN(4) == 0}
				size, number := []float64{16, 22}[r.IntN(2)], []string{"", "1."}[r.IntN(2)]
				if got, want := k.Set(s, size, number, spans...), k.Paragraph(spans...).Numbered(number).Lines(s, size); !reflect.DeepEqual(got, want) {
					t.Errorf("%v in %v: %v, want %v", spans, s, got, want)
					return
				}
			}
		})
	}
	all.Wait()
	if n := len(k.memory.young) + len(k.memory.old); n > 2*generation {
		t.Errorf("%d paragraphs are remembered", n)
	}
}
