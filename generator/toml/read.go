package toml

import (
	"slices"
	"strings"

	"tonggao/generator/problem"
)

// Read reads a file into a tree; what stops it is a problem, and the tree is
// then nil. first is the line of the file at which text begins.
func Read(file, text string, first int, problems *problem.List) *Node {
	whole := problem.Position{File: file}
	if len(text) > MaxOctets {
		problems.Add(whole, "split it", "the file has more than %d KB", MaxOctets>>10)
		return nil
	}
	if n := readPlain(file, text, first); n != nil {
		return n
	}
	return readAny(file, text, first, problems)
}

// readAny reads a file with the library, and says what is wrong with it.
func readAny(file, text string, first int, problems *problem.List) *Node {
	s := scan(file, text)
	if s.tooDeep.Line > 0 {
		problems.Add(down(s.tooDeep, first), "no value needs that: close the brackets, or write a table of its own below a line [name]", "this is nested more than %d deep", maxDepth)
		return nil
	}
	values, good := decode(file, text, first, problems) // a table, which need not be copied into another
	if !good {
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

func (b builder) build(path, key string, value any) *Node {
	m := b.marks[path]
	n := &Node{Key: key, At: down(m.key, b.first), Value: down(m.value, b.first)}
	switch v := value.(type) {
	case map[string]any:
		n.table = true
		all := make([]*Node, 0, len(v))
		for k, inner := range v {
			all = append(all, b.build(join(path, k), k, inner))
		}
		slices.SortFunc(all, comparePlace)
		for _, e := range all {
			n.Set(e)
		}
	case []map[string]any:
		n.IsList = true
		for i, inner := range v {
			n.List = append(n.List, b.build(item(path, i), key, inner))
		}
	case []any:
		n.IsList = true
		for i, inner := range v {
			n.List = append(n.List, b.build(item(path, i), key, inner))
		}
	default:
		n.Scalar = v
	}
	return n
}

func comparePlace(a, b *Node) int {
	if a.At == b.At {
		return strings.Compare(a.Key, b.Key)
	}
	if a.At.Before(b.At) {
		return -1
	}
	return 1
}
