package issued

import (
	"strings"
	"unicode/utf8"

	"tonggao/generator/later"
	"tonggao/generator/mention"
	"tonggao/generator/site"
)

var (
	timeColumn = later.Compile(`^[\p{Han}/、]{0,10}(?:时间|日期|时段)(?:[（(][^）)]*[）)])?$`)
	headCell   = later.Compile(`^\p{Han}{0,6}(?:备注|说明|原因|事由|范围|区域|地点|地址|方式|渠道|名称|类型|种类|电话)$`) // no cell of a row
	besideCell = later.Compile(`^(?:[（(][^）)]{1,8}[）)]|[\s　起止至到自从左右—\-–~～])*$`)               // what a cell may have beside its times
	noTime     = later.Compile(`^(?:[—\-–/]+|无|待定)$`)
)

// A stack is a table that was copied with each of its cells on a line of its own: the heads
// of its columns, and rows of as many cells, of which those under a head of times are times.
type stack struct {
	lines []string
	at    []int // the first lines of its cells
	ends  []int // the last ones: a window can stand on two
	times []bool
}

// stackFrom gathers the cells from a line on: short lines that end no sentence, blank ones
// between them left out.
func stackFrom(lines []string, first int) stack {
	s := stack{lines: lines}
	for i := first; i < len(lines); i++ {
		words := strings.TrimFunc(lines[i], blank)
		if words == "" {
			continue
		}
		level, _ := Numbering(words)
		if level > 0 || utf8.RuneCountInString(words) > 40 || strings.ContainsAny(words, "。；|") || strings.ContainsAny(words[:1], "#<") || strings.HasSuffix(words, "：") || strings.HasSuffix(words, ":") {
			break
		}
		if n := len(s.at); n > 0 && s.ends[n-1] == i-1 && cutWindow(s.cell(n-1), words) {
			s.ends[n-1] = i
			continue
		}
		if n := len(s.at); n > 0 && dateOnly(words) && issuerTail.MatchString(s.cell(n-1)) && ending(lines[i+1:]) {
			s.at, s.ends = s.at[:n-1], s.ends[:n-1] // the sign-off
			break
		}
		s.at, s.ends = append(s.at, i), append(s.ends, i)
	}
	return s
}

// ending reports whether a text has hardly a line more.
func ending(lines []string) bool {
	more := 0
	for _, line := range lines {
		if strings.TrimFunc(line, blank) == "" {
			continue
		}
		if more++; more > 3 {
			return false
		}
	}
	return true
}

// rows are the stretches of cells that make a row, the heads first; none where it is no table.
// A line or two may stand before the heads: those that leave the fewest cells over are right.
func (s *stack) rows() (best []cells) {
	head, first := -1, -1
	for n := range s.at {
		s.times = append(s.times, s.isTime(n))
		switch {
		case head < 0 && timeColumn.MatchString(s.cell(n)):
			head = n
		case first < 0 && s.times[n]:
			first = n
		}
	}
	if head < 0 || first-head < 2 {
		return nil
	}
	least := len(s.at)
	for start := range min(head, 2) + 1 {
		if rows, left := s.rowsFrom(start, head-start, first-head); len(rows) > 1 && left < least {
			best, least = rows, left
		}
	}
	return best
}

// rowsFrom cuts the cells from one on into rows of a width, whose first times stand under a head,
// and tells how many cells are left over behind them.
func (s *stack) rowsFrom(start, head, width int) (all []cells, left int) {
	timed := 0
	for head+timed < width && timeColumn.MatchString(s.cell(start+head+timed)) {
		timed++
	}
	n := start + width
	if timed == 0 || n >= len(s.at) || timeColumn.MatchString(s.cell(n)) || headCell.MatchString(s.cell(n)) {
		return nil, 0
	}
	all = []cells{{start, n}}
	for n < len(s.at) {
		most := 0
		for _, w := range [...]int{width, head + timed} { // the last cells of a row may be empty
			if s.isRow(n, w, head, timed) && (n+w == len(s.at) || w == width || s.isRow(n+w, head+timed, head, timed)) {
				most = w
				break
			}
		}
		if most == 0 {
			break
		}
		all = append(all, cells{n, n + most})
		n += most
	}
	return all, len(s.at) - n
}

// cells are those of a row, from one to another.
type cells struct{ from, to int }

// cell is the words of one.
func (s *stack) cell(n int) string {
	words := ""
	for _, line := range s.lines[s.at[n] : s.ends[n]+1] {
		words += strings.TrimFunc(line, blank)
	}
	return words
}

// isRow reports whether cells from one on are a row: times where the heads say so, and nowhere else.
func (s *stack) isRow(from, width, head, timed int) bool {
	if from+width > len(s.at) {
		return false
	}
	some := false
	for n := range width {
		due := n >= head && n < head+timed
		some = some || due && s.times[from+n]
		if due != (s.times[from+n] || due && (noTime.MatchString(s.cell(from+n)) || SaysPending(s.cell(from+n)))) {
			return false
		}
	}
	return some
}

// isTime reports whether a cell is a time, or a window, and nothing else.
func (s *stack) isTime(n int) bool {
	words := s.cell(n)
	rest := words
	found := mention.Find(words, site.Day{})
	for _, t := range found {
		rest = strings.Replace(rest, t.Words(words), "", 1)
	}
	return len(found) > 0 && besideCell.MatchString(rest)
}

// unstack writes the cells of each row into its first line and those after it, which go on
// with it.
func unstack(rows []string, onward map[int]bool) {
	for i := 0; i < len(rows); i++ {
		s := stackFrom(rows, i)
		for _, row := range s.rows() {
			first, last := s.at[row.from], s.ends[row.to-1]
			for n := row.from; n < row.to; n++ {
				rows[s.ends[n]] = strings.TrimFunc(rows[s.ends[n]], blank) + " |"
			}
			rows[first] = "| " + strings.TrimFunc(rows[first], blank)
			for at := first; at < last; at++ {
				onward[at] = true
			}
		}
		if len(s.at) > 0 {
			i = s.ends[len(s.at)-1]
		}
	}
}
