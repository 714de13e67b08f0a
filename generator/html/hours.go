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
	k := &kept{Words: map[string]string{}, Clocks: map[string]string{"0": p.clock(0)},
		Opens: t.Opens, Stops: t.Stops, Today: t.Today, Tomorrow: t.Tomorrow, Weekday: t.Weekday, Days: t.Days, Ahead: t.Ahead, Far: t.Far}
	for _, x := range s.Parts {
		k.Words[string(x.State)] = p.voice.Stood(c, x.State)
		if x.Hours == nil {
			k.Parts = append(k.Parts, keptPart{State: string(x.State)})
			continue
		}
		k.Words[string(x.Else)] = p.voice.Stood(c, x.Else)
		p.within(k, x.Hours, x.Since, string(x.State), string(x.Else))
	}
	return k
}

// within adds a part that holds in hours, with the clock times that they need.
func (p *page) within(k *kept, h *site.Hours, since site.Day, state, otherwise string) {
	one := keptPart{State: state, Else: otherwise, Except: numbers(h.Except), Also: numbers(h.Also), Since: numbers([]site.Day{since})[0]}
	for _, w := range h.Windows {
		one.Windows = append(one.Windows, [2]int{w.From, w.To})
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		one.Days = append(one.Days, h.Days.Has(d))
	}
	for _, m := range h.Bounds() {
		k.Clocks[strconv.Itoa(m)] = p.clock(m)
	}
	k.Parts = append(k.Parts, one)
}

// clock words a time of day, in minutes from midnight.
func (p *page) clock(minute int) string {
	return p.voice.Clock(site.Day{Year: 2000, Month: 1, Day: 1}.At(minute))
}

// opening are the hours of what is open for once: it says the same, its hours among it,
// whether it is open or not.
func (p *page) opening(m *site.Milestone, says string) *kept {
	words := p.Words.points()
	k := &kept{Words: map[string]string{opened: words[opened], ahead: words[ahead]}, Clocks: map[string]string{"0": p.clock(0)},
		Opens: says, Stops: says, Ahead: says, Far: says}
	p.within(k, m.Hours, m.Moment.Day(), opened, ahead)
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
