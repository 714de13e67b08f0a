package pdf

import "tonggao/generator/phrase"

// Tables are set in 4号, three rules strong and the inner ones thin. Their head
// stands again at the top of each page that they go on to.
const (
	cellPadding = 0.32 // ems, on all sides
	thickRule   = 0.35 // mm
	thinRule    = 0.15 // mm
	cellPitch   = 1.45 // line height in ems
)

// table sets a table over the whole width of the type area.
func (n *notice) table(t *phrase.Table) {
	size := size4 * n.size / bodySize
	widths := n.columns(t, size)
	var head []row
	if len(t.Head) > 0 {
		r := n.tableRow(t.Head, widths, hei, size)
		r.glue = true
		r.rules = append(r.rules, stroke{x2: n.width, thickness: thickRule})
		head = []row{r}
		n.rows = append(n.rows, r)
	}
	for i, cells := range t.Rows {
		r := n.tableRow(cells, widths, fang, size)
		r.head = head
		if i == len(t.Rows)-1 {
			r.snap = true
			r.rules = append(r.rules, stroke{y1: r.depth, x2: n.width, y2: r.depth, thickness: thickRule})
		}
		n.rows = append(n.rows, r)
	}
}

// columns shares the width by what the columns hold: each gets what its longest
// cell asks, and where that is too much the wide ones give.
func (n *notice) columns(t *phrase.Table, size float64) []float64 {
	count := len(t.Head)
	for _, cells := range t.Rows {
		count = max(count, len(cells))
	}
	wants := make([]float64, count)
	for _, cells := range append([][][]phrase.Run{t.Head}, t.Rows...) {
		for i, cell := range cells {
			p := n.paragraph(spansOf(cell, fang)...)
			wants[i] = max(wants[i], float64(p.natural())*size/em/pointsAMM+2*cellPadding*size/pointsAMM+1)
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

func (n *notice) tableRow(cells [][]phrase.Run, widths []float64, face int, size float64) row {
	var r row
	pad := cellPadding * size / pointsAMM
	pitch := size / pointsAMM * cellPitch
	lead := (pitch - size/pointsAMM) / 2
	x, lines := 0.0, 1
	for i, width := range widths {
		if i < len(cells) {
			p := n.paragraph(spansOf(cells[i], face)...)
			set := p.lines(shape{measure: measure(width-2*pad, size), ragged: true}, size)
			lines = max(lines, len(set))
			for j, l := range set {
				r.texts = append(r.texts, placed{line: l, x: x + pad, y: pad + float64(j)*pitch + lead + baseline(size)})
			}
		}
		x += width
	}
	r.height = float64(lines)*pitch + 2*pad
	r.depth = r.height
	x = 0
	for _, width := range widths[:len(widths)-1] {
		x += width
		r.rules = append(r.rules, stroke{x1: x, x2: x, y2: r.height, thickness: thinRule})
	}
	r.rules = append(r.rules, stroke{y1: r.height, x2: n.width, y2: r.height, thickness: thinRule})
	return r
}
