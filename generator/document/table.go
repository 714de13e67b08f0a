package document

import (
	"strconv"
	"strings"
)

// A cell is one of a row with the column of the grid that it begins in.
type cell struct {
	*node
	column    int
	continues bool // merged with the cell above it
}

// A said is what a cell said, for those merged with it below.
type said struct {
	place Place
	words string
}

// table writes a table as rows of Markdown: a row is read alone, so what a merged
// cell says is said in each row. A table that only lays out a page, with words in one
// cell of each row, is paragraphs.
func (d *docx) table(t *node, at spot) {
	if at.Table > 0 { // in a cell of a table that lays out
		at.Row, at.Cell = 0, 0
	}
	d.tables++
	at.Table, at.Paragraph = d.tables, 0
	rows := rowsOf(t, nil)
	layout := laysOut(rows)
	above := map[int]said{}
	var hanging []*wording
	for i, row := range rows {
		if d.w.full {
			return
		}
		at.Row = i + 1
		cells := cellsOf(row)
		if layout {
			for c, k := range cells {
				at.Cell = c + 1
				d.blocks(k.node, spot{at.Place, new(int)})
			}
			continue
		}
		for c, k := range cells {
			if !k.continues {
				at.Cell = c + 1
				words, beside := d.cellWords(k.node)
				above[k.column] = said{at.Place, words}
				hanging = append(hanging, beside...)
			}
			d.w.add(Place{Table: d.tables, Row: i + 1}, "| ")
			d.w.add(above[k.column].place, above[k.column].words)
			d.w.add(Place{Table: d.tables, Row: i + 1}, " ")
		}
		d.w.endRow(len(cells), i == 0)
	}
	if !layout {
		d.w.add(Place{Table: at.Table}, "\n")
	}
	for _, x := range hanging {
		d.beside(x)
	}
}

// endRow ends a row; under the first stands the line that makes it a head.
func (w *writer) endRow(cells int, first bool) {
	if cells == 0 {
		return
	}
	rule := ""
	if first {
		rule = strings.Repeat("| --- ", min(cells, mostColumns)) + "|\n"
	}
	at := w.lastPlace()
	w.add(at, "|\n")
	w.add(at, rule)
}

// mostColumns bounds a table; Word's have 63.
const mostColumns = 100

func (w *writer) lastPlace() Place {
	if len(w.places) == 0 {
		return Place{}
	}
	return w.places[len(w.places)-1].Place
}

// rowsOf gathers the rows that were not deleted.
func rowsOf(n *node, rows []*node) []*node {
	for _, k := range n.kids {
		switch k.name {
		case "tr":
			if p := k.child("trPr"); p.child("del").name == "" {
				rows = append(rows, k)
			}
		case "sdt", "sdtContent", "customXml", "ins":
			rows = rowsOf(k, rows)
		}
	}
	return rows
}

// cellsOf gathers the cells of a row.
func cellsOf(row *node) []cell {
	var cells []cell
	column := span(row.child("trPr").val("gridBefore"), 0)
	var walk func(n *node)
	walk = func(n *node) {
		for _, k := range n.kids {
			switch k.name {
			case "tc":
				p := k.child("tcPr")
				merge := p.child("vMerge")
				c := cell{k, column, merge.name != "" && merge.attr("val") != "restart"}
				if p.child("cellDel").name == "" {
					cells = append(cells, c)
				}
				column += span(p.val("gridSpan"), 1)
			case "sdt", "sdtContent", "customXml", "ins":
				walk(k)
			}
		}
	}
	walk(row)
	return cells
}

// span reads how many columns a cell takes.
func span(written string, other int) int {
	n, err := strconv.Atoi(written)
	if err != nil || n < 0 || n > mostColumns {
		return other
	}
	return n
}

// laysOut reports whether no row has words in more than one cell.
func laysOut(rows []*node) bool {
	for _, row := range rows {
		with := 0
		for _, c := range cellsOf(row) {
			if c.continues || worded(c.node) {
				with++
			}
		}
		if with > 1 {
			return false
		}
	}
	return true
}

// cellWords joins the paragraphs of a cell, those of tables in it too.
func (d *docx) cellWords(n *node) (string, []*wording) {
	var lines []string
	var beside []*wording
	var walk func(n *node)
	walk = func(n *node) {
		for _, k := range n.kids {
			switch k.name {
			case "p":
				x := d.words(k)
				if x.goesOn {
					d.carried = x.words
					continue
				}
				lines = append(lines, cellLine(x))
				beside = append(beside, x)
			case "tcPr", "del", "moveFrom", "sdtPr", "trPr", "tblPr":
			case "AlternateContent":
				walk(chosen(k))
			default:
				walk(k)
			}
		}
	}
	walk(n)
	return joined(lines), beside
}

func cellLine(x *wording) string {
	words := tidy(x.words)
	if words == "" {
		return ""
	}
	return strings.TrimPrefix(x.number, "- ") + words
}

// joined makes one line of several, a blank between those that no mark ends.
func joined(lines []string) string {
	var out strings.Builder
	for line := range strings.SplitSeq(strings.Join(lines, "\n"), "\n") {
		if line = strings.TrimFunc(line, blank); line == "" {
			continue
		}
		if so := out.String(); so != "" && !strings.ContainsAny(so[max(0, len(so)-3):], "。；：，、！？") {
			out.WriteByte(' ')
		}
		out.WriteString(line)
	}
	return strings.ReplaceAll(out.String(), "|", "｜")
}
