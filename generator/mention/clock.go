package mention

import (
	"strings"
	"unicode/utf8"
)

// A part is a part of the day that shifts the hours of a twelve-hour clock.
type part int

const (
	anytime part = iota
	morning      // 0–11; 12 stays noon
	noon
	afternoon
	evening
	midnight // 午夜12点 ends the day
	small    // 凌晨: 12 is 0
)

// parts lists longer words before those that they begin or end with.
var parts = []struct {
	word string
	part part
}{
	{"凌晨", small}, {"清晨", morning}, {"早晨", morning}, {"早上", morning}, {"上午", morning},
	{"中午", noon}, {"正午", noon}, {"下午", afternoon}, {"傍晚", evening}, {"晚上", evening}, {"晚间", evening},
	{"当晚", evening}, {"下半夜", small}, {"夜间", evening}, {"夜里", evening}, {"深夜", midnight}, {"午夜", midnight}, {"半夜", midnight}, {"晚", evening}, {"夜", evening}, {"早", morning},
}

// hour shifts an hour of a twelve-hour clock to one of the day.
func (p part) hour(h int) int {
	switch {
	case p == small && h == 12:
		return 0
	case p == noon && h >= 1 && h <= 3, p == afternoon && h >= 1 && h <= 11, p == evening && h >= 5 && h <= 11, p == midnight && h >= 9 && h <= 11:
		return h + 12
	case (p == evening || p == midnight) && h == 12:
		return 24
	}
	return h
}

// withClock reads the clock that may follow a day, after blanks or a T.
func (f *finder) withClock(t Time) Time {
	i := t.End
	if rest := f.text[i:]; len(rest) > 1 && rest[0] == 'T' && rest[1] >= '0' && rest[1] <= '9' {
		i++
	}
	i, broken := blanks(f.text, f.aside(i))
	for _, word := range [...]string{"当天", "当日", "的"} {
		if strings.HasPrefix(f.text[i:], word) {
			i += len(word)
			break
		}
	}
	p := anytime
	for _, entry := range parts {
		if strings.HasPrefix(f.text[i:], entry.word) {
			p = entry.part
			i, _ = blanks(f.text, i+len(entry.word))
			break
		}
	}
	n := numberAt(f.text, i)
	if n.value < 0 {
		return t
	}
	c, ok := f.clock(n, !broken || p != anytime)
	switch {
	case ok:
		c.into(&t, p)
	case n.small() && n.value <= 24 && !broken && (f.shared(n.end, '时') || f.shared(n.end, '点')):
		clock{hour: n.value, end: n.end}.into(&t, p)
	}
	return t
}

// aside steps over a short remark in brackets that a clock follows: 1月21日（除夕）18:00.
func (f *finder) aside(i int) int {
	at := remark(f.text, i)
	if n := numberAt(f.text, f.partAfter(at)); n.value < 0 || n.value > 24 {
		return i
	}
	return at
}

// fromClock reads a clock that no date stands before, with the words before it:
// 每天上午8:30, 次日8时.
func (f *finder) fromClock(t Time, n number) (Time, bool) {
	p := anytime
	start := t.Start
	for _, entry := range parts {
		if strings.HasSuffix(strings.TrimRight(f.text[f.floor():start], " "), entry.word) {
			p = entry.part
			start = strings.LastIndex(f.text[:start], entry.word)
			break
		}
	}
	today, shift := todays(f.text[f.floor():start])
	if p == anytime {
		today = ""
	}
	start -= len(today)
	c, ok := f.clock(n, p != anytime)
	if !ok || p == anytime && c.colon && f.glued(t.Start) {
		return t, false
	}
	t.Start = start
	t.DateOmitted, t.YearOmitted = true, true
	c.into(&t, p)
	if today != "" {
		t.relative, t.shift = ofToday, shift
		return t, true
	}
	t = f.withDayWord(t)
	if p == anytime && !t.Recurs && t.relative == none && t.Weekday == 0 && !f.certain(n, c, t) {
		t.Loose = c.points && c.whole && f.led(t.End)
		return t, t.Loose
	}
	return t, true
}

// todays is the 今 of 今晚 or 明 of 明早 at the end of words, and its days from today.
func todays(words string) (string, int) {
	for n, word := range [...]string{"昨", "今", "明"} {
		if strings.HasSuffix(words, word) {
			return word, n - 1
		}
	}
	return "", 0
}

