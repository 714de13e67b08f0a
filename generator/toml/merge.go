package toml

import "slices"

// Merge overlays a child's tree on its parent's: tables key by key, everything
// else replaced; omit = true in a table takes away what is inherited.
func Merge(parent, child *Node) *Node {
	switch {
	case parent == nil:
		return child
	case child == nil:
		return parent
	case !parent.IsTable() || !child.IsTable():
		child.Over = parent
		return child
	}
	merged := &Node{Key: child.Key, At: child.At, Value: child.Value, table: true, entries: make([]*Node, 0, len(parent.entries)+len(child.entries))}
	if parent.seldom != nil || child.seldom != nil {
		merged.seldom = &seldom{dropped: slices.Concat(parent.Dropped(), child.Dropped()), omitted: parent.Omitted()}
	}
	for _, e := range parent.Entries() {
		merged.Set(e)
	}
	for _, e := range child.Entries() {
		if e.Flag("omit") {
			merged.Remove(e.Key)
			merged.own().omitted = append(slices.Clip(merged.Omitted()), e)
			continue
		}
		merged.Set(Merge(merged.Get(e.Key), e))
	}
	return merged
}

// Without returns a table without a key; the table itself is left as it is.
func (n *Node) Without(key string) *Node {
	if n.Get(key) == nil {
		return n
	}
	copied := *n
	if copied.entries = make([]*Node, 0, len(n.entries)); n.seldom != nil {
		copied.seldom = &seldom{dropped: n.Dropped(), omitted: n.Omitted()}
	}
	for _, e := range n.entries {
		if e.Key != key {
			copied.Set(e)
		}
	}
	return &copied
}

// OneOf keeps, of two inherited keys that mean one thing, the one that the child has.
func (n *Node) OneOf(child *Node, a, b string) {
	switch {
	case n == nil:
	case child.Get(a) != nil && child.Get(b) == nil:
		n.Remove(b)
	case child.Get(b) != nil && child.Get(a) == nil:
		n.Remove(a)
	}
}
