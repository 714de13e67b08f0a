package sheet

import (
	"math/rand"
	"testing"

	"tonggao/generator/phrase"
	"tonggao/generator/placed"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
	"tonggao/generator/typeset"
)

// inOrder walks a document's parts and returns what each mark of each sheet belongs to, in
// the order of reading.
func inOrder(doc *placed.Document) (marks []placed.Kid, owners []*placed.Part) {
	var walk func(p *placed.Part)
	walk = func(p *placed.Part) {
		for _, k := range p.Kids {
			if k.Part != nil {
				walk(k.Part)
				continue
			}
			marks, owners = append(marks, k), append(owners, p)
		}
	}
	for _, p := range doc.Parts {
		walk(p)
	}
	return marks, owners
}

// wholeStructure holds what every document promises: each mark of each sheet stands once
// in the tree, with its part; figures say what they show and are on their sheet; no
// level of headings is skipped; rows of a table have equally many cells; every link has
// its part and its words; a moment is one part, and one that is torn is said whole.
func wholeStructure(t *testing.T, path string, doc *placed.Document) {
	t.Helper()
	marks, owners := inOrder(doc)
	seen := make(map[[2]int]bool)
	for i, k := range marks {
		if seen[[2]int{int(k.Sheet), int(k.Mark)}] || doc.Sheets[k.Sheet].Marks[k.Mark] != owners[i] {
			t.Errorf("%s: mark %d of sheet %d stands twice, or belongs to another", path, k.Mark, k.Sheet)
		}
		seen[[2]int{int(k.Sheet), int(k.Mark)}] = true
	}
	for i, s := range doc.Sheets {
		for j := range s.Marks {
			if !seen[[2]int{i, j}] {
				t.Errorf("%s: mark %d of sheet %d is in no part", path, j, i)
			}
		}
		for _, l := range s.Links {
			if l.Of == nil || l.Says == "" {
				t.Errorf("%s: the link to %s has no part", path, l.URL)
			}
		}
	}
	level := 0
	var walk func(p *placed.Part)
	walk = func(p *placed.Part) {
		switch {
		case p.Role == placed.Heading && p.Level > level+1, p.Role == placed.Heading && p.Level < 1:
			t.Errorf("%s: a heading of level %d follows one of %d", path, p.Level, level)
		case p.Role == placed.Figure && (p.Says == "" || p.Width <= 0 || p.X+p.Width > doc.Width || p.Y+p.Height > doc.Height):
			t.Errorf("%s: a figure says %q and is %.1f mm wide", path, p.Says, p.Width)
		}
		if p.Role == placed.Heading {
			level = p.Level
		}
		if p.Role == placed.Table {
			equalRows(t, path, p)
		}
		for _, k := range p.Kids {
			if k.Part != nil {
				walk(k.Part)
			}
		}
	}
	for _, p := range doc.Parts {
		walk(p)
	}
	wholeMoments(t, path, doc)
}

// equalRows counts the cells of each row with those that reach into it from above.
func equalRows(t *testing.T, path string, table *placed.Part) {
	t.Helper()
	width, below := 0, 0
	for i, row := range table.Kids {
		cells := len(row.Kids)
		if below > 0 {
			cells++
			below--
		} else if len(row.Kids) > 0 && row.Kids[0].Rows > 1 {
			below = row.Kids[0].Rows - 1
		}
		if i > 0 && cells != width {
			t.Errorf("%s: row %d of a table has %d cells, others %d", path, i, cells, width)
		}
		width = cells
	}
}

