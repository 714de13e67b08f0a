package prose

import (
	"regexp"
	"strconv"

	"github.com/yuin/goldmark/ast"

	"tonggao/generator/problem"
)

func (p *parser) list(n *ast.List, at problem.Position, depth int) Block {
	if depth >= 2 {
		p.refuse(at, "make the inner list a paragraph, or its parent a heading", "a list inside a list inside a list")
		return nil
	}
	list := &List{At: at, Ordered: n.IsOrdered()}
	var numbers []typedNumber
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		p.expect(func(i, to int) int {
			marker := itemMark.Find(p.source[i:to])
			if marker == nil {
				return -1
			}
			value, _ := strconv.Atoi(string(marker[:len(marker)-1]))
			numbers = append(numbers, typedNumber{i, value})
			return i + len(marker)
		})
		if !item.HasChildren() {
			p.problems.Add(p.places.at(item.Pos()), "write its words, or take its mark away", "an item without words")
		}
		list.Items = append(list.Items, p.blocks(item, depth+1))
	}
	if list.Ordered {
		p.expect(func(i, _ int) int { p.checkNumbers(numbers); return i })
	}
	return list
}

var itemMark = regexp.MustCompile(`^(?:[-+*]|[0-9]{1,9}[.)])`)

// A typedNumber is the number of an item, and where it is typed.
type typedNumber struct{ at, value int }

// checkNumbers reports the first item whose number is published as another: the
// program counts from one. A list whose items all have a 1 leaves the counting to it.
func (p *parser) checkNumbers(numbers []typedNumber) {
	ones := true
	for _, n := range numbers {
		ones = ones && n.value == 1
	}
	for i, n := range numbers {
		if n.value == i+1 || ones {
			continue
		}
		hint := "number the items 1. 2. 3. without a gap"
		if i == 0 {
			hint = "begin with 1.; where it goes on with a list above, indent what stands between the two below the item's words"
		}
		p.problems.Add(p.places.at(n.at), hint, "the item is typed as %d, and would be published as %d", n.value, i+1)
		return
	}
}
