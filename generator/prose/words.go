package prose

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"tonggao/generator/problem"
)

// words turns the inline children of a node into words.
func (p *parser) words(parent ast.Node) Words {
	var words Words
	line := &spelled{}
	flush := func() {
		words = append(words, p.spell(line)...)
		*line = spelled{}
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		t, ok := n.(*ast.Text)
		if !ok {
			flush()
			words = append(words, p.inline(n)...)
			continue
		}
		p.text(line, t)
		if t.HardLineBreak() {
			flush()
			words = append(words, Break{})
			p.hardBreak(t.Segment.Stop)
		}
	}
	flush()
	return words
}

func (p *parser) inline(n ast.Node) Words {
	at := p.places.at(start(n))
	switch n := n.(type) {
	case *ast.Emphasis:
		return p.emphasis(n)
	case *ast.Link:
		return p.link(n)
	case *ast.AutoLink:
		return p.autoLink(n)
	case *ast.Image:
		p.refuse(at, "put the picture's facts into words", "pictures have no place in a notice")
	case *ast.RawHTML:
		p.refuse(p.places.at(n.Segments.At(0).Start), "write it as Markdown, or leave it out", "HTML has no place in a notice")
	case *ast.CodeSpan:
		p.refuse(at, "take the ` marks away", "code has no place in a notice")
	}
	return nil
}

// A spelled text knows which octet of the source each of its parts came from.
type spelled struct {
	parts   []part
	size    int   // of the text
	escaped []int // octets of the text that an author said are no marks
}

// A part begins at an octet of the text.
type part struct {
	words        string
	text, source int
}

func (s *spelled) append(words string, source int) {
	s.parts = append(s.parts, part{words, s.size, source})
	s.size += len(words)
}

// trim takes the blanks at the end away, and returns the character before them.
func (s *spelled) trim() rune {
	for len(s.parts) > 0 {
		end := &s.parts[len(s.parts)-1]
		end.words = strings.TrimRight(end.words, " ")
		if s.size = end.text + len(end.words); end.words != "" {
			last, _ := utf8.DecodeLastRuneInString(end.words)
			return last
		}
		s.parts = s.parts[:len(s.parts)-1]
	}
	return utf8.RuneError
}

// text joins the parts. Most texts have one.
func (s *spelled) text() string {
	if len(s.parts) == 1 {
		return s.parts[0].words
	}
	var text strings.Builder
	text.Grow(s.size)
	for _, p := range s.parts {
		text.WriteString(p.words)
	}
	return text.String()
}

// marks is the text with a blank for each sign that is meant itself.
func (s *spelled) marks(text string) string {
	if s.escaped == nil {
		return text
	}
	octets := []byte(text)
	for _, i := range s.escaped {
		octets[i] = ' '
	}
	return string(octets)
}

// turns lists the octets of the text at which its parts begin.
func (s *spelled) turns() []int {
	var turns []int
	for _, p := range s.parts {
		turns = append(turns, p.text)
	}
	return turns
}

// offset returns the octet of the source that an octet of the text came from.
func (s *spelled) offset(i int) int {
	behind := sort.Search(len(s.parts), func(n int) bool { return s.parts[n].text > i })
	if behind == 0 {
		return 0
	}
	p := s.parts[behind-1]
	return p.source + i - p.text
}

func (p *parser) text(line *spelled, n *ast.Text) {
	p.keep(n.Segment.Start, n.Segment.Stop)
	p.unescape(line, n.Segment.Start, n.Segment.Stop)
	if !n.SoftLineBreak() {
		return
	}
	last := line.trim()
	// A line break inside a Chinese sentence is no space; between Latin words it is one.
	next, _ := utf8.DecodeRune(p.source[p.blanks(n.Segment.Stop, len(p.source)):])
	if !Wide(last) && !Wide(next) {
		line.append(" ", n.Segment.Stop)
	}
}

// hardBreak accounts for what breaks a line at its end.
func (p *parser) hardBreak(end int) {
	if end < len(p.source) && p.source[end] == '\\' {
		p.expect(p.sign(`\`))
		return
	}
	p.problems.Warn(p.places.at(end), `end the line with \ where the break is meant; else take the blanks away`, "two blanks at the end of a line, which nobody sees, break it")
}

// Wide reports whether a character belongs to Chinese text: a character, or a
// mark of its punctuation.
func Wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF || strings.ContainsRune("“”‘’—…·", r)
}

// spell turns plain text into words: its placeholders become nodes.
func (p *parser) spell(line *spelled) Words {
	at := func(i int) problem.Position { return p.places.at(line.offset(i)) }
	text := line.text()
	marks := line.marks(text)
	if i := strings.Index(marks, "**"); i >= 0 {
		p.problems.Add(at(i), "put the stars inside the punctuation, or a space outside it, or leave them away",
			"** stands in the text as two stars: Markdown does not take it for emphasis here")
	}
	p.foreignMarks(marks, at)
	return split(text, line.turns(), at, &p.problems)
}
