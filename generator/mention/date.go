package mention

import (
	"strings"
	"unicode/utf8"
)

// point reads the time that begins with the number n at i.
func (f *finder) point(i int, n number) (Time, bool) {
	t := Time{Start: i, End: n.end, Clock: -1}
	if n.value < 0 {
		return t, false
	}
	unit, after := unitAt(f.text, n.end)
	switch unit {
	case '年':
		return f.fromYear(t, n, after)
	case '月':
		return f.fromMonth(f.withYearWord(t), n, after)
	case '日':
		return f.fromDay(t, n, after)
	case '时', '点', ':', '：', '∶':
		return f.fromClock(t, n)
	}
	if isDash(unit) || unit == '/' || unit == '／' || unit == '.' || unit == '．' {
		if t, ok := f.numeric(t, n); ok {
			return t, true
		}
		if t, ok := f.brief(t, n); ok {
			return t, true
		}
	}
	return f.sharing(t, n)
}

// plausible bounds the years that are years and no other count.
func plausible(year int) bool { return year >= 1900 && year <= 2999 }

// fromYear reads on after 年.
func (f *finder) fromYear(t Time, n number, after int) (Time, bool) {
	t.Year, t.Finest, t.End = n.value, Year, after
	at, _ := blanks(f.text, after)
	month := numberAt(f.text, at)
	unit, next := unitAt(f.text, month.end)
	follows := month.value >= 0 && unit == '月'
	if n.digits == 2 && !n.chinese && follows {
		t.Year += 2000
	}
	if !plausible(t.Year) || n.digits == 3 {
		return t, false
	}
	if follows {
		return f.fromMonth(t, month, next)
	}
	if rest := f.text[after:]; strings.HasPrefix(rest, "第") && numbered(rest[len("第"):]) {
		return t, false
	}
	t.End, t.Vague = suffix(f.text, after, yearEnds)
	if strings.HasPrefix(f.text[t.End:], "度") {
		t.End += len("度")
	}
	return t, true
}

// numbered reports whether a number of documents or batches follows: 3号, 1批.
func numbered(rest string) bool {
	n := numberAt(rest, 0)
	return n.value >= 0 && hasAny(rest[n.end:], "号", "期", "批", "次")
}

// fromMonth reads on after 月.
func (f *finder) fromMonth(t Time, n number, after int) (Time, bool) {
	written := t.Year != 0 || t.relative != none || t.Recurs
	if !n.small() || n.value == 0 || n.value > 12 && !written {
		return t, false
	}
	t.Month, t.Finest, t.End = n.value, Month, after
	t.YearOmitted = t.Year == 0
	at, _ := blanks(f.text, after)
	day := numberAt(f.text, at)
	unit, next := unitAt(f.text, day.end)
	if day.value >= 0 {
		switch {
		case unit == '日' && !hasAny(f.text[next:], "文", "令"):
			return f.withDay(t, day, next), true
		case f.shared(day.end, '日') && day.small():
			t.Day, t.Finest, t.End = day.value, Day, day.end
			return t, true
		case day.small() && day.value > 0 && day.value <= 31 && f.led(day.end):
			t.Day, t.Finest, t.End, t.Loose = day.value, Day, day.end, true
			return t, true
		}
	}
	t.End, t.Vague = suffix(f.text, after, monthEnds)
	t.Impossible = t.Month > 12
	return t, written || f.loneMonth(t, n, after)
}

// loneMonth tells 3月 from a count of months and a turn of speech.
func (f *finder) loneMonth(t Time, n number, after int) bool {
	if t.End > after {
		return true
	}
	if hasAny(f.text[after:], "内", "以内", "之内", "龄", "饼", "亮", "月") || endsWithAny(f.text[:t.Start], "第", "满", "近", "个", "每") {
		return false
	}
	return !n.chinese || f.closing(t.Start) || hasAny(f.text[after:], "起", "前", "以前", "之前", "至", "到")
}

// withDay reads on after 日: a weekday and a clock.
func (f *finder) withDay(t Time, n number, after int) Time {
	t.Day, t.Finest, t.End = n.value, Day, after
	t.Impossible = n.value < 1 || n.value > 31 || !n.small()
	if weekday, next := weekdayAfter(f.text, after); weekday > 0 {
		t.Weekday, t.End = weekday, next
	}
	return f.withClock(t)
}

