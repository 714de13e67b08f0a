package toml

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"tonggao/generator/problem"
)

// written is a random TOML file: keys and tables with texts, lists and comments between
// them, each value another one.
func written(random *rand.Rand) string {
	var text strings.Builder
	n := 0
	value := func() string {
		n++
		word := fmt.Sprintf(`"值%d%s"`, n, strings.Repeat("，", random.IntN(3)))
		if random.IntN(3) == 0 {
			return "[" + word + strings.Repeat(" ", random.IntN(2)) + `, "` + fmt.Sprint("乙", n) + `"]`
		}
		return word
	}
	for t := range 1 + random.IntN(4) {
		if t > 0 {
			fmt.Fprintf(&text, "%s[表%d.'a b'.k%d] # %s\n", strings.Repeat("\n", random.IntN(3)), t%2+1, t, value())
		}
		for k := range random.IntN(4) {
			key := fmt.Sprintf(`key%d`, k)
			if random.IntN(4) == 0 {
				key = fmt.Sprintf(`"键%d"`, k)
			}
			fmt.Fprintf(&text, "%s%s%s=%s%s\n", strings.Repeat(" ", random.IntN(3)), key, strings.Repeat(" ", random.IntN(2)), strings.Repeat("\t", random.IntN(2)), value())
		}
	}
	return strings.ReplaceAll(text.String(), "表", "t")
}

// leaves calls f for every scalar of a tree.
func leaves(n *Node, f func(*Node)) {
	switch {
	case n.IsTable():
		for _, e := range n.Entries() {
			leaves(e, f)
		}
	case n.IsList:
		for _, i := range n.List {
			leaves(i, f)
		}
	default:
		f(n)
	}
}

// TestValuesKnowTheirPlace holds that every value of random files stands where its node
// says, in the tree of the file and in any tree that took it over.
func TestValuesKnowTheirPlace(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	seen := 0
	for range 300 {
		texts := map[string]string{"a": written(random), "b": written(random)}
		var problems problem.List
		above, below := Read("a", texts["a"], 1, &problems), Read("b", texts["b"], 1, &problems)
		if above == nil || below == nil {
			t.Fatalf("%v\n%s\n%s", problems, texts["a"], texts["b"])
		}
		whole := Merge(Read("a", texts["a"], 1, &problems), Read("b", texts["b"], 1, &problems))
		for _, tree := range []*Node{above, below, whole} {
			leaves(tree, func(n *Node) {
				seen++
				line := strings.Split(texts[n.Value.File], "\n")[n.Value.Line-1]
				if rest := string([]rune(line)[n.Value.Column-1:]); !strings.HasPrefix(rest, n.Written()) {
					t.Fatalf("%s stands at %s, where %q is", n.Written(), n.Value, rest)
				}
			})
		}
	}
	if seen < 3000 {
		t.Errorf("only %d values", seen)
	}
}

// TestMergeTakesOver holds what inheritance is: a child's key stands in the place of its
// parent's and remembers it, every other key stays, and neither tree loses any.
func TestMergeTakesOver(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		a, b := written(random), written(random)
		var problems problem.List
		read := func(name, text string) *Node { return Read(name, text, 1, &problems) }
		whole, above, below := Merge(read("a", a), read("b", b)), read("a", a), read("b", b)
		taken := func(tree, other *Node) {
			for _, e := range tree.Entries() {
				got := whole.Get(e.Key)
				switch {
				case got == nil:
					t.Fatalf("%s is lost", e.Key)
				case e.IsTable():
				case tree == below && got.Value != e.Value, other.Get(e.Key) == nil && got.Value != e.Value:
					t.Fatalf("%s is that of %s, not of %s", e.Key, got.Value, e.Value)
				case tree == above && other.Get(e.Key) != nil && got.Over.Value != e.Value:
					t.Fatalf("%s has forgotten %s", e.Key, e.Value)
				}
			}
		}
		taken(above, below)
		taken(below, above)
	}
}

// TestOmitTakesAway holds that a table which says omit is gone, and is remembered.
func TestOmitTakesAway(t *testing.T) {
	var problems problem.List
	above := Read("a", "[t.one]\nk = 1\n[t.two]\nk = 2\n", 1, &problems)
	below := Read("b", "[t.one]\nomit = true\n", 1, &problems)
	tables := Merge(above, below).Get("t")
	if tables.Get("one") != nil || tables.Get("two") == nil || len(tables.Omitted()) != 1 || tables.Omitted()[0].At.File != "b" {
		t.Errorf("%v %v", tables.Keys(), tables.Omitted())
	}
}
