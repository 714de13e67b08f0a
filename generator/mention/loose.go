package mention

import (
	"strings"
	"unicode/utf8"
)

// leads of a time: the words that stand behind one and make a time of what alone
// could be a count, a ratio or a number of a chapter.
var leading = []string{"起", "前", "之前", "以前", "后", "之后", "以后", "止", "截止", "期间", "恢复", "暂停", "停", "开始", "开放", "开通", "启用", "上线", "关闭", "中断",
	"逐步", "全面", "全部", "陆续", "正式", "重新", "再次", "正常", "照常", "不再", "封闭", "闭馆", "闭园"}

// led reports whether the words at i make a time of what stands before them.
func (f *finder) led(i int) bool {
	i, _ = blanks(f.text, f.partAfter(i))
	return hasAny(f.text[i:], leading...) || f.joined(i)
}

// ledDay is led for a bare day: 3日后 is as often a length of time.
func (f *finder) ledDay(i int) bool {
	return !hasAny(f.text[i:], "后", "之后", "以后", "期间") && (f.led(i) || hasAny(f.text[i:], "末班", "首班", "全天", "全日", "全线", "视天气", "视情", "视海况", "视风"))
}

// ledBehind reports whether the end of a window that begins at i is led.
func (f *finder) ledBehind(i int) bool {
	n := numberAt(f.text, joins(f.text, i))
	_, after := unitAt(f.text, n.end)
	return f.led(after)
}

// joined reports whether the words at i join a window that goes on with a time,
// or with a placeholder, before which a text ends.
func (f *finder) joined(i int) bool {
	next := joins(f.text, i)
	if next == i {
		return false
	}
	_, _, isWord := f.wordLength(next)
	return next == len(f.text) || isWord || numberAt(f.text, next).value >= 0 || hasAny(f.text[next:], "次", "翌", "当")
}

// partAfter steps over a part of the day.
func (f *finder) partAfter(i int) int {
	at, _ := blanks(f.text, i)
	for _, entry := range parts {
		if strings.HasPrefix(f.text[at:], entry.word) {
			return at + len(entry.word)
		}
	}
	return i
}

// counted are what is counted or measured behind a number, so that 1.5 or 1/2 is
// no date.
var counted = []string{"%", "％", "‰", "倍", "元", "万", "亿", "千", "百", "米", "公", "个", "人", "户", "度", "℃", "级", "版", "吨", "斤", "克", "条", "节", "章", "款", "项", "页",
	"小时", "分", "秒", "天", "年", "次", "种", "类", "家", "件", "名", "岁", "周岁", "寸", "升", "k", "m", "c", "G", "M", "K", "V", "折", "成", "比"}

// brief reads 5.10 and 5/10, a month and a day without a word, 24.5.10, and
// 11/3号, which is a date by its last word.
func (f *finder) brief(t Time, n number) (Time, bool) {
	if n.chinese || n.digits > 2 || f.glued(t.Start) {
		return t, false
	}
	sep, width := separator(f.text, n.end)
	second := arabic(f.text, n.end+width)
	if sep != '.' && sep != '/' || second.digits < 1 || second.digits > 2 {
		return t, false
	}
	month, day := n, second
	if next, width := separator(f.text, second.end); next == sep {
		month, day = second, arabic(f.text, second.end+width)
		t.Year = 2000 + n.value
		if day.digits < 1 || day.digits > 2 || n.value < 20 || n.value > 50 {
			return t, false
		}
	}
	if month.value < 1 || month.value > 12 || day.value < 1 || day.value > 31 {
		return t, false
	}
	t.Month, t.YearOmitted = month.value, t.Year == 0
	if unit, after := unitAt(f.text, day.end); unit == '日' {
		return f.withDay(t, day, after), true
	}
	if continued(f.text, day.end) && !f.joined(day.end) || hasAny(f.text[day.end:], counted...) {
		return t, false
	}
	t = f.withDay(t, day, day.end)
	t.Loose = true
	return t, t.Clock >= 0 || t.Weekday > 0 || f.ends(t) || f.partAfter(t.End) > t.End || f.led(t.End) && !f.measures(t.End) || f.listedBrief(sep, t.End)
}

