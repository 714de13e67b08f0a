package sheet

import (
	"math"
	"slices"

	"tonggao/generator/placed"
)

// A row is what stands side by side between two edges of the page and never
// parts: a line of text, a row of a table, a blank line. Lengths are millimetres;
// places are relative to the row's top left corner.
type row struct {
	height float64 // to the next row's top
	depth  float64 // that the row needs when it is the page's last
	texts  []placed.Text
	rules  []placed.Stroke
	areas  []placed.Area
	places []placed.Place
	glue   bool          // the next row stands on the same page
	fresh  bool          // begins a page
	snap   bool          // the next row begins on the grid
	head   []row         // repeated above this row when it begins a page: a table's head
	entry  *placed.Entry // where a bookmark leads
}

// A grid is the type area and its pitch, GB/T 9704—2012, 5.2: every line of the
// body stands on it.
type grid struct {
	left, top, width, height float64 // of the type area
	pitch                    float64
	size, title              float64 // of the body and of titles, points
	spread                   int     // the most that a gap of a line grows, thousandths of an em
}

// paginate puts rows on pages. A page ends only where no glue holds, so that a
// heading goes with its text and a paragraph's last line is not alone.
func (g grid) paginate(rows []row) []placed.Sheet {
	var sheets []placed.Sheet
	for len(rows) > 0 {
		n := g.fill(rows)
		sheets = append(sheets, g.place(rows[:n]))
		rows = rows[n:]
		for len(rows) > 0 && len(rows[0].texts)+len(rows[0].rules)+len(rows[0].areas) == 0 && !rows[0].fresh {
			rows = rows[1:] // a blank line separates nothing at a page's top
		}
		if len(rows) > 0 && len(rows[0].head) > 0 {
			rows = append(again(rows[0].head), rows...)
		}
	}
	return sheets
}

// again are rows that stood above before, and are no part of the text here.
func again(rows []row) []row {
	rows = slices.Clone(rows)
	for i := range rows {
		rows[i].texts = placed.Sheet{Texts: rows[i].texts}.Furniture().Texts
	}
	return rows
}

// fill returns how many rows the page takes.
func (g grid) fill(rows []row) int {
	y, last := 0.0, 0
	for i, r := range rows {
		if i > 0 && r.fresh {
			return i
		}
		if y+r.depth > g.height+0.001 {
			break
		}
		if y = g.next(y, r); !r.glue || i+1 == len(rows) {
			last = i + 1
		}
	}
	if last > 0 {
		return last
	}
	return g.forced(rows)
}

// forced ends a page inside glued rows that are higher than a page.
func (g grid) forced(rows []row) int {
	y := 0.0
	for i, r := range rows {
		if i > 0 && y+r.depth > g.height+0.001 {
			return i
		}
		y = g.next(y, r)
	}
	return len(rows)
}

// next is where the row below a row begins.
func (g grid) next(y float64, r row) float64 {
	y += r.height
	if r.snap {
		return math.Ceil(y/g.pitch-0.001) * g.pitch
	}
	return y
}

// place moves rows to their places on the page.
func (g grid) place(rows []row) placed.Sheet {
	texts, rules := footTexts, 1
	for _, r := range rows {
		texts, rules = texts+len(r.texts), rules+len(r.rules)
	}
	s := placed.Sheet{Texts: make([]placed.Text, 0, texts), Rules: make([]placed.Stroke, 0, rules)}
	y := 0.0
	for _, r := range rows {
		s.Add(placed.Sheet{Areas: r.areas, Rules: r.rules, Texts: r.texts, Places: r.places}, g.left, g.top+y)
		if r.entry != nil {
			s.Targets = append(s.Targets, placed.Target{Entry: *r.entry, Y: g.top + y})
		}
		y = g.next(y, r)
	}
	s.Taken = int(math.Round(y / g.pitch))
	return s
}

// footTexts is how many texts a sheet's foot adds to it, if not more.
const footTexts = 8

// blank is an empty line of the grid.
func (g grid) blank() row { return row{height: g.pitch} }
