package grammar

import (
	"strings"

	"tonggao/generator/issued"
	"tonggao/generator/later"
)

var (
	opening = later.Compile(`^(?:[，,；;：:。、）)\s]|起|止|之前|以前|前|之后|以后|后|期间|开始|的)+`)
	// aboutThen is what a time left behind it: 17时左右对城东停水. 左右两侧 is of a road.
	aboutThen = later.Compile(`^(?:左右|前后)([^两侧岸线幅江转车邻门排]|$)`)
	leading   = later.Compile(`^(?:暂停|停止|停机|停办|切换)(?:[^，。；,;:：]{0,13}[^提，。；,;:：])?前[，,]?`)
	// asBelow: 现将有关事项通知如下：
	asBelow = later.Compile(`[，,](?:现|具体)[^，。；]{0,20}如下[:：]?$`)
	// settled: 因系统升级，定于; 我馆定于
	settled = later.Compile(`((?:^|[，,])(?:[我本](?:[局馆院校行司店站处所]|公司|中心|单位|集团))?)(?:现|兹|将|拟|计划|暂|预计)*定$`)
	closing = later.Compile(`(?:[，,；;：:。、（(“\s]|自|于|在|从|至|到|最迟)+$`)
)

// NoMore is a text that tells no service: 暂停时间.
var NoMore = later.Compile(`^(?:暂停|恢复|停机|停办|启用)(?:时间)?$`)

// Tidy takes off a clause what led to its time or on from it, and brackets that
// lost their other half.
func Tidy(words string) string {
	for again := true; again; {
		before := words
		words = closing.ReplaceAllString(asBelow.ReplaceAllString(leading.ReplaceAllString(opening.ReplaceAllString(aboutThen.ReplaceAllString(words, "$1"), ""), ""), ""), "")
		if words != before {
			words = settled.ReplaceAllString(words, "$1")
		}
		if !strings.HasSuffix(words, "申请") && !strings.HasSuffix(words, "提请") {
			words = strings.TrimSuffix(words, "请")
		}
		again = words != before
	}
	words = strings.NewReplacer("<", "", ">", "").Replace(strings.TrimRight(words, "！？!?."))
	for _, pair := range [...][2]string{{"（", "）"}, {"(", ")"}, {"“", "”"}, {"《", "》"}} {
		if strings.Count(words, pair[0]) != strings.Count(words, pair[1]) {
			words = strings.NewReplacer(pair[0], "", pair[1], "").Replace(words)
		}
	}
	return issued.FullWidth(words)
}

// LabelOf shortens a text to a few words: the first clause that says enough.
func LabelOf(text string) string {
	for _, c := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("，。；：,;:（）()", r) }) {
		if len([]rune(c)) >= 5 {
			return issued.FirstRunes(c, 18)
		}
	}
	return issued.FirstRunes(text, 18)
}

// Shorten cuts a text for a poster: whole clauses, about sixty characters.
func Shorten(text string) string {
	end, count := 0, 0
	for i, r := range text {
		if count++; count > 60 && end > 0 || count > 120 {
			break
		}
		if r == '，' || r == '；' {
			end = i
		}
	}
	switch {
	case count <= 60:
		return text
	case end == 0:
		return issued.FirstRunes(text, 120)
	}
	return Tidy(text[:end])
}

// UpTo cuts words before the first of some marks.
func UpTo(words, marks string) string {
	if i := strings.IndexAny(words, marks); i >= 0 {
		return words[:i]
	}
	return words
}
