package source

import (
	"strconv"
	"strings"
	"time"
)

// valuesOf lays a tree out: a series counts from 1.
func valuesOf(key string, n *node) []Value {
	var values []Value
	switch {
	case n == nil:
	case n.isTable():
		for _, e := range n.entries() {
			values = append(values, valuesOf(strings.TrimPrefix(key+"."+e.key, "."), e)...)
		}
		for _, e := range n.omitted {
			values = append(values, valueOf(strings.TrimPrefix(key+"."+e.key+".omit", "."), e.get("omit")))
		}
	case n.isList && len(n.list) > 0 && n.list[0].isTable():
		for i, e := range n.list {
			values = append(values, valuesOf(key+"."+strconv.Itoa(i+1), e)...)
		}
	default:
		values = append(values, valueOf(key, n))
	}
	return values
}

func valueOf(key string, n *node) Value {
	v := Value{Key: key, Value: n.plain(), Position: n.value}
	for over := n.over; over != nil; over = over.over {
		v.Replaces = append(v.Replaces, Replaced{over.plain(), over.value})
	}
	return v
}

// plain is a value as a program would want it.
func (n *node) plain() any {
	switch {
	case n.isList:
		texts := []string{}
		for _, i := range n.list {
			text, _ := i.scalar.(string)
			texts = append(texts, text)
		}
		return texts
	case n.isTable():
		return "(a table)"
	}
	if day, ok := n.scalar.(time.Time); ok {
		return day.Format(time.DateOnly)
	}
	return n.scalar
}
