package prose

import (
	"bytes"
	"sort"

	"tonggao/generator/problem"
)

// places turns octets of a source into positions of its file.
type places struct {
	file      string
	source    []byte
	firstLine int
	starts    []int // octet at which each line begins
}

func newPlaces(file string, source []byte, firstLine int) places {
	p := places{file: file, source: source, firstLine: firstLine, starts: []int{0}}
	for i := 0; ; {
		next := bytes.IndexByte(source[i:], '\n')
		if next < 0 {
			return p
		}
		i += next + 1
		p.starts = append(p.starts, i)
	}
}

func (p places) at(offset int) problem.Position {
	offset = min(offset, len(p.source))
	line := sort.SearchInts(p.starts, offset+1) - 1
	column := 1
	for range string(p.source[p.starts[line]:offset]) { // which is copied to be counted by utf8.RuneCount
		column++
	}
	return problem.Position{File: p.file, Line: p.firstLine + line, Column: column}
}
