package timing

import (
	"fmt"
	"strings"
	"time"

	"tonggao/generator/site"
)

// Hours words the hours that a milestone keeps: 每天22时至次日6时;
// 工作日8时至12时、14时至17时，10月1日除外. The days beside the rule have their year where it is
// not that of the day from which the hours count.
func (w Wording) Hours(h *site.Hours, since site.Day) string {
	hours := w.words.Hours
	text := fmt.Sprintf(hours.Name, w.days(h), w.windows(h))
	if len(h.Except) > 0 {
		text += hours.Comma + fmt.Sprintf(hours.Except, w.dates(h.Except, since.Year))
	}
	if len(h.Also) > 0 {
		text += hours.Comma + fmt.Sprintf(hours.Besides, w.dates(h.Also, since.Year))
	}
	return text
}

// HoursOf words the hours of a milestone: those of one day are not of every day.
func (w Wording) HoursOf(m *site.Milestone) string {
	if m.OneDay() {
		return w.windows(m.Hours)
	}
	return w.Hours(m.Hours, m.Moment.Day())
}

func (w Wording) windows(h *site.Hours) string {
	var windows []string
	for _, x := range h.Windows {
		windows = append(windows, w.hours(x))
	}
	return strings.Join(windows, w.words.Hours.Also)
}

func (w Wording) hours(x site.HourWindow) string {
	hours, from, to := w.words.Hours, w.TimeOfDay(x.From), w.TimeOfDay(x.To)
	switch {
	case x.From == 0 && x.To == 24*60:
		return hours.Whole
	case x.From == x.To:
		return fmt.Sprintf(hours.At, from)
	case x.To > 24*60:
		return fmt.Sprintf(hours.Over, from, w.TimeOfDay(x.To-24*60))
	}
	return fmt.Sprintf(hours.Within, from, to)
}

// TimeOfDay words one that is so many minutes after midnight.
func (w Wording) TimeOfDay(m int) string { return w.words.Clock(m/60, m%60) }

// days words the days on which windows begin: 每天, 工作日, 每周二、周四, 每周一至周三.
func (w Wording) days(h *site.Hours) string {
	hours := w.words.Hours
	switch {
	case h.Days == site.EveryDay:
		return hours.Every
	case h.Workdays:
		return hours.Workdays
	}
	var names []string
	for i := 1; i <= 7; {
		last := i
		for last <= 7 && h.Days.Has(time.Weekday(last%7)) {
			last++
		}
		switch last - i {
		case 0:
			last++
		case 1, 2:
			for d := i; d < last; d++ {
				names = append(names, hours.Days[d%7])
			}
		default:
			names = append(names, fmt.Sprintf(hours.Through, hours.Days[i], hours.Days[(last-1)%7]))
		}
		i = last
	}
	return fmt.Sprintf(hours.Weekly, w.List(names))
}

// dates words days, with their year where it is not a given one.
func (w Wording) dates(days []site.Day, year int) string {
	var names []string
	for _, d := range days {
		names = append(names, w.words.Date(d, d.Year != year))
	}
	return w.List(names)
}

// List joins names as the language does.
func (w Wording) List(names []string) string { return strings.Join(names, w.words.List) }
