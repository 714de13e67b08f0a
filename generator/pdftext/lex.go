package pdftext

import (
	"bytes"
	"strconv"
)

// The values of a PDF are nil, bool, float64, string, name, ref, word, array and dict.
type (
	name  string
	word  string // an operator, or a bracket
	ref   int
	array []any
	dict  map[name]any
)

// A lexer reads values from octets.
type lexer struct {
	b    []byte
	i    int
	left *budget
	refs bool // 1 0 R is a reference: in objects, not in content
}

const end = word("")

func white(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func special(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// skip passes blanks and comments.
func (l *lexer) skip() {
	for l.i < len(l.b) {
		switch c := l.b[l.i]; {
		case white(c):
			l.i++
		case c == '%':
			for l.i < len(l.b) && l.b[l.i] != '\n' && l.b[l.i] != '\r' {
				l.i++
			}
		default:
			return
		}
	}
}

// token reads the next token; end where there is none.
func (l *lexer) token() any {
	l.skip()
	if l.i >= len(l.b) {
		return end
	}
	switch c := l.b[l.i]; c {
	case '/':
		l.i++
		return l.name()
	case '(':
		return l.literal()
	case '<':
		if l.at("<<") {
			l.i += 2
			return word("<<")
		}
		return l.hex()
	case '>':
		if l.at(">>") {
			l.i += 2
			return word(">>")
		}
		l.i++
		return word(">")
	case '[', ']', '{', '}', ')':
		l.i++
		return word(string(c))
	}
	start := l.i
	for l.i < len(l.b) && !white(l.b[l.i]) && !special(l.b[l.i]) {
		l.i++
	}
	return bareword(string(l.b[start:l.i]))
}

func (l *lexer) at(s string) bool { return bytes.HasPrefix(l.b[l.i:], []byte(s)) }

// bareword is a number, a truth or an operator.
func bareword(s string) any {
	if c := s[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		if n, err := strconv.ParseFloat(s, 64); err == nil && n > -1e9 && n < 1e9 {
			return n
		}
		return 0.0
	}
	switch s {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	return word(s)
}

func (l *lexer) name() name {
	var out []byte
	for l.i < len(l.b) && !white(l.b[l.i]) && !special(l.b[l.i]) {
		c := l.b[l.i]
		l.i++
		if c == '#' && l.i+1 < len(l.b) {
			if v, err := strconv.ParseUint(string(l.b[l.i:l.i+2]), 16, 8); err == nil {
				c = byte(v)
				l.i += 2
			}
		}
		out = append(out, c)
	}
	return name(out)
}

// literal reads (…), with its escapes.
func (l *lexer) literal() string {
	var out []byte
	l.i++
	for depth := 1; l.i < len(l.b); {
		c := l.b[l.i]
		l.i++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return string(out)
			}
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

func (l *lexer) escape(out []byte) []byte {
	if l.i >= len(l.b) {
		return out
	}
	c := l.b[l.i]
	l.i++
	switch {
	case c >= '0' && c <= '7':
		v := int(c - '0')
		for n := 0; n < 2 && l.i < len(l.b) && l.b[l.i] >= '0' && l.b[l.i] <= '7'; n++ {
			v = v*8 + int(l.b[l.i]-'0')
			l.i++
		}
		return append(out, byte(v))
	case c == '\r':
		if l.i < len(l.b) && l.b[l.i] == '\n' {
			l.i++
		}
		return out
	case c == '\n':
		return out
	case escapes[c] != 0:
		return append(out, escapes[c])
	}
	return append(out, c)
}

// hex reads <…>.
func (l *lexer) hex() string {
	var out []byte
	half, odd := byte(0), false
	for l.i++; l.i < len(l.b); {
		c := l.b[l.i]
		l.i++
		if c == '>' {
			break
		}
		v := bytes.IndexByte([]byte("0123456789abcdef"), c|0x20)
		if c >= '0' && c <= '9' {
			v = int(c - '0')
		}
		if v < 0 {
			continue
		}
		if odd = !odd; odd {
			half = byte(v) << 4
			continue
		}
		out = append(out, half|byte(v))
	}
	if odd {
		out = append(out, half)
	}
	return string(out)
}

// value reads a value; an operator or a stray bracket as it is.
func (l *lexer) value(depth int) any {
	start := l.i
	t := l.token()
	spend(&l.left.values, 1+(l.i-start)/64)
	if n, ok := t.(float64); ok && l.refs {
		return l.reference(n)
	}
	if depth > mostNested {
		return t
	}
	switch t {
	case word("["):
		all := array{}
		for {
			v := l.value(depth + 1)
			if v == end || v == word("]") || v == word(">>") {
				return all
			}
			all = append(all, v)
		}
	case word("<<"):
		return l.dict(depth)
	}
	return t
}

func (l *lexer) dict(depth int) dict {
	all := dict{}
	for {
		key := l.token()
		if key == end || key == word(">>") {
			return all
		}
		k, ok := key.(name)
		if !ok {
			continue
		}
		v := l.value(depth + 1)
		if v == end || v == word(">>") {
			return all
		}
		all[k] = v
	}
}

// reference reads on behind a number: 12 0 R is a reference to object 12.
func (l *lexer) reference(n float64) any {
	at := l.i
	if g, ok := l.token().(float64); ok && g >= 0 && n >= 0 && l.token() == word("R") {
		return ref(n)
	}
	l.i = at
	return n
}
