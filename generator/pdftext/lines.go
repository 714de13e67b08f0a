package pdftext

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lines puts characters together that stand beside one another.
type lines struct {
	*file
	all   []Line
	words strings.Builder
	now   Line
	end   rune // the last character of the line
	past  []spot
	rules []rule
	gaps  []between   // of the line
	sizes []share     // of the line
	most  float64     // the greatest of them
	apart [][]between // of all lines
}

// A rule is an upright edge.
type rule struct{ x, low, high float64 }

// A between is between two characters of a line that do not touch.
type between struct {
	at     int // octet of the words behind it
	x0, x1 float64
}

// mostRules bounds the rules of a page.
const mostRules = 4000

// A spot is where a character was drawn lately: some programs draw twice for bold.
type spot struct {
	words string
	x, y  float64
}

// mostPast is how many characters back a second drawing is looked for.
const mostPast = 64

// add takes a character on. It begins a line where it stands on another base, before
// the end of the line, or more than two characters behind it, as the next cell does.
func (l *lines) add(words string, x0, x1, y, size float64) {
	if l.again(words, x0, y, size) {
		return
	}
	gap := x0 - l.now.X1
	if l.raised(y, size, gap) {
		l.now.X1 = max(l.now.X1, x1)
		return
	}
	same := l.words.Len() > 0 && math.Abs(y-l.now.Y) < 0.3*max(size, l.now.Size) && gap > -0.6*size && gap < 2.2*max(size, l.now.Size)
	if !same {
		l.close()
		l.now = Line{X0: x0, X1: x0, Y: y, Size: size}
		gap = 0
	}
	first, _ := utf8.DecodeRuneInString(words)
	if gap > 0.08*size && l.words.Len() > 0 {
		l.gaps = append(l.gaps, between{l.words.Len(), l.now.X1, x0})
	}
	if parted(gap, size, l.end, first) {
		l.words.WriteByte(' ')
	}
	l.words.WriteString(words)
	l.end, _ = utf8.DecodeLastRuneInString(words)
	l.now.X1 = max(l.now.X1, x1)
	l.weigh(size, x1-x0, first)
}

// raised reports whether a character is the mark of a note: small, and above the base
// of the line that it stands in. Read on, it would pass for a digit of the text.
func (l *lines) raised(y, size, gap float64) bool {
	up := (y - l.now.Y) / max(l.now.Size, 1)
	return l.words.Len() > 0 && size < 0.78*l.now.Size && up > 0.15 && up < 0.7 && gap > -0.5*size && gap < size
}

// weigh keeps the size that most of a line has: digits may be set larger than the
// characters around them.
func (l *lines) weigh(size, wide float64, first rune) {
	if unicode.IsSpace(first) {
		return
	}
	for i := range l.sizes {
		if l.sizes[i].size == size {
			l.sizes[i].wide += wide
			if l.sizes[i].wide > l.most {
				l.most, l.now.Size = l.sizes[i].wide, size
			}
			return
		}
	}
	if len(l.sizes) < 16 {
		l.sizes = append(l.sizes, share{size, wide})
	}
	if wide > l.most {
		l.most, l.now.Size = wide, size
	}
}

// A share is how wide the characters of one size are in a line.
type share struct{ size, wide float64 }

// parted reports whether a gap is a blank: between letters a small one is, while
// Chinese characters are set apart to fill a line.
func parted(gap, size float64, before, after rune) bool {
	if unicode.IsSpace(before) || unicode.IsSpace(after) {
		return false
	}
	if before < 0x250 && after < 0x250 && before > 0 {
		return gap > 0.17*size
	}
	return gap > 0.9*size
}

// again reports whether a character was drawn at its place already.
func (l *lines) again(words string, x, y, size float64) bool {
	for _, p := range l.past {
		if p.words == words && math.Abs(p.x-x) < 0.15*size && math.Abs(p.y-y) < 0.15*size {
			return true
		}
	}
	if len(l.past) == mostPast {
		l.past = l.past[1:]
	}
	l.past = append(l.past, spot{words, x, y})
	return false
}

// close ends a line; one without words is none.
func (l *lines) close() {
	words := l.words.String()
	if strings.TrimSpace(strings.Map(plain, words)) != "" {
		l.now.Words = words
		l.all, l.apart = append(l.all, l.now), append(l.apart, l.gaps)
	}
	l.words.Reset()
	l.end, l.gaps, l.sizes, l.most = 0, nil, l.sizes[:0], 0
}

// plain takes out what no text has.
func plain(r rune) rune {
	if r == utf8.RuneError || unicode.Is(unicode.Cc, r) || r == 0xAD {
		return -1
	}
	return r
}

// done returns the lines, each cut where a rule stands in one of its gaps.
func (l *lines) done() []Line {
	l.close()
	slices.SortFunc(l.rules, func(a, b rule) int { return cmp.Compare(a.x, b.x) })
	var all []Line
	for i, line := range l.all {
		at := 0
		for _, g := range l.apart[i] {
			if !l.ruled(g, line.Y+0.3*line.Size) {
				continue
			}
			left := line
			left.Words, left.X1 = line.Words[:g.at-at], g.x0
			line.Words, line.X0 = line.Words[g.at-at:], g.x1
			at = g.at
			all = append(all, left)
		}
		all = append(all, line)
	}
	kept := all[:0]
	for _, line := range all {
		if line.Words = strings.TrimSpace(strings.Map(plain, line.Words)); line.Words != "" {
			line.Cell = l.cell(line)
			kept = append(kept, line)
		}
	}
	return kept
}

// cell finds the nearest edge to either side of a line.
func (l *lines) cell(line Line) Cell {
	y := line.Y + 0.3*line.Size
	at, _ := slices.BinarySearchFunc(l.rules, line.X0+1, func(r rule, x float64) int { return cmp.Compare(r.x, x) })
	covers := func(r rule) bool { return r.low <= y && y <= r.high }
	left := at - 1
	for left >= 0 && !covers(l.rules[left]) {
		left--
	}
	right := slices.IndexFunc(l.rules[at:], func(r rule) bool { return r.x > line.X1-1 && covers(r) })
	if left < 0 || right < 0 {
		return Cell{}
	}
	a, b := l.rules[left], l.rules[at+right]
	return Cell{a.x, b.x, max(a.low, b.low), min(a.high, b.high)}
}

// ruled reports whether an upright edge stands in a gap, at a height.
func (l *lines) ruled(g between, y float64) bool {
	from, _ := slices.BinarySearchFunc(l.rules, g.x0-0.5, func(r rule, x float64) int { return cmp.Compare(r.x, x) })
	for _, r := range l.rules[from:] {
		if r.x > g.x1+0.5 {
			return false
		}
		if r.low <= y && y <= r.high {
			return true
		}
	}
	return false
}
