package prose

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"

	"tonggao/generator/message"
)

// The signs that Markdown gives a meaning, so that an author may need to say with
// a backslash that the sign itself is meant.
const meaning = "\\`*_[]<>()#+-=.!|~&"

var entity = regexp.MustCompile(`^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);`)

// unescape adds a stretch of the source to a line, as it will be published: a
// backslash before a sign stands for the sign. A character written in the way of
// HTML, and a backslash that Markdown takes away although the sign behind it
// means nothing, are problems, since what is published is not what was typed.
func (p *parser) unescape(line *spelled, from, to int) {
	if text := p.places.text[from:to]; text != "" && strings.IndexByte(text, '\\') < 0 && strings.IndexByte(text, '&') < 0 {
		line.append(text, from)
		return
	}
	done := from
	plain := func(upto int) {
		if done < upto {
			line.append(p.places.text[done:upto], done)
		}
	}
	for i := from; i < to; i++ {
		switch c := p.source[i]; {
		case c == '\\' && i+1 < to && util.IsPunct(p.source[i+1]):
			plain(i)
			p.escape(i)
			line.escaped = append(line.escaped, line.size)
			line.append(string(p.source[i+1]), i+1)
			i++
			done = i + 1
		case c == '&':
			if found := entity.Find(p.source[i:to]); found != nil {
				plain(i)
				line.append(p.entity(i, found), i)
				done = i + len(found)
				i = done - 1
			}
		}
	}
	plain(to)
}

func (p *parser) escape(i int) {
	sign := p.source[i+1]
	if strings.IndexByte(meaning, sign) < 0 {
		p.problems.Add(p.places.at(i), `take the \ away; where it is meant itself, write \\`, `the \ would vanish: %c needs none before it`, sign)
	}
}

// entity returns what a character written in the way of HTML stands for, and
// reports it; what stands for none is text.
func (p *parser) entity(i int, written []byte) string {
	plain := string(util.ResolveEntityNames(util.ResolveNumericReferences(written)))
	if bytes.Equal(written, []byte(plain)) {
		return plain
	}
	hint := message.Say("write %s", plain)
	if r, _ := utf8.DecodeRuneInString(plain); strings.ContainsRune(meaning, r) {
		hint = message.Say(`write \%s`, plain)
	} else if Hidden(r) || strconv.QuoteRune(r) != "'"+plain+"'" {
		hint = message.Say("take it away")
	}
	p.problems.Add(p.places.at(i), hint, "%s is the writing of HTML for a character, which it would be published as", written)
	return plain
}
