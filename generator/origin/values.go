package origin

import (
	"strconv"
	"strings"

	"tonggao/generator/toml"
)

// valuesOf lays a tree out: a series counts from 1.
func valuesOf(key string, n *toml.Node) []Value {
	var values []Value
	switch {
	case n == nil:
	case n.IsTable():
		for _, e := range n.Entries() {
			values = append(values, valuesOf(strings.TrimPrefix(key+"."+e.Key, "."), e)...)
		}
		for _, e := range n.Omitted() {
			values = append(values, valueOf(strings.TrimPrefix(key+"."+e.Key+".omit", "."), e.Get("omit")))
		}
	case n.IsList && len(n.List) > 0 && n.List[0].IsTable():
		for i, e := range n.List {
			values = append(values, valuesOf(key+"."+strconv.Itoa(i+1), e)...)
		}
	default:
		values = append(values, valueOf(key, n))
	}
	return values
}

func valueOf(key string, n *toml.Node) Value {
	v := Value{Key: key, Value: n.Plain(), Position: n.Value}
	for over := n.Over; over != nil; over = over.Over {
		v.Replaces = append(v.Replaces, Replaced{over.Plain(), over.Value})
	}
	return v
}
