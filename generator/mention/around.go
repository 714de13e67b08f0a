package mention

import (
	"strings"
	"unicode/utf8"
)

// A relation says what a word such as 次日 or 今年 counts from.
type relation int

const (
	none     relation = iota
	ofYear            // years from the context's
	ofMonth           // months from the context's
	ofToday           // days from the context's
	ofBefore          // days from the time before in the text
)

// A relative is a word that a time counts from; with relation none it recurs.
type relative struct {
	word  string
	from  relation
	shift int
}

var yearWords = []relative{
	{"今年", ofYear, 0}, {"本年", ofYear, 0}, {"当年", ofYear, 0}, {"同年", ofYear, 0}, {"明年", ofYear, 1}, {"次年", ofYear, 1}, {"去年", ofYear, -1}, {"上年", ofYear, -1}, {"每年", none, 0},
}

var monthWords = []relative{
	{"本月", ofMonth, 0}, {"下月", ofMonth, 1}, {"上月", ofMonth, -1}, {"同月", ofBefore, 0}, {"当月", none, 0}, {"次月", none, 0}, {"每月", none, 0},
}

var dayWords = []relative{
	{"次日", ofBefore, 1}, {"翌日", ofBefore, 1}, {"第二天", ofBefore, 1}, {"当日", ofBefore, 0}, {"当天", ofBefore, 0}, {"同日", ofBefore, 0},
	{"今日", ofToday, 0}, {"今天", ofToday, 0}, {"明日", ofToday, 1}, {"明天", ofToday, 1}, {"后天", ofToday, 2}, {"昨日", ofToday, -1}, {"昨天", ofToday, -1},
	{"每日", none, 0}, {"每天", none, 0}, {"工作日", none, 0}, {"周末", none, 0}, {"节假日", none, 0},
}

// before widens a time to the left by the word that stands there.
func (f *finder) before(t Time, words []relative) Time {
	text := f.text[f.floor():t.Start]
	for _, w := range words {
		if strings.HasSuffix(text, w.word) {
			t.Start -= len(w.word)
			t.relative, t.shift, t.Recurs = w.from, w.shift, w.from == none
			return t
		}
	}
	return t
}

func (f *finder) withYearWord(t Time) Time  { return f.before(t, yearWords) }
func (f *finder) withMonthWord(t Time) Time { return f.before(t, monthWords) }

// withDayWord widens a clock by 次日, 每天, 周五 and the like.
func (f *finder) withDayWord(t Time) Time {
	t = f.before(t, dayWords)
	if t.relative != none || t.Recurs {
		return t
	}
	text := f.text[f.floor():t.Start]
	for n, day := range weekdays {
		for _, week := range [...]string{"星期", "周"} {
			if strings.HasSuffix(text, week+day) {
				t.Weekday = min(n+1, 7)
				rest := strings.TrimSuffix(text, week+day)
				t.Recurs = endsWithAny(rest, "每", "至", "到", "-", "—", "～", "~")
				t.Start -= len(week) + len(day)
				return t
			}
		}
	}
	return t
}

// floor is where the time before ends: nothing is claimed twice.
func (f *finder) floor() int {
	if last := f.last(); last != nil {
		return last.End
	}
	return 0
}

// closing reports whether what begins at start ends a window.
func (f *finder) closing(start int) bool {
	last := f.last()
	return last != nil && !last.Closes && joins(f.text, last.End) == start && start > last.End
}

// listed reports whether what begins at start follows the time before in a list: 21日、
// 22日; 21日（除夕）、22日.
func (f *finder) listed(start int) bool {
	last := f.last()
	if last == nil || start < remark(f.text, last.End) || start-last.End > 40 {
		return false
	}
	switch strings.Trim(f.text[remark(f.text, last.End):start], " ") {
	case "、", "和", "及", "与", "或", ",", "，":
		return true
	}
	return false
}

// weekdays in the order of ISO 8601; 天 is another word for Sunday.
var weekdays = [...]string{"一", "二", "三", "四", "五", "六", "日", "天"}

