package prose

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"tonggao/generator/message"
	"tonggao/generator/problem"
)

var (
	headingID = regexp.MustCompile(`^#([\p{L}\p{N}][\p{L}\p{N}_-]*)$`)
	// typed is a number that an author set by hand: 一、 （一） (一) 1. 1、 （1） 第一条.
	typed = regexp.MustCompile(`^\s*(第[一二三四五六七八九十百]+[章节条]|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十0-9]+[）)]|[0-9]+[.．、]([^0-9]|$)|问[：:、]|问题?[0-9一二三四五六七八九十]+)`)
)

func (p *parser) heading(n *ast.Heading, at problem.Position) Block {
	return p.titled(&Heading{At: at, Level: n.Level, Words: p.headingWords(n)})
}

// titled reads what a heading has besides its words, and says what is wrong with it; nil
// where it has no words.
func (p *parser) titled(h *Heading) Block {
	at := h.At
	if h.Level > 3 {
		p.problems.Add(at, "use at most ###: with the fragment's title that makes the four levels of a notice", "a heading of level %d", h.Level)
		h.Level = 3
	}
	p.attributes(h)
	if len(h.Words) == 0 {
		p.problems.Add(at, "write its words, or take the # away", "a heading without words")
		return nil
	}
	if first, ok := h.Words[0].(Text); ok && mayBeNumbered(first.Value) {
		if number := typed.FindString(first.Value); number != "" {
			p.problems.Add(at, "take it away: the program sets the numbers", "the heading begins with a typed number, %s", strings.TrimSpace(number))
		}
	}
	return h
}

// mayBeNumbered spares nearly all headings the search.
func mayBeNumbered(words string) bool { return !worded(words) || strings.HasPrefix(words, "问") }

// headingWords reads the words of a heading with the marks round them. A line of
// dashes or equals signs makes a heading of the line above, which is hardly ever
// meant.
func (p *parser) headingWords(n *ast.Heading) Words {
	if p.source[n.Pos()] != '#' {
		at := p.places.at(start(n))
		words := p.words(n)
		p.refuse(at, message.Say("begin the line with %s where a heading is meant; else take the line below away", strings.Repeat("#", n.Level)), "the line below makes a heading of this one")
		return words
	}
	p.expect(p.sign(strings.Repeat("#", n.Level)))
	words := p.words(n)
	p.expect(func(i, to int) int {
		if i < to && p.source[i] == '#' && len(words) > 0 {
			end := i + len(p.source[i:to]) - len(strings.TrimLeft(string(p.source[i:to]), "#"))
			if p.places.at(i).Line == p.places.at(n.Pos()).Line {
				p.problems.Add(p.places.at(i), `take it away, or write \# for the sign itself`, "%s behind the heading would vanish", p.source[i:end])
				return end
			}
		}
		return i
	})
	return words
}

// attributes takes {#id audience="…"} off the end of a heading.
func (p *parser) attributes(h *Heading) {
	if len(h.Words) == 0 {
		return
	}
	last, ok := h.Words[len(h.Words)-1].(Text)
	if !ok {
		return
	}
	open := strings.LastIndexAny(strings.TrimSuffix(last.Value, "}"), "{}")
	if !strings.HasSuffix(last.Value, "}") || open < 0 || last.Value[open] != '{' {
		return
	}
	inside := last.Value[open+1 : len(last.Value)-1]
	last.Value = strings.TrimRight(last.Value[:open], " \t\n\f\r")
	h.Words[len(h.Words)-1] = last
	if last.Value == "" {
		h.Words = h.Words[:len(h.Words)-1]
	}
	p.attribute(h, inside)
}

func (p *parser) attribute(h *Heading, inside string) {
	if before, rest, found := strings.Cut(inside, `audience="`); found {
		if ids, behind, closed := strings.Cut(rest, `"`); closed {
			h.Audience = strings.Fields(ids)
			inside = before + behind
		}
	}
	if strings.TrimSpace(inside) == "" && h.Audience == nil {
		p.problems.Add(h.At, `a heading can end with {#id} and {audience="insured provider"}`, "{} would vanish")
	}
	for _, field := range strings.Fields(inside) {
		id := headingID.FindStringSubmatch(field)
		if id == nil || h.pinned() != "" {
			p.problems.Add(h.At, `a heading can end with {#id} and {audience="insured provider"}`, "{%s} is not understood", field)
			continue
		}
		if made.MatchString(id[1]) {
			h.kept = id[1]
			continue
		}
		h.ID = id[1]
	}
}
