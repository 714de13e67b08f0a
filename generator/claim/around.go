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
		it.pre, it.label = grammar.Lead(issued.FullWidth(issued.Clean(d.Doc.Text[from:it.Start])))
		end := s.End
		if i+1 < len(items) {
			end = d.boundary(it.End, items[i+1].Start)
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

// boundary is where the words behind one item end and those before the next begin.
func (d *Reading) boundary(from, to int) int {
	gap := d.Doc.Text[from:to]
	at := strings.LastIndexAny(gap, "，,：:（(、")
	if at < 0 {
		if put := grammar.NewTime.FindStringIndex(gap); put != nil && len(grammar.Senses(issued.Clean(gap), false)) > 0 {
			return from + put[0] // 4月22日的停水推迟至4月24日
		}
		if words := issued.Clean(gap); grammar.Edged.MatchString(words) || len(grammar.Senses(words, false)) > 0 {
			return to
		}
		return from
	}
	return from + at
}