// weekdayAfter reads （星期四）, (周四) or 周四. It returns 0 when there is none.
func weekdayAfter(text string, i int) (weekday, next int) {
	i, _ = blanks(text, i)
	open := skipAny(text, i, "（", "(")
	at := skipAny(text, open, "本周", "这周", "下周", "星期", "周", "礼拜", "週")
	if at == open {
		return 0, i
	}
	for n, day := range weekdays {
		if !strings.HasPrefix(text[at:], day) {
			continue
		}
		end := at + len(day)
		closed := skipAny(text, end, "）", ")")
		if open > i && closed == end {
			return 0, i
		}
		if open > i {
			end = closed
		}
		return min(n+1, 7), end
	}
	return 0, i
}

// joins returns where the end of a window begins, when the words at i join one,
// else i: 至, 到, —, 起至.
func joins(text string, i int) int {
	at, _ := blanks(text, i)
	at, _ = blanks(text, remark(text, at))
	at = skipAny(text, at, "起", "开始")
	at, _ = blanks(text, at)
	next := skipAny(text, at, "直至", "直到", "截至", "至", "到", "——", "—", "－－", "--", "－", "–", "-", "~", "～", "〜", "∼", "﹣", "−", "─")
	if next == at {
		return i
	}
	next, _ = blanks(text, next)
	return next
}

// remark steps over a short remark in brackets: 10日（正月初一）至16日.
func remark(text string, i int) int {
	at := skipAny(text, i, "（", "(")
	if at == i {
		return i
	}
	for range 9 {
		r, width := utf8.DecodeRuneInString(text[at:])
		if at += width; r == '）' || r == ')' {
			return at
		}
		if width == 0 || r < 0x2E80 {
			return i
		}
	}
	return i
}

func isDash(r rune) bool {
	return strings.ContainsRune("—－–-~～〜∼﹣−─‐‑至到", r)
}

// yearEnds and monthEnds are words that make a year or month vague; 份 does not.
var (
	yearEnds  = []string{"上半年", "下半年", "底", "末", "初"}
	monthEnds = []string{"上旬", "中旬", "下旬", "中下旬", "中上旬", "底", "末", "初", "份"}
)

// suffix steps over the first of the words that stands at i.
func suffix(text string, i int, words []string) (next int, vague bool) {
	for _, word := range words {
		if rest := text[i:]; strings.HasPrefix(rest, word) && !hasAny(rest, "初步", "初次", "初始", "初诊", "初审", "初级") {
			return i + len(word), word != "份"
		}
	}
	return i, false
}

func skipAny(text string, i int, words ...string) int {
	for _, word := range words {
		if strings.HasPrefix(text[i:], word) {
			return i + len(word)
		}
	}
	return i
}

func hasAny(text string, words ...string) bool { return skipAny(text, 0, words...) > 0 }

func endsWithAny(text string, words ...string) bool {
	for _, word := range words {
		if strings.HasSuffix(text, word) {
			return true
		}
	}
	return false
}

// glued reports whether a numeric time at i is the tail of a longer code: a
// letter, a digit with its sign, or a path stands before it. The dash of a window
// does not glue.
func (f *finder) glued(i int) bool {
	if f.closing(i) || f.onward(i) {
		return false
	}
	text := f.text
	r, width := utf8.DecodeLastRuneInString(text[:i])
	if isWord(r) {
		return true
	}
	if !strings.ContainsRune(".-/:：_#=,+", r) || i == width {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i-width])
	return isWord(before) && r != '：' || before >= '0' && before <= '9'
}

// onward reports whether what begins at i goes on from the hour that closes a window of days:
// 22日至24日9:00-16:00.
func (f *finder) onward(i int) bool {
	last := f.last()
	return last != nil && last.Closes && last.Clock >= 0 && joins(f.text, last.End) == i && i > last.End
}

// continued reports whether a code goes on at i.
func continued(text string, i int) bool {
	r, width := utf8.DecodeRuneInString(text[i:])
	if r == 'T' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[i+width:])
	return r != '_' && isWord(r) || strings.ContainsRune(".-/_", r) && isWord(next)
}

func isWord(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_'
}
