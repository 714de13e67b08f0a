package prose

import (
	"bytes"

	east "github.com/yuin/goldmark/extension/ast"

	"tonggao/generator/problem"
)

func (p *parser) table(n *east.Table, at problem.Position) Block {
	table := &Table{At: at}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []Words
		typed := 0
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			if cell.Lines().Len() > 0 {
				typed++
				p.expect(p.bar)
			}
			cells = append(cells, p.words(cell))
		}
		if _, head := row.(*east.TableHeader); head {
			table.Head = cells
			p.expect(p.bar)
			p.expect(p.delimiter)
			continue
		}
		p.expect(p.rowEnd(row.Pos()))
		if typed < len(cells) {
			p.problems.Warn(p.places.at(p.gaps(row.Pos(), len(p.source))), "give every row as many cells as the head, empty ones too: | |; an empty line parts a table from the text behind it",
				"the row has fewer cells than the head: %d of %d", typed, len(cells))
		}
		table.Rows = append(table.Rows, cells)
	}
	return table
}

// bar reads the bar before a cell, which the first of a row can do without.
func (p *parser) bar(i, to int) int {
	if i < to && p.source[i] == '|' {
		return i + 1
	}
	return i
}

// delimiter reads the line below the head.
func (p *parser) delimiter(i, to int) int {
	end := i
	for end < to && bytes.IndexByte([]byte("|:- \t"), p.source[end]) >= 0 {
		end++
	}
	return end
}

// rowEnd reads the end of a row that begins at start, and reports what stands there
// beyond the cells that the head has.
func (p *parser) rowEnd(start int) mark {
	return func(i, to int) int {
		end := len(p.source)
		if line := bytes.IndexByte(p.source[start:], '\n'); line >= 0 {
			end = start + line
		}
		if i >= end {
			return i
		}
		i = p.bar(i, to)
		if from := p.gaps(i, end); from < end && end <= to {
			p.problems.Add(p.places.at(from), `give the head as many cells as the row; \| is the sign itself`, "the row has more cells than the head: %s would vanish", shorten(bytes.TrimRight(p.source[from:end], " |\t\r")))
			return end
		}
		return i
	}
}
