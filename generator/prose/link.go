package prose

import (
	"bytes"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"tonggao/generator/problem"
)

// Schemes are the kinds of address that a link may have.
var Schemes = []string{"http", "https", "mailto", "tel"}

// link reads [words](address).
func (p *parser) link(n *ast.Link) Words {
	at := p.places.at(n.Pos() + 1) // behind the [
	p.expect(p.sign("["))
	words := p.words(n)
	address := string(n.Destination)
	switch {
	case n.Reference != nil && strings.HasPrefix(string(n.Reference.Value), "^"):
		p.problems.Add(at, footnoteHint, "footnotes are not known here")
	case n.Reference != nil:
		p.problems.Add(at, referenceHint, "an address apart from its words is not known here")
	case len(words) == 0:
		p.problems.Add(at, "write the words that lead there: [words](https://…)", "a link without words")
	default:
		p.checkLink(at, address)
	}
	p.expect(func(i, to int) int { return p.linkEnd(n, i, to) })
	return Words{Link{At: at, URL: address, Words: words}}
}

// linkEnd reads what stands behind the words of a link.
func (p *parser) linkEnd(n *ast.Link, i, to int) int {
	if p.source[min(i, len(p.source)-1)] != ']' || i >= to {
		return -1
	}
	if n.Reference != nil {
		return p.referenceEnd(i+1, to)
	}
	i = p.blanks(i+len("]("), to)
	angled := i < to && p.source[i] == '<'
	if angled {
		i++
	}
	i += len(n.Destination)
	if angled {
		i++
	}
	if i = p.blanks(i, to); i < to && p.source[i] == ')' {
		return i + 1
	}
	p.problems.Add(p.places.at(i), "say it in the text, or leave it away", "the title of a link is not published")
	i += max(0, bytes.Index(p.source[i:to], n.Title)) + len(n.Title)
	return i + bytes.IndexByte(p.source[i:to], ')') + 1
}

// referenceEnd steps over the name of an address that stands elsewhere.
func (p *parser) referenceEnd(i, to int) int {
	if i < to && p.source[i] == '[' {
		if end := bytes.IndexByte(p.source[i:to], ']'); end >= 0 {
			return i + end + 1
		}
	}
	return i
}

// autoLink reads <address>.
func (p *parser) autoLink(n *ast.AutoLink) Words {
	from := n.Pos() + 1 // behind the <
	label := n.Label(p.source)
	at, address := p.places.at(from), string(n.URL(p.source))
	p.expect(p.sign("<"))
	p.keep(from, from+len(label))
	p.expect(p.sign(">"))
	p.checkLink(at, address)
	return Words{Link{At: at, URL: address, Words: Words{Text{At: at, Value: string(label)}}}}
}

// mailbox is what mail can be sent to, as RFC 6068 writes it in an address.
var mailbox = regexp.MustCompile(`^[^@,\s]+@[^@,\s]+\.[^@,\s]+$`)

func (p *parser) checkLink(at problem.Position, address string) {
	if strings.Contains(address, `\\`) || entity.MatchString(address[max(0, strings.IndexByte(address, '&')):]) {
		p.problems.Add(at, "write every sign of it plainly: & and no &amp;, no \\", "the address %q has marks of Markdown or HTML in it", address)
		return
	}
	u, err := url.Parse(address)
	if err != nil || !slices.Contains(Schemes, strings.ToLower(u.Scheme)) {
		p.problems.Add(at, "begin it with https://, http://, mailto: or tel:", "the address %q leads nowhere", address)
		return
	}
	switch web := strings.HasPrefix(strings.ToLower(u.Scheme), "http"); {
	case web && u.Hostname() == "":
		p.problems.Add(at, "write it whole: https://www.nhsa.gov.cn/…", "the address %q leads nowhere", address)
	case strings.EqualFold(u.Scheme, "mailto") && !mailbox.MatchString(u.Opaque):
		p.problems.Add(at, "write it as mailto:name@host.cn", "the address %q leads nowhere", address)
	}
}