// fromDay reads a day without a month: the end of a window (12月30日至31日), the
// next in a list (12月30日、31日), or what a clock, a weekday, 起 or 本月 makes a date.
// A bare 3日 is as often a length of time.
func (f *finder) fromDay(t Time, n number, after int) (Time, bool) {
	if !n.small() || n.value < 1 || n.value > 31 || n.chinese && n.value == 1 || f.houseNumber(t.Start, n.end) {
		return t, false
	}
	t = f.withMonthWord(t)
	t = f.withDay(t, n, after)
	t.YearOmitted = true
	continues := f.last() != nil && f.last().Day > 0 && (f.closing(t.Start) || f.listed(t.Start))
	certain := t.relative != none || t.Recurs || t.Clock >= 0 || t.Weekday > 0 || continues
	if !certain && !hasAny(f.text[t.End:], "起") {
		if t.Loose = f.ledDay(t.End); !t.Loose {
			return t, false
		}
	}
	if hasAny(f.text[t.End:], "楼", "线", "门", "窗口", "馆") && strings.HasSuffix(f.text[:t.End], "号") {
		return t, false // 2号线, 3号楼; 6月9日、10日门诊停诊 are days
	}
	return t, !hasAny(f.text[t.End:], "内", "以内", "之内", "文") && !endsWithAny(f.text[:t.Start], "第", "满", "共", "提前", "期", "届", "每", "需", "超过")
}

// houseNumber reports whether 号 at i is that of a house: 城南路1号, 1号至99号.
func (f *finder) houseNumber(start, i int) bool {
	at, _ := blanks(f.text, i)
	if !hasAny(f.text[at:], "号") {
		return false
	}
	if endsWithAny(f.text[:start], "路", "街", "巷", "道", "弄", "里", "大道", "座", "幢", "栋") {
		return true
	}
	next := joins(f.text, at+len("号"))
	n := numberAt(f.text, next)
	return next > at+len("号") && n.value > 31 && hasAny(f.text[n.end:], "号")
}

// numeric reads 2021-12-30, 2021/12/30, 2021.12.30 and 2022-01.
func (f *finder) numeric(t Time, n number) (Time, bool) {
	if n.chinese || n.digits != 4 || !plausible(n.value) || f.glued(t.Start) {
		return t, false
	}
	t.Year = n.value
	sep, width := separator(f.text, n.end)
	month := arabic(f.text, n.end+width)
	if sep == 0 || month.digits < 1 || month.digits > 2 || month.value < 1 || month.value > 12 {
		return t, false
	}
	t.Month = month.value
	next, width := separator(f.text, month.end)
	day := arabic(f.text, month.end+width)
	if next != sep || day.digits < 1 {
		t.Finest, t.End = Month, month.end
		return t, sep == '-' && month.digits == 2 && next == 0 && !continued(f.text, month.end) && !hasAny(f.text[month.end:], "号")
	}
	if day.digits > 2 || continued(f.text, day.end) && !f.shared4(day.end) {
		return t, false
	}
	t = f.withDay(t, day, day.end)
	return t, true
}

// shared4 reports whether a dash and a whole date follow: 2021/12/30-2022/1/4.
func (f *finder) shared4(i int) bool {
	r, width := utf8.DecodeRuneInString(f.text[i:])
	n := arabic(f.text, i+width)
	return isDash(r) && n.digits == 4 && plausible(n.value)
}

// sharing reads the start of a window that shares the unit of its end: 8-17时,
// 1—3月, 2021-2022年.
func (f *finder) sharing(t Time, n number) (Time, bool) {
	t.End = n.end
	switch {
	case f.glued(t.Start):
		return t, false
	case n.digits == 4 && plausible(n.value) && f.shared(n.end, '年'):
		t.Year, t.Finest = n.value, Year
		return t, true
	case n.small() && n.value <= 12 && n.value > 0 && f.shared(n.end, '月'):
		t.Month, t.Finest, t.YearOmitted = n.value, Month, true
		return t, true
	case n.small() && n.value <= 31 && n.value > 0 && f.shared(n.end, '日') && f.ledBehind(n.end):
		t.Day, t.Finest, t.YearOmitted, t.Loose = n.value, Day, true, true
		return t, true
	case n.small() && n.value <= 24 && (f.shared(n.end, '时') || f.shared(n.end, '点')):
		t.Clock, t.Finest, t.DateOmitted, t.YearOmitted = n.value*60, Hour, true, true
		return f.withDayWord(t), true
	}
	return t, false
}

// shared reports whether a dash and a number with a unit follow at i.
func (f *finder) shared(i int, unit rune) bool {
	next := joins(f.text, i)
	if next == i {
		return false
	}
	n := numberAt(f.text, next)
	u, after := unitAt(f.text, n.end)
	return n.value >= 0 && (n.small() || unit == '年') && u == unit && !(unit == '时' && notHour(f.text, after))
}

// separator reads - / . and their full-width forms as -, / and '.'.
func separator(text string, i int) (rune, int) {
	r, width := utf8.DecodeRuneInString(text[i:])
	switch r {
	case '-', '－', '‐', '‑', '–':
		return '-', width
	case '/', '／':
		return '/', width
	case '.', '．':
		return '.', width
	}
	return 0, 0
}
