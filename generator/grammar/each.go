package grammar

import (
	"strings"

	"tonggao/generator/later"
)

var (
	each     = `每(?:天|日|晚|夜|早|周|星期|礼拜|月|个?(?:工作日|双休日|周末))|逐[日晚夜]|天天|夜夜|隔[日天]|逢(?:周|星期|单|双|[0-9])|双休日`
	often    = later.Compile(each + `|(?:^|[^个0-9一二三四五六七八九十两])工作日(?:[^内前后]|$)|(?:^|[^本这上下])周末|节假日(?:[^期]|$)|[单双][日号]|(?:^|[^本这上下])(?:周|星期)[一二三四五六日天]`)
	clocked  = later.Compile(`[0-9]{1,2}(?:[:：][0-9]{2}|[时点])|[一二三四五六七八九十]{1,3}[时点](?:[0-9半整至到起后前—－~～-]|$)`)
	ofDate   = later.Compile(`^(?:(?:起|止)?[（(](?:周|星期)[一二三四五六日天][^（）()]{0,12}[）)]|(?:周|星期)[一二三四五六日天])`)
	pieces   = later.Compile(`[，,；;。！（）()]`)
	timeIs   = later.Compile(`时(?:间|段)[^，。；]{0,4}$`)
	hourBits = later.Compile(each + `|[0-9]{1,2}[:：][0-9]{2}|[0-9]{1,2}[时点](?:[0-9]{1,2}分|半|整)?|[一二三四五六七八九十]{1,3}[时点半]|(?:周|星期)[一二三四五六日天]|工作日|周末|节假日|夜间|凌晨|早[上晨]?|上午|中午|下午|晚[上间]?|次日|翌日|第二天|当[日晚]|[一二三四五六日天]|[\s、和及与至到—－~～–:：-]|起|止|之?[前后]|的|为|是|均|仅|只|具体|时间|时段|期间`)
	stopTime = later.Compile(`^(?:(?:停|暂停|停止|停机|停办|关闭|封闭|封路|闭馆|闭园|中断|限行|施工|检修|维护|升级|作业|割接)[\p{Han}]{0,6}?时[间段]|具体时[间段])`)
)

// Often reports words for what is so on each day or week, or at some hours of each: 每日, 每周六, 工作日.
func Often(words string) bool { return often.MatchString(words) }

// HoursOnly reports words that name hours of each day, or days of each week, and nothing else.
func HoursOnly(words string) bool {
	return (Often(words) || clocked.MatchString(words)) && hourBits.ReplaceAllString(stopTime.ReplaceAllString(words, ""), "") == ""
}

// BesideHours reports words between days and their hours, or between two of those.
func BesideHours(gap string) bool {
	return hourBits.ReplaceAllString(pieces.ReplaceAllString(gap, ""), "") == "" && !strings.Contains(gap, "。")
}

// StopHours reports words that say at which hours something stops, under a label: 停水时间：每天9:00—17:00.
func StopHours(words string) bool {
	return stopTime.MatchString(words) && HoursOnly(strings.TrimRight(words, "。；"))
}

// OfEach reports whether the words around days, or around one from which something goes on, say
// that what a verb says is so only at some hours of each day, or on some days of each week: 每日22:00—次日
// 6:00暂停; 起，周六、周日停运; 暂停（每晚22时后）. Behind days also bare clocks do: 夜间22时至次日6时封闭.
func OfEach(lead, post, verb string, days bool) bool {
	some := func(words string) bool { return Often(words) || days && clocked.MatchString(words) }
	if Often(lead) {
		return true
	}
	post = ofDate.ReplaceAllString(post, "")
	to := max(0, strings.Index(post, verb))
	before := strings.ReplaceAll(strings.ReplaceAll(post[:to], "（", "，"), "）", "，")
	if some(before) || to == 0 && some(pieces.Split(clockJoined(post), 2)[0]) && !strings.HasPrefix(post, verb) {
		return true
	}
	for n, piece := range pieces.Split(clockJoined(post[to:]), -1) {
		at := strings.Index(piece, "时间")
		switch {
		case some(piece) && HoursOnly(piece), n == 0 && at >= 0 && some(piece[at:]) && timeIs.MatchString(piece[:at+len("时间")]):
			return true
		}
	}
	return false
}

// clockJoined writes clocks without the colon, at which clauses are cut: 22:00.
func clockJoined(words string) string { return colonClock.ReplaceAllString(words, "${1}时${2}分") }

var colonClock = later.Compile(`([0-9]{1,2})[:：]([0-9]{2})`)
