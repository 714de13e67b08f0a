package sheet

import (
	"tonggao/generator/article"
	"tonggao/generator/phrase"
	"tonggao/generator/placed"
	"tonggao/generator/typeset"
)

// Tables are set in 4号, three rules strong and the inner ones thin. Their head
// stands again at the top of each page that they go on to.
const (
	cellPadding = 0.32 // ems, on all sides
	thickRule   = 0.35 // mm
	thinRule    = 0.15 // mm
	cellPitch   = 1.45 // line height in ems
)

// table sets a table over the whole width of the type area. Neither its first row nor
// its last stands alone on a page, and a cell that is left empty under another is one
// with it.
func (n *notice) table(t *article.Table, of *placed.Part) {
	size := size4 * n.size / bodySize
	widths := n.columns(t, size)
	var head []row
	if len(t.Head) > 0 {
		head = n.tableRow(t.Head, widths, hei, size, n.height/2, of.AddRow(placed.Head, len(widths)))
		first := &head[0]
		first.rules = append(first.rules, placed.Stroke{X2: n.width, Thickness: thickRule})
		if len(head) > 1 {
			head = nil // it does not fit on every page beside a row
		} else {
			first.glue = true
		}
	}
	room := n.height
	for _, r := range head {
		room -= r.height
	}
	from := len(n.rows)
	var first *placed.Part // the first cell, which may span rows
	for i, cells := range merged(t.Rows) {
		below := i > 0 && len(cells) > 0 && phrase.Plain(cells[0]) == ""
		in := of.AddRow(placed.Cell, len(widths))
		if below {
			first.Rows++
			in[0].Disown()
		} else {
			first = in[0]
			first.Rows = 1
		}
		rows := n.tableRow(cells, widths, fang, size, room, in)
		for j := range rows {
			rows[j].head = head
		}
		if below {
			above := &n.rows[len(n.rows)-len(rows)-1]
			above.glue = true
			above.rules[len(above.rules)-1].X1 = widths[0] // tableRow's last rule is that under the row
		}
	}
	keepTogether(n.rows[from:])
	last := &n.rows[len(n.rows)-1]
	last.snap = true
	last.rules = append(last.rules, placed.Stroke{Y1: last.depth, X2: n.width, Y2: last.depth, Thickness: thickRule})
}

// mergedRows is how many rows may share a first cell: more would not stand on a page.
const mergedRows = 8

// merged gives each row of a long run without a first cell the cell that it goes on
// from, which would else stand on another page.
func merged(rows [][][]phrase.Run) [][][]phrase.Run {
	var whole [][][]phrase.Run
	for from := 0; from < len(rows); {
		to := from + 1
		for to < len(rows) && len(rows[to]) > 0 && phrase.Plain(rows[to][0]) == "" {
			to++
		}
		for i := from; i < to; i++ {
			cells := rows[i]
			if to-from > mergedRows && i > from && len(rows[from]) > 0 {
				cells = append([][]phrase.Run{rows[from][0]}, cells[1:]...)
			}
			whole = append(whole, cells)
		}
		from = to
	}
	return whole
}

// keepTogether binds a table's first two rows and its last two.
func keepTogether(rows []row) {
	if len(rows) > 1 {
		rows[0].glue, rows[len(rows)-2].glue = true, true
	}
}

// columns shares the width by what the columns hold: each gets what its longest
// cell asks, and where that is too much the wide ones give.
func (n *notice) columns(t *article.Table, size float64) []float64 {
	count := len(t.Head)
	for _, cells := range t.Rows {
		count = max(count, len(cells))
	}
	wants := make([]float64, count)
	for _, cells := range append([][][]phrase.Run{t.Head}, t.Rows...) {
		for i, cell := range cells {
			p := n.Paragraph(spansOf(cell, fang)...)
			wants[i] = max(wants[i], float64(p.Natural())*size/typeset.Em/typeset.PointsAMM+2*cellPadding*size/typeset.PointsAMM+1)
		}
	}
	return shareWidth(wants, n.width)
}

func shareWidth(wants []float64, width float64) []float64 {
	total := 0.0
	for _, w := range wants {
		total += w
	}
	if total <= width {
		for i := range wants {
			wants[i] *= width / total
		}
		return wants
	}
	// The wide columns give down to one common width.
	for limit := width; limit > 0; limit -= 0.5 {
		sum := 0.0
		for _, w := range wants {
			sum += min(w, limit)
		}
		if sum > width {
			continue
		}
		for i := range wants {
			wants[i] = min(wants[i], limit) * width / sum
		}
		break
	}
	return wants
}

// cellLines breaks a cell's text into lines; a break begins a new one.
func (n *notice) cellLines(runs []phrase.Run, face, measure int, size float64) []typeset.Line {
	var lines []typeset.Line
	spans := spansOf(runs, face)
	for from := 0; from <= len(runs); {
		to := from
		for to < len(runs) && !runs[to].Break {
			to++
		}
		lines = append(lines, n.Set(typeset.Shape{Measure: measure, Ragged: true}, size, "", spans[from:to]...)...)
		from = to + 1
	}
	return lines
}

// tableRow sets the cells of a table's row side by side, and returns it from where it
// stands. A row that is higher than the room of a page becomes one row a line, so that it
// goes on overleaf.
func (n *notice) tableRow(cells [][]phrase.Run, widths []float64, face int, size, room float64, of placed.Parts) []row {
	pad := cellPadding * size / typeset.PointsAMM
	pitch := size / typeset.PointsAMM * cellPitch
	columns, lines := make([][]typeset.Line, len(widths)), 1
	for i := range min(len(widths), len(cells)) {
		columns[i] = n.cellLines(cells[i], face, typeset.Measure(widths[i]-2*pad, size), size)
		lines = max(lines, len(columns[i]))
	}
	step := lines
	if float64(lines)*pitch+2*pad > room {
		step = 1
	}
	first := len(n.rows)
	for from := 0; from < lines; from += step {
		above, below := 0.0, 0.0
		if from == 0 {
			above = pad
		}
		if from+step >= lines {
			below = pad
		}
		r := row{height: above + float64(step)*pitch + below}
		r.depth, r.rules = r.height, make([]placed.Stroke, 0, len(widths)+1)
		lead := above + (pitch-size/typeset.PointsAMM)/2 + typeset.Baseline(size)
		x, texts := 0.0, len(n.texts)
		for i, width := range widths {
			for j := from; j < min(from+step, len(columns[i])); j++ {
				n.texts = append(n.texts, placed.Text{Line: columns[i][j], X: x + pad, Y: lead + float64(j-from)*pitch, Of: of[i : i+1]})
			}
			if x += width; i < len(widths)-1 {
				r.rules = append(r.rules, placed.Stroke{X1: x, X2: x, Y2: r.height, Thickness: thinRule})
			}
		}
		r.texts = n.since(texts)
		n.rows = append(n.rows, r)
	}
	last := &n.rows[len(n.rows)-1]
	last.rules = append(last.rules, placed.Stroke{Y1: last.height, X2: n.width, Y2: last.height, Thickness: thinRule})
	return n.rows[first:]
}
