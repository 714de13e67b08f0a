package site

import (
	"slices"
	"time"
)

// Hours are the windows in which a milestone holds while it lasts: 每天22时至次日6时,
// 工作日8时至12时、14时至17时, 每周二22时. The days are those on which a window begins.
// Nobody knows a future year's adjusted working days (调休): working days are Monday
// to Friday, and the author lists what differs.
type Hours struct {
	Windows  []HourWindow // in order, none of them touching another
	Days     Weekdays     // on which they begin
	Workdays bool         // Days were called working days
	Except   []Day        // days of the rule on which none begins, in order
	Also     []Day        // days beside the rule on which they begin, in order
}

// An HourWindow counts minutes from midnight in China. To is at most 1440, or more
// where the window ends on the next day; a rule's can be a point, From == To.
type HourWindow struct{ From, To int }

// Weekdays is a set of days of the week, a bit each as time.Weekday counts.
type Weekdays int

// The sets that have names of their own.
const (
	EveryDay  Weekdays = 1<<7 - 1
	MonToFri  Weekdays = 1<<time.Monday | 1<<time.Tuesday | 1<<time.Wednesday | 1<<time.Thursday | 1<<time.Friday
	SatAndSun Weekdays = 1<<time.Saturday | 1<<time.Sunday
)

// Has reports whether a day of the week is in the set.
func (w Weekdays) Has(d time.Weekday) bool { return w&(1<<d) != 0 }

// On reports whether windows begin on a day.
func (h *Hours) On(d Day) bool {
	if slices.Contains(h.Also, d) {
		return true
	}
	return h.Days.Has(d.Start().Weekday()) && !slices.Contains(h.Except, d)
}

// Open reports whether an instant lies in a window that began on a day or later.
func (h *Hours) Open(since Day, t time.Time) bool {
	day := DayOf(t)
	minute := int(t.Sub(day.Start()) / time.Minute)
	return h.holds(since, day, minute) || h.holds(since, day.Add(-1), minute+dayMinutes)
}

const dayMinutes = 24 * 60

// holds reports whether a minute lies in a window of a day.
func (h *Hours) holds(since, day Day, minute int) bool {
	return day.Compare(since) >= 0 && h.On(day) &&
		slices.ContainsFunc(h.Windows, func(w HourWindow) bool { return w.From <= minute && minute < w.To })
}

// Overnight reports whether a window ends on the day after that on which it begins.
func (h *Hours) Overnight() bool {
	return slices.ContainsFunc(h.Windows, func(w HourWindow) bool { return w.To > dayMinutes })
}

// Bounds returns the clock times at which windows begin or end, in minutes.
func (h *Hours) Bounds() []int {
	var bounds []int
	for _, w := range h.Windows {
		bounds = append(bounds, w.From%dayMinutes, w.To%dayMinutes)
	}
	slices.Sort(bounds)
	return slices.Compact(bounds)
}

// closes returns the end of the last window that begins before an end: a window over
// midnight runs out on the day behind 截止, unless the author wrote an hour.
func (h *Hours) closes(until Moment) time.Time {
	end := until.End()
	if until.Exact() {
		return end
	}
	last := DayOf(end.Add(-time.Second))
	if !h.On(last) {
		return end
	}
	for _, w := range h.Windows {
		if t := last.At(w.To); t.After(end) {
			end = t
		}
	}
	return end
}

// Add returns the day that lies some days later.
func (d Day) Add(days int) Day { return DayOf(d.Start().AddDate(0, 0, days)) }

// At is an instant of the day, in minutes from its midnight in China.
func (d Day) At(minute int) time.Time { return d.Start().Add(time.Duration(minute) * time.Minute) }

// A Part is what one milestone says of a service in a step: a state in its hours, and
// another outside of them. Without hours the state always holds.
type Part struct {
	State State
	Hours *Hours
	Since Day   // the first day whose windows count
	Else  State // outside of the hours
}

// at is how the part stands at an instant.
func (p Part) at(t time.Time) State {
	if p.Hours != nil && !p.Hours.Open(p.Since, t) {
		return p.Else
	}
	return p.State
}

// At returns how the service stands at an instant of the step: the worst of its parts.
func (s Step) At(t time.Time) State {
	if len(s.Parts) == 0 {
		return s.State
	}
	state := s.Parts[0].at(t)
	for _, p := range s.Parts[1:] {
		if other := p.at(t); ranks[other] > ranks[state] {
			state = other
		}
	}
	return state
}

// Drawn is the state in which a bar shows the step: a service that is off in some hours of
// a day is not off from one end to the other.
func (s Step) Drawn() State {
	if len(s.Parts) > 0 && s.State == Off {
		return Partly
	}
	return s.State
}

// Kept returns the parts of the step that keep hours, those with the same hours once.
func (s Step) Kept() []Part {
	var all []Part
	for _, p := range s.Parts {
		if p.Hours != nil && !slices.ContainsFunc(all, func(o Part) bool { return o.Hours.Same(p.Hours) }) {
			all = append(all, p)
		}
	}
	return all
}

// NextWeek is how many days ahead a reader is told what comes: farther away the name of a
// weekday would mean another.
const NextWeek = 7

// Next returns the next instant of the step within a week at which its hours turn the
// state, and false where they do not. The step may be over before.
func (s Step) Next(t time.Time) (time.Time, bool) {
	state, today := s.At(t), DayOf(t)
	bounds := []int{0}
	for _, p := range s.Kept() {
		bounds = append(bounds, p.Hours.Bounds()...)
	}
	slices.Sort(bounds)
	for day := range NextWeek {
		for _, minute := range bounds {
			if x := today.Add(day).At(minute); x.After(t) && s.At(x) != state {
				return x, true
			}
		}
	}
	return time.Time{}, false
}

// Same reports whether two hours have the same windows on the same days.
func (h *Hours) Same(o *Hours) bool {
	return h == o || h != nil && o != nil && h.Days == o.Days && h.Workdays == o.Workdays && slices.Equal(h.Windows, o.Windows) &&
		slices.Equal(h.Except, o.Except) && slices.Equal(h.Also, o.Also)
}

// Worse reports whether a state serves worse than another.
func Worse(a, b State) bool { return ranks[a] > ranks[b] }

// Meets reports whether any day from the first to the last has windows.
func (h *Hours) Meets(first, last Day) bool {
	for d := first; d.Compare(last) <= 0; d = d.Add(1) {
		if h.On(d) {
			return true
		}
	}
	return false
}
