// Package toml is the door to TOML, as prose is to Markdown: it reads a file into a tree of
// values that know where they stand, holds the tree against the schema of its file, lays
// one file's tree over that of the file above it, and says where each key of a file stands
// for whoever changes it.
//
// It knows no region and no notice: what a tree means is source's business. It opens no
// file. Begin with Node; Read (read.go) reads plain files, which nearly all are, by itself
// (plain.go), and of others joins the library's values with the places that the scan
// (scan.go) finds, Check (check.go) takes out what does not fit, Merge (merge.go)
// inherits, LayOut (layout.go) is for package amend.
package toml

import (
	"fmt"
	"slices"
	"time"

	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// A Node is a value of a TOML file with the place where it stands: a scalar, a list or a
// table. Of no node all is empty: what asks for a key need not ask whether its table is
// there.
type Node struct {
	Key     string           // in the table that it stands in; "" for a file
	At      problem.Position // of the key
	Value   problem.Position // of the value
	Scalar  any              // string, bool, int64, float64 or time.Time
	entries []*Node          // of a table, in the order of their file
	List    []*Node          // the items, where IsList
	Over    *Node            // the value of a file above that this one replaces
	seldom  *seldom          // nil in nearly all
	table   bool
	IsList  bool
}

// A seldom is what few tables have.
type seldom struct {
	index   map[string]*Node // the entries by their keys, in a table of more than few
	dropped []string         // keys that did not fit the schema
	omitted []*Node          // tables that say omit, and so take away one of a file above
}

// rare is what a node has of what few have.
func (n *Node) rare() seldom {
	if n == nil || n.seldom == nil {
		return seldom{}
	}
	return *n.seldom
}

// own is where a node keeps that.
func (n *Node) own() *seldom {
	if n.seldom == nil {
		n.seldom = &seldom{}
	}
	return n.seldom
}

// Dropped are the keys of the table that did not fit the schema.
func (n *Node) Dropped() []string { return n.rare().dropped }

// Omitted are the tables that say omit, and so take away one of a file above.
func (n *Node) Omitted() []*Node { return n.rare().omitted }

// IsTable tells a table from a scalar and a list.
func (n *Node) IsTable() bool { return n.table }

// Empty is a table without entries.
func Empty(at problem.Position) *Node { return &Node{At: at, table: true} }

func newTable(key string, at problem.Position) *Node {
	return &Node{Key: key, At: at, Value: at, table: true}
}

// few is how many entries are sooner looked through than looked up.
const few = 24

// Get returns an entry of a table, or nil.
func (n *Node) Get(key string) *Node {
	if n == nil {
		return nil
	}
	if n.seldom != nil && n.seldom.index != nil {
		return n.seldom.index[key]
	}
	for _, e := range n.entries {
		if e.Key == key {
			return e
		}
	}
	return nil
}

// Entries returns a table's entries in the order of their file. It is not to be changed, and
// stays the same while entries are taken out of the table.
func (n *Node) Entries() []*Node {
	if n == nil {
		return nil
	}
	return slices.Clip(n.entries)
}

// Text returns the text of a key, which the schema has already checked, or "".
func (n *Node) Text(key string) string {
	if v := n.Get(key); v != nil {
		s, _ := v.Scalar.(string)
		return s
	}
	return ""
}

// Flag returns what a key says, true or false; false without it.
func (n *Node) Flag(key string) bool {
	if v := n.Get(key); v != nil {
		b, _ := v.Scalar.(bool)
		return b
	}
	return false
}

// Number returns the number of a key, or 0.
func (n *Node) Number(key string) float64 {
	if v := n.Get(key); v != nil {
		f, _ := v.Scalar.(float64)
		return f
	}
	return 0
}

// Day returns the day of a key, or the zero day where it has none.
func (n *Node) Day(key string) site.Day {
	if v := n.Get(key); v != nil {
		if t, ok := v.Scalar.(time.Time); ok {
			return site.Day{Year: t.Year(), Month: t.Month(), Day: t.Day()}
		}
	}
	return site.Day{}
}

// Texts returns the texts of a list.
func (n *Node) Texts(key string) []string {
	v := n.Get(key)
	if v == nil {
		return nil
	}
	var texts []string
	for _, i := range v.List {
		s, _ := i.Scalar.(string)
		texts = append(texts, s)
	}
	return texts
}

// ValueAt is where a key's value stands; the table itself where it has no such key.
func (n *Node) ValueAt(key string) problem.Position {
	if v := n.Get(key); v != nil {
		return v.Value
	}
	return n.At
}

// Inside is where the first character of a text stands, behind its opening quote.
func (n *Node) Inside() problem.Position {
	at := n.Value
	at.Column++
	return at
}

// usual is how many entries most tables have room for.
const usual = 4

// Set puts an entry into a table, last when its key is new.
func (n *Node) Set(entry *Node) {
	if was := n.Get(entry.Key); was != nil {
		n.entries[slices.Index(n.entries, was)] = entry
	} else {
		if n.entries == nil {
			n.entries = make([]*Node, 0, usual)
		}
		n.entries = append(n.entries, entry)
	}
	if index := n.rare().index; index != nil {
		index[entry.Key] = entry
	} else if len(n.entries) > few {
		n.own().index = make(map[string]*Node, 2*few)
		for _, e := range n.entries {
			n.seldom.index[e.Key] = e
		}
	}
}

// Remove takes an entry out of a table.
func (n *Node) Remove(key string) {
	if n.Get(key) == nil {
		return
	}
	n.entries = slices.DeleteFunc(slices.Clone(n.entries), func(e *Node) bool { return e.Key == key })
	delete(n.rare().index, key)
}

// timeForms are TOML's kinds of times without an offset, by the names that the
// library gives their locations.
var timeForms = map[string]string{"date-local": time.DateOnly, "datetime-local": "2006-01-02T15:04:05", "time-local": time.TimeOnly}

// Written shows a scalar as its author wrote it, near enough for a message.
func (n *Node) Written() string {
	switch v := n.Scalar.(type) {
	case string:
		return fmt.Sprintf("%q", v)
	case time.Time:
		if form, local := timeForms[v.Location().String()]; local {
			return v.Format(form)
		}
		return v.Format(time.RFC3339)
	}
	return fmt.Sprint(n.Scalar)
}

// Lacks reports whether one of the keys stood in a table and did not fit.
func (n *Node) Lacks(keys ...string) bool {
	return slices.ContainsFunc(n.Dropped(), func(key string) bool { return slices.Contains(keys, key) })
}

// Keys are a table's, in the order of its file.
func (n *Node) Keys() []string {
	var keys []string
	for _, e := range n.Entries() {
		keys = append(keys, e.Key)
	}
	return keys
}

// Items are the values of a list, or the one value.
func Items(v *Node) []*Node {
	if v == nil {
		return nil
	}
	if v.IsList {
		return v.List
	}
	return []*Node{v}
}

// Plain is a value as a program would want it.
func (n *Node) Plain() any {
	switch {
	case n.IsList:
		texts := []string{}
		for _, i := range n.List {
			text, _ := i.Scalar.(string)
			texts = append(texts, text)
		}
		return texts
	case n.IsTable():
		return "(a table)"
	}
	if day, ok := n.Scalar.(time.Time); ok {
		return day.Format(time.DateOnly)
	}
	return n.Scalar
}
