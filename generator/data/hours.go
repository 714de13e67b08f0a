package data

import (
	"strings"
	"time"

	"tonggao/generator/site"
)

func hoursOf(h *site.Hours) *hours {
	facts := &hours{window: windowOf(h.Windows[0]), Except: dates(h.Except), Also: dates(h.Also)}
	for _, w := range h.Windows[1:] {
		facts.Then = append(facts.Then, windowOf(w))
	}
	for d := time.Sunday; h.Days != site.EveryDay && d <= time.Saturday; d++ {
		if h.Days.Has(d) {
			facts.Days = append(facts.Days, strings.ToLower(d.String()[:3]))
		}
	}
	return facts
}

func windowOf(w site.HourWindow) window {
	if w.To > 24*60 {
		w.To -= 24 * 60
	}
	return window{clock(w.From), clock(w.To)}
}

func dates(days []site.Day) []string {
	var all []string
	for _, d := range days {
		all = append(all, d.String())
	}
	return all
}

// keep adds the hours of a step: in the plain case, off outside one window of every
// day, as hours alone.
func (x *step) keep(s site.Step) {
	if len(s.Parts) == 0 {
		return
	}
	if p := s.Parts[0]; len(s.Parts) == 1 && p.State == s.State && p.Else == site.Off && !p.Hours.Overnight() && len(p.Hours.Windows) == 1 {
		x.Daily = hoursOf(p.Hours)
		if h := x.Daily; h.Days == nil && h.Except == nil && h.Also == nil {
			return
		}
	}
	for _, p := range s.Parts {
		one := part{State: string(p.State)}
		if p.Hours != nil {
			one.Daily, one.Since, one.Else = hoursOf(p.Hours), p.Since.String(), string(p.Else)
		}
		x.Parts = append(x.Parts, one)
	}
}
