package prose

import (
	"slices"
	"strings"
	"testing"

	"tonggao/generator/problem"
)

// Every character of the tree knows where its author typed it, behind escapes and
// on the later lines of a paragraph too.
func TestPlaces(t *testing.T) {
	source := "甲乙\\*丙\n丁{{x}}戊**己\n庚**\n\n- 辛\n  壬\\#癸\n"
	lines := strings.Split(source, "\n")
	fragment, problems := Parse("x.md", source, 1)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	count := 0
	Walk(fragment.Blocks, func(words Words) {
		words.Walk(func(in Inline) {
			text, ok := in.(Text)
			if !ok {
				return
			}
			octet := 0
			text.Each(func(r rune, at problem.Position) {
				if typed := []rune(lines[at.Line-1])[at.Column-1]; typed != r || text.Place(octet) != at {
					t.Errorf("%c is said to stand at %v, where %c does; Place says %v", r, at, typed, text.Place(octet))
				}
				octet += len(string(r))
				count++
			})
		})
	})
	if count != 12 {
		t.Errorf("%d characters", count)
	}
}

// What is refused and has no words is refused where it stands, behind what leaves nothing too.
func TestPlacesOfWhatHasNoWords(t *testing.T) {
	for source, line := range map[string]int{"甲\n\n***\n": 3, "***\n\n***\n": 1, "[a]: https://a.example/\n\n***\n": 3, "甲\n\n>\n": 3, "- 甲\n- ***\n": 2} {
		_, problems := Parse("x.md", source, 1)
		if len(problems) == 0 || !slices.ContainsFunc(problems, func(p problem.Problem) bool { return p.Line == line && strings.Contains(p.Message, "no place") }) {
			t.Errorf("%q: %v", source, problems)
		}
	}
}
