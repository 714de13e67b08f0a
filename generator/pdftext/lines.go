package pdftext

import (
	"math"
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
}

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
	same := l.words.Len() > 0 && math.Abs(y-l.now.Y) < 0.3*max(size, l.now.Size) && gap > -0.6*size && gap < 2.2*max(size, l.now.Size)
	if !same {
		l.close()
		l.now = Line{X0: x0, X1: x0, Y: y, Size: size}
		gap = 0
	}
	first, _ := utf8.DecodeRuneInString(words)
	if parted(gap, size, l.end, first) {
		l.words.WriteByte(' ')
	}
	l.words.WriteString(words)
	l.end, _ = utf8.DecodeLastRuneInString(words)
	l.now.X1 = max(l.now.X1, x1)
	if !unicode.IsSpace(first) {
		l.now.Size = max(l.now.Size, size)
	}
}

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
	words := strings.Map(plain, l.words.String())
	if strings.TrimSpace(words) != "" {
		l.now.Words = words
		l.all = append(l.all, l.now)
	}
	l.words.Reset()
	l.end = 0
}

// plain takes out what no text has.
func plain(r rune) rune {
	if r == utf8.RuneError || unicode.Is(unicode.Cc, r) || r == 0xAD {
		return -1
	}
	return r
}

func (l *lines) done() []Line {
	l.close()
	return l.all
}
