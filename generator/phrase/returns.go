package phrase

import (
	"fmt"
	"slices"

	"tonggao/generator/site"
	"tonggao/generator/timing"
)

// A Return is one way in which what a milestone stopped is on again. At is empty
// where no time can be given; then What says all there is to say.
type Return struct {
	When  string // from when
	What  string // what, in a few words
	Known bool   // When is a time
}

// Text is the return in one line: the time first where it is known.
func (r Return) Text() string {
	switch {
	case r.When == "" || r.What == "":
		return r.When + r.What
	case r.Known:
		return r.When + " " + r.What
	}
	return r.What + " " + r.When
}

// Returns lists how what a stop, a stage or an opening begins goes on: every later
// recovery, the stated end of its window, that it never comes back, or that nobody
// has said when. It is empty for any other milestone and for a withdrawn one.
func (v Voice) Returns(m *site.Milestone) []Return {
	w := v.words
	switch {
	case m.Withdrawn || m.Kind != site.Suspend && m.Kind != site.Partial && m.Kind != site.Opening:
		return nil
	case m.Permanent:
		return []Return{{What: v.Theirs(w.Never, m.Services)}}
	}
	var all []Return
	for _, r := range m.Following() {
		all = append(all, Return{When: v.When(r), What: v.LabelFor(r, m), Known: r.Moment.Known()})
	}
	if end := v.windowEnd(m); end != "" {
		if len(all) > 0 { // the others have their own
			end = v.words.Rest + end
		}
		all = append(all, Return{When: end, Known: true})
	}
	if len(all) == 0 {
		all = append(all, Return{What: w.Unannounced})
	}
	return all
}

// Closing words the stated end of a milestone's window: 至9月17日止; "" for none.
func (v Voice) Closing(m *site.Milestone) string {
	if _, closes := m.Closes(); !closes {
		return ""
	}
	return fmt.Sprintf(v.words.Outlook.Closes, v.closing(m))
}

// ClosesAt words the end of a milestone's window in a form: 至9月17日止; of an opening
// without 止. The year stays where it is not that of the beginning, whatever the form.
func (v Voice) ClosesAt(m *site.Milestone, form timing.Form) string {
	if form.Day(m.Moment).Year != form.Day(*m.Until).Year {
		form &^= timing.Short
	}
	format := v.words.Outlook.Closes
	if m.Kind == site.Opening {
		format = v.words.Outlook.Through
	}
	return fmt.Sprintf(format, v.Certain(*m.Until, form))
}

// closing words the end of a milestone's window.
func (v Voice) closing(m *site.Milestone) string {
	if m.Until != nil {
		return v.Certain(*m.Until, 0)
	}
	return v.Certain(m.Moment, 0)
}

// windowEnd words the stated end of the milestone's own window, or of the stop
// that it is a stage of, where no recovery is announced beside it.
func (v Voice) windowEnd(m *site.Milestone) string {
	if end := v.Closing(m); end != "" {
		return end
	}
	for _, o := range m.Notice.Outages {
		if o.End == nil && slices.Contains(o.Stages, m) {
			return v.Closing(o.Stop)
		}
	}
	return ""
}

// Again words what turns away whoever reads only a recovery: that what its services are a
// part of is not back then, or their next stop; "" where there is neither.
func (v Voice) Again(m *site.Milestone) string {
	if m.Kind != site.Resume || m.Withdrawn {
		return ""
	}
	for _, c := range m.Notice.Courses {
		if !c.Has(m) {
			continue
		}
		if whole, i := v.withheld(c, m); whole != "" {
			return v.sentence(append([]string{whole}, (&telling{voice: v, course: c, last: m.Moment}).ahead(i)...))
		}
		passed := false
		for j, step := range c.Steps {
			if passed && step.State != site.On {
				return (&telling{voice: v, course: c}).coming(j)
			}
			passed = step.Cause == m && step.State == site.On
		}
	}
	return ""
}

// Withheld words that what the services of a recovery are a part of is off when it comes;
// "" where none is.
func (v Voice) Withheld(m *site.Milestone) string {
	if m.Kind != site.Resume || m.Withdrawn {
		return ""
	}
	for _, c := range m.Notice.Courses {
		if whole, i := v.withheld(c, m); c.Has(m) && c.Steps[i].State == site.Off {
			return whole
		}
	}
	return ""
}

// withheld words that what a service is a part of does not work when a recovery of the
// service comes, in which step of the service; "" where the recovery brings it back.
func (v Voice) withheld(c *site.Course, m *site.Milestone) (whole string, i int) {
	at := m.Moment.Past()
	i = site.StepAt(c.Steps, at)
	for s := c.Service.PartOf; s != nil && c.Steps[i].State != site.On; s = s.PartOf {
		steps := c.Alone[s.ID]
		if steps == nil {
			continue
		}
		if now := steps[site.StepAt(steps, at)]; now.State != site.On {
			return both(v.words.Outlook.Withheld, v.name(s.Name), v.modified("%s", v.stands(s, now))), i
		}
	}
	return "", i
}
