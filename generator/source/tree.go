package source

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"tonggao/generator/problem"
)

// A node is a value of a TOML file with the place where it stands. Exactly one
// of scalar, table and list says what it is.
type node struct {
	key     string
	at      problem.Position // of the key
	value   problem.Position // of the value
	scalar  any              // string, bool, int64, float64 or time.Time
	table   map[string]*node
	order   []string // the table's keys as written
	list    []*node
	isList  bool
	dropped []string // keys of the table that did not fit the schema
	over    *node    // the value of a file above that this one replaces
	omitted []*node  // tables that say omit, and so take away one of a file above
}

func (n *node) isTable() bool { return n.table != nil }

// get returns an entry of a table, or nil.
func (n *node) get(key string) *node {
	if n == nil {
		return nil
	}
	return n.table[key]
}

// entries returns a table's entries in the order of their file.
func (n *node) entries() []*node {
	if n == nil {
		return nil
	}
	entries := make([]*node, 0, len(n.order))
	for _, key := range n.order {
		entries = append(entries, n.table[key])
	}
	return entries
}

// text, flag, texts and day return a scalar of the kind that the schema has
// already checked, or its zero.
func (n *node) text(key string) string {
	if v := n.get(key); v != nil {
		s, _ := v.scalar.(string)
		return s
	}
	return ""
}

func (n *node) flag(key string) bool {
	if v := n.get(key); v != nil {
		b, _ := v.scalar.(bool)
		return b
	}
	return false
}

func (n *node) number(key string) float64 {
	if v := n.get(key); v != nil {
		f, _ := v.scalar.(float64)
		return f
	}
	return 0
}

func (n *node) texts(key string) []string {
	v := n.get(key)
	if v == nil {
		return nil
	}
	var texts []string
	for _, i := range v.list {
		s, _ := i.scalar.(string)
		texts = append(texts, s)
	}
	return texts
}

// valueAt is where a key's value stands; the table itself where it has no such key.
func (n *node) valueAt(key string) problem.Position {
	if v := n.get(key); v != nil {
		return v.value
	}
	return n.at
}

// set puts an entry into a table, last when its key is new.
func (n *node) set(entry *node) {
	if _, known := n.table[entry.key]; !known {
		n.order = append(n.order, entry.key)
	}
	n.table[entry.key] = entry
}

// readTOML reads a file into a tree; what stops it is a problem, and the tree is
// then nil. first is the line of the file at which text begins.
func readTOML(file, text string, first int, problems *problem.List) *node {
	whole := problem.Position{File: file}
	if len(text) > maxOctets {
		problems.Add(whole, "split it", "the file has more than %d KB", maxOctets>>10)
		return nil
	}
	s := scan(file, text)
	if s.tooDeep.Line > 0 {
		problems.Add(down(s.tooDeep, first), "", "this is nested more than %d deep", maxDepth)
		return nil
	}
	values := map[string]any{}
	if _, err := toml.Decode(text, &values); err != nil {
		problems.Add(down(placeOf(err, whole, text), first), tomlHint(err, text), "%s", tomlMessage(err, text))
		return nil
	}
	b := builder{marks: s.marks, first: first}
	return b.build("", "", values)
}

func down(p problem.Position, first int) problem.Position {
	if p.Line > 0 {
		p.Line += first - 1
	}
	return p
}

// A builder joins the library's values with the scanner's positions.
type builder struct {
	marks map[string]mark
	first int
}

func (b builder) build(path, key string, value any) *node {
	m := b.marks[path]
	n := &node{key: key, at: down(m.key, b.first), value: down(m.value, b.first)}
	switch v := value.(type) {
	case map[string]any:
		n.table = make(map[string]*node, len(v))
		for k, inner := range v {
			n.table[k] = b.build(join(path, k), k, inner)
			n.order = append(n.order, k)
		}
		slices.SortFunc(n.order, func(x, y string) int { return comparePlace(n.table[x], n.table[y]) })
	case []map[string]any:
		n.isList = true
		for i, inner := range v {
			n.list = append(n.list, b.build(item(path, i), key, inner))
		}
	case []any:
		n.isList = true
		for i, inner := range v {
			n.list = append(n.list, b.build(item(path, i), key, inner))
		}
	default:
		n.scalar = v
	}
	return n
}

func comparePlace(a, b *node) int {
	if a.at == b.at {
		return strings.Compare(a.key, b.key)
	}
	if a.at.Before(b.at) {
		return -1
	}
	return 1
}

// merge overlays a child's tree on its parent's: tables key by key, everything
// else replaced; omit = true in a table takes away what is inherited.
func merge(parent, child *node) *node {
	switch {
	case parent == nil:
		return child
	case child == nil:
		return parent
	case !parent.isTable() || !child.isTable():
		child.over = parent
		return child
	}
	merged := &node{key: child.key, at: child.at, value: child.value, table: map[string]*node{}, dropped: slices.Concat(parent.dropped, child.dropped), omitted: parent.omitted}
	for _, e := range parent.entries() {
		merged.set(e)
	}
	for _, e := range child.entries() {
		if e.flag("omit") {
			delete(merged.table, e.key)
			merged.order = slices.DeleteFunc(merged.order, func(k string) bool { return k == e.key })
			merged.omitted = append(slices.Clip(merged.omitted), e)
			continue
		}
		merged.set(merge(merged.table[e.key], e))
	}
	return merged
}

// without returns a table without a key; the table itself is left as it is.
func (n *node) without(key string) *node {
	if n.get(key) == nil {
		return n
	}
	copied := *n
	copied.table = map[string]*node{}
	copied.order = nil
	for _, e := range n.entries() {
		if e.key != key {
			copied.set(e)
		}
	}
	return &copied
}

// timeForms are TOML's kinds of times without an offset, by the names that the
// library gives their locations.
var timeForms = map[string]string{"date-local": time.DateOnly, "datetime-local": "2006-01-02T15:04:05", "time-local": time.TimeOnly}

// written shows a scalar as its author wrote it, near enough for a message.
func (n *node) written() string {
	switch v := n.scalar.(type) {
	case string:
		return fmt.Sprintf("%q", v)
	case time.Time:
		if form, local := timeForms[v.Location().String()]; local {
			return v.Format(form)
		}
		return v.Format(time.RFC3339)
	}
	return fmt.Sprint(n.scalar)
}
