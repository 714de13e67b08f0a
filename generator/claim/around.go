package claim

import (
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
)

// spread shares the words of a part among its items.
func (d *Reading) spread(items []item, s issued.Span) {
	from := s.Start
	for i := range items {
		it := &items[i]
		before := issued.FullWidth(issued.Clean(d.Doc.Text[from:it.Start]))
		it.expected = grammar.Expecting.MatchString(before)
		it.pre, it.label = grammar.Lead(before)
		it.pre = grammar.Unaltered.ReplaceAllString(it.pre, "")
		if bound := grammar.NoSooner.FindString(it.pre); bound != "" {
			it.pre, it.noSooner = strings.TrimSuffix(it.pre, bound), true
		}
		end := s.End
		if i+1 < len(items) {
			end = it.End + grammar.Boundary(d.Doc.Text[it.End:items[i+1].Start])
		}
		it.post = issued.FullWidth(issued.Clean(d.Doc.Text[it.End:max(it.End, end)]))
		from = end
	}
	for i := len(items) - 2; i >= 0; i-- {
		it, next := &items[i], &items[i+1]
		if it.until != nil && next.until != nil && grammar.ListOn.MatchString(d.Doc.Text[it.End:next.Start]) {
			it.post = next.post // 5月10日9:00～11:00、5月12日9:00～11:00停渡
			next.pre = it.pre
		}
	}
}
