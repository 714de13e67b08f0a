package sheet

import (
	"math"
	"slices"

	"tonggao/generator/article"
	"tonggao/generator/phrase"
	"tonggao/generator/placed"
	"tonggao/generator/typeset"
)

// A notice lays an article out as an official document, GB/T 9704—2012. Each
// block becomes rows of the grid.
type notice struct {
	*typeset.Kit
	grid
	rows  []row
	texts []placed.Text // those of rows stand here
	body  int           // rows before the note of the annexes
	level int           // of the last heading among all, 1 for the title
	annex int           // 1 inside an annex, whose own heading is above its headings
}

// begin begins anew, in the memory of the rows before, which are no more.
func (n *notice) begin(k *typeset.Kit, g grid) {
	*n = notice{Kit: k, grid: g, rows: n.rows[:0], texts: n.texts[:0]}
}

// layOut sets the whole article. Its rows are to be placed before anything else is set.
func (n *notice) layOut(a *article.Article) []row {
	for _, b := range a.Blocks {
		n.block(b, nil)
		if _, note := b.(*article.AnnexNote); !note {
			n.body = len(n.rows)
		}
	}
	return n.rows
}

// block sets a block inside a part, or nil for the document.
func (n *notice) block(b article.Block, in *placed.Part) {
	switch b := b.(type) {
	case *article.Title:
		n.headline(b)
	case *article.Heading:
		n.heading(b)
	case *article.Paragraph:
		n.paragraphOf("", b.Runs, indentOf(b), in.Add(placed.Paragraph))
	case *article.List:
		n.list(b, in.Add(placed.List))
	case *article.Table:
		n.table(b, in.Add(placed.Table))
	case *article.AnnexNote:
		n.annexNote(b)
	case *article.SignOff:
		n.signOff(b)
	case *article.AnnexHead:
		n.annexHead(b)
	}
}

// indent is two characters, GB/T 9704, 7.3.3.
const indent = 2 * typeset.Em

// indentOf is nothing for a paragraph from the margin on.
func indentOf(p *article.Paragraph) int {
	if p.Flush {
		return 0
	}
	return indent
}

// chars is the width of the type area in thousandths of the body's em.
func (n *notice) chars() int { return typeset.Measure(n.width, n.size) }

// headline sets 7.3.1: 2号小标宋, centred, broken at the sense of its words. What
// stands under it, the number, the audience of an edition and the changes of a
// revision, is smaller and centred too; one line stays empty before the text.
func (n *notice) headline(t *article.Title) {
	n.centred(t.Text, song, n.title, &placed.Entry{Text: t.Text}, n.headingOf(1))
	if t.Number+t.Edition != "" || len(t.Changes) > 0 {
		n.rows[len(n.rows)-1].height = n.whole(n.rows[len(n.rows)-1].depth + n.pitch/3)
	}
	if t.Number != "" {
		n.centred(t.Number, fang, n.size, nil, &placed.Part{})
	}
	if t.Edition != "" {
		n.centred(t.Edition, kai, n.size, nil, &placed.Part{})
	}
	n.changes(t.Changes)
	n.rows = append(n.rows, n.blank())
}

// changes sets the list of what each revision changed: all centred when each fits
// into a line, else all as paragraphs, since a long sentence in the middle is hard to
// read and a list has one form.
func (n *notice) changes(all [][]phrase.Run) {
	long := func(runs []phrase.Run) bool { return n.Paragraph(spansOf(runs, kai)...).Natural() > n.chars() }
	centred := !slices.ContainsFunc(all, long)
	for i, runs := range all {
		if centred {
			n.centred(phrase.Plain(runs), kai, n.size, nil, &placed.Part{})
			continue
		}
		n.set("", spansOf(runs, kai), indent, 0, &placed.Part{})
		n.rows[len(n.rows)-1].glue = i < keptChanges
	}
}

// keptChanges stand on the page of the title; a longer list may go on overleaf.
const keptChanges = 5

// centred sets a short text in the middle, each line balanced, on whole lines of
// the grid. Nothing parts from what follows it.
func (n *notice) centred(text string, face int, size float64, e *placed.Entry, of *placed.Part) {
	lines := n.Sense.Balance(n.Paragraph(typeset.Span{Text: text, Face: face}), typeset.Measure(n.width, size))
	pitch := n.pitch
	if size > n.size {
		pitch = size / typeset.PointsAMM * 1.6
	}
	total := float64(len(lines)-1)*pitch + size/typeset.PointsAMM
	block := row{height: n.whole(total - n.pitch/3), depth: total, glue: true, entry: e}
	if size <= n.size {
		block.height = float64(len(lines)) * n.pitch
	}
	from := len(n.texts)
	for i, p := range lines {
		x := (n.width - float64(p.Natural())*size/typeset.Em/typeset.PointsAMM) / 2
		n.texts = append(n.texts, placed.Text{Line: p.Row(0, size), X: x, Y: float64(i)*pitch + typeset.Baseline(size), Of: placed.Parts{of}})
	}
	block.texts = n.since(from)
	n.rows = append(n.rows, block)
}

// whole rounds a height up to whole lines of the grid.
func (g grid) whole(height float64) float64 { return math.Ceil(height/g.pitch) * g.pitch }

