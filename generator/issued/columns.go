package issued

import (
	"strings"

	"tonggao/generator/later"
)

var (
	tabs = later.Compile(` *\t+ *`)
	bars = later.Compile(`[ 　]*[|｜][ 　]*`)
	gaps = later.Compile(`\t+|[ 　]{2,}`)

	blanks   = later.Compile(`[ 　]+`)
	timeHead = later.Compile(`^[ 　]*(?:[\p{Han}、/]{2,12}[ 　]+)+[\p{Han}]{0,8}(?:时间|日期)(?:[ 　]+[\p{Han}]{2,8})*[ 　]*$`)
)

// asRows writes lines in columns, as a table is copied from a page or typed with tabs, as
// rows of a table: | 业务 | 停止时间 |. Two lines of two columns parted by tabs or bars are one, and
// three lines of three columns parted by blanks. Under a head of times two of two are enough, and
// one blank between them, as a PDF gives them. Lines that go on with the next, each a cell of
// one row, are told too: see stacked.go.
func asRows(lines []string) (rows []string, onward map[int]bool) {
	rows, onward = append([]string(nil), lines...), map[int]bool{}
	for i := 0; i < len(lines); {
		n := max(columnsFrom(rows[i:], tabs, 2, 2), columnsFrom(rows[i:], bars, 2, 2))
		if n == 0 {
			n = columnsFrom(rows[i:], gaps, 3, 3)
		}
		if n == 0 && timeHead.MatchString(lines[i]) {
			n = max(columnsFrom(rows[i:], gaps, 2, 2), columnsFrom(rows[i:], blanks, 2, 2))
		}
		i += max(n, 1)
	}
	unstack(rows, onward)
	return rows, onward
}

// columnsFrom makes the first lines into rows where at least some of them have as many
// columns as the first, and returns how many it made.
func columnsFrom(lines []string, by *later.Expression, least, columns int) int {
	width := len(cellsOf(lines[0], by))
	if width < columns || strings.HasPrefix(lines[0], "|") {
		return 0
	}
	n := 1
	for n < len(lines) && len(cellsOf(lines[n], by)) == width {
		n++
	}
	if n < least {
		return 0
	}
	for i, line := range lines[:n] {
		lines[i] = "| " + rowOf(cellsOf(line, by))
	}
	return n
}

func rowOf(cells []string) string {
	for i, c := range cells {
		cells[i] = strings.ReplaceAll(c, "|", "｜")
	}
	return strings.Join(cells, " | ") + " |"
}

// cellsOf cuts a line at its gaps; a line that begins with one has none to tell.
func cellsOf(line string, by *later.Expression) []string {
	return by.Split(strings.TrimFunc(line, blank), -1)
}
