package phrase

import (
	"slices"
	"strings"

	"tonggao/generator/lexicon"
	"tonggao/generator/site"
	"tonggao/generator/timing"
)

// When words a milestone's time as a schedule says it: a stop or a recovery holds
// from then on, a deadline until then, a window from its beginning to its end.
func (v Voice) When(m *site.Milestone) string { return Plain(v.WhenRuns(m)) }

// WhenRuns is When in runs, so that a page can mark the moments themselves, which
// may be worded in forms.
func (v Voice) WhenRuns(m *site.Milestone, forms ...timing.Form) []Run {
	var form timing.Form
	for _, f := range forms {
		form |= f
	}
	return v.when(nil, m, form)
}

// when adds such runs to others.
func (v Voice) when(runs []Run, m *site.Milestone, form timing.Form) []Run {
	format := v.around(m)
	switch {
	case m.Hours != nil && m.OneDay():
		format = both(v.words.Hours.OneDay, format, v.HoursOf(m))
	case m.Hours != nil:
		format += v.words.Hours.Comma + v.HoursOf(m)
	}
	from := Run{Text: v.Moment(m.Moment, form), Datetime: m.Moment.Datetime()}
	if m.Until == nil {
		return around(runs, format, from)
	}
	first, last := v.Ends(m.Moment, *m.Until, form, form)
	if last == "" { // the window is that very day
		return around(runs, strings.Replace(format, v.windowOf(m), "%s", 1), from)
	}
	from.Text = first
	return around(runs, format, from, Run{Text: last, Datetime: m.Until.Datetime()})
}

// windowOf is the words around the two ends of a milestone's window.
func (v Voice) windowOf(m *site.Milestone) string {
	switch {
	case m.Kind == site.Opening:
		return v.words.Window
	case !m.Moment.Known():
		return v.words.Late
	case m.Until.Exact():
		return v.words.UntilHour
	}
	return v.words.Until
}

// around is the words in which a milestone's moment stands, with its end where it
// has one.
func (v Voice) around(m *site.Milestone) string {
	gradual := m.Moment.Gradual && !saysGradual(m)
	switch {
	case m.Until != nil && gradual:
		return v.windowOf(m) + v.words.Stepwise
	case m.Until != nil:
		return v.windowOf(m)
	case !m.Moment.Known():
		return "%s"
	}
	format := "%s"
	switch {
	case m.Kind == site.Deadline:
		format = strings.Replace(v.Limit(m.Moment, "\x00"), "\x00", "%s", 1)
	case m.Kind == site.Rule && !lasts(m), m.Kind == site.Opening:
	case gradual:
		format = v.words.Gradually
	default:
		format = v.words.Since
	}
	if m.Moment.Pending && !saysPending(m) {
		return lexicon.Fill(v.words.PendingFrom, format)
	}
	return format
}

// lasting begin the clause of a rule that holds from its time on, not at it.
var lasting = []string{"此后", "可", "即可", "方可", "按", "改按", "改由", "改为", "实行", "执行", "不再"}

// lasts reports whether a rule's own clause says that it holds from its time on.
func lasts(m *site.Milestone) bool {
	text := Plain(In(site.Chinese).Runs(m.Notice, nil, m.Text))
	return m.Moment.Exact() && slices.ContainsFunc(lasting, func(word string) bool { return strings.HasPrefix(text, word) })
}

// saysGradual reports whether the author's own clause already says that a
// recovery is gradual, so that the schedule does not say it twice.
func saysGradual(m *site.Milestone) bool {
	text := Plain(In(site.Chinese).Runs(m.Notice, nil, m.Text))
	return strings.Contains(text, "逐步") || strings.Contains(text, "陆续")
}

// saysPending reports whether the author's own clause says how the exact time
// will be known, as 具体时间以平台恢复受理为准 does: then none is promised by notice.
func saysPending(m *site.Milestone) bool {
	return strings.Contains(Plain(In(site.Chinese).Runs(m.Notice, nil, m.Text)), "具体时间")
}
