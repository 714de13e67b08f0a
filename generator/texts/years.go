package texts

import (
	"iter"
	"strings"
	"time"
	"unicode/utf8"

	"tonggao/generator/lexicon"
	"tonggao/generator/site"
)

// Listeners know the year of a date that is near: these are the days before and after the
// issue of a notice between which nobody says it.
const (
	nearBefore = 10
	nearAfter  = 60
)

// near leaves the years out of a spoken text whose dates all lie near to a day. One that
// does not keeps them in all of them, so that none is taken for another's.
func near(text string, issued site.Day) string {
	first, last := issued.Add(-nearBefore), issued.Add(nearAfter)
	var b strings.Builder
	at := 0
	for from, to := range years(text) {
		if day, ok := spokenDay(text[from:]); !ok || day.Compare(first) < 0 || day.Compare(last) > 0 {
			return sparing(text)
		}
		b.WriteString(text[at:from])
		at = to
	}
	return b.String() + text[at:]
}

// spokenDay reads the day that a text begins with, as it is said aloud.
func spokenDay(text string) (site.Day, bool) {
	year, rest, _ := strings.Cut(text, "年")
	month, rest, inMonth := strings.Cut(rest, "月")
	day, _, inDay := strings.Cut(rest, "日")
	d := site.Day{Year: figures[year], Month: time.Month(figures[month]), Day: figures[day]}
	return d, inMonth && inDay && d.Year > 0 && d.Month > 0 && d.Day > 0
}

// figures are the numbers that a date is spoken in.
var figures = func() map[string]int {
	all := map[string]int{}
	for n := 1; n <= 31; n++ {
		all[lexicon.Han(n)] = n
	}
	for year := 1900; year < 3000; year++ {
		all[lexicon.Han(year)] = year
	}
	return all
}()

// years finds where the years of dates begin and end: of 2021年12月, and of 二〇二一年十二月.
func years(text string) iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		for at := strings.Index(text, year); at >= 0; {
			end := at + len(year)
			from, is := yearBefore(text[:at])
			if is && monthAt(text[end:]) && !yield(from, end) {
				return
			}
			next := strings.Index(text[end:], year)
			if next < 0 {
				return
			}
			at = end + next
		}
	}
}

const year = "年"

// yearBefore finds where a year begins that a text ends with: four figures of one kind.
func yearBefore(text string) (from int, is bool) {
	figures, spoken := 0, 0
	for from = len(text); figures+spoken < 4; {
		r, size := utf8.DecodeLastRuneInString(text[:from])
		switch {
		case r >= '0' && r <= '9':
			figures++
		case strings.ContainsRune("一二三四五六七八九〇", r):
			spoken++
		default:
			return 0, false
		}
		from -= size
	}
	return from, figures == 0 || spoken == 0
}

// monthAt reports whether a text begins with a month: one or two figures of one kind.
func monthAt(text string) bool {
	month, _, found := strings.Cut(text, "月")
	return found && (len(month) == 1 || len(month) == 2) && strings.Trim(month, "0123456789") == "" ||
		found && (len(month) == len("一") || len(month) == len("十一")) && strings.Trim(month, "一二三四五六七八九十") == ""
}

// sparing leaves the year out of a date where the one before it in its sentence has the
// same, as people do: a message has few characters, and a listener little patience.
func sparing(text string) string {
	var b strings.Builder
	at, last := 0, ""
	for from, to := range years(text) {
		year := text[from:to]
		if year == last && !strings.ContainsAny(text[at:from], "。；！？\n") {
			b.WriteString(text[at:from])
			at = to
		}
		last = year
	}
	b.WriteString(text[at:])
	return b.String()
}
