package draft

import (
	"strings"

	"tonggao/generator/issued"
)

// isRow reports whether a block is a row of a table.
func (d *drafter) isRow(i int) bool {
	return i >= 0 && i < len(d.Doc.Blocks) && d.Doc.Blocks[i].Role == issued.Paragraph && strings.HasPrefix(d.Doc.Text[d.Doc.Blocks[i].Body:], "|")
}

// isRule reports whether a row is the line that makes the one above it a head.
func (d *drafter) isRule(i int) bool {
	b := d.Doc.Blocks[i]
	return strings.Trim(d.Doc.Text[b.Body:b.End], "|-: ") == ""
}

// row writes a row of a table, and below its first the line that makes it the head. Every
// row has as many cells as the widest.
func (d *drafter) row(f *fragment, i int) {
	if d.isRule(i) {
		return
	}
	first, head := i, true
	for ; d.isRow(first - 1); first-- {
		head = head && d.isRule(first-1)
	}
	indent := ""
	if f.item > 0 && d.listGoesOn(i) {
		indent = f.indent()
	}
	if head && indent == "" {
		f.endList()
	} else if head {
		f.body.WriteByte('\n')
	}
	columns := d.columns(first)
	f.body.WriteString(indent + d.cells(f, i, columns) + "\n")
	if head {
		f.body.WriteString(indent + strings.Repeat("| --- ", columns) + "|\n")
	}
	if !d.isRow(i+1) || !d.isRow(i+2) && d.isRule(i+1) {
		f.body.WriteByte('\n')
	}
}

// columns is how many the widest row of a table has.
func (d *drafter) columns(first int) (most int) {
	for i := first; d.isRow(i); i++ {
		most = max(most, len(d.Doc.Cells(d.Doc.Blocks[i])))
	}
	return most
}

// cells writes the cells of a row with placeholders in place of their times.
func (d *drafter) cells(f *fragment, i, columns int) string {
	var out strings.Builder
	spans := d.Doc.Cells(d.Doc.Blocks[i])
	for n := range columns {
		words := ""
		if n < len(spans) {
			b := d.Doc.Blocks[i]
			b.Body, b.End = spans[n].Start, spans[n].End
			words = d.inline(f, b)
		}
		out.WriteString(strings.ReplaceAll("| "+words+" ", "  ", " "))
	}
	return out.String() + "|"
}
