package claim

import (
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
)

// spread shares the words of a part among its items.
func (d *Reading) spread(items []item, s issued.Span) {
	from := s.Start
	for i := range items {
		it := &items[i]
		it.pre, it.label = d.lead(from, it.Start)
		end := s.End
		if i+1 < len(items) {
			end = d.boundary(it.End, items[i+1].Start)
		}
		it.post = issued.FullWidth(issued.Clean(d.Doc.Text[it.End:max(it.End, end)]))
		from = end
	}
}

// boundary is where the words behind one item end and those before the next begin.
func (d *Reading) boundary(from, to int) int {
	gap := d.Doc.Text[from:to]
	at := strings.LastIndexAny(gap, "，,：:（(、")
	if at < 0 {
		if put := newTime.FindStringIndex(gap); put != nil && len(grammar.Senses(issued.Clean(gap), false)) > 0 {
			return from + put[0] // 4月22日的停水推迟至4月24日
		}
		if words := issued.Clean(gap); edged.MatchString(words) || len(grammar.Senses(words, false)) > 0 {
			return to
		}
		return from
	}
	return from + at
}

// edged begins words that belong to the time before them.
var edged = regexp.MustCompile(`^\s*(?:之前|以前|前|之后|以后|后|止|起)\p{Han}`)

// joiners lead to a time and name nothing.
var joiners = []string{"但", "并", "且", "同时", "其中", "而", "现"}

// lead is the last clause before a time, and what a colon before it names.
func (d *Reading) lead(from, to int) (pre, label string) {
	words := issued.FullWidth(issued.Clean(d.Doc.Text[from:to]))
	words = strings.TrimLeft(words, "，,、；;：（")
	if i := strings.LastIndex(words, "："); i >= 0 {
		label, words = words[:i], words[i+len("："):]
		if j := strings.LastIndexAny(label, "，；。"); j >= 0 {
			label = strings.TrimLeft(label[j:], "，；。")
		}
	}
	if i := strings.LastIndex(words, "，"); i >= 0 && grammar.ToTime.MatchString(words[i+len("，"):]) {
		words = words[:i+len("，")]
	}
	switch i := strings.LastIndex(words, "，"); {
	case i >= 0 && slices.Contains(joiners, strings.TrimSpace(words[i+len("，"):])):
		words = words[:i]
		if j := strings.LastIndex(words, "，"); j >= 0 {
			words = words[j+len("，"):]
		}
	case i >= 0 && strings.TrimSpace(words[i+len("，"):]) != "":
		words = words[i+len("，"):]
	case i >= 0 && (len([]rune(words[:i])) > 10 || strings.Contains(words[:i], "，") || grammar.Because.MatchString(words[:i]) || grammar.WhyBehind.MatchString(words[:i])):
		words = grammar.SubjectOf(words[:i]) // or another matter, which its comma ends
	}
	return strings.Trim(words, " ，"), label
}
