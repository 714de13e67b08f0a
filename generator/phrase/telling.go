package phrase

import (
	"fmt"
	"slices"
	"strings"

	"tonggao/generator/site"
	"tonggao/generator/timing"
)

// A telling words turns of a course one after another. A moment says no more of its
// date than those told before it leave open.
type telling struct {
	voice  Voice
	course *site.Course
	last   site.Moment // told last
}

// well words the outlook of a service that works: how it came back, and the stop
// that comes next.
func (t *telling) well(i int) string {
	c := t.course
	var parts []string
	if c.Steps[i].Cause != nil {
		parts = append(parts, t.behind(i))
	}
	return strings.Join(append(parts, t.stopping(i)...), t.voice.words.Semicolon)
}

// stopping words the stop that comes next after a step in which a service works, with its
// hours; or those that have no time.
func (t *telling) stopping(i int) []string {
	stops := func(s site.Step) bool { return s.State != site.On }
	if next := slices.IndexFunc(t.course.Steps[i:], stops); next > 0 {
		return []string{t.voice.sentence(t.starting(i + next))}
	}
	return t.unsettled(i, func(m *site.Milestone) bool { return m.Kind == site.Suspend })
}

// behind words what brought a service back. A window that has ended claims no
// recovery.
func (t *telling) behind(i int) string {
	v, step := t.voice, t.course.Steps[i]
	turn, _ := v.turnOf(step.Cause, t.course.Service)
	format := v.words.Outlook.Since
	if step.Over {
		format = v.words.Outlook.Expired
	}
	at := step.Moment()
	at.Expected = false // it has come
	if !step.Over && !step.Cause.Moment.Known() {
		return fmt.Sprintf(format, v.Bound(step.Cause.Moment, 0), turn)
	}
	return fmt.Sprintf(format, t.moment(at), turn)
}

// ahead words the turns that follow a step until the service is back, and those
// that have no time.
func (t *telling) ahead(i int) []string {
	c, v := t.course, t.voice
	var parts []string
	last := c.Steps[i]
	for j := i + 1; j < len(c.Steps); j++ {
		step := c.Steps[j]
		if step.Cause == nil {
			break // the notice is history then, and nothing has happened
		}
		if !(step.Over && step.Cause.Kind == site.Opening && j > i+1) {
			parts = append(parts, t.follows(last, j, len(parts) > 0)...)
		}
		if last = step; step.State == site.On {
			return parts
		}
	}
	open := t.unsettled(i, func(m *site.Milestone) bool { return m.Kind != site.Suspend })
	switch {
	case len(open) > 0:
		return append(parts, open...)
	case last.Cause == nil || last.State == site.Ended || last.State == site.Presumed || last.Outage.End != nil:
		if len(parts) == 0 && last.Cause != nil {
			return []string{t.brought(i)}
		}
		return parts
	}
	back, _ := v.back(c.Service)
	if len(last.Outage.Stages) > 0 || last.Cause.Kind == site.Partial {
		back = v.modified(v.words.Full, back)
	}
	return append(parts, fmt.Sprintf(v.words.Outlook.Unknown, back))
}

// brought words the turn that has brought a step after which nothing is known.
func (t *telling) brought(i int) string {
	if step := t.course.Steps[i]; !step.Over {
		return t.turning(step.Cause, false)
	}
	return t.coming(i)
}

// next words a turn; the end of a window behind other turns says of what it is the
// end.
func (t *telling) next(j int, behind bool) string {
	step := t.course.Steps[j]
	switch {
	case step.Over && step.Cause.OneDay() && step.Moment().Same(t.last):
		return "" // the day itself was told
	case !behind || !step.Over:
		return t.coming(j)
	}
	turn, _ := t.voice.turnOf(step.Cause, t.course.Service)
	return both(t.voice.words.Labelled, turn, t.coming(j))
}

// unsettled words the turns of the outage that a step is in, or of all outages
// before the first, which have no time.
func (t *telling) unsettled(i int, is func(*site.Milestone) bool) []string {
	var parts []string
	for _, o := range t.course.Outages {
		if at := t.course.Steps[i].Outage; at != nil && at.Stop != o.Stop {
			continue
		}
		for _, m := range o.Turns() {
			if is(m) && !m.Moment.Known() && (m.Moment.Pending || !t.brings(m)) {
				parts = append(parts, t.turning(m, false))
			}
		}
	}
	return parts
}

// brings reports whether a step of the course is a milestone's.
func (t *telling) brings(m *site.Milestone) bool {
	return slices.ContainsFunc(t.course.Steps, func(s site.Step) bool { return s.Cause == m })
}

// coming words the turn that a step brings.
func (t *telling) coming(j int) string {
	step := t.course.Steps[j]
	if step.Over {
		end := step.Moment()
		end.Expected = false // the window's beginning says so
		return fmt.Sprintf(t.voice.words.Outlook.Closes, t.moment(end))
	}
	was := func(s site.Step) bool { return s.State == site.Off && s.Cause != step.Cause }
	again := step.Cause.Kind == site.Suspend && !step.Cause.Permanent && slices.ContainsFunc(t.course.Steps[:j], was)
	return t.turning(step.Cause, again)
}

// turning words one turn with its time: 2022年1月1日0时起逐步恢复.
func (t *telling) turning(m *site.Milestone, again bool) string {
	v := t.voice
	turn, _ := v.turnOf(m, t.course.Service)
	if again {
		turn = v.modified(v.words.Again, turn)
	}
	switch {
	case !m.Moment.Known() && !m.Moment.Pending:
		return fmt.Sprintf(v.words.Outlook.Exactly, t.bounds(m.Moment), turn)
	case !m.Moment.Known():
		return fmt.Sprintf(v.words.Outlook.Bounded, t.bounds(m.Moment), turn)
	case m.Kind == site.Opening && m.Until != nil && !m.OneDay():
		first := t.form(m.Moment)
		from, to := v.Ends(m.Moment, *m.Until, first, first&timing.Short)
		t.last = *m.Until
		return fmt.Sprintf(v.words.Outlook.Exactly, fmt.Sprintf(v.words.Window, from, to), turn)
	case m.OneDay() && m.Kind != site.Opening:
		return fmt.Sprintf(v.words.Hours.OnDay, t.moment(m.Moment), turn)
	case m.Kind == site.Opening:
		return fmt.Sprintf(v.words.Outlook.Exactly, t.moment(m.Moment), turn)
	}
	return fmt.Sprintf(v.words.Outlook.Known, t.moment(m.Moment), turn)
}

// bounds words what has bounds instead of a time: without the year, where those have that of
// the moment told last.
func (t *telling) bounds(m site.Moment) string {
	var form timing.Form
	for _, b := range []*site.Moment{m.After, m.Before} {
		switch {
		case b == nil || !b.Known():
		case t.form(*b) == 0:
			return t.voice.Moment(m)
		default:
			form = timing.Short
		}
	}
	return t.voice.Moment(m, form)
}

// moment words a moment behind those that have been told.
func (t *telling) moment(at site.Moment) string {
	form := t.form(at)
	t.last = at
	return t.voice.Moment(at, form)
}

// form leaves out the year, and the day, that the moment told last has too.
func (t *telling) form(at site.Moment) timing.Form {
	last := t.last
	switch {
	case !last.Known() || !at.Known() || last.Precision < site.ToDay || at.Precision < site.ToDay:
		return 0
	case at.Exact() && last.Day() == at.Day():
		return timing.Time
	case last.Day().Year == at.Day().Year:
		return timing.Short
	}
	return 0
}