// heading sets 7.3.3: the first level in 黑体, the second in 楷体, the others in
// the body's 仿宋; all begin two characters in.
func (n *notice) heading(h *article.Heading) {
	face := fang
	switch h.Level {
	case 1:
		face = hei
	case 2:
		face = kai
	}
	if h.Question {
		face = hei
	}
	spans := append([]typeset.Span{{Text: h.Number, Face: face}}, spansOf(h.Runs, face)...)
	at := len(n.rows)
	n.set(h.Number, spans, indent, 0, n.headingOf(1+n.annex+h.Level))
	for i := at; i < len(n.rows); i++ {
		n.rows[i].glue = true
	}
	n.rows[at].entry = &placed.Entry{Text: h.Number + phrase.Plain(phrase.OnScreen(h.Runs)), Level: min(h.Level, 2)}
}

// headingOf is a heading of a level, or of the next where levels would be skipped.
func (n *notice) headingOf(level int) *placed.Part {
	n.level = min(level, n.level+1)
	return &placed.Part{Role: placed.Heading, Level: n.level}
}

// paragraphOf sets running text behind a number, if any, which may have a part of its
// own, the first of two. A break that the author wants begins a new line as a paragraph
// would.
func (n *notice) paragraphOf(number string, runs []phrase.Run, indent int, of ...*placed.Part) {
	spans := append(make([]typeset.Span, 0, 1+len(runs)), typeset.Span{Text: number, Face: fang})
	for _, r := range runs {
		if r.Break {
			n.set(number, spans, indent, 0, of...)
			spans, number, of = nil, "", of[len(of)-1:]
			continue
		}
		spans = append(spans, spanOf(r, fang))
	}
	n.set(number, spans, indent, 0, of...)
}

// set breaks a paragraph behind its number, if any, and adds its lines.
func (n *notice) set(number string, spans []typeset.Span, first, hang int, of ...*placed.Part) {
	n.add(n.Set(n.shape(first, hang), n.size, number, spans...), of...)
}

func (n *notice) shape(first, hang int) typeset.Shape {
	return typeset.Shape{First: first, Hang: hang, Measure: n.chars(), Spread: n.spread}
}

// add adds the lines of a paragraph. The last two stay together, so that no line stands
// alone at a page's top.
func (n *notice) add(lines []typeset.Line, of ...*placed.Part) {
	for i, l := range lines {
		r := n.line(l, of)
		r.glue = i == len(lines)-2
		n.rows = append(n.rows, r)
	}
}

// line makes a row of the grid from a line of the body.
func (n *notice) line(l typeset.Line, of placed.Parts) row {
	from := len(n.texts)
	n.texts = append(n.texts, placed.Text{Line: l, Y: typeset.Baseline(l.Size), Of: of})
	return row{height: n.pitch, depth: l.Size / typeset.PointsAMM, texts: n.since(from)}
}

// since are the last texts, from one on.
func (n *notice) since(from int) []placed.Text { return n.texts[from:len(n.texts):len(n.texts)] }

// list sets items like paragraphs that begin with their number. Each block of an item is
// a part: pdf.js (5.6) reads a span that stands in the item's body itself, such as a
// moment, on every page that the list takes.
func (n *notice) list(l *article.List, list *placed.Part) {
	for _, item := range l.Items {
		number, entry := item.Number, list.Add(placed.Item)
		of := placed.Parts{}
		if number != "" {
			of = append(of, entry.Add(placed.Label))
		}
		body := entry.Add(placed.Body)
		for _, b := range item.Blocks {
			if p, running := b.(*article.Paragraph); running {
				n.paragraphOf(number, p.Runs, indent, append(of, body.Add(placed.Paragraph))...)
			} else {
				n.block(b, body)
			}
			number, of = "", nil
		}
	}
}

// annexNote sets 7.3.4: one line below the text, two characters in; turned lines
// stand under the annex's name.
func (n *notice) annexNote(a *article.AnnexNote) {
	n.rows = append(n.rows, n.blank())
	label := typeset.Span{Text: a.Label, Face: fang}
	first := n.Paragraph(label).Full()
	number, _ := cutNumber(a.Items[0])
	hang := indent + first + n.Paragraph(typeset.Span{Text: number, Face: fang}).Natural()
	lead, list := &placed.Part{}, (&placed.Part{Role: placed.List})
	for i, item := range a.Items {
		number, name := cutNumber(item)
		spans := []typeset.Span{{Text: number, Face: fang}, {Text: name, Face: fang}}
		of := placed.Parts{lead}
		if number != "" {
			entry := list.Add(placed.Item)
			of = placed.Parts{entry.Add(placed.Label), entry.Add(placed.Body)}
		}
		if i == 0 {
			n.set("", append([]typeset.Span{label}, spans...), indent, hang, append(placed.Parts{lead}, of...)...)
			continue
		}
		n.set("", spans, indent+first, hang, of...)
	}
}

// cutNumber cuts the number from an annex's name: "1. 名称".
func cutNumber(item string) (number, name string) {
	for i, r := range item {
		if r == ' ' {
			return item[:i+1], item[i+1:]
		}
		if r > '9' {
			break
		}
	}
	return "", item
}

// annexHead sets 7.3.7: a new page, the label in 黑体 at the top left, the title
// centred on the third line.
func (n *notice) annexHead(a *article.AnnexHead) {
	n.annex = 1
	head := n.headingOf(2)
	label := n.line(n.Paragraph(typeset.Span{Text: a.Label, Face: hei}).Row(0, n.size), placed.Parts{head})
	label.fresh, label.glue = true, true
	label.entry = &placed.Entry{Text: a.Label + " " + a.Title}
	gap := n.blank()
	gap.glue = true
	n.rows = append(n.rows, label, gap)
	n.centred(a.Title, song, n.title, nil, head)
	n.rows = append(n.rows, n.blank())
}
