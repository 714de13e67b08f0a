package now

import (
	"strconv"
	"time"

	"tonggao/generator/site"
)

// Kept are the hours of a step: the worst of the parts holds. What is said in another
// state than the step's has places for when that changes.
type Kept struct {
	Parts    []Part            `json:"parts"`
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

// A Part is a state in windows of days, in minutes, and another outside of them; a
// state alone without windows. Days are counted from 1970.
type Part struct {
	State   string   `json:"state"`
	Else    string   `json:"else,omitempty"`
	Windows [][2]int `json:"windows,omitempty"`
	Days    []bool   `json:"days,omitempty"` // of the week, Sunday first
	Except  []int    `json:"except,omitempty"`
	Also    []int    `json:"also,omitempty"`
	Since   int      `json:"since,omitempty"`
}

// kept is nil for a step without hours.
func (t Teller) kept(c *site.Course, i int) *Kept {
	s := c.Steps[i]
	if len(s.Parts) == 0 {
		return nil
	}
	turn := t.Voice.Turning(c, i)
	k := &Kept{Words: map[string]string{}, Clocks: map[string]string{"0": t.clock(0)},
		Opens: turn.Opens, Stops: turn.Stops, Today: turn.Today, Tomorrow: turn.Tomorrow, Weekday: turn.Weekday, Days: turn.Days, Ahead: turn.Ahead, Far: turn.Far}
	for _, x := range s.Parts {
		k.Words[string(x.State)] = t.Voice.Stood(c, x.State)
		if x.Hours == nil {
			k.Parts = append(k.Parts, Part{State: string(x.State)})
			continue
		}
		k.Words[string(x.Else)] = t.Voice.Stood(c, x.Else)
		t.within(k, x.Hours, x.Since, string(x.State), string(x.Else))
	}
	return k
}

// within adds a part that holds in hours, with the clock times that they need.
func (t Teller) within(k *Kept, h *site.Hours, since site.Day, state, otherwise string) {
	one := Part{State: state, Else: otherwise, Except: numbers(h.Except), Also: numbers(h.Also), Since: numbers([]site.Day{since})[0]}
	for _, w := range h.Windows {
		one.Windows = append(one.Windows, [2]int{w.From, w.To})
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		one.Days = append(one.Days, h.Days.Has(d))
	}
	for _, m := range h.Bounds() {
		k.Clocks[strconv.Itoa(m)] = t.clock(m)
	}
	k.Parts = append(k.Parts, one)
}

// clock words a time of day, in minutes from midnight.
func (t Teller) clock(minute int) string {
	return t.Voice.Clock(site.Day{Year: 2000, Month: 1, Day: 1}.At(minute))
}

// opening are the hours of what is open for once: it says the same, its hours among it,
// whether it is open or not.
func (t Teller) opening(m *site.Milestone, says string) *Kept {
	said := points(t.Words)
	k := &Kept{Words: map[string]string{Opened: said[Opened], Ahead: said[Ahead]}, Clocks: map[string]string{"0": t.clock(0)},
		Opens: says, Stops: says, Ahead: says, Far: says}
	t.within(k, m.Hours, m.Moment.Day(), Opened, Ahead)
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
