package toml

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"tonggao/generator/problem"
)

// Limits of a TOML file. The TOML library dies of a stack overflow on a megabyte
// of brackets, takes gigabytes on a long dotted key and minutes on deep inline
// tables, so the scan refuses these before the library sees them. A text stands in
// a table, a calendar's line or on a poster, where finding the size at which a very
// long one fits would take minutes.
const (
	MaxOctets = 256 << 10 // of a file
	MaxText   = 1000      // characters of one value
	maxDepth  = 12
)

// A mark is where a key and its value stand.
type mark struct{ key, value problem.Position }

// A scanner finds the positions of keys and values, which the TOML library
// keeps to itself. It expects valid TOML and is lenient with anything else:
// what is wrong is the library's to say.
type scanner struct {
	file         string
	text         string
	at           int // octet
	line, column int
	marks        map[string]mark // by path; see join
	arrays       map[string]int  // how often an array of tables has been opened
	layout       Layout
	tooDeep      problem.Position
}

// join makes the path of a key below another; list items are #0, #1.
func join(path, key string) string { return path + "\x00" + key }

func item(path string, i int) string { return join(path, "#"+strconv.Itoa(i)) }

func scan(file, text string) *scanner {
	s := &scanner{file: file, text: text, line: 1, column: 1, marks: map[string]mark{}, arrays: map[string]int{}, layout: Layout{Tables: []Table{{}}}}
	table := ""
	for s.blank(); s.at < len(s.text) && !s.deep(); s.blank() {
		before := s.at
		if s.peek() == '[' {
			table = s.header()
		} else {
			s.pair(table)
		}
		if s.at == before {
			s.next()
		}
	}
	return s
}

func (s *scanner) deep() bool { return s.tooDeep.Line > 0 }

func (s *scanner) peek() byte {
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return 0
}

func (s *scanner) here() problem.Position {
	return problem.Position{File: s.file, Line: s.line, Column: s.column}
}

func (s *scanner) next() {
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	s.at += size
	s.column++
	if r == '\n' {
		s.line++
		s.column = 1
	}
}

func (s *scanner) skip(n int) {
	for end := s.at + n; s.at < end && s.at < len(s.text); {
		s.next()
	}
}

// blank skips spaces, line ends and comments.
func (s *scanner) blank() {
	for s.at < len(s.text) {
		switch s.peek() {
		case ' ', '\t', '\r', '\n':
			s.next()
		case '#':
			s.comment()
		default:
			return
		}
	}
}

func (s *scanner) comment() {
	for s.at < len(s.text) && s.peek() != '\n' {
		s.next()
	}
}

func (s *scanner) spaces() {
	for s.peek() == ' ' || s.peek() == '\t' {
		s.next()
	}
}

// header reads [a.b] or [[a.b]] and returns the path of the table it opens.
func (s *scanner) header() string {
	array, from := strings.HasPrefix(s.text[s.at:], "[["), s.at
	s.skip(1)
	if array {
		s.skip(1)
	}
	keys, places := s.dotted()
	path := ""
	for i, key := range keys {
		path = s.put(join(path, key), places[i], places[i])
		count, isArray := s.arrays[path]
		switch {
		case array && i == len(keys)-1:
			s.arrays[path] = count + 1
			path = s.put(item(path, count), places[i], places[i])
		case isArray:
			path = item(path, count-1)
		}
	}
	for s.peek() == ']' {
		s.next()
	}
	s.layout.open(keys, array, from, s.at)
	return path
}

// put records a mark unless the path has one, and returns the path.
func (s *scanner) put(path string, key, value problem.Position) string {
	if _, known := s.marks[path]; !known {
		s.marks[path] = mark{key, value}
	}
	return path
}

// dotted reads a key such as a."b c".d with the position of each part.
func (s *scanner) dotted() (keys []string, places []problem.Position) {
	for {
		s.spaces()
		at := s.here()
		keys, places = append(keys, s.key()), append(places, at)
		s.spaces()
		if len(keys) > maxDepth {
			s.tooDeep = at
		}
		if s.peek() != '.' || s.deep() {
			return keys, places
		}
		s.next()
	}
}

func (s *scanner) key() string {
	c, from := s.peek(), s.at
	if c == '"' || c == '\'' {
		s.quoted(c)
		key := s.text[min(from+1, s.at):max(from+1, s.at-1)]
		if plain, err := strconv.Unquote(`"` + key + `"`); c == '"' && err == nil {
			return plain
		}
		return key
	}
	for s.at < len(s.text) && !strings.ContainsRune(" \t\r\n.=]#[{},\"'", rune(s.peek())) {
		s.next()
	}
	return s.text[from:s.at]
}

// pair reads key = value below a table.
func (s *scanner) pair(table string) {
	from := s.at
	keys, places := s.dotted()
	if s.peek() != '=' {
		s.comment()
		return
	}
	key := Span{from, from + len(strings.TrimRight(s.text[from:s.at], " \t"))}
	value := Span{From: s.assigned(table, keys, places, 0)}
	value.To = s.at
	s.layout.enter(s.text, keys, key, value)
}

// assigned reads what stands behind a key from the equals sign on, and returns
// the octet at which the value begins.
func (s *scanner) assigned(path string, keys []string, places []problem.Position, depth int) int {
	s.next()
	s.spaces()
	begins := s.at
	for i, key := range keys {
		path = s.put(join(path, key), places[i], s.here())
	}
	s.value(path, depth)
	return begins
}

// value skips a value, recording what lies inside lists and inline tables.
func (s *scanner) value(path string, depth int) {
	if depth > maxDepth {
		s.tooDeep = s.here()
	}
	if s.deep() {
		return
	}
	switch c := s.peek(); c {
	case '"', '\'':
		s.quoted(c)
	case '[':
		s.between(']', func(i int) {
			s.put(item(path, i), s.here(), s.here())
			s.value(item(path, i), depth+1)
		})
	case '{':
		s.between('}', func(int) {
			keys, places := s.dotted()
			if s.peek() == '=' {
				s.assigned(path, keys, places, depth+1)
			}
		})
	default:
		for s.at < len(s.text) && !strings.ContainsRune(",]}#\r\n", rune(s.peek())) {
			s.next()
		}
	}
}

// between reads the parts of a list or an inline table, commas between them.
func (s *scanner) between(end byte, part func(i int)) {
	s.next()
	for i := 0; ; i++ {
		s.blank()
		if s.peek() == end || s.at >= len(s.text) || s.deep() {
			break
		}
		before := s.at
		part(i)
		s.blank()
		if s.peek() == ',' || s.at == before {
			s.next()
		}
	}
	s.next()
}

// quoted skips a string in any of the four TOML forms.
func (s *scanner) quoted(quote byte) {
	fence := strings.Repeat(string(quote), 3)
	if !strings.HasPrefix(s.text[s.at:], fence) {
		fence = string(quote)
	}
	s.skip(len(fence))
	for s.at < len(s.text) && !strings.HasPrefix(s.text[s.at:], fence) {
		if len(fence) == 1 && s.peek() == '\n' {
			return
		}
		if s.peek() == '\\' && quote == '"' {
			s.next()
		}
		s.next()
	}
	s.skip(len(fence))
}
