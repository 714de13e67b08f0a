package prose

import (
	"sort"
	"strings"
	"unicode/utf8"

	"tonggao/generator/problem"
)

// places turns octets of a text into positions of its file.
type places struct {
	file      string
	text      string
	firstLine int
	starts    []int // octet at which each line begins
}

func newPlaces(file, text string, firstLine int) places {
	p := places{file: file, text: text, firstLine: firstLine, starts: make([]int, 1, 1+strings.Count(text, "\n"))}
	for i := 0; ; {
		next := strings.IndexByte(text[i:], '\n')
		if next < 0 {
			return p
		}
		i += next + 1
		p.starts = append(p.starts, i)
	}
}

func (p *places) at(offset int) problem.Position {
	offset = min(offset, len(p.text))
	line := sort.SearchInts(p.starts, offset+1) - 1
	return problem.Position{File: p.file, Line: p.firstLine + line, Column: 1 + utf8.RuneCountInString(p.text[p.starts[line]:offset])}
}
