package advice

import (
	"fmt"
	"slices"
	"time"

	"tonggao/generator/mention"
	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// A TypedTime is a time that an author typed where a placeholder belongs.
type TypedTime struct {
	at      problem.Position
	written string
	time    mention.Time
}

// TypedTimes finds the times typed in a fragment. It runs once a file; what
// they should point to depends on the notice that issues the file.
func TypedTimes(f *prose.Fragment) []TypedTime { return typedInBlocks(f.Blocks) }

func typedInBlocks(blocks []prose.Block) []TypedTime {
	var typed []TypedTime
	for _, b := range blocks {
		switch b := b.(type) {
		case *prose.List:
			for _, item := range b.Items {
				typed = append(typed, typedInBlocks(item)...)
			}
		case *prose.Table:
			prose.Walk([]prose.Block{b}, func(cell prose.Words) { typed = append(typed, withoutHours(cell)...) })
		default:
			prose.Walk([]prose.Block{b}, func(words prose.Words) { typed = append(typed, TypedIn(words)...) })
		}
	}
	return typed
}

// withoutHours finds the times typed in a table's cell. Windows of the clock and
// days of the week are opening hours there, and no milestones, unless the cell
// says that something stops or comes back.
func withoutHours(cell prose.Words) []TypedTime {
	typed := TypedIn(cell)
	if text := cell.Source(); wordIn(text, stopWords) != "" || wordIn(text, backWords) != "" {
		return typed
	}
	return slices.DeleteFunc(typed, func(t TypedTime) bool {
		return t.time.Recurs || t.time.DateOmitted && (t.time.Opens || t.time.Closes) || t.time.Loose && t.time.Weekday > 0
	})
}

// TypedIn finds the times typed in a line.
func TypedIn(words prose.Words) []TypedTime {
	var typed []TypedTime
	behind := false // a placeholder
	words.Walk(func(in prose.Inline) {
		text, ok := in.(prose.Text)
		if !ok {
			_, behind = in.(prose.Placeholder)
			return
		}
		for _, t := range mention.Find(text.Value, site.Day{}) {
			if behind && t.Loose && t.Weekday > 0 && t.Start == 0 {
				continue // lintWeekday tells it
			}
			typed = append(typed, TypedTime{at: text.Place(t.Start), written: t.Words(text.Value), time: t})
		}
		behind = false
	})
	return typed
}

// Typed reports typed times, each with the milestone of the notice that has that time, or
// the nearest one.
func Typed(n *site.Notice, typed []TypedTime) problem.List {
	b := &brief{notice: n}
	for _, t := range typed {
		if t.time.Loose {
			b.problems.Warn(t.at, b.pointTo(t), "%s is typed, and reads as a time", t.written)
			continue
		}
		b.problems.Add(t.at, b.pointTo(t), "%s is typed", t.written)
	}
	return b.problems
}

func (b *brief) pointTo(t TypedTime) message.Text {
	literal := fmt.Sprintf("{{meant %s}}", t.written)
	if daily := b.daytime(t.time); daily != nil {
		return message.Say("write {{%s daily}}, the hours of %s; or %s if it is none of them", daily.ID, daily.ID, literal)
	}
	if t.time.Recurs {
		return message.Say("write %s where it recurs", literal)
	}
	undated := t.time.Year == 0 && t.time.Month == 0 && t.time.Day == 0
	same, near := b.match(t.time)
	switch {
	case undated && (t.time.Clock < 0 || same == nil):
		return message.Say("write the placeholder of a milestone; or %s if it is none", literal)
	case same != nil:
		return message.Say("write {{%s%s}}, which is that time", same.ID, option(t.time, same.Moment))
	case near != nil && t.time.Finest <= mention.Month:
		return message.Say("write %s where the month or the year itself is meant; the nearest milestone is %s (%s): {{%s}}", literal, near.ID, near.Moment, near.ID)
	case near != nil:
		return message.Say("the nearest milestone is %s (%s): write {{%s}}; or add a milestone; or %s if it is none", near.ID, near.Moment, near.ID, literal)
	}
	return message.Say("add a milestone with that time, or write %s if it is none", literal)
}

// option is what a placeholder needs to show no more than was typed.
func option(t mention.Time, m site.Moment) string {
	switch {
	case !m.Exact():
		return ""
	case t.Clock < 0:
		return " " + prose.DateOnly
	case t.DateOmitted:
		return " " + prose.Time
	}
	return ""
}

// daytime returns the milestone that holds in hours of every day, at one of whose
// ends a typed clock lies.
func (b *brief) daytime(t mention.Time) *site.Milestone {
	for _, m := range b.notice.Milestones {
		if m.Hours != nil && t.DateOmitted && t.Clock >= 0 && slices.ContainsFunc(m.Hours.Windows, func(w site.HourWindow) bool { return w.From == t.Clock || w.To == t.Clock || w.To == t.Clock+24*60 }) {
			return m
		}
	}
	return nil
}

// match returns the milestone that has a typed time, or else the nearest one.
// Years left out, and hours, match whatever the milestone has.
func (b *brief) match(t mention.Time) (same, near *site.Milestone) {
	var least float64
	for _, m := range b.notice.Milestones {
		if !m.Moment.Known() {
			continue
		}
		if agrees(t, m.Moment) {
			return m, nil
		}
		if distance := apart(t, m.Moment); near == nil || distance < least {
			near, least = m, distance
		}
	}
	return nil, near
}

func agrees(t mention.Time, m site.Moment) bool {
	day := m.Day()
	if t.Finest <= mention.Month && m.Precision != site.Month {
		return false // the milestone is one time of that month
	}
	return (t.Year == 0 || t.Year == day.Year) && (t.Month == 0 || t.Month == int(day.Month)) && (t.Day == 0 || t.Day == day.Day) && (t.Clock < 0 || sameClock(t, m))
}

func sameClock(t mention.Time, m site.Moment) bool {
	if !m.Exact() {
		return false
	}
	if m.As24 {
		return t.Clock == 24*60
	}
	clock := m.Instant.In(site.China)
	return t.Clock == clock.Hour()*60+clock.Minute()
}

// apart is the distance of two times in minutes, within a year where the typed
// one has none.
func apart(t mention.Time, m site.Moment) float64 {
	year := t.Year
	if year == 0 {
		year = m.Day().Year
	}
	typed := site.Day{Year: year, Month: time.Month(max(1, t.Month)), Day: max(1, t.Day)}
	distance := typed.Start().Sub(m.Instant).Minutes() + float64(max(0, t.Clock))
	if distance < 0 {
		return -distance
	}
	return distance
}
