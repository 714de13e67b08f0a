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
				if got, want := k.Set(s, size, number, spans...), (&Paragraph{k.prepare(spans), spans}).Numbered(number).Lines(s, size); !reflect.DeepEqual(got, want) {
					t.Errorf("%v in %v: %v, want %v", spans, s, got, want)
					return
				}
			}
		})
	}
	all.Wait()
}

// TestRememberedBlocksAreSetAlike wraps, fits and measures short texts so often that most
// were set before: each is what a kit that remembers nothing makes of it, and what is done
// with one leaves the next as it is.
func TestRememberedBlocksAreSetAlike(t *testing.T) {
	k := testKit(t)
	words := []string{"2021年12月30日20时起", "暂停联网结算", "（12345）", "1.", "A", " ", "12393", "https://tonggao.example/a/b/"}
	r := rand.New(rand.NewPCG(7, 3))
	for range 2 * generation {
		text := words[r.IntN(len(words))] + words[r.IntN(len(words))] + words[r.IntN(len(words))]
		span, width := Span{Text: text, Face: r.IntN(len(k.Faces))}, []float64{30, 60}[r.IntN(2)]
		steps := []Step{{1, 40, float64(20 + r.IntN(2))}, {2, 20, 12}}[r.IntN(2):]
		fresh := NewKit(k.Faces, k.spare, k.Sense)
		switch r.IntN(4) {
		case 0:
			k.Tight(text, span.Face)
			k.Paragraph(span).Numbered("1.")
		case 1:
			k.Clipped(k.Wrap(16, 1.2, width, span), span.Face, 8)
		}
		for name, pair := range map[string][2]any{
			"paragraph": {k.Paragraph(span).matter, fresh.prepare([]Span{span})},
			"tight":     {k.Tight(text, span.Face).matter, fresh.Paragraph(span).tight()},
			"wrap":      {k.Wrap(16, 1.2, width, span), fresh.Wrap(16, 1.2, width, span)},
			"sensed":    {k.Wrap(16, 1.2, width, span).Lines, fresh.Sensed(span).Lines(Shape{Measure: Measure(width, 16), Ragged: true}, 16)},
			"fitted":    {k.Fitted(text, span.Face, 1.2, width, steps...), fresh.Fitted(text, span.Face, 1.2, width, steps...)},
		} {
			if !reflect.DeepEqual(pair[0], pair[1]) {
				t.Fatalf("%s of %q in %v mm: %v, want %v", name, text, width, pair[0], pair[1])
			}
		}
	}
}

// TestEqualParagraphsStayTwo: what tells paragraphs of a document apart are their spans.
func TestEqualParagraphsStayTwo(t *testing.T) {
	k := testKit(t)
	set := func() []*Span {
		spans := []Span{{Text: "暂停联网结算"}}
		return []*Span{&k.Set(Shape{Measure: 9000}, 16, "", spans...)[0].Spans[0], &k.Wrap(16, 1.2, 60, spans...).Lines[0].Spans[0],
			&k.Fitted("暂停联网结算", 0, 1.2, 60, Step{1, 40, 12}).Lines[0].Spans[0], &k.Paragraph(spans[0]).Row(0, 16).Spans[0]}
	}
	first, second := set(), set()
	for i, s := range first {
		if s == second[i] {
			t.Errorf("paragraph %d shares its spans with one before", i)
		}
	}
}
