package toml

import "tonggao/generator/schema"

// EachText calls f for every text of a file's tree that the schema knows.
func EachText(n *Node, t *schema.Table, f func(*Node, *schema.Key)) {
	for _, e := range n.Entries() {
		k := t.Key(e.Key)
		switch k.Kind {
		case schema.AText, schema.AWords:
			f(e, k)
		case schema.ATexts:
			for _, i := range e.List {
				f(i, k)
			}
		case schema.ATable:
			EachText(e, k.Table, f)
		case schema.ANamed:
			for _, named := range e.Entries() {
				EachText(named, k.Table, f)
			}
		case schema.ASeries:
			for _, i := range e.List {
				EachText(i, k.Table, f)
			}
		}
	}
}
