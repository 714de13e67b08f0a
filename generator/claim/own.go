package claim

import (
	"strings"

	"tonggao/generator/grammar"
)

// tellsItself reports whether the words around a time say themselves what it is of, so that no
// heading, list or title does.
func (i *item) tellsItself(content string) bool {
	first := grammar.UpTo(content, "，")
	switch {
	case strings.HasSuffix(i.pre, "为") && !grammar.TimeIs.MatchString(i.pre): // 工期为
		return true
	case strings.HasSuffix(i.pre, "（") && content != "": // 汛期（……）水位较高
		return true
	case grammar.Event.MatchString(strings.TrimRight(i.label+i.pre, "：")):
		return true
	case i.until == nil:
		return false
	}
	handled := grammar.Handled.MatchString(first) && grammar.PlainName(i.pre) != "" // 年审由6月1日至6月30日办理
	return handled || grammar.OwnTerm.MatchString(i.pre) || grammar.GoesOn.MatchString(first) || grammar.Staff.MatchString(first) || grammar.EachDoing.MatchString(i.post)
}

// subject is what the words before a time name, without the word for its time: 准考证打印时间.
func (i *item) subject() string {
	return strings.TrimSuffix(strings.TrimSuffix(grammar.PlainName(grammar.SubjectOf(i.pre)), "起止"), "时间")
}

// ofSeason reports whether a window is that of a season whose hours of opening follow: 夏令（5月1日至
// 9月30日）开放时间：9:00—17:30.
func (i *item) ofSeason() bool {
	return i.until != nil && !i.moment().Exact() && (grammar.Season.MatchString(i.pre) && grammar.HoursBehind.MatchString(i.post) || grammar.SeasonHours.MatchString(i.pre))
}
