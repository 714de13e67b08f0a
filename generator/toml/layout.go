package toml

import "strings"

// A Layout says where the tables and keys of a TOML file stand, for whoever
// changes a file and keeps every other byte. Places are octets of the text that
// was laid out. It expects valid TOML; Read says what is wrong with any other.
type Layout struct {
	Tables []Table // in the order of the file; the first has no head and may be empty
}

// A Table is a head such as [a.b] or [[a.b]] with the keys up to the next head.
type Table struct {
	Path   []string // empty for what stands above the first head
	Series bool     // [[a.b]]
	Head   Span     // brackets included
	Keys   []KeyPlace
}

// A KeyPlace is where one key and its value stand. A dotted key has several names.
type KeyPlace struct {
	Names      []string
	Key, Value Span
}

// A Span is a half-open range of octets.
type Span struct{ From, To int }

// In returns the octets of a text that a span covers.
func (s Span) In(text string) string { return text[s.From:s.To] }

// Is reports whether the table has this path.
func (t *Table) Is(path ...string) bool {
	return strings.Join(t.Path, "\x00") == strings.Join(path, "\x00")
}

// Key returns the place of a key, or nil.
func (t *Table) Key(name string) *KeyPlace {
	for i := range t.Keys {
		if k := &t.Keys[i]; len(k.Names) == 1 && k.Names[0] == name {
			return k
		}
	}
	return nil
}

// Last returns the last table of a path, or nil.
func (l *Layout) Last(path ...string) *Table {
	for i := len(l.Tables) - 1; i >= 0; i-- {
		if l.Tables[i].Is(path...) {
			return &l.Tables[i]
		}
	}
	return nil
}

// LayOut finds the tables and keys of a TOML text. A text that is too large or
// nested too deep to be read has an empty layout.
func LayOut(text string) Layout {
	if len(text) > MaxOctets {
		return Layout{Tables: []Table{{}}}
	}
	s := scan("", text)
	return s.layout
}

// open begins a table whose head stands from an octet to here.
func (l *Layout) open(path []string, series bool, from, to int) {
	l.Tables = append(l.Tables, Table{Path: path, Series: series, Head: Span{from, to}})
}

// enter adds a key to the table that was opened last. A plain value ends before
// the spaces that a comment or the line's end follows.
func (l *Layout) enter(text string, names []string, key Span, value Span) {
	value.To = value.From + len(strings.TrimRight(value.In(text), " \t"))
	t := &l.Tables[len(l.Tables)-1]
	t.Keys = append(t.Keys, KeyPlace{Names: names, Key: key, Value: value})
}
