package phrase

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"tonggao/generator/site"
)

// Outlook words what a service has behind it and before it in a step of its
// course: since when it is back, or every turn that is still to come until then;
// the hours of a daily window before that.
func (v Voice) Outlook(c *site.Course, i int) string {
	step := c.Steps[i]
	if step.State == site.On {
		return v.well(c, i)
	}
	var parts []string
	if step.Daily != nil {
		parts = append(parts, v.Daily(*step.Daily))
	}
	return v.sentence(append(parts, v.ahead(c, i)...))
}

// Opens words the outlook outside the hours of a daily window: when it opens next,
// today or tomorrow.
func (v Voice) Opens(c *site.Course, i int, tomorrow bool) string {
	d, format := c.Steps[i].Daily, v.words.outlook.today
	if tomorrow {
		format = v.words.outlook.next
	}
	opens := fmt.Sprintf(format, v.words.clock(d.From/60, d.From%60), v.Daily(*d))
	return v.sentence(append([]string{opens}, v.ahead(c, i)...))
}

// Reopens words the outlook of an instant outside the hours of a daily window.
func (v Voice) Reopens(c *site.Course, i int, at time.Time) string {
	day, d := site.DayOf(at).Start(), c.Steps[i].Daily
	opens := day.Add(time.Duration(d.From) * time.Minute)
	tomorrow := !at.Before(opens)
	if tomorrow {
		opens = opens.AddDate(0, 0, 1)
	}
	if i+1 < len(c.Steps) && !c.Steps[i+1].From.After(opens) {
		return v.Ahead(c, i)
	}
	return v.Opens(c, i, tomorrow)
}

// Ahead words what comes after a step until the service is back.
func (v Voice) Ahead(c *site.Course, i int) string { return v.sentence(v.ahead(c, i)) }

// Story words a whole course: every stop, every stage, every return.
func (v Voice) Story(c *site.Course) string {
	var outages []string
	for i, step := range c.Steps {
		next := i+1 < len(c.Steps) && c.Steps[i+1].State != site.On
		if step.State == site.On && next {
			parts := []string{v.coming(c, i+1)}
			if c.Steps[i+1].State != site.Ended {
				parts = append(parts, v.ahead(c, i+1)...)
			}
			outages = append(outages, v.sentence(parts))
		}
	}
	if len(outages) == 0 {
		return v.Outlook(c, 0)
	}
	return strings.Join(outages, v.words.semicolon)
}

func (v Voice) sentence(parts []string) string {
	kept := slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	return strings.Join(kept, v.words.outlook.then)
}

// well words the outlook of a service that works: how it came back, and the stop
// that comes next.
func (v Voice) well(c *site.Course, i int) string {
	var parts []string
	if c.Steps[i].Cause != nil {
		parts = append(parts, v.behind(c, i))
	}
	stops := func(s site.Step) bool { return s.State != site.On }
	if next := slices.IndexFunc(c.Steps[i:], stops); next > 0 {
		parts = append(parts, v.coming(c, i+next))
	} else {
		parts = append(parts, v.unsettled(c, i, func(m *site.Milestone) bool { return m.Kind == site.Suspend })...)
	}
	return strings.Join(parts, v.words.semicolon)
}

// behind words what brought a service back. A window that has ended claims no
// recovery.
func (v Voice) behind(c *site.Course, i int) string {
	step := c.Steps[i]
	m := step.Cause
	turn, _ := v.turnOf(m, c.Service)
	if step.Over {
		return fmt.Sprintf(v.words.outlook.expired, v.closing(m), turn)
	}
	return fmt.Sprintf(v.words.outlook.since, v.certain(m.Moment, 0), turn)
}

// closing words the end of a milestone's window.
func (v Voice) closing(m *site.Milestone) string {
	if m.Until != nil {
		return v.certain(*m.Until, 0)
	}
	return v.certain(m.Moment, 0)
}

// ahead words the turns that follow a step until the service is back, and those
// that have no time.
func (v Voice) ahead(c *site.Course, i int) []string {
	var parts []string
	last := c.Steps[i]
	for j := i + 1; j < len(c.Steps); j++ {
		step := c.Steps[j]
		if step.Cause == nil {
			break // the notice is history then, and nothing has happened
		}
		if !alike(last, step) && !step.Moment().End().Before(last.From) { // else it goes on from before
			parts = append(parts, v.coming(c, j))
		}
		if last = step; step.State == site.On {
			return parts
		}
	}
	open := v.unsettled(c, i, func(m *site.Milestone) bool { return m.Kind != site.Suspend })
	switch {
	case len(open) > 0:
		return append(parts, open...)
	case last.Cause == nil || last.State == site.Ended || last.State == site.Presumed || last.Outage.End != nil:
		if len(parts) == 0 && last.Cause != nil {
			return []string{v.turning(last.Cause, c, false)}
		}
		return parts
	}
	back, _ := v.back(c.Service)
	if len(last.Outage.Stages) > 0 || last.Cause.Kind == site.Partial {
		back = v.modified(v.words.full, back)
	}
	return append(parts, fmt.Sprintf(v.words.outlook.unknown, capital(back)))
}

// alike reports whether a step only settles what the one before it said, or stops
// what has stopped.
func alike(before, after site.Step) bool {
	return before.Cause == after.Cause && before.Over == after.Over || before.State == site.Off && after.State == site.Off
}

// unsettled words the turns of the outage that a step is in, or of all outages
// before the first, which have no time.
func (v Voice) unsettled(c *site.Course, i int, is func(*site.Milestone) bool) []string {
	var parts []string
	for _, o := range c.Outages {
		if at := c.Steps[i].Outage; at != nil && at.Stop != o.Stop {
			continue
		}
		for _, m := range o.Turns() {
			if _, ordered := m.Moment.Order(); is(m) && (!ordered || m.Moment.Pending && !m.Moment.Known()) {
				parts = append(parts, v.turning(m, c, false))
			}
		}
	}
	return parts
}

// coming words the turn that a step brings.
func (v Voice) coming(c *site.Course, j int) string {
	step := c.Steps[j]
	if step.Over {
		return fmt.Sprintf(v.words.outlook.closes, v.closing(step.Cause))
	}
	again := step.Cause.Kind == site.Suspend && slices.ContainsFunc(c.Steps[:j], func(s site.Step) bool { return s.Cause != nil })
	return v.turning(step.Cause, c, again)
}

// turning words one turn with its time: 2022年1月1日0时起逐步恢复.
func (v Voice) turning(m *site.Milestone, c *site.Course, again bool) string {
	turn, _ := v.turnOf(m, c.Service)
	if again {
		turn = v.modified(v.words.again, turn)
	}
	format := v.words.outlook.known
	switch {
	case !m.Moment.Known():
		format, turn = v.words.outlook.bounded, capital(turn)
	case m.Kind == site.Opening:
		format = v.words.outlook.exactly
	}
	return fmt.Sprintf(format, v.Moment(m.Moment), turn)
}