// certain tells a bare clock from a ratio, a score, a count of points and a turn
// of speech.
func (f *finder) certain(n number, c clock, t Time) bool {
	before, after := f.text[f.floor():t.Start], f.text[t.End:]
	if f.closing(t.Start) && f.last().Clock >= 0 {
		return true
	}
	switch {
	case c.colon:
		return !endsWithAny(before, "第", "附件", "问题", "表", "图", "比例", "比例为", "按", "比") &&
			!hasAny(after, "的比例", "比例", "种", "家", "个", "名", "件", "项", "条", "类", "次", "人", "元", "万", "倍", "页")
	case n.chinese && n.value == 0:
		return true // 零时, 零点
	case c.points && c.whole:
		return !endsWithAny(before, "第", "以下", "如下", "下列", "这") && (hasAny(after, "钟", "起", "前", "以前", "之前", "后", "以后", "之后") || joins(f.text, t.End) > t.End)
	case n.chinese && n.value == 1 && c.whole:
		return false
	}
	return !endsWithAny(before, "第")
}

// A clock is an hour with its minutes as written.
type clock struct {
	hour, minute, second, end int
	fine                      bool // minutes are written
	whole                     bool // neither minutes nor 整 or 半
	colon                     bool
	points                    bool // 点
	wrong                     bool
}

// into puts a clock into a time.
func (c clock) into(t *Time, p part) {
	hour := p.hour(c.hour)
	t.Clock, t.Second, t.End, t.Finest = hour*60+c.minute, c.second, c.end, Hour
	if c.fine && c.minute > 0 {
		t.Finest = Minute
	}
	t.Impossible = t.Impossible || c.wrong || t.Clock > 24*60
}

// clock reads 20时, 8时30分, 8点半, 8:30, 11:28:25. attached tells that a date or a
// part of the day stands before it, which makes 8点 an hour and 25时 a mistake.
func (f *finder) clock(n number, attached bool) (clock, bool) {
	c := clock{hour: n.value}
	if n.value > 24 && !attached || !n.small() {
		return c, false
	}
	c.wrong = n.value > 24
	unit, after := unitAt(f.text, n.end)
	c.end = after
	switch unit {
	case '时':
		if notHour(f.text, after) {
			return c, false
		}
		return f.minutes(c, after), true
	case '点':
		c.points = true
		return f.minutes(c, after), true
	case ':', '：', '∶':
		return f.colon(c, n, after)
	}
	return c, false
}

// minutes reads 30分, 半, 整 and 15秒 after 时 or 点.
func (f *finder) minutes(c clock, after int) clock {
	if next := skipAny(f.text, after, "整", "正"); next > after {
		c.end = next
		return c
	}
	if next := skipAny(f.text, after, "半"); next > after && skipAny(f.text, next, "幅", "程", "价", "封闭", "开放", "数") == next { // 18时半幅施工
		c.minute, c.fine, c.end = 30, true, next
		return c
	}
	at, broken := blanks(f.text, after)
	n := numberAt(f.text, at)
	unit, next := unitAt(f.text, n.end)
	c.whole = true
	switch {
	case !n.small() || broken:
		return c
	case unit == '分' && (!hasAny(f.text[next:], "之", "别") || hasAny(f.text[next:], "之间", "之前", "之后")):
		c.end = next
	case n.digits == 2 && n.value < 60 && !n.chinese && (hasAny(f.text[n.end:], "起", "前", "后", "以", "之", "，", "。", ",", "；", "）", ")") || n.end == len(f.text)):
		c.end = n.end
	default:
		return c
	}
	c.minute, c.fine, c.whole = n.value, true, false
	c.wrong = c.wrong || n.value > 59
	seconds := numberAt(f.text, c.end)
	if unit, next := unitAt(f.text, seconds.end); seconds.small() && unit == '秒' {
		c.second, c.end = seconds.value, next
	}
	return c
}

// colon reads two digits of minutes, and perhaps of seconds, after a colon.
func (f *finder) colon(c clock, n number, after int) (clock, bool) {
	m := arabic(f.text, after)
	if n.chinese || m.digits != 2 || m.value > 59 {
		return c, false
	}
	c.minute, c.fine, c.colon, c.end = m.value, true, true, m.end
	r, width := utf8.DecodeRuneInString(f.text[m.end:])
	if s := arabic(f.text, m.end+width); (r == ':' || r == '：') && s.digits == 2 && s.value < 60 {
		c.second, c.end = s.value, s.end
	}
	if unit, next := unitAt(f.text, c.end); unit == '时' && !notHour(f.text, next) {
		c.end = next // 22:00时
	}
	return c, true
}

// notHour tells 时 of a clock from 时间, 时段, 时代.
func notHour(text string, after int) bool {
	return hasAny(text[after:], "间", "段", "代", "长", "效", "候", "刻", "常", "限", "差", "空", "光")
}
