package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tonggao/generator/problem"
)

// A plain fragment has headings and paragraphs of one line, parted by empty lines, and no
// sign that Markdown has a meaning for inside a line. Most are plain, and a reader for those
// alone takes a third of the time that the library takes with what accounts for it. It says
// nothing of any other: that is read by the library.

// plain makes the tree of a fragment that is plain; false for any other.
func (p *parser) plain(text string, firstLine int) ([]Block, bool) {
	count, are := plainLines(text)
	if !are {
		return nil, false
	}
	blocks := make([]Block, 0, count)
	at := problem.Position{File: p.file, Line: firstLine}
	for line := range strings.SplitSeq(text, "\n") {
		if b := p.plainBlock(line, at); b != nil {
			blocks = append(blocks, b)
		}
		at.Line++
	}
	if len(blocks) == 0 {
		return nil, true
	}
	return blocks, true
}

// plainLines counts the lines with words; false where one is no plain one.
func plainLines(text string) (count int, are bool) {
	if len(text) > MaxOctets || !utf8.ValidString(text) {
		return 0, false
	}
	parted := true
	for line := range strings.SplitSeq(text, "\n") {
		if line == "" {
			parted = true
			continue
		}
		if !parted || !isPlain(line) {
			return 0, false
		}
		parted = false
		count++
	}
	return count, true
}

// isPlain reports whether a line is a heading or the whole of a paragraph, and says nothing
// to Markdown besides.
func isPlain(line string) bool {
	words := line
	if level := levelOf(line); level > 0 {
		var marked bool
		if words, marked = strings.CutPrefix(line[level:], " "); !marked || level > 6 {
			return false
		}
	}
	for i := range len(words) {
		if c := words[i]; c < utf8.RuneSelf && !meaningless[c] {
			return false
		}
	}
	first, _ := utf8.DecodeRuneInString(words)
	last, _ := utf8.DecodeLastRuneInString(words)
	begins := first == '{' || unicode.IsLetter(first) || first >= utf8.RuneSelf && unicode.IsPunct(first)
	return begins && last != '#' && !unicode.IsSpace(last) && len(line) <= maxLine
}

// levelOf counts the # that a line begins with.
func levelOf(line string) int { return len(line) - len(strings.TrimLeft(line, "#")) }

// meaningless has the signs of ASCII that Markdown gives no meaning inside a line.
var meaningless = func() (signs [utf8.RuneSelf]bool) {
	for c := byte(' '); c < 0x7F; c++ {
		signs[c] = true
	}
	for _, c := range []byte("\\`*_[]<>&!|") {
		signs[c] = false
	}
	return signs
}()

// plainBlock reads a line; at is its line.
func (p *parser) plainBlock(line string, at problem.Position) Block {
	level := levelOf(line)
	if level > 0 {
		at.Column = 1 + level + len(" ")
		return p.titled(&Heading{At: at, Level: level, Words: p.plainWords(line[level+len(" "):], at)})
	}
	at.Column = 1
	words := p.plainWords(line, at)
	if line != "" {
		p.habit(at, line, false)
	}
	return paragraph(words, at)
}

// plainWords reads words of which the first stands at a place.
func (p *parser) plainWords(text string, first problem.Position) Words {
	at := func(i int) problem.Position {
		inside := first
		inside.Column += utf8.RuneCountInString(text[:i])
		return inside
	}
	p.foreignMarks(text, at)
	return split(text, nil, at, &p.problems)
}
