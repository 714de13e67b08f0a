package testkit

import (
	"math/rand/v2"

	"tonggao/generator/site"
)

// AnyHours returns random hours: windows of a day, the last perhaps over midnight, days of
// the week, and days beside them soon after a day.
func AnyHours(r *rand.Rand, day site.Day) *site.Hours {
	h := &site.Hours{Days: site.EveryDay}
	if r.IntN(2) == 0 {
		h.Days = site.Weekdays(1 + r.IntN(127))
	}
	for from := r.IntN(300); len(h.Windows) < 1+r.IntN(3); {
		w := site.HourWindow{From: from, To: from + 30 + r.IntN(400)}
		h.Windows = append(h.Windows, w)
		from = w.To + 60
	}
	if r.IntN(2) == 0 {
		last := &h.Windows[len(h.Windows)-1]
		last.To = max(last.To, 1440+r.IntN(max(1, h.Windows[0].From-1)+1))
		if last.To-1440 >= h.Windows[0].From {
			last.To = 1440
		}
	}
	for range r.IntN(3) {
		day = day.Add(1 + r.IntN(6))
		if h.On(day) {
			h.Except = append(h.Except, day)
		} else {
			h.Also = append(h.Also, day)
		}
	}
	return h
}
