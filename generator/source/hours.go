package source

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"tonggao/generator/message"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

var hourForm = regexp.MustCompile(`^(\d{1,2})[:：](\d{2})(?:\s*[-–—~～至]\s*(?:次日)?(\d{1,2})[:：](\d{2}))?$`)

const (
	hourHint = `write it as "07:00-23:00"; "22:00-06:00" over midnight; "08:00-12:00,14:00-17:00" for several`
	dayNames = `"workdays" (Monday to Friday), "weekends", or days: ["tue", "fri"]`
)

// hours reads the windows that a milestone keeps, and the days on which they begin.
func (b *noticeBuilder) hours(n *toml.Node) *site.Hours {
	if n.Get("daily") == nil {
		for _, name := range []string{"days", "except", "also"} {
			if v := n.Get(name); v != nil {
				b.problems.Add(v.At, `add daily = "22:00-06:00"; "00:00-24:00" is the whole day`, "%s of %s has no hours", name, n.Key)
			}
		}
		return nil
	}
	h := &site.Hours{Days: site.EveryDay}
	before := len(*b.problems)
	for _, x := range toml.Items(n.Get("daily")) {
		text, _ := x.Scalar.(string)
		for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(",，、", r) }) {
			if w, good := b.hourWindow(n, x, strings.TrimSpace(part)); good {
				h.Windows = append(h.Windows, w)
			}
		}
	}
	if len(*b.problems) == before && len(h.Windows) == 0 {
		b.problems.Add(n.ValueAt("daily"), hourHint, "daily of %s names no hours", n.Key)
	}
	b.ordered(n, h)
	b.weekdays(n, h)
	h.Except, h.Also = b.dates(n, "except"), b.dates(n, "also")
	if len(*b.problems) > before || len(h.Windows) == 0 {
		return nil
	}
	return h
}

func (b *noticeBuilder) hourWindow(n, at *toml.Node, written string) (w site.HourWindow, good bool) {
	f := hourForm.FindStringSubmatch(written)
	if f == nil {
		b.problems.Add(at.Value, hourHint, "daily = %q is no window of a day", written)
		return w, false
	}
	w.From, w.To = minutes(f[1], f[2]), minutes(f[3], f[4])
	switch {
	case f[2] > "59" || f[4] > "59" || w.From >= 24*60 || w.To > 24*60:
		b.problems.Add(at.Value, hourHint, "daily = %q names a time of day that does not exist", written)
		return w, false
	case f[3] == "" && n.Text("kind") == string(site.Rule):
		w.To = w.From
		return w, true
	case f[3] == "":
		b.problems.Add(at.Value, message.Say(`say when it ends: "%s-06:00"`, written), "daily = %q has no end", written)
		return w, false
	case w.From == w.To:
		b.problems.Add(at.Value, `write "00:00-24:00" for the whole day`, "daily = %q ends when it begins", written)
		return w, false
	case w.To < w.From:
		w.To += 24 * 60
	}
	return w, true
}

// ordered puts the windows in order and reports two of them that touch each other,
// the last of a day and the first of the next too.
func (b *noticeBuilder) ordered(n *toml.Node, h *site.Hours) {
	slices.SortFunc(h.Windows, func(x, y site.HourWindow) int { return cmp.Or(cmp.Compare(x.From, y.From), cmp.Compare(x.To, y.To)) })
	for i, w := range h.Windows {
		next := site.HourWindow{}
		if i+1 < len(h.Windows) {
			next = h.Windows[i+1]
		} else if next = h.Windows[0]; i > 0 {
			next.From += 24 * 60
		} else {
			return
		}
		if w.To >= next.From && (w.From != w.To || w.From == next.From) {
			b.problems.Add(n.ValueAt("daily"), "windows that meet are one: join them, or leave time between them", "two windows of %s meet: one ends at %s, the next begins at %s", n.Key, clockOf(w.To), clockOf(next.From))
			return
		}
	}
}

func clockOf(m int) string { return fmt.Sprintf("%02d:%02d", m/60%24, m%60) }

var dayWords = map[string]site.Weekdays{"workdays": site.MonToFri, "工作日": site.MonToFri, "weekends": site.SatAndSun, "周末": site.SatAndSun, "every day": site.EveryDay, "每天": site.EveryDay, "每日": site.EveryDay}

// weekday reads the name of one day of the week, or of some.
func weekday(written string) (site.Weekdays, bool) {
	name := strings.TrimPrefix(strings.ToLower(strings.TrimSpace(written)), "每")
	if set, known := dayWords[name]; known {
		return set, true
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		english, chinese := strings.ToLower(d.String()), string([]rune("日一二三四五六")[d])
		if name == english || name == english[:3] || name == "周"+chinese || name == "星期"+chinese || d == time.Sunday && name == "周天" {
			return 1 << d, true
		}
	}
	return 0, false
}

