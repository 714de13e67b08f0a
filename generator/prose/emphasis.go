package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"tonggao/generator/message"
)

// emphasis reads stressed words. Marks that touch what stands outside them are as
// often a sum: 缴费基数*12*8% would be published as 缴费基数128%. Two stars in the
// midst of a Chinese sentence stress, since Chinese has no blanks to put round
// them; two stars beside a figure or a letter, and a single one beside anything
// but a blank or a mark of punctuation, may be either.
func (p *parser) emphasis(n *ast.Emphasis) Words {
	at := n.Pos()
	fence := string(p.source[at : at+n.Level])
	clash := false
	p.expect(func(i, to int) int {
		end := p.sign(fence)(i, to)
		before, _ := utf8.DecodeLastRune(p.source[:i])
		clash = clash || end >= 0 && !inside(n, n.PreviousSibling()) && touches(fence, before, openers)
		return end
	})
	words := p.words(n)
	p.expect(func(i, to int) int {
		end := p.sign(fence)(i, to)
		if end < 0 {
			return end
		}
		after, _ := utf8.DecodeRune(p.source[end:])
		if clash || !inside(n, n.NextSibling()) && touches(fence, after, closers) {
			p.problems.Add(p.places.at(at), message.Say("write × for a product and \\%s for the sign; stressed words have two stars on each side", fence[:1]), "the %s marks would vanish: they touch what stands outside them, so that Markdown stresses the words between", fence)
		}
		return end
	})
	return Words{Strong{Words: words}}
}

// What may stand before and behind a single star that stresses, but blanks.
const (
	openers = "，。；：！？、“‘《「（【(.,;:!?}"
	closers = "，。；：！？、”’》」）】).,;:!?{"
)

// inside reports whether what stands beside a mark is another one, which it lies
// within, ***words*** being two, or that of a link.
func inside(n, neighbour ast.Node) bool {
	_, stressed := n.Parent().(*ast.Emphasis)
	_, link := neighbour.(*ast.Link)
	return stressed && neighbour == nil || link
}

// touches reports whether a mark beside a character may be no mark.
func touches(fence string, r rune, beside string) bool {
	if r == utf8.RuneError || unicode.IsSpace(r) {
		return false
	}
	if fence == "**" || fence == "__" {
		return !Wide(r) && !strings.ContainsRune(beside, r)
	}
	return !strings.ContainsRune(beside, r)
}
