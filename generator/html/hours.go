package html

import (
	"strconv"
	"time"

	"tonggao/generator/site"
)

// kept are the hours of a step: the worst of the parts holds. What is said in another
// state than the step's has places for when that changes.
type kept struct {
	Parts    []keptPart        `json:"parts"`
	Words    map[string]string `json:"words"`  // of the states
	Clocks   map[string]string `json:"clocks"` // by minute of the day
	Opens    string            `json:"opens"`
	Stops    string            `json:"stops"`
	Today    string            `json:"today"`
	Tomorrow string            `json:"tomorrow"`
	Weekday  string            `json:"weekday"`
	Days     [7]string         `json:"days"`
	Ahead    string            `json:"ahead"` // where something else happens before it
	Far      string            `json:"far"`   // where nothing changes within a week
}

// A keptPart is a state in windows of days, in minutes, and another outside of them; a
// state alone without windows. Days are counted from 1970.
type keptPart struct {
	State   string   `json:"state"`
	Else    string   `json:"else,omitempty"`
	Windows [][2]int `json:"windows,omitempty"`
	Days    []bool   `json:"days,omitempty"` // of the week, Sunday first
	Except  []int    `json:"except,omitempty"`
	Also    []int    `json:"also,omitempty"`
	Since   int      `json:"since,omitempty"`
}

// kept is nil for a step without hours.
func (p *page) kept(c *site.Course, i int) *kept {
	s := c.Steps[i]
	if len(s.Parts) == 0 {
		return nil
	}
	t := p.voice.Turning(c, i)
	k := &kept{Words: map[string]string{}, Clocks: map[string]string{"0": p.voice.Clock(site.Day{Year: 2000, Month: 1, Day: 1}.Start())},
		Opens: t.Opens, Stops: t.Stops, Today: t.Today, Tomorrow: t.Tomorrow, Weekday: t.Weekday, Days: t.Days, Ahead: t.Ahead, Far: t.Far}
	for _, x := range s.Parts {
		one := keptPart{State: string(x.State)}
		k.Words[one.State] = p.voice.Stood(c, x.State)
		if h := x.Hours; h != nil {
			one.Else, one.Except, one.Also, one.Since = string(x.Else), numbers(h.Except), numbers(h.Also), numbers([]site.Day{x.Since})[0]
			k.Words[one.Else] = p.voice.Stood(c, x.Else)
			for _, w := range h.Windows {
				one.Windows = append(one.Windows, [2]int{w.From, w.To})
			}
			for d := time.Sunday; d <= time.Saturday; d++ {
				one.Days = append(one.Days, h.Days.Has(d))
			}
			for _, m := range h.Bounds() {
				k.Clocks[strconv.Itoa(m)] = p.voice.Clock(site.Day{Year: 2000, Month: 1, Day: 1}.At(m))
			}
		}
		k.Parts = append(k.Parts, one)
	}
	return k
}

// numbers counts days from 1970.
func numbers(days []site.Day) []int {
	var all []int
	for _, d := range days {
		all = append(all, int((d.Start().Unix()+8*3600)/86400))
	}
	return all
}