func (b *noticeBuilder) weekdays(n *toml.Node, h *site.Hours) {
	v := n.Get("days")
	if v == nil {
		return
	}
	h.Days = 0
	before := len(*b.problems)
	for _, x := range toml.Items(v) {
		text, _ := x.Scalar.(string)
		for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(",，、", r) }) {
			set, known := weekday(part)
			if !known {
				b.problems.Add(x.Value, "write "+dayNames, "days = %q is no day of the week", part)
			}
			h.Days |= set
			h.Workdays = strings.TrimSpace(part) == "workdays" || strings.TrimSpace(part) == "工作日"
		}
	}
	h.Workdays = h.Workdays && h.Days == site.MonToFri
	if h.Days == 0 && len(*b.problems) == before {
		b.problems.Add(v.Value, "write "+dayNames, "days of %s names no day", n.Key)
	}
}

// dayText is a day as it is written in a list.
func dayText(x *toml.Node) string {
	text, _ := x.Scalar.(string)
	return text
}

// dates reads a list of days.
func (b *noticeBuilder) dates(n *toml.Node, name string) []site.Day {
	var days []site.Day
	for _, x := range toml.Items(n.Get(name)) {
		if day, err := site.ParseDay(dayText(x)); err == nil { // else package toml has told it
			days = append(days, day)
		}
	}
	slices.SortFunc(days, site.Day.Compare)
	return slices.Compact(days)
}

// checkHours reports hours that cannot be, once the times are known: a day that the
// rule has or lacks already, one out of the span, and a rule that never begins in it.
func (b *noticeBuilder) checkHours(m *site.Milestone) {
	n, h := b.nodes[m.ID], m.Hours
	if h == nil {
		return
	}
	if m.Permanent {
		b.problems.Add(n.ValueAt("daily"), "leave one of the two out", "%s is stopped for good, but keeps hours", m.ID)
	}
	from, bounded := m.Moment.Order()
	first := site.DayOf(from)
	last := site.Day{}
	if m.Until != nil && m.Until.Known() {
		last = site.DayOf(m.Until.End().Add(-time.Second))
	}
	out := func(d site.Day) bool {
		return bounded && d.Compare(first) < 0 || !last.IsZero() && d.Compare(last) > 0
	}
	b.checkDates(n, "except", out, func(d site.Day) bool { return !h.Days.Has(d.Start().Weekday()) }, message.Say("%s: no window begins on %s anyway"))
	b.checkDates(n, "also", out, func(d site.Day) bool {
		return h.Days.Has(d.Start().Weekday()) && !slices.Contains(h.Except, d)
	}, message.Say("%s: windows begin on %s as it is"))
	b.checkDates(n, "also", func(site.Day) bool { return false }, func(d site.Day) bool {
		return h.Days.Has(d.Start().Weekday()) && slices.Contains(h.Except, d)
	}, message.Say("%s: %s is left out by except"))
	if bounded && !last.IsZero() && !h.Meets(first, last) {
		key := "daily"
		if n.Get("days") != nil {
			key = "days"
		}
		b.problems.Add(n.ValueAt(key), "change the days, or at and until", "%s lasts from %s to %s, but none of its days lies in that", m.ID, first, last)
	}
}

// checkDates reports each day of a list that lies elsewhere, or that means nothing.
func (b *noticeBuilder) checkDates(n *toml.Node, key string, out, idle func(site.Day) bool, says message.Text) {
	for _, x := range toml.Items(n.Get(key)) {
		d, err := site.ParseDay(dayText(x))
		switch {
		case err != nil: // reported when it was read
		case out(d):
			b.problems.Add(x.Value, "leave it out, or change at and until", "%s: %s does not lie in the time that %s lasts", key, d, n.Key)
		case idle(d):
			b.problems.Add(x.Value, "leave it out", says.Form, key, d)
		}
	}
}

// checkKept reports what happens inside an outage that comes back by itself every day.
func (b *noticeBuilder) checkKept() {
	seen := map[*site.Milestone]bool{}
	for _, o := range b.notice.Outages {
		for _, m := range o.Stages {
			if o.Stop.Hours == nil || seen[m] || m == o.Stop {
				continue
			}
			seen[m] = true
			b.problems.Add(m.At, message.Say("end %s with until and write what follows as a stop of its own; or leave its hours out", o.Stop.ID),
				"%s comes back by itself outside its hours: %s cannot be a stage of it", o.Stop.ID, m.ID)
		}
	}
}

// checkOpenings reports an opening that keeps hours over a stage that keeps its own:
// between the former nobody could tell which of the latter count.
func (b *noticeBuilder) checkOpenings() {
	seen := map[*site.Milestone]bool{}
	for _, o := range b.notice.Outages {
		for _, m := range o.Stages {
			if m.Kind != site.Opening || m.Hours == nil || seen[m] {
				continue
			}
			for _, other := range o.Stages {
				if other.Hours != nil && other.Kind != site.Opening && meet(m, other) {
					seen[m] = true
					b.problems.Add(b.nodes[m.ID].ValueAt("daily"), message.Say("write each of its times as an opening of its own, or its hours into those of %s", other.ID),
						"%s keeps hours, and %s, over which it lies, keeps others", m.ID, other.ID)
					break
				}
			}
		}
	}
}

// meet reports whether an opening and a stage of its outage have some time in common, as
// far as is known.
func meet(opening, stage *site.Milestone) bool {
	first, begins := opening.Moment.Order()
	last, closes := opening.Closes()
	from, ordered := stage.Moment.Order()
	to, ends := stage.Closes()
	return !(begins && ends && !to.After(first)) && !(closes && ordered && !from.Before(last))
}