// listedBrief reports whether a second brief date follows in a list and is led:
// 5.10、5.11暂停.
func (f *finder) listedBrief(sep rune, i int) bool {
	month := arabic(f.text, skipAny(f.text, i, "、", "和", "及"))
	next, width := separator(f.text, month.end)
	day := arabic(f.text, month.end+width)
	return next == sep && month.digits > 0 && day.digits > 0 && month.end > i && f.led(day.end)
}

// ends reports whether a brief date closes the window that one before it opened.
func (f *finder) ends(t Time) bool {
	return f.closing(t.Start) && (f.last().Loose || strings.ContainsRune(".．/", dateSign(f.last().Words(f.text))))
}

// dateSign is the sign between the figures of a date.
func dateSign(words string) rune {
	_, width := separator(words, arabic(words, 0).end)
	r, _ := utf8.DecodeRuneInString(words[min(len(words), arabic(words, 0).end):])
	if width == 0 {
		return 'x'
	}
	return r
}

// measures reports whether a window that goes on at i ends with a measure: 1.5—2.5倍.
func (f *finder) measures(i int) bool {
	next := joins(f.text, f.partAfter(i))
	if next == i {
		return false
	}
	n := arabic(f.text, next)
	if sep, width := separator(f.text, n.end); sep == '.' || sep == '/' {
		n = arabic(f.text, n.end+width)
	}
	return hasAny(f.text[n.end:], counted...)
}

// words for days that count from the day of reading, and what a calendar has no
// figures for.
var dayNames = []string{"今日", "今天", "明日", "明天", "后天", "昨日", "昨天", "今晚", "明晚", "今早", "明早", "节后", "节前", "假期后", "假期", "长假", "周末", "月底", "月初", "月末", "年底", "年初", "年末",
	"下周", "下个月", "下月", "春节", "国庆节", "国庆", "元旦", "五一", "端午节", "端午", "中秋节", "中秋", "清明节", "清明", "劳动节"}

// word reads a time without figures where the words behind it make it one: 周五起,
// 明日恢复, 节后.
func (f *finder) word(i int) (Time, bool) {
	length, weekday, ok := f.wordLength(i)
	if !ok {
		return Time{}, false
	}
	t := Time{Start: i, End: i + length, Clock: -1, Finest: Day, Weekday: weekday, YearOmitted: true, Loose: true}
	before := f.text[f.floor():i]
	if last := f.last(); last != nil && (before == "（" || before == "(") {
		return t, false // the weekday of a date
	}
	if endsWithAny(before, "每", "每逢", "逢", "每个", "的", "月", "年") {
		return t, false
	}
	if next := f.partAfter(t.End); numberAt(f.text, next).value >= 0 && !f.joined(t.End) {
		return t, false // a clock, which takes the word along
	}
	if f.closing(i) && f.last().Loose {
		return t, true
	}
	if weekday > 0 && f.toWeekday(t.End) {
		return t, f.ledWeekdays(t.End)
	}
	self := hasAny(f.text[i:], "节后", "节前", "假期后")
	return t, self || f.led(t.End)
}

// toWeekday reports whether a window of weekdays goes on at i.
func (f *finder) toWeekday(i int) bool {
	next := joins(f.text, i)
	weekday, _ := weekdayAfter(f.text, next)
	return next > i && weekday > 0
}

// ledWeekdays tells 周五至周日暂停 from opening hours, 周一至周五上午.
func (f *finder) ledWeekdays(i int) bool {
	_, after := weekdayAfter(f.text, joins(f.text, i))
	return hasAny(f.text[after:], leading...)
}

// firstOfWords are the characters that words for a day begin with.
const firstOfWords = "今明后昨节假长月年春国元五端中清劳本下上这周星礼"

// wordLength returns the length of a word for a day at i, and its weekday.
func (f *finder) wordLength(i int) (length, weekday int, ok bool) {
	if i+len("今") > len(f.text) || f.text[i] < 0xE4 || f.text[i] > 0xE9 {
		return 0, 0, false
	}
	if !strings.Contains(firstOfWords, f.text[i:i+len("今")]) {
		return 0, 0, false
	}
	at := skipAny(f.text, i, "本", "下", "上", "这")
	if hasAny(f.text[at:], "周", "星期", "礼拜") {
		if weekday, next := weekdayAfter(f.text, at); weekday > 0 {
			return next - i, weekday, true
		}
	}
	for _, word := range dayNames {
		if strings.HasPrefix(f.text[i:], word) {
			return len(word), 0, true
		}
	}
	return 0, 0, false
}
