package phrase

import (
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"tonggao/generator/lexicon"
	"tonggao/generator/site"
)

// Kit returns the words of a voice's texts.
func (v Voice) Kit() *lexicon.Kit { return lexicon.KitIn(v.Language) }

// Issue words which revision of a notice a text is of, with the day of it.
func (v Voice) Issue(n *site.Notice) string {
	return fmt.Sprintf(v.Kit().Version, v.Day(n.Latest().On), n.Latest().Number)
}

// Stories words how the services of a notice, or of its edition, stop and come back, one
// line for those that do so alike; what was to stop and goes on as usual is among them.
func (v Voice) Stories(n *site.Notice, a *site.Audience) []string {
	var names [][]string
	var told []string
	add := func(name, story string) {
		if i := slices.Index(told, story); i >= 0 {
			names[i] = append(names[i], name)
			return
		}
		names, told = append(names, []string{name}), append(told, story)
	}
	for _, c := range site.Asked(n.Courses, n.Vocabulary) {
		if story := v.Story(c); story != "" && c.For(a) {
			add(v.Called(c), story)
		}
	}
	for _, m := range n.CalledOff(a) {
		for _, s := range m.Services {
			add(v.Called(m.Part(s)), Plain(v.Meanwhile(m)))
		}
	}
	lines := make([]string, len(told))
	for i := range told {
		lines[i] = v.List(names[i]) + v.words.Colon + told[i]
		if v.Language != site.English && opening.MatchString(told[i]) {
			lines[i] = v.List(names[i]) + v.pause() + told[i]
		}
	}
	return lines
}

// pause is what parts a name from its time: nothing where one reads, a breath where one
// listens, or 窗口一 and 一月 are one word.
func (v Voice) pause() string {
	if v.words == lexicon.Spoken(v.Language) {
		return v.words.Comma
	}
	return ""
}

// opening finds stories that begin with a time, before which a Chinese name needs no colon.
var opening = regexp.MustCompile(`^(预计|預計)?(\d|[一二三四五六七八九十〇]+年)`)

// Called is the name of a course: of its service, with the part that it is limited to.
func (v Voice) Called(c *site.Course) string {
	name := v.name(c.Service.Name)
	if lane := v.Lane(c, 0); len(lane) > 0 {
		name += fmt.Sprintf(v.words.Aside, v.List(lane))
	}
	return name
}

// Line words a milestone in a line: what, and when; what is withdrawn says so.
func (v Voice) Line(m *site.Milestone) string {
	when := v.When(m)
	if m.Withdrawn && m.Moment.Known() {
		when = v.Planned(when) + when
	}
	return v.Change(m) + v.Label(m) + v.words.Colon + when
}

// Row words a milestone in two columns: when, and what with how it was moved. What is
// withdrawn says in both that it is.
func (v Voice) Row(m *site.Milestone) (when, what []Run) {
	when = v.WhenRuns(m)
	if !m.Moment.Known() {
		return when, v.Sentence(m)
	}
	if m.Withdrawn {
		return append(Compact(Run{Text: v.Planned(Plain(when))}), when...), v.Sentence(m)
	}
	what = append(Compact(Run{Text: v.Change(m)}), v.Runs(m.Notice, nil, m.Text)...)
	what = append(what, Run{Text: v.words.Stop})
	if move, moved := m.LastMove(); moved {
		what = append(what, v.told(m, move)...)
	}
	return when, what
}

// Tell words a milestone as one sentence with its time, as in a schedule.
func (v Voice) Tell(m *site.Milestone) string { return Plain(OnScreen(v.Sentence(m))) }

// Listeners know the year of a date that is near: these are the days before and after the
// issue of a notice between which nobody says it.
const (
	nearBefore = 10
	nearAfter  = 60
)

// Near leaves the years out of a spoken text whose dates all lie near to a day. One that
// does not keeps them in all of them, so that none is taken for another's.
func Near(text string, issued site.Day) string {
	first, last := issued.Add(-nearBefore), issued.Add(nearAfter)
	var b strings.Builder
	at := 0
	for from, to := range years(text) {
		if day, ok := spokenDay(text[from:]); !ok || day.Compare(first) < 0 || day.Compare(last) > 0 {
			return Sparing(text)
		}
		b.WriteString(text[at:from])
		at = to
	}
	return b.String() + text[at:]
}

// spokenDay reads the day that a text begins with, as Aloud words it.
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

// Sparing leaves the year out of a date where the one before it in its sentence has the
// same, as people do: a message has few characters, and a listener little patience.
func Sparing(text string) string {
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
