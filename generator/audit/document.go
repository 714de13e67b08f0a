package audit

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"tonggao/generator/mention"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// A document is a text cut into blocks.
type document struct {
	file   string
	text   string
	lines  []int // octets at which lines start
	blocks []block

	sentences []span // in order

	counted, column int // an octet, and the characters before it in its line
}

// A role is what a block is in a notice.
type role int

const (
	paragraph role = iota
	title
	heading
	question
	item
	meta      // 来源, 发布时间, a document number: about the notice, not of it
	annexNote // 附件：名称
	annexHead
	signer // the line of an issuer above the date
	signed // the date of the sign-off
)

// A block is a paragraph, a heading or an item. Level is that of its number: 1
// for 一、 2 for （一） 3 for 1. 4 for （1）; 0 without a number. A heading without a
// number has level 1.
type block struct {
	role       role
	level      int
	start, end int // octets, number included
	body       int // where the words begin
	under      int // index of the heading it stands under, or -1
}

func (d *document) words(b block) string { return clean(d.text[b.body:b.end]) }

// position is the place of an octet.
func (d *document) position(offset int) problem.Position {
	line := sort.SearchInts(d.lines, offset+1) - 1
	if d.counted < d.lines[line] || d.counted > offset {
		d.counted, d.column = d.lines[line], 0
	}
	d.column += utf8.RuneCountInString(d.text[d.counted:offset])
	d.counted = offset
	return problem.Position{File: d.file, Line: line + 1, Column: d.column + 1}
}

// back returns the octet at most n characters before an offset in its line.
func (d *document) back(offset, n int) int {
	for ; n > 0 && offset > 0 && d.text[offset-1] != '\n'; n-- {
		_, width := utf8.DecodeLastRuneInString(d.text[:offset])
		offset -= width
	}
	return offset
}

// parse cuts a text into blocks: one a line, and lines that were broken in
// copying joined.
func parse(file, text string) *document {
	d := &document{file: file}
	d.text, d.lines = unwrap(text)
	start := 0
	for line := range strings.SplitSeq(d.text, "\n") {
		d.line(start, start+len(line))
		start += len(line) + 1
	}
	d.assign()
	d.nest()
	d.split()
	return d
}

// line adds a line as a block of its own, or not at all where it has no words.
func (d *document) line(start, end int) {
	start, end = d.trim(start, end)
	raw := d.text[start:end]
	if raw == "" || strings.HasPrefix(raw, "<!--") || strings.Trim(raw, "-*_= ") == "" {
		return
	}
	b := block{start: start, end: end, body: start}
	hashes := len(raw) - len(strings.TrimLeft(raw, "#"))
	b.body += skipMarks(raw)
	level, width := numbering(d.text[b.body:end])
	b.level = level
	b.body, _ = d.trim(b.body+width, end)
	switch {
	case hashes > 0:
		b.role = heading
		if level == 0 {
			b.level = max(1, hashes-1)
		}
	case level == 0 && strings.ContainsAny(raw[:1], "-*") || strings.HasPrefix(raw, "•"):
		b.role = item
	case level == 1 || level == 2:
		if head, rest := runIn(d.text[b.body:end]); rest > 0 {
			d.blocks = append(d.blocks, block{role: heading, level: level, start: start, body: b.body, end: b.body + head})
			b = block{start: b.body + rest, body: b.body + rest, end: end}
		}
	}
	d.blocks = append(d.blocks, b)
}

// runIn splits a heading from the text that goes on in its line: （一）门诊。停机期间……
// It returns the length of the heading and where the text begins; rest is 0
// where the line is no such heading.
func runIn(line string) (head, rest int) {
	head = strings.IndexAny(line, "：:。，,；")
	if head <= 0 || utf8.RuneCountInString(line[:head]) > 20 || len(mention.Find(line[:head], site.Day{})) > 0 {
		return 0, 0
	}
	r, width := utf8.DecodeRuneInString(line[head:])
	rest = head + width
	rest += len(line[rest:]) - len(strings.TrimLeft(line[rest:], "* \u3000"))
	if r == '，' || r == ',' || r == '；' || rest >= len(line) {
		return 0, 0
	}
	return head, rest
}

// trim takes blanks off the ends of a span.
func (d *document) trim(start, end int) (int, int) {
	raw := d.text[start:end]
	left := len(raw) - len(strings.TrimLeftFunc(raw, blank))
	if left == len(raw) {
		return start, start
	}
	return start + left, start + len(strings.TrimRightFunc(raw, blank))
}

func blank(r rune) bool { return unicode.IsSpace(r) || r == 0xFEFF || r >= 0x200B && r <= 0x200D }

// skipMarks is the length of Markdown marks before the words of a line.
func skipMarks(raw string) int {
	return len(raw) - len(strings.TrimLeft(raw, "#>*-• \t\u3000"))
}

// nest says which heading each block stands under, and drops what was emptied.
func (d *document) nest() {
	kept := d.blocks[:0]
	for _, b := range d.blocks {
		if b.end > b.start {
			kept = append(kept, b)
		}
	}
	d.blocks = kept
	open := [6]int{-1, -1, -1, -1, -1, -1}
	for i := range d.blocks {
		b := &d.blocks[i]
		depth := b.depth()
		b.under = -1
		for level := min(depth, 5) - 1; level >= 1 && b.under < 0; level-- {
			b.under = open[level]
		}
		if b.role == heading || b.role == question || b.role == annexHead {
			open[min(depth, 5)] = i
			for deeper := depth + 1; deeper < len(open); deeper++ {
				open[deeper] = -1
			}
		}
	}
}

// depth is the level of a heading among headings; text stands below them all.
func (b block) depth() int {
	switch b.role {
	case annexHead:
		return 1
	case heading:
		return max(b.level, 1)
	case question:
		return 4
	}
	return 5
}
