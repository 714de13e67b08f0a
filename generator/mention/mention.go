// Package mention finds the times that a Chinese text names: dates, hours,
// months, years and windows, in whatever shape people type them. It is the
// inverse of package phrase, which words them.
//
// It knows 2021年12月30日20时, 12月30日20时 (the year comes from the context), 24时,
// 零时, 上午8:30, 晚上8点, 2021-12-30, 2021/12/30 11:28:25, 二〇二二年二月十五日, 3月底,
// 2022年度, full-width digits, stray blanks and one line break inside a time, and
// windows with 至, 到, — and ~. It leaves alone what only looks like a time: 46种,
// 24小时, 3日内, 第3日, 2号楼, 0571-85119460, 版本2.0, 〔2021〕1号 and what stands in a
// link. Lunar dates (正月初一) are not times here.
//
// Short and colloquial times, 5.10, 11/3号, 10日, 24点, 周五, 明日, 节后, are times where
// the words behind them say so: 起, 至, 前, 恢复, 暂停. They are marked as Loose.
//
// Find walks the text once; what it looks ahead and back is bounded, so hostile
// text costs no more than plain text of its length. Text without times costs no
// allocation. All instants are in China, +08:00.
//
// It does not know what a time is of: a fact, a law, a telephone's hours. Begin reading at
// Find.
package mention

import (
	"unicode/utf8"

	"tonggao/generator/garble"
	"tonggao/generator/site"
)

// A Unit is a part of a time, from coarse to fine.
type Unit int

// The units that a time can be written to.
const (
	Year Unit = iota + 1
	Month
	Day
	Hour
	Minute
)

// A Time is one time that a text names.
type Time struct {
	Start, End         int // octets of the text, half-open
	RuneStart, RuneEnd int // the same in characters

	// Moment is what is meant. Its precision is site.None where the text and the
	// context do not complete it, where it recurs, where it is impossible, and for
	// a year, which no milestone can have.
	Moment site.Moment

	Finest  Unit // the finest unit written
	Year    int  // 0 when neither written nor known from the context
	Month   int  // likewise
	Day     int  // likewise; for 24时 the day that is written
	Clock   int  // minutes from midnight, at most 1440; -1 when no hour is written
	Second  int  // seconds, where written; the Moment leaves them out
	Weekday int  // ISO 8601: 1 is Monday, 7 Sunday; 0 when none is named

	YearOmitted bool // the year was not written
	DateOmitted bool // neither month nor day nor year was written: 8:30
	Vague       bool // 底, 初, 中旬, 上半年: somewhere in the month or year
	Recurs      bool // 每年, 每月, 每天, 工作日, 周一至周五: no single time
	Impossible  bool // names a day or an hour that does not exist
	Opens       bool // opens a window that the next Time closes
	Closes      bool // closes the window that the Time before opened
	Loose       bool // short or colloquial, 5.10, 10日, 明日, and a time only by the words behind it

	relative relation
	shift    int
}

// Words returns the time as it is written in the text it was found in.
func (t Time) Words(text string) string { return text[t.Start:t.End] }

// Dated reports whether the words name a date, a month or a year; a bare clock
// such as 8:30 is not dated, even where the context completes it.
func (t Time) Dated() bool { return !t.DateOmitted }

// Find returns the times that a text names, in the order of the text. A time
// whose year is left out takes it from the context: from the same date with its
// year earlier in the text, from a date before it in its sentence, else from the
// given day, which for a notice is the day of issue. A zero day gives no context; one
// with a year alone gives that year, one without a day a time of the year.
//
// Characters that only look like those of a time are read as what they look like.
func Find(text string, context site.Day) []Time {
	clear, twinned := garble.SeeThrough(text)
	if !twinned {
		return find(text, context)
	}
	found := find(clear.Text, context)
	for i := range found {
		t := &found[i]
		t.Start, t.End = clear.From[t.Start], clear.From[t.End]
		t.RuneStart = utf8.RuneCountInString(text[:t.Start])
		t.RuneEnd = t.RuneStart + utf8.RuneCountInString(text[t.Start:t.End])
	}
	return found
}

func find(text string, context site.Day) []Time {
	f := finder{text: text, context: context}
	for i := skipPlain(text, 0); i < len(text); i = skipPlain(text, i) {
		i = f.step(i)
	}
	return f.found
}

// A finder is one walk over a text.
type finder struct {
	text    string
	context site.Day
	found   []Time
	years   *[13][32]int16 // the year last written with a month and day
	counted int            // octets whose characters are counted
	runes   int            // characters before counted
}

// step looks at the character at i and returns where to look next.
func (f *finder) step(i int) int {
	c := f.text[i]
	if t, ok := f.word(i); ok {
		f.add(t)
		return t.End
	}
	if c < utf8.RuneSelf && (c < '0' || c > '9') {
		if c == ':' {
			return skipLink(f.text, i)
		}
		return i + 1
	}
	if c >= utf8.RuneSelf && !leads(c) {
		return i + size(c)
	}
	n := numberAt(f.text, i)
	if n.end == i {
		_, width := utf8.DecodeRuneInString(f.text[i:])
		return i + width
	}
	t, ok := f.point(i, n)
	if !ok {
		return n.end
	}
	f.add(t)
	return t.End
}

// add completes a time from its context and keeps it.
func (f *finder) add(t Time) {
	f.runes += utf8.RuneCountInString(f.text[f.counted:t.Start])
	t.RuneStart = f.runes
	f.runes += utf8.RuneCountInString(f.text[t.Start:t.End])
	t.RuneEnd, f.counted = f.runes, t.End
	if f.closing(t.Start) {
		f.last().Opens, t.Closes = true, true
	}
	t.Loose = t.Loose || t.Closes && f.last().Loose
	f.complete(&t)
	f.found = append(f.found, t)
}

func (f *finder) last() *Time {
	if len(f.found) == 0 {
		return nil
	}
	return &f.found[len(f.found)-1]
}

// skipLink steps over a colon, and where it is the colon of an address, over the
// address: https://host/2021/12/30/ names no time.
func skipLink(text string, i int) int {
	if i+3 > len(text) || text[i:i+3] != "://" {
		return i + 1
	}
	for i < len(text) && text[i] > ' ' && text[i] < utf8.RuneSelf && text[i] != '<' && text[i] != '>' && text[i] != '"' {
		i++
	}
	return i
}

// size is the length of a UTF-8 sequence by its first octet.
func size(c byte) int {
	switch {
	case c < 0xC0:
		return 1
	case c < 0xE0:
		return 2
	case c < 0xF0:
		return 3
	}
	return 4
}
