package grammar

import (
	"strings"

	"tonggao/generator/site"
)

// LessBeside reports whether of two verbs one stops and the other one lessens a service.
func LessBeside(a, b Sense) bool {
	return a.Kind == site.Suspend && b.Kind == site.Partial && StateOf(b) != "" || b.Kind == site.Suspend && a.Kind == site.Partial && StateOf(a) != ""
}

// Switches reports a verb that turns a new thing on: 新平台启用.
func Switches(s Sense) bool { return s.Verb == "启用" || s.Verb == "上线" }

// BackLater reports whether a later clause says what comes back with the new thing, wholly or
// bit by bit: 新系统启用，借阅窗口恢复服务.
func BackLater(rest []string) bool {
	for _, c := range rest {
		if all := Senses(c, false); len(all) > 0 && (all[0].Gradual || all[0].Kind == site.Resume && !Switches(all[0]) && PlainName(c[:all[0].Start]+c[all[0].End:]) != "") {
			return true
		}
	}
	return false
}

// TellsItself reports whether the words around a time, its label, those before and behind it and
// what is said there, say themselves what it is of, so that no heading, list or title does.
func TellsItself(label, pre, post, content string, window bool) bool {
	first := UpTo(content, "，")
	switch {
	case strings.HasSuffix(pre, "为") && !TimeIs.MatchString(pre): // 工期为
		return true
	case strings.HasSuffix(pre, "（") && content != "": // 汛期（……）水位较高
		return true
	case Event.MatchString(strings.TrimRight(label+pre, "：")):
		return true
	case !window:
		return false
	}
	handled := handled.MatchString(first) && PlainName(pre) != "" // 年审由6月1日至6月30日办理
	return handled || OwnTerm.MatchString(pre) || GoesOn.MatchString(first) || Staff.MatchString(first) || eachDoing.MatchString(post)
}

// OfSeason reports whether words around days are of a season whose hours of opening follow: 夏令（5月1日至
// 9月30日）开放时间：9:00—17:30.
func OfSeason(pre, post string) bool {
	return season.MatchString(pre) && hoursBehind.MatchString(post) || seasonHours.MatchString(pre)
}
