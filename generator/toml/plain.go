package toml

import (
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"tonggao/generator/problem"
)

// A plain file has heads and keys without quotes or points in a key, texts on one line
// without a backslash, and lists of such. Nearly all files are plain, and a reader for
// those alone makes their tree in one go, in a tenth of the time that the library and the
// scan take. It says nothing of any other: the library reads that, and finds what is wrong.
type plain struct {
	file, text string
	at         int // octet
	line       int // of the file
	column     int // of the octet counted, which lies on the line
	counted    int
	root       *Node
}

// readPlain reads a file that is plain and right; the tree is nil for any other.
func readPlain(file, text string, first int) *Node {
	if !utf8.ValidString(text) {
		return nil
	}
	r := &plain{file: file, text: text, line: first, column: 1, root: newTable("", problem.Position{})}
	table := r.root
	for r.spaces(); r.at < len(r.text); r.spaces() {
		good := true
		switch c := r.peek(); {
		case c == '[':
			table = r.head()
			good = table != nil
		case isBare(c):
			good = r.pair(table)
		}
		if !good || !r.ends() {
			return nil
		}
	}
	return r.root
}

func (r *plain) peek() byte {
	if r.at < len(r.text) {
		return r.text[r.at]
	}
	return 0
}

func (r *plain) spaces() {
	for r.peek() == ' ' || r.peek() == '\t' {
		r.at++
	}
}

// here counts on from where it was asked last: a line may hold all of a long list.
func (r *plain) here() problem.Position {
	r.column += utf8.RuneCountInString(r.text[r.counted:r.at])
	r.counted = r.at
	return problem.Position{File: r.file, Line: r.line, Column: r.column}
}

// ends steps over the end of a line and the comment before it; it is false where anything
// else stands.
func (r *plain) ends() bool {
	if r.spaces(); r.peek() == '#' {
		for r.at < len(r.text) && inText(r.text[r.at]) {
			r.at++
		}
	}
	return r.at == len(r.text) || r.newLine()
}

func (r *plain) newLine() bool {
	if r.peek() != '\n' {
		return false
	}
	r.at++
	r.line, r.column, r.counted = r.line+1, 1, r.at
	return true
}

// key reads a key, "" where none stands.
func (r *plain) key() (name string, at problem.Position) {
	at = r.here()
	from := r.at
	for isBare(r.peek()) {
		r.at++
	}
	return r.text[from:r.at], at
}

// isBare reports whether an octet is one of a key without quotes.
func isBare(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
}

// inText reports whether an octet can stand in a text or a comment.
func inText(c byte) bool { return c >= ' ' && c != 0x7F || c == '\t' }

// head reads [a.b] or [[a.b]] and returns the table that it opens, nil where it opens none.
func (r *plain) head() *Node {
	brackets := 1
	if strings.HasPrefix(r.text[r.at:], "[[") {
		brackets = 2
	}
	r.at += brackets
	table := r.root
	for depth := 0; table != nil; depth++ {
		key, at := r.key()
		if key == "" || depth == maxDepth {
			return nil
		}
		if r.peek() != '.' {
			table = opened(table, key, at, brackets == 2)
			break
		}
		r.at++
		table = within(table, key, at)
	}
	end := "]]"[:brackets]
	if !strings.HasPrefix(r.text[r.at:], end) {
		return nil
	}
	r.at += brackets
	return table
}

// within is the table that a head names on its way: of a series, the last.
func within(table *Node, key string, at problem.Position) *Node {
	e := table.Get(key)
	switch {
	case e == nil:
		e = newTable(key, at)
		table.Set(e)
	case isSeriesOfTables(e):
		return e.List[len(e.List)-1]
	case !e.IsTable():
		return nil
	}
	return e
}

// opened is the new table that a head opens; nil where the key is taken.
func opened(table *Node, key string, at problem.Position, series bool) *Node {
	fresh, e := newTable(key, at), table.Get(key)
	switch {
	case e == nil && !series:
		table.Set(fresh)
	case e == nil:
		table.Set(&Node{Key: key, At: at, Value: at, IsList: true, List: []*Node{fresh}})
	case series && isSeriesOfTables(e):
		e.List = append(e.List, fresh)
	default:
		return nil
	}
	return fresh
}

func isSeriesOfTables(n *Node) bool { return len(n.List) > 0 && n.List[0].IsTable() }

// pair reads key = value into a table.
func (r *plain) pair(table *Node) bool {
	key, at := r.key()
	r.spaces()
	if r.peek() != '=' || table.Get(key) != nil {
		return false
	}
	r.at++
	r.spaces()
	n := &Node{Key: key, At: at, Value: r.here()}
	table.Set(n)
	if r.peek() == '[' {
		return r.list(n)
	}
	return r.scalar(n)
}

// list reads a list of scalars, which may stand on several lines.
func (r *plain) list(n *Node) bool {
	n.IsList = true
	for r.at++; ; r.at++ {
		r.gap()
		if r.peek() != ']' {
			at := r.here()
			item := &Node{Key: n.Key, At: at, Value: at}
			if !r.scalar(item) {
				return false
			}
			n.List = append(n.List, item)
			r.gap()
		}
		if r.peek() == ']' {
			r.at++
			return true
		}
		if r.peek() != ',' {
			return false
		}
	}
}

// gap steps over blanks and line ends in a list.
func (r *plain) gap() {
	for r.spaces(); r.newLine(); r.spaces() {
	}
}

// scalar reads a text, or what is written without quotes.
func (r *plain) scalar(n *Node) bool {
	if r.peek() == '"' {
		text, good := r.quoted()
		n.Scalar = text
		return good
	}
	from := r.at
	for r.at < len(r.text) && !strings.ContainsRune(" \t\n,]#", rune(r.text[r.at])) {
		r.at++
	}
	n.Scalar = bareValue(r.text[from:r.at])
	return n.Scalar != nil
}

func (r *plain) quoted() (text string, good bool) {
	r.at++
	from := r.at
	for r.at < len(r.text) && inText(r.text[r.at]) && r.text[r.at] != '"' && r.text[r.at] != '\\' {
		r.at++
	}
	text = r.text[from:r.at]
	good = r.peek() == '"'
	r.at++
	return text, good && (text != "" || r.peek() != '"') // """ begins a text of several lines
}

// bareValue is a flag, a number or a day; nil for anything else.
func bareValue(written string) any {
	switch written {
	case "true":
		return true
	case "false":
		return false
	}
	if len(written) == len(time.DateOnly) {
		if day, err := time.ParseInLocation(time.DateOnly, written, placeOfDays()); err == nil {
			return day
		}
	}
	return decoded(written)
}

// placeOfDays is the location by which the library marks a day.
var placeOfDays = sync.OnceValue(func() *time.Location { return decoded(time.DateOnly).(time.Time).Location() })

// decoded is a value without quotes as the library reads it, which knows all the forms; nil
// for none, and for a table or a list.
func decoded(written string) any {
	var values map[string]any
	if _, err := toml.Decode("v="+written, &values); err != nil {
		return nil
	}
	switch v := values["v"].(type) {
	case map[string]any, []any, []map[string]any:
		return nil
	default:
		return v
	}
}
