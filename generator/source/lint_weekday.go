package source

import (
	"regexp"

	"tonggao/generator/prose"
	"tonggao/generator/site"
)

var typedWeekdays = regexp.MustCompile(`^[（(]?(?:星期|周|礼拜)([一二三四五六日天])(?:[、,，和及至到~～]|—+|-)(?:星期|周|礼拜)?([一二三四五六日天])`)

// lintWindow looks at the weekdays that are typed behind a window: one is that of
// its end, two are those of both.
func (b *noticeBuilder) lintWindow(h prose.Placeholder, from, to *site.Milestone, after prose.Text) {
	found := typedWeekdays.FindStringSubmatch(after.Value)
	if found == nil {
		b.lintWeekday(*h.To, to, after)
		return
	}
	b.lintWeekday(h, from, prose.Text{At: after.At, Value: "周" + found[1]})
	b.lintWeekday(*h.To, to, prose.Text{At: after.At, Value: "周" + found[2]})
}
