package sheet

import (
	"slices"
	"strings"
	"testing"

	"tonggao/generator/placed"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/testkit"
)

// printsOf composes every sheet of a site.
func printsOf(t *testing.T, more string, do func(o plan.Output, doc *placed.Document, c *Compositor)) {
	t.Helper()
	c, p := press(t, testkit.Edited(t, map[string]string{testkit.County + "notice.toml": more}))
	for _, o := range p.Outputs() {
		doc, err := c.Compose(o)
		if err != nil {
			t.Fatal(err)
		}
		do(o, doc, c)
	}
}

// A block is what is read without a pause, a paragraph or a cell, and where it stands on
// one sheet.
type block struct {
	role        placed.Role
	sheet       int
	top, bottom float64
}

// blocksOf are those of a document in the order of reading: spans and links are inside.
func blocksOf(doc *placed.Document) []block {
	marks, owners := inOrder(doc)
	around := make(map[*placed.Part]*placed.Part)
	var walk func(p, outer *placed.Part)
	walk = func(p, outer *placed.Part) {
		if p.Role != placed.Span && p.Role != placed.Anchor || outer == nil {
			outer = p
		}
		around[p] = outer
		for _, k := range p.Kids {
			if k.Part != nil {
				walk(k.Part, outer)
			}
		}
	}
	for _, p := range doc.Parts {
		walk(p, nil)
	}
	var blocks []block
	var last *placed.Part
	for i, m := range marks {
		top, bottom := standsAt(doc.Sheets[m.Sheet], int(m.Mark))
		if of := around[owners[i]]; of != last || blocks[len(blocks)-1].sheet != int(m.Sheet) {
			blocks, last = append(blocks, block{of.Role, int(m.Sheet), top, bottom}), of
		}
		b := &blocks[len(blocks)-1]
		b.top, b.bottom = min(b.top, top), max(b.bottom, bottom)
	}
	return blocks
}

// standsAt is where a mark of a sheet begins and ends.
func standsAt(s placed.Sheet, mark int) (top, bottom float64) {
	top = 1e9
	for _, text := range s.Texts {
		if slices.ContainsFunc(text.Pieces, func(p placed.Piece) bool { return p.Mark == mark }) {
			box := frameOf(text)
			top, bottom = min(top, box.top), max(bottom, box.bottom)
		}
	}
	for _, c := range s.Codes {
		if c.Mark == mark {
			top, bottom = c.Y, c.Y+c.Side
		}
	}
	return top, bottom
}

// TestReadAsOnThePage: what is read next stands beside what was read, or below it, on
// every sheet; only inside a drawing, which is said in words, it need not. Nothing is read
// before the heading, and of the first level there is one.
func TestReadAsOnThePage(t *testing.T) {
	for _, more := range []string{"", testkit.Moves, testkit.Wordy} {
		printsOf(t, more, func(o plan.Output, doc *placed.Document, _ *Compositor) {
			blocks := blocksOf(doc)
			for i, next := range blocks[1:] {
				last := blocks[i]
				drawn := last.role == placed.Figure || next.role == placed.Figure
				if !drawn && (next.sheet < last.sheet || next.sheet == last.sheet && next.bottom <= last.top) {
					t.Errorf("%s: block %d, at %.0f mm of sheet %d, is read behind one at %.0f mm of sheet %d", o.Path, i+1, next.top, next.sheet, last.top, last.sheet)
				}
			}
			first := 0
			for _, p := range doc.Parts {
				if p.Role == placed.Heading && p.Level == 1 {
					first++
				}
			}
			if doc.Parts[0].Role != placed.Heading || doc.Parts[0].Level != 1 || first != 1 {
				t.Errorf("%s begins with a part of role %d and has %d headings of the first level", o.Path, doc.Parts[0].Role, first)
			}
		})
	}
}

// TestHeadlinesSayIt: the heading of what hangs in a hall or on a door says what happens,
// where, whether it was changed, and of what.
func TestHeadlinesSayIt(t *testing.T) {
	printsOf(t, testkit.Moves, func(o plan.Output, doc *placed.Document, c *Compositor) {
		if o.Milestone == nil {
			return
		}
		words := []string{o.Milestone.Notice.Region.Name, c.voice.Change(o.Milestone)}
		if o.Kind == prints.Poster {
			words = append(words, c.voice.Turn(o.Milestone), c.voice.Label(o.Milestone))
		}
		for _, w := range words {
			if !strings.Contains(doc.Parts[0].Says, w) {
				t.Errorf("%s: the heading %s does not say %s", o.Path, doc.Parts[0].Says, w)
			}
		}
	})
}

// TestNoHoles: what room a poster or a door sign leaves is spread over it. No empty strip
// is much higher than the next.
func TestNoHoles(t *testing.T) {
	for _, more := range []string{testkit.Moves, testkit.Wordy, testkit.Deadlines(4)} {
		printsOf(t, more, func(o plan.Output, doc *placed.Document, _ *Compositor) {
			if o.Milestone == nil {
				return
			}
			scale := doc.Width / placed.A4.Width
			empty := stripsOf(doc.Sheets[0])
			if len(doc.Sheets) == 1 && empty[0] > empty[1]+12*scale {
				t.Errorf("%s: a strip of %.0f mm is empty, the next of %.0f", o.Path, empty[0], empty[1])
			}
		})
	}
}

// stripsOf are the heights of a sheet's empty strips between its first mark and its last,
// the highest first.
func stripsOf(s placed.Sheet) []float64 {
	var full [][2]float64
	for _, text := range s.Texts {
		box := frameOf(text)
		full = append(full, [2]float64{box.top, box.bottom})
	}
	for _, a := range s.Areas {
		full = append(full, [2]float64{a.Y, a.Y + a.Height})
	}
	for _, r := range s.Rules {
		full = append(full, [2]float64{min(r.Y1, r.Y2), max(r.Y1, r.Y2)})
	}
	for _, c := range s.Codes {
		full = append(full, [2]float64{c.Y, c.Y + c.Side})
	}
	slices.SortFunc(full, func(a, b [2]float64) int { return int((a[0] - b[0]) * 1000) })
	var strips []float64
	down := full[0][1]
	for _, f := range full[1:] {
		if f[0] > down {
			strips = append(strips, f[0]-down)
		}
		down = max(down, f[1])
	}
	slices.Sort(strips)
	slices.Reverse(strips)
	return strips
}
