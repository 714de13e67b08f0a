package prose

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

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
		switch n := n.(type) {
		case *ast.Text:
			p.text(line, n)
			if n.HardLineBreak() {
				flush()
				words = append(words, Break{})
			}
		case *ast.String:
			line.append(string(n.Value), line.end())
		default:
			flush()
			words = append(words, p.inline(n)...)
		}
	}
	flush()
	return words
}

func (p *parser) inline(n ast.Node) Words {
	at := p.places.at(start(n))
	switch n := n.(type) {
	case *ast.Emphasis:
		return Words{Strong{Words: p.words(n)}}
	case *ast.Link:
		words := p.words(n)
		p.checkLink(at, string(n.Destination))
		return Words{Link{At: at, URL: string(n.Destination), Words: words}}
	case *ast.AutoLink:
		at = p.places.at(start(n) + 1) // behind the <
		address := string(n.URL(p.source))
		p.checkLink(at, address)
		return Words{Link{At: at, URL: address, Words: Words{Text{At: at, Value: string(n.Label(p.source))}}}}
	case *ast.Image:
		p.problems.Add(at, "put the picture's facts into words", "pictures have no place in a notice")
	case *ast.RawHTML:
		at = p.places.at(n.Segments.At(0).Start)
		p.problems.Add(at, "write it as Markdown, or leave it out", "HTML has no place in a notice")
	case *ast.CodeSpan:
		p.problems.Add(at, "take the ` marks away", "code has no place in a notice")
	}
	return nil
}

// Schemes are the kinds of address that a link may have.
var Schemes = []string{"http", "https", "mailto", "tel"}

func (p *parser) checkLink(at problem.Position, address string) {
	u, err := url.Parse(address)
	if err != nil || !slices.Contains(Schemes, strings.ToLower(u.Scheme)) {
		p.problems.Add(at, "begin it with https://, http://, mailto: or tel:", "the address %q leads nowhere", address)
	}
}

// A spelled text knows which octet of the source each of its parts came from.
type spelled struct {
	text  string
	parts []part
}

type part struct{ text, source int }

func (s *spelled) append(text string, source int) {
	s.parts = append(s.parts, part{len(s.text), source})
	s.text += text
}

func (s *spelled) end() int {
	if len(s.parts) == 0 {
		return 0
	}
	return s.offset(len(s.text))
}

// offset returns the octet of the source that an octet of the text came from;
// after an escape or an entity in the same part it is a little too small.
func (s *spelled) offset(i int) int {
	source := 0
	for _, p := range s.parts {
		if p.text <= i {
			source = p.source + i - p.text
		}
	}
	return source
}

func (p *parser) text(line *spelled, n *ast.Text) {
	raw := n.Segment.Value(p.source)
	line.append(string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(raw)))), n.Segment.Start)
	if !n.SoftLineBreak() {
		return
	}
	line.text = strings.TrimRight(line.text, " ")
	// A line break inside a Chinese sentence is no space; between Latin words it is one.
	next, _ := utf8.DecodeRune(p.source[min(n.Segment.Stop+1, len(p.source)):])
	last, _ := utf8.DecodeLastRuneInString(line.text)
	if !Wide(last) && !Wide(next) {
		line.append(" ", n.Segment.Stop)
	}
}

// Wide reports whether a character belongs to Chinese text: a character, or a
// mark of its punctuation.
func Wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF || strings.ContainsRune("“”‘’—…·", r)
}

// spell turns plain text into words: its placeholders become nodes.
func (p *parser) spell(line *spelled) Words {
	at := func(i int) problem.Position { return p.places.at(line.offset(i)) }
	if i := strings.Index(line.text, "**"); i >= 0 {
		p.problems.Add(at(i), "put the stars inside the punctuation, or a space outside it, or leave them away",
			"** stands in the text as two stars: Markdown does not take it for emphasis here")
	}
	return split(line.text, at, &p.problems)
}
