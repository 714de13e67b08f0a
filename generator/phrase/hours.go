package phrase

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"tonggao/generator/site"
)

// Hatched words what the pattern for part of a service means in the bars of some courses:
// that it is partly back, that it stops in its hours alone, or both.
func (v Voice) Hatched(courses []*site.Course) string {
	back, stopped := false, false
	for _, c := range courses {
		for _, s := range c.Settled()[1:] {
			stopped = stopped || s.Drawn() != s.State
			back = back || s.State == site.Partly
		}
	}
	partly := v.inPart(courses, v.words.States[site.Partly])
	switch {
	case !stopped:
		return partly
	case !back:
		return v.words.Hours.Stopped
	}
	return v.List([]string{partly, v.words.Hours.Stopped})
}

// Kept words the hours of a step. A semicolon parts those of which some are not kept on
// some day; else it would part one service from another.
func (v Voice) Kept(s site.Step) string {
	var all []string
	between := v.words.Hours.Also
	for _, p := range s.Kept() {
		if s.Cause.OneDay() && p.Hours.Same(s.Cause.Hours) {
			all = append(all, v.HoursOf(s.Cause))
		} else {
			all = append(all, v.Hours(p.Hours, p.Since))
		}
		if len(p.Hours.Except)+len(p.Hours.Also) > 0 {
			between = v.words.Semicolon
		}
	}
	return strings.Join(all, between)
}

// Now words how a service stands at an instant, and what follows: in the hours of a
// step, what the step says; outside of them, when they turn it next.
func (v Voice) Now(c *site.Course, at time.Time) (state site.State, word, says string) {
	state, i := c.At(at)
	step := c.Steps[i]
	if state == step.State {
		return state, v.Standing(c, i), v.Outlook(c, i)
	}
	return state, v.Stood(c, state), v.turning(c, i, at)
}

// turning words what follows outside the hours of a step: the turn that they bring
// within the week, unless the step is over before that.
func (v Voice) turning(c *site.Course, i int, at time.Time) string {
	step, t := c.Steps[i], v.Turning(c, i)
	next, turns := step.Next(at)
	if !turns {
		next = site.DayOf(at).Add(site.NextWeek).Start()
	}
	if i+1 < len(c.Steps) && !c.Steps[i+1].From.After(next) {
		return t.Ahead
	}
	if !turns {
		return t.Far
	}
	day := site.DayOf(next)
	minute := int(next.Sub(day.Start()) / time.Minute)
	when := ""
	switch day {
	case site.DayOf(at):
		when = t.Today
	case site.DayOf(at).Add(1):
		when = t.Tomorrow
	default:
		when = strings.Replace(t.Weekday, "{day}", t.Days[next.In(site.China).Weekday()], 1)
	}
	says := t.Opens
	if site.Worse(step.At(next), step.At(at)) {
		says = t.Stops
	}
	return strings.Replace(says, "{when}", strings.Replace(when, "{clock}", v.TimeOfDay(minute), 1), 1)
}

// A Turning has the words around a turn that hours bring, with places for what
// differs from one turn to another: {when}, {clock} and {day}.
type Turning struct {
	Opens, Stops             string // with {when}
	Today, Tomorrow, Weekday string // with {clock}; the last with {day}
	Days                     [7]string
	Ahead                    string // where the step is over before it, within a week
	Far                      string // where none comes within a week
}

// Turning returns the words around the turns that the hours of a step bring.
func (v Voice) Turning(c *site.Course, i int) Turning {
	w, kept, ahead := v.words.Outlook, v.Kept(c.Steps[i]), v.Ahead(c, i)
	turn := v.words.States[site.Off]
	if m := c.Steps[i].Cause; m != nil {
		turn, _ = v.turnOf(m, c.Service)
	}
	far := v.sentence([]string{fmt.Sprintf(w.InHours, turn, kept), ahead})
	return Turning{Opens: v.sentence([]string{fmt.Sprintf(w.Opens, "{when}", kept), ahead}),
		Stops: v.sentence([]string{fmt.Sprintf(w.Stops, "{when}", turn, kept), ahead}),
		Today: w.Today, Tomorrow: w.Tomorrow, Weekday: w.Weekday, Days: v.words.Weekdays, Ahead: v.last(c, i, turn, ahead, far), Far: far}
}

// last words what comes outside of the hours of a step that keeps none any more. Of a
// service that works, and goes on working, its end would read as that of the work.
func (v Voice) last(c *site.Course, i int, turn, ahead, far string) string {
	works := func(p site.Part) bool { return p.Hours != nil && p.Else == site.On }
	if i+1 == len(c.Steps) || slices.ContainsFunc(c.Steps[i].Parts, func(p site.Part) bool { return !works(p) }) {
		return ahead
	}
	switch c.Steps[i+1].State {
	case site.On:
		t := &telling{voice: v, course: c}
		done := fmt.Sprintf(v.words.Outlook.Done, turn)
		return strings.Join(append([]string{done}, t.stopping(i+1)...), v.words.Semicolon)
	case site.Presumed:
		return far
	}
	return ahead
}

// Stood words a state that the hours of a step bring.
func (v Voice) Stood(c *site.Course, state site.State) string { return v.stood(c.Service, state) }

// StateOf is State in the service's own words, where it has some.
func (v Voice) StateOf(s *site.Service, state site.State) string { return v.stood(s, state) }
