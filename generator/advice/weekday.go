package advice

import (
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/prose"
	"tonggao/generator/site"
)

var typedWeekdays = regexp.MustCompile(`^[（(]?(?:星期|周|礼拜)([一二三四五六日天])(?:[、,，和及至到~～]|—+|-)(?:星期|周|礼拜)?([一二三四五六日天])`)

// lintPair looks at the weekdays of both that are typed behind two moments, 自…至…; it is
// false where they do not make a window, or one weekday alone is typed.
func (b *brief) lintPair(words prose.Words, i int) bool {
	h, after := words[i].(prose.Placeholder), textAfter(words, i)
	if i < 2 || h.To != nil || !typedWeekdays.MatchString(after.Value) {
		return false
	}
	first, placed := words[i-2].(prose.Placeholder)
	text, typed := words[i-1].(prose.Text)
	if !placed || first.To != nil || !typed || !slices.Contains(joins, strings.TrimSpace(text.Value)) {
		return false
	}
	from, to := b.notice.Milestone(first.Name), b.notice.Milestone(h.Name)
	if from == nil || to == nil {
		return false
	}
	last := h // a copy, so that nothing is kept of other lines
	first.To = &last
	b.lintWindow(first, from, to, after)
	return true
}

// lintWindow looks at the weekdays that are typed behind a window: one is that of
// its end, two are those of both.
func (b *brief) lintWindow(h prose.Placeholder, from, to *site.Milestone, after prose.Text) {
	found := typedWeekdays.FindStringSubmatch(after.Value)
	if found == nil {
		b.lintWeekday(*h.To, to, after)
		return
	}
	b.lintWeekday(h, from, prose.Text{At: after.At, Value: "周" + found[1]})
	b.lintWeekday(*h.To, to, prose.Text{At: after.At, Value: "周" + found[2]})
}
