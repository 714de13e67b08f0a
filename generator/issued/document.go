package issued

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"tonggao/generator/later"
	"tonggao/generator/mention"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// A Document is a text cut into blocks. What it tells of places and spans is in
// octets of Text, in which lines broken in copying are joined.
type Document struct {
	file   string
	Text   string
	lines  []int // octets at which lines start
	Blocks []Block

	sentences []Span // in order

	counted, column int // an octet, and the characters before it in its line
}

// A Role is what a block is in a notice.
type Role int

// The roles.
const (
	Paragraph Role = iota
	Title
	Heading
	Question
	Item
	Meta      // 来源, 发布时间, a document number: about the notice, not of it
	AnnexNote // 附件：名称
	AnnexHead
	Signer // the line of an issuer above the date
	Signed // the date of the sign-off
)

// A Block is a paragraph, a heading or an item. Level is that of its number: 1
// for 一、 2 for （一） 3 for 1. 4 for （1）; 0 without a number. A heading without a
// number has level 1.
type Block struct {
	Role       Role
	Level      int
	Start, End int // octets, number included
	Body       int // where the words begin
	Under      int // index of the heading it stands under, or -1
}

// Words are those of a block, its number left out, cleaned.
func (d *Document) Words(b Block) string { return Clean(d.Text[b.Body:b.End]) }

// Position is the place of an octet in the text as it was given, lines and
// characters from 1.
func (d *Document) Position(offset int) problem.Position {
	line := sort.SearchInts(d.lines, offset+1) - 1
	if d.counted < d.lines[line] || d.counted > offset {
		d.counted, d.column = d.lines[line], 0
	}
	d.column += utf8.RuneCountInString(d.Text[d.counted:offset])
	d.counted = offset
	return problem.Position{File: d.file, Line: line + 1, Column: d.column + 1}
}

// back returns the octet at most n characters before an offset in its line.
func (d *Document) back(offset, n int) int {
	for ; n > 0 && offset > 0 && d.Text[offset-1] != '\n'; n-- {
		_, width := utf8.DecodeLastRuneInString(d.Text[:offset])
		offset -= width
	}
	return offset
}

// Parse cuts a text into blocks: one a line, and lines that were broken in
// copying joined.
func Parse(file, text string) *Document {
	d := &Document{file: file}
	d.Text, d.lines = unwrap(text)
	start := 0
	for line := range strings.SplitSeq(d.Text, "\n") {
		d.line(start, start+len(line))
		start += len(line) + 1
	}
	d.assign()
	d.nest()
	d.split()
	return d
}

// line adds a line as a block of its own, or not at all where it has no words.
func (d *Document) line(start, end int) {
	start, end = d.trim(start, end)
	raw := d.Text[start:end]
	if raw == "" || strings.HasPrefix(raw, "<!--") || strings.Trim(raw, "-*_= ") == "" {
		return
	}
	b := Block{Start: start, End: end, Body: start}
	hashes := len(raw) - len(strings.TrimLeft(raw, "#"))
	b.Body += skipMarks(raw)
	level, width := Numbering(d.Text[b.Body:end])
	b.Level = level
	b.Body, _ = d.trim(b.Body+width, end)
	switch {
	case hashes > 0:
		b.Role = Heading
		if level == 0 {
			b.Level = max(1, hashes-1)
		}
	case level == 0 && strings.ContainsAny(raw[:1], "-*") || bullet.MatchString(raw):
		b.Role = Item
	case level == 1 || level == 2:
		if head, rest := runIn(d.Text[b.Body:end]); rest > 0 {
			d.Blocks = append(d.Blocks, Block{Role: Heading, Level: level, Start: start, Body: b.Body, End: b.Body + head})
			b = Block{Start: b.Body + rest, Body: b.Body + rest, End: end}
		}
	}
	d.Blocks = append(d.Blocks, b)
}

// bullet begins a line that is more than a heading.
var bullet = later.Compile(`^•|^[●■◆▪·○◎□◇▲★☆➢►▶][^，。；：]*[，。；：].`)

// urges is in words that ask something of the reader, which no heading does.
var urges = later.Compile(`请[于在将用务按到尽]|[应须][于在]|务必`)

// runIn splits a heading from the text that goes on in its line: （一）门诊。停机期间……
// It returns the length of the heading and where the text begins; rest is 0
// where the line is no such heading.
func runIn(line string) (head, rest int) {
	head = strings.IndexAny(line, "：:。，,；")
	if head <= 0 || utf8.RuneCountInString(line[:head]) > 20 || len(mention.Find(line[:head], site.Day{})) > 0 {
		return 0, 0
	}
	if SaysPending(line[:head]) || urges.MatchString(line[:head]) || strings.Count(line[:head], "（") > strings.Count(line[:head], "）") || line[head] == ':' && line[head-1] >= '0' && line[head-1] <= '9' {
		return 0, 0 // a sentence, within brackets, or in 23:00
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
func (d *Document) trim(start, end int) (int, int) {
	raw := d.Text[start:end]
	left := len(raw) - len(strings.TrimLeftFunc(raw, blank))
	if left == len(raw) {
		return start, start
	}
	return start + left, start + len(strings.TrimRightFunc(raw, blank))
}

func blank(r rune) bool { return unicode.IsSpace(r) || r == 0xFEFF || r >= 0x200B && r <= 0x200D }

// skipMarks is the length of Markdown marks before the words of a line.
func skipMarks(raw string) int {
	return len(raw) - len(strings.TrimLeft(raw, "#>*-•●■◆▪·○◎□◇▲★☆➢►▶ \t\u3000"))
}

// nest says which heading each block stands under, and drops what was emptied.
func (d *Document) nest() {
	kept := d.Blocks[:0]
	for _, b := range d.Blocks {
		if b.End > b.Start {
			kept = append(kept, b)
		}
	}
	d.Blocks = kept
	open := [6]int{-1, -1, -1, -1, -1, -1}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		depth := b.depth()
		b.Under = -1
		for level := min(depth, 5) - 1; level >= 1 && b.Under < 0; level-- {
			b.Under = open[level]
		}
		if b.Role == Heading || b.Role == Question || b.Role == AnnexHead {
			open[min(depth, 5)] = i
			for deeper := depth + 1; deeper < len(open); deeper++ {
				open[deeper] = -1
			}
		}
	}
}

// depth is the level of a heading among headings; text stands below them all.
func (b Block) depth() int {
	switch b.Role {
	case AnnexHead:
		return 1
	case Heading:
		return max(b.Level, 1)
	case Question:
		return 4
	}
	return 5
}
