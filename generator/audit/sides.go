package audit

import (
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/issued"
	"tonggao/generator/message"
	"tonggao/generator/site"
)

// sameTime reports whether a time of the data is the one that a text gives.
func sameTime(data, text site.Moment) bool {
	return data.Known() && (data.Same(text) || data.Exact() && text.Exact() && data.Instant.Equal(text.Instant))
}

// sameEnd reports whether a window that ends in the data ends so in a text too: 至17日,
// 至17日24时 and 至18日零时 are one end.
func sameEnd(data, text site.Moment) bool {
	return sameTime(data, text) || data.Known() && data.Precision != text.Precision && data.End().Equal(text.End())
}

// sameBound reports whether a bound of the data is the time that a text gives.
func sameBound(data *site.Moment, text site.Moment) bool { return data != nil && sameTime(*data, text) }

// within reports whether a time of the data lies on the day that is all a text gives.
func within(data, text site.Moment) bool {
	return text.Precision == site.ToDay && data.Exact() && data.Day() == text.Day()
}

// atMidnight reports whether a text begins with the day that is all the data gives.
func atMidnight(data, text site.Moment) bool {
	return data.Precision == site.ToDay && text.Exact() && data.Instant.Equal(text.Instant)
}

// A side is on which side of a time its fact lies.
type side int

const (
	none side = iota
	before
	after
)

var (
	beforeIt  = regexp.MustCompile(`^[）)\s]*(?:[（(][^）)]{1,8}[）)])?(?:之前|以前|前(?:[^期台后往年]|$))`)
	afterIt   = regexp.MustCompile(`^[）)\s]*(?:[（(][^）)]{1,8}[）)])?(?:之后|以后|后(?:[^续勤台期面]|$))`)
	notLate   = regexp.MustCompile(`(?:最迟|不晚于|不迟于|截至|截止)[于在到至]?[^，。；]{0,4}$`)
	notEarly  = regexp.MustCompile(`(?:不早于|最早)[于在]?[^，。；]{0,4}$`)
	backAgain = regexp.MustCompile(`^[^，。；]{0,8}(?:恢复|开通|开放|上线|启用)(?:[^前后期]|$)`)
	counted   = regexp.MustCompile(`^[）)\s]*(?:之前|以前|前|止)?[（(](不)?(?:包?含|包括)(?:当|该|本|此)?[日天]`)
	hedged    = regexp.MustCompile(`预计|预期|暂定|拟于|拟定|力争|初步定|计划(?:于|在)|大约|左右|约$`)
	allHedge  = regexp.MustCompile(`(?:以上|上述|以下|所列)?时间[^，。；]{0,6}(?:均|都|仅|暂)?为?(?:预计|暂定)|(?:如有|若有|如)(?:提前|延后|推迟|变化|调整)[^。；]{0,24}(?:另行|为准|通知|公告|发布)`)
)

// edge tells the side that the words around a time say.
func (a *auditor) edge(x *issued.Fact) side {
	behind := a.f.Doc.Text[x.End:max(x.End, x.Sentence.End)]
	ahead := issued.Clean(a.f.Doc.Text[min(x.Sentence.Start, x.Start):x.Start])
	switch {
	case beforeIt.MatchString(behind), notLate.MatchString(ahead):
		return before
	case afterIt.MatchString(behind), notEarly.MatchString(ahead):
		return after
	}
	return none
}

// edges notes a recovery that the text gives by a bound and the data by the time itself.
// The text's may be another fact, so it is no difference by itself.
func (a *auditor) edges(x *issued.Fact, same []*site.Milestone) (Verdict, message.Text) {
	edge := a.edge(x)
	behind := issued.FirstRunes(a.f.Doc.Text[x.End:max(x.End, x.Sentence.End)], 12)
	if edge == none || !backAgain.MatchString(behind) {
		return Has, message.Text{}
	}
	for _, m := range same {
		if m.Kind != site.Resume && m.Kind != site.Partial || !sameTime(m.Moment, x.Moment) {
			return Has, message.Text{}
		}
	}
	return Has, message.Say("the text says %s of it, the data has it as the time itself", map[side]string{before: "前", after: "后"}[edge])
}

// countsDay compares 含当日 with the deadline of that day.
func (a *auditor) countsDay(x *issued.Fact, same []*site.Milestone) (Verdict, message.Text) {
	m := counted.FindStringSubmatch(a.f.Doc.Text[x.End:max(x.End, x.Sentence.End)])
	if m == nil {
		return Has, message.Text{}
	}
	counts := m[1] == ""
	for _, c := range same {
		if c.Kind == site.Deadline && c.Moment.Precision == site.ToDay && c.Moment.Includes != counts {
			return Contradicts, message.Say("the text says that the day itself counts: %v; the data has includes_day = %v", counts, c.Moment.Includes)
		}
	}
	return Has, message.Text{}
}

// hedges compares 预计 with the data.
func (a *auditor) hedges(x *issued.Fact, same []*site.Milestone) (Verdict, message.Text) {
	if x.Closes || x.Use != issued.Stated || slices.ContainsFunc(same, func(m *site.Milestone) bool { return !sameTime(m.Moment, x.Moment) }) {
		return Has, message.Text{}
	}
	expected := func(m *site.Milestone) bool { return m.Moment.Expected }
	switch text := a.isHedged(x); {
	case text && !slices.ContainsFunc(same, expected):
		return Lacks, message.Say("the text calls the time expected; the data does not: expected = true")
	case !text && !slices.ContainsFunc(same, func(m *site.Milestone) bool { return !expected(m) }) && !a.hedgedElsewhere(x):
		return Unclear, message.Say("the data calls the time expected; the text does not say so")
	}
	return Has, message.Text{}
}

// isHedged reports whether the words right before a time, or behind it, call it expected.
func (a *auditor) isHedged(x *issued.Fact) bool {
	ahead := issued.Clean(a.f.Doc.Text[min(x.Sentence.Start, x.Start):x.Start])
	if i := strings.LastIndexAny(ahead, "，。；：,;:、0123456789"); i >= 0 {
		ahead = ahead[i:]
	}
	behind := issued.FirstRunes(a.f.Doc.Text[x.End:max(x.End, x.Sentence.End)], 2)
	return hedged.MatchString(lastRunes(ahead, 12)) || behind == "左右"
}

func lastRunes(words string, n int) string {
	all := []rune(words)
	return string(all[max(0, len(all)-n):])
}

// hedgedElsewhere reports whether the text calls that time expected where it names it
// again, or all of its times.
func (a *auditor) hedgedElsewhere(x *issued.Fact) bool {
	if allHedge.MatchString(a.f.Doc.Text) {
		return true
	}
	return slices.ContainsFunc(a.f.Times, func(o issued.Fact) bool { return o.Moment.Same(x.Moment) && a.isHedged(&o) })
}
