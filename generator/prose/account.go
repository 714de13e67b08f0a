package prose

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"tonggao/generator/problem"
)

// An account follows the source while the tree is made from it, so that no
// character an author typed vanishes without a word. What stands between two
// texts of the tree must be blank, or the very marks that the nodes between them
// are written with: all else is lost, and is reported where it stands. The rule
// needs no list of what Markdown may do to a text.
type account struct {
	cursor int      // the source before it is accounted for
	due    []mark   // the marks that stand before the next text
	kept   [][2]int // the stretches of the source that the tree holds, in order
}

// A mark reads one sign of Markdown at i and returns where it ends; -1 where it
// does not stand there. It looks no further than to.
type mark func(i, to int) int

// expect tells that a mark stands between the text before and the next one.
func (p *parser) expect(m mark) { p.account.due = append(p.account.due, m) }

// refuse reports what has no place in the tree. All up to the next text counts as
// told.
func (p *parser) refuse(at problem.Position, hint any, wrong string) {
	p.problems.Add(at, hint, wrong)
	p.expect(func(_, to int) int { return to })
}

// keep tells that the tree holds a stretch of the source, and settles what stands
// before it.
func (p *parser) keep(from, to int) {
	p.settle(from)
	p.account.cursor = to
	p.account.kept = append(p.account.kept, [2]int{from, to})
}

// settle accounts for the source up to an octet.
func (p *parser) settle(to int) {
	i := p.account.cursor
	if to < i { // what was read twice
		p.problems.Add(p.places.at(to), "part it by empty lines", "Markdown takes this text for two things at once")
		return
	}
	for _, m := range p.account.due {
		i = p.settleMark(m, i, to)
	}
	p.account.due = p.account.due[:0]
	if i = p.blanks(i, to); i < to {
		p.lost(i, to)
	}
}

// settleMark reads a mark at i, or the next place where it stands.
func (p *parser) settleMark(m mark, i, to int) int {
	from := p.blanks(i, to)
	for at := from; at <= to; at++ {
		if end := m(at, to); end >= 0 {
			if at > from {
				p.lost(from, at)
			}
			return end
		}
	}
	return i
}

// blanks steps over blanks and line ends.
func (p *parser) blanks(i, to int) int {
	for i < to && bytes.IndexByte([]byte(" \t\r\n"), p.source[i]) >= 0 {
		i++
	}
	return i
}

// gaps steps over blanks within a line.
func (p *parser) gaps(i, to int) int {
	for i < to && (p.source[i] == ' ' || p.source[i] == '\t' || p.source[i] == '\r') {
		i++
	}
	return i
}

// sign is a mark that is always written alike.
func (p *parser) sign(text string) mark {
	return func(i, to int) int {
		if bytes.HasPrefix(p.source[i:to], []byte(text)) {
			return i + len(text)
		}
		return -1
	}
}

// published reports whether the tree holds the character at an octet.
func (p *parser) published(offset int) bool {
	_, found := slices.BinarySearchFunc(p.account.kept, offset, func(k [2]int, offset int) int {
		switch {
		case k[1] <= offset:
			return -1
		case k[0] > offset:
			return 1
		}
		return 0
	})
	return found
}

// lost reports a stretch of the source that nothing of the tree stands for.
func (p *parser) lost(from, to int) {
	stretch := bytes.TrimRight(p.source[from:to], " \t\r\n")
	at := p.places.at(from)
	switch {
	case bytes.HasPrefix(stretch, []byte("[^")):
		p.problems.Add(at, footnoteHint, "footnotes are not known here")
	case stretch[0] == '[' && bytes.Contains(stretch, []byte("]:")):
		p.problems.Add(at, referenceHint, "an address apart from its words is not known here")
	default:
		p.problems.Add(at, `put a \ before it where the sign itself is meant, or take it away`, "%s would vanish: Markdown takes it for a mark", shorten(stretch))
	}
}

// shorten is the beginning of a stretch, on one line.
func shorten(stretch []byte) []byte {
	stretch, _, _ = bytes.Cut(stretch, []byte("\n"))
	end := 0
	for range 20 {
		_, size := utf8.DecodeRune(stretch[end:])
		end += size
	}
	return stretch[:end]
}
