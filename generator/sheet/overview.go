package sheet

import (
	"slices"
	"sort"
	"strings"

	"tonggao/generator/phrase"
	"tonggao/generator/placed"
	"tonggao/generator/site"
	"tonggao/generator/timing"
)

// table is the table of all milestones, in as large letters as its sheets allow. One
// sheet is enough as long as they can be read; where the last column alone is too
// much for it, what to do instead is left to the posters. Else the table takes the
// sheets that it needs, whole, and fills them: no row stands on the last alone.
func (s *summary) table(g grid, above []row) []row {
	all := s.columns()
	if height := heightOf(above); height < g.height {
		for _, columns := range [][]int{all, slices.DeleteFunc(slices.Clone(all), func(c int) bool { return c == 3 })} {
			if rows, fits := s.largestTable(columns, g, func(rows []row) bool { return height+heightOf(rows) <= g.height }); fits {
				return rows
			}
		}
	}
	pages := func(rows []row) int { return len(g.paginate(append(slices.Clip(above), rows...))) }
	least := pages(s.tableRows(g, summaryLeast, all))
	rows, _ := s.largestTable(all, g, func(rows []row) bool { return pages(rows) <= least })
	return rows
}

// largestTable returns the rows at the largest size that fits, in quarter points, or
// at the least size when none does.
func (s *summary) largestTable(columns []int, g grid, fits func([]row) bool) (rows []row, found bool) {
	const quarterPoint = 0.25
	steps := int((summaryMost-summaryLeast)/quarterPoint) + 1
	last := -1
	set := func(i int) []row {
		last, rows = i, s.tableRows(g, summaryMost-float64(i)*quarterPoint, columns)
		return rows
	}
	n := sort.Search(steps, func(i int) bool { return fits(set(i)) })
	if best := min(n, steps-1); best != last {
		set(best)
	}
	return rows, n < steps
}

func heightOf(rows []row) float64 {
	height := 0.0
	for _, r := range rows {
		height += r.height
	}
	return height
}

// columnShares are the widths of the table's columns, beside each other.
var columnShares = []float64{0.26, 0.27, 0.15, 0.32}

// columns are those in which the notice has anything to say: when and what, whom it
// concerns, what to do instead.
func (s *summary) columns() []int {
	columns := []int{0, 1}
	any := func(has func(*site.Milestone) bool) bool { return slices.ContainsFunc(s.notice.Milestones, has) }
	if s.voice.WhomHead(s.notice.Milestones) != "" {
		columns = append(columns, 2)
	}
	if any(func(m *site.Milestone) bool { return len(s.voice.Meanwhile(m)) > 0 }) {
		columns = append(columns, 3)
	}
	return columns
}

// when words a milestone's time with its weekday, under the one that it had, struck
// out. A date is whole, and so is what stands behind it, （星期四）20时: a line ends
// between the two.
func (s *summary) when(m *site.Milestone) []phrase.Run {
	var runs []phrase.Run
	if move, moved := m.LastMove(); moved && !m.Withdrawn {
		if was := s.voice.Former(move); was != "" {
			runs = append(runs, phrase.Run{Text: was, Gone: true}, phrase.Run{Break: true})
		}
	}
	for _, run := range s.voice.WhenRuns(m, timing.Weekday) {
		date, rest, cut := strings.Cut(run.Text, "（")
		if !cut || run.Datetime == "" {
			runs = append(runs, run)
			continue
		}
		runs = append(runs, phrase.Run{Text: date, Datetime: run.Datetime}, phrase.Run{Text: "（" + rest, Datetime: run.Datetime})
	}
	for i := range runs {
		runs[i].Gone = runs[i].Gone || m.Withdrawn
	}
	return runs
}

// tableRows sets the table in letters of a size. Its rows stand until it is set again.
func (s *summary) tableRows(g grid, size float64, columns []int) []row {
	n := s.rows
	n.begin(s.Kit, grid{width: s.width, size: size})
	sum := 0.0
	for _, c := range columns {
		sum += columnShares[c]
	}
	var widths []float64
	for _, c := range columns {
		widths = append(widths, columnShares[c]/sum*s.width)
	}
	cell := func(text string) []phrase.Run { return []phrase.Run{{Text: text}} }
	in := func(cells ...[]phrase.Run) (chosen [][]phrase.Run) {
		for _, c := range columns {
			chosen = append(chosen, cells[c])
		}
		return chosen
	}
	table := &placed.Part{Role: placed.Table}
	head := n.tableRow(in(cell(wordWhen), cell(wordWhat), cell(s.voice.WhomHead(s.notice.Milestones)), cell(wordInstead)), widths, hei, size, g.height, table.AddRow(placed.Head, len(widths)))
	head[0].rules = append(head[0].rules, placed.Stroke{X2: s.width, Thickness: thickRule})
	head[0].glue = true
	for _, m := range s.notice.Milestones {
		what := []phrase.Run{{Text: s.voice.Change(m)}, {Text: s.voice.Label(m), Gone: m.Withdrawn}}
		cells := in(s.when(m), what, cell(s.voice.Whom(m)), s.voice.Meanwhile(m))
		more := n.tableRow(cells, widths, fang, size, g.height/2, table.AddRow(placed.Cell, len(widths)))
		for i := range more {
			more[i].head = head
		}
	}
	last := &n.rows[len(n.rows)-1]
	last.rules = append(last.rules, placed.Stroke{Y1: last.depth, X2: s.width, Y2: last.depth, Thickness: thickRule})
	return n.rows
}