// wholeMoments finds each moment in one part, which says it whole where the moment has
// several faces or lines.
func wholeMoments(t *testing.T, path string, doc *placed.Document) {
	t.Helper()
	type shown struct {
		of    *placed.Part
		lines map[*typeset.Cell]bool
		faces map[uint8]bool
		text  string
	}
	type stretch struct {
		spans *typeset.Span
		from  int
	}
	moments := make(map[stretch]*shown)
	for _, s := range doc.Sheets {
		for _, l := range s.Texts {
			if l.Of == nil {
				continue
			}
			piece := 0
			for i, c := range l.Cells {
				for l.Pieces[piece].To <= i {
					piece++
				}
				if !l.Spans[c.Span].Moment {
					continue
				}
				key, of := stretch{&l.Spans[0], beginsAt(l.Spans, int(c.Span))}, s.Marks[l.Pieces[piece].Mark]
				m := moments[key]
				if m == nil {
					m = &shown{of, map[*typeset.Cell]bool{}, map[uint8]bool{}, l.Spans[key.from].Text}
					moments[key] = m
				}
				m.lines[&l.Cells[0]], m.faces[c.Face] = true, true
				if m.of != of {
					t.Errorf("%s: %s is torn", path, m.text)
				}
			}
		}
	}
	for _, m := range moments {
		if len(m.lines)+len(m.faces) > 2 && m.of.Says == "" {
			t.Errorf("%s: %s is not said whole", path, m.text)
		}
	}
}

// beginsAt is where what leads to one place, or holds no more, begins.
func beginsAt(spans []typeset.Span, at int) int {
	for at > 0 && (spans[at].Link != "" || spans[at].Struck) && spans[at-1].Link == spans[at].Link && spans[at-1].Struck == spans[at].Struck {
		at--
	}
	return at
}

// TestStructure composes every sheet of the real regions, of a notice with moves, and of
// sites that chance has made.
func TestStructure(t *testing.T) {
	for name, from := range map[string]func() (*Compositor, *plan.Plan){
		"real": func() (*Compositor, *plan.Plan) { return press(t, testkit.Regions()) },
		"moved": func() (*Compositor, *plan.Plan) {
			return press(t, testkit.Edited(t, map[string]string{testkit.County + "notice.toml": testkit.Moves}))
		},
	} {
		c, p := from()
		for _, o := range p.Outputs() {
			doc, err := c.Compose(o)
			if err != nil {
				t.Fatal(err)
			}
			wholeStructure(t, name+" "+o.Path, doc)
		}
	}
	for seed := range int64(20) {
		files := (&chance{rand.New(rand.NewSource(seed))}).site()
		if s, problems, err := source.Read(files); err != nil || s == nil || problems.Failed() {
			continue // the reader refuses some
		}
		c, p := press(t, files)
		for _, o := range p.Outputs() {
			doc, err := c.Compose(o)
			if err != nil {
				t.Fatal(err)
			}
			wholeStructure(t, o.Path, doc)
		}
	}
}

// TestMomentInTwoFaces sets a moment in a face that has figures alone, so that its
// characters come from another: it is one part, and is said whole.
func TestMomentInTwoFaces(t *testing.T) {
	c, _ := press(t, testkit.Regions())
	p := c.kit.Paragraph(typeset.Span{Text: "自", Face: fang}, typeset.Span{Text: "2024年5月10日20时", Face: figures, Moment: true}, typeset.Span{Text: "起停水", Face: fang})
	sheets := []placed.Sheet{{Texts: []placed.Text{{Line: p.Row(0, 16), Of: placed.Parts{{}}}}}}
	doc := placed.Close(phrase.In(site.Chinese), c.kit.Faces, placed.About{}, placed.A4, sheets)
	if len(doc.Parts) != 1 || len(doc.Parts[0].Kids) != 3 {
		t.Fatalf("%+v", doc.Parts)
	}
	if moment := doc.Parts[0].Kids[1].Part; moment == nil || moment.Role != placed.Span || moment.Says != "2024年5月10日20时" {
		t.Errorf("%+v", moment)
	}
	wholeMoments(t, "two faces", doc)
}

// TestWhatHoldsNoMore reads a struck time as one that was planned.
func TestWhatHoldsNoMore(t *testing.T) {
	c, p := press(t, testkit.Edited(t, map[string]string{testkit.County + "notice.toml": testkit.Moves}))
	doc, err := c.Compose(output(t, p, prints.Summary, "changshu/2021-platform/summary.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	_, owners := inOrder(doc)
	found := 0
	for _, part := range owners {
		if part.Role == placed.Span && len(part.Says) > len("原定") && part.Says[:len("原定")] == "原定" {
			found++
		}
	}
	if found == 0 {
		t.Error("no struck time says that it was planned")
	}
}
