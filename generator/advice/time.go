package advice

import (
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/mention"
	"tonggao/generator/message"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// The days within which the times of a notice plausibly lie, counted from its
// issue. A rule may be older: it sets people apart by a day long past.
const (
	daysBefore = 180
	daysAfter  = 730
)

// lintTimes reports years that are more likely mistyped than meant, and windows
// that end before they begin.
func (b *brief) lintTimes() {
	for _, m := range b.notice.Milestones {
		if !m.Moment.Known() || m.Follows != nil {
			continue
		}
		days := int(m.Moment.Start().Sub(b.notice.Issued.Start()).Hours() / 24)
		switch {
		case days < -daysBefore && m.Kind != site.Rule:
			b.problems.Warn(b.valueOf(m, "at"), "check the year of both", "%s is at %s, %d days before the notice is issued (%s)", m.ID, m.Moment, -days, b.notice.Issued)
		case days > daysAfter:
			b.problems.Warn(b.valueOf(m, "at"), "check the year of both", "%s is at %s, %d days after the notice is issued (%s)", m.ID, m.Moment, days, b.notice.Issued)
		}
	}
	for _, u := range b.notice.Unaffected {
		if u.From != nil && u.To != nil && reversed(u.From.Moment, u.To.Moment) {
			b.problems.Add(u.At, "exchange from and to, or correct the times", "unaffected %s holds from %s (%s) to %s (%s), which is not later",
				u.ID, u.From.ID, u.From.Moment, u.To.ID, u.To.Moment)
		}
	}
}

// lintHung reports a milestone that takes its time from one that was withdrawn, or is bound by
// it: it goes on naming a time at which nothing takes place.
func (b *brief) lintHung() {
	for _, m := range b.notice.Milestones {
		for _, key := range []string{"at", "after", "before", "until"} {
			other := b.notice.Milestone(b.node(m).Text(key))
			if other != nil && other.Withdrawn && !m.Withdrawn {
				b.problems.Warn(b.valueOf(m, key), message.Say("it stays where it was until you say otherwise: tonggao move %s#%s TIME --why …, or --withdraw in place of TIME", b.notice.ID, m.ID),
					"%s = %q: the time of %s is that of a fact that was withdrawn", key, other.ID, m.ID)
			}
		}
	}
}

func reversed(from, to site.Moment) bool {
	return from.Known() && to.Known() && !from.Start().Before(to.End()) ||
		from.Known() && to.Known() && from.Exact() && to.Exact() && !from.Instant.Before(to.Instant)
}

var typedWeekday = regexp.MustCompile(`^[（(]?(星期|周|礼拜)([一二三四五六日天])`)

// lintLine looks at a line of words with its placeholders: what is typed beside
// a placeholder must agree with the time that it stands for.
func (b *brief) lintLine(words prose.Words) {
	for i, in := range words {
		switch in := in.(type) {
		case prose.Placeholder:
			if !b.lintPair(words, i) {
				b.lintMoment(in, textAfter(words, i))
			}
			b.lintBehind(words, i)
		case prose.Meant:
			b.lintMeant(in)
		case prose.Strong:
			b.lintLine(in.Words)
		case prose.Link:
			b.lintLine(in.Words)
		}
	}
}

func textAfter(words prose.Words, i int) prose.Text {
	if i+1 >= len(words) {
		return prose.Text{}
	}
	text, _ := words[i+1].(prose.Text)
	return text
}

// lintMoment looks at one moment, or at a window.
func (b *brief) lintMoment(h prose.Placeholder, after prose.Text) {
	m := b.notice.Milestone(h.Name)
	if m == nil {
		return
	}
	if h.To == nil {
		b.lintWeekday(h, m, after)
		b.lintLimit(h, m, after)
		return
	}
	end := b.notice.Milestone(h.To.Name)
	if end == nil {
		return
	}
	b.lintHour(*h.To, end, wordedDay(h, m.Moment), m)
	if reversed(m.Moment, end.Moment) {
		b.problems.Add(h.At, "exchange the two, or correct the times", "the window from %s (%s) to %s (%s) ends before it begins",
			m.ID, m.Moment, end.ID, end.Moment)
	}
	b.lintWindow(h, m, end, after)
}

// lintHour reports an hour alone that belongs to another day than the moment
// before it: 7月30日22时至3时.
func (b *brief) lintHour(h prose.Placeholder, m *site.Milestone, day site.Day, before *site.Milestone) {
	if slices.Contains(h.Options, prose.Time) && m.Moment.Exact() && before.Moment.Known() && wordedDay(h, m.Moment) != day {
		b.problems.Add(h.At, message.Say("write {{%s short}}", m.ID), "{{%s time}} is an hour of %s, but stands behind %s, which is %s", m.ID, wordedDay(h, m.Moment), before.ID, day)
	}
}

// joins are what stands between two moments that are read as one window.
var joins = []string{"至", "到", "—", "－", "-", "～", "~", "起至"}

// lintBehind looks at what is typed in front of a moment: another moment and 至, or
// 预计, which the program writes itself.
func (b *brief) lintBehind(words prose.Words, i int) {
	h := words[i].(prose.Placeholder)
	m := b.notice.Milestone(h.Name)
	if m == nil || i == 0 {
		return
	}
	text, typed := words[i-1].(prose.Text)
	if typed && m.Moment.Expected && strings.HasSuffix(text.Value, "预计") {
		b.problems.Add(h.At, "leave 预计 away: the program writes it", "预计 stands in front of {{%s}} a second time", h.Name)
	}
	if i < 2 || !typed || !slices.Contains(joins, strings.TrimSpace(text.Value)) {
		return
	}
	if first, ok := words[i-2].(prose.Placeholder); ok && first.To == nil {
		if before := b.notice.Milestone(first.Name); before != nil && before.Moment.Known() {
			b.lintHour(h, m, wordedDay(first, before.Moment), before)
		}
	}
}

// lintWeekday looks at a weekday that is typed behind a moment.
func (b *brief) lintWeekday(h prose.Placeholder, m *site.Milestone, after prose.Text) {
	found := typedWeekday.FindStringSubmatch(after.Value)
	if found == nil || !m.Moment.Known() || m.Moment.Precision < site.ToDay {
		return
	}
	day := wordedDay(h, m.Moment)
	hint := message.Say("write {{%s}}: the program names the weekday", strings.Join(append([]string{h.Name}, append(h.Options, prose.Weekday)...), " "))
	typed := found[1] + found[2]
	if weekdayOf(found[2]) != isoWeekday(day) {
		b.problems.Add(after.At, hint, "%s is typed behind {{%s}}, but %s is a 星期%s", typed, h.Name, day, weekdays[isoWeekday(day)-1])
		return
	}
	b.problems.Warn(after.At, hint, "%s is typed behind {{%s}} and will be wrong when the time moves", typed, h.Name)
}

// wordedDay is the day that the placeholder shows, which its options 24 and 0
// can turn.
func wordedDay(h prose.Placeholder, m site.Moment) site.Day {
	midnight := m.Exact() && m.Instant.Equal(site.DayOf(m.Instant).Start())
	switch {
	case midnight && slices.Contains(h.Options, prose.As24):
		m.As24 = true
	case slices.Contains(h.Options, prose.As0):
		m.As24 = false
	}
	return m.Day()
}

var weekdays = [7]string{"一", "二", "三", "四", "五", "六", "日"}

func weekdayOf(character string) int {
	if character == "天" {
		return 7
	}
	return slices.Index(weekdays[:], character) + 1
}

// isoWeekday counts as ISO 8601 does: Monday is 1, Sunday 7.
func isoWeekday(d site.Day) int { return (int(d.Start().Weekday())+6)%7 + 1 }

// lintMeant looks at a date that is meant literally; one that is typed without
// that mark is an error already.
func (b *brief) lintMeant(in prose.Meant) {
	for _, t := range mention.Find(in.Value, b.notice.Issued) {
		switch {
		case t.Impossible:
			b.problems.Add(in.At, "correct it", "%s is no day or hour", t.Words(in.Value))
		case t.Weekday > 0 && t.Moment.Precision >= site.ToDay && t.Weekday != isoWeekday(t.Moment.Day()):
			b.problems.Add(in.At, "correct the date or the weekday", "%s: %s is a 星期%s", t.Words(in.Value), t.Moment.Day(), weekdays[isoWeekday(t.Moment.Day())-1])
		}
	}
}

// lintLimit looks at 前 behind a deadline by day, which leaves open whether that
// day counts; the author has said it in the milestone.
func (b *brief) lintLimit(h prose.Placeholder, m *site.Milestone, after prose.Text) {
	says := slices.Contains(h.Options, prose.Deadline)
	before := strings.HasPrefix(after.Value, "前") || strings.HasPrefix(after.Value, "之前") || strings.HasPrefix(after.Value, "以前")
	switch {
	case !before || m.Moment.Precision != site.ToDay:
	case says:
		b.problems.Warn(after.At, "leave 前 away: the option deadline writes it", "前 stands behind {{%s}} a second time", strings.Join(append([]string{h.Name}, h.Options...), " "))
	case m.Kind == site.Deadline:
		b.problems.Warn(h.At, message.Say("write {{%s deadline}} and leave 前 away", h.Name), "{{%s}}前 leaves open whether that day counts", h.Name)
	}
}
