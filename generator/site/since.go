package site

import "time"

// Since is the moment that brings a step of the course: its cause's own, or that of what
// hid it until then, as its author wrote it; where only the end of a window is there, the
// instant.
func (c *Course) Since(step Step) Moment {
	if at, own := step.writtenAt(step.From); own {
		return at
	}
	at := Moment{Instant: step.From, Precision: Minute}
	switch day := DayOf(step.From).Start(); {
	case day.Equal(step.From):
		at.Precision = ToDay
	case step.From.Sub(day)%time.Hour == 0:
		at.Precision = Hour
	}
	for _, steps := range c.alone() {
		for _, s := range steps {
			if !s.From.Equal(step.From) || s.Cause == nil {
				continue
			}
			if written, is := s.writtenAt(s.From); is {
				return written
			}
			at.Expected = at.Expected || s.Moment().Expected
		}
	}
	return at
}

// Began is the time from which a step holds: that of what brings it, or the later one at
// which something worse no longer hides it.
func (c *Course) Began(step Step) Moment {
	if step.Hidden() {
		return c.Since(step)
	}
	return step.Moment()
}

// writtenAt is the time of what brings a step, where that has one which an instant lies in.
func (s Step) writtenAt(at time.Time) (Moment, bool) {
	if s.Cause == nil || s.Over || !s.Cause.Moment.Known() {
		return Moment{}, false
	}
	m := s.Cause.Moment
	return m, !at.Before(m.Start()) && !at.After(m.End())
}

// alone are the steps of the course's service, and of each that it is a part of, by
// themselves, in every notice that speaks of it.
func (c *Course) alone() [][]Step {
	courses := []*Course{c}
	for _, n := range c.Sources {
		courses = append(courses, n.Courses...)
	}
	var all [][]Step
	for s := c.Service; s != nil; s = s.PartOf {
		for _, o := range courses {
			for own := o.Service; own != nil; own = own.PartOf {
				if own.ID == s.ID {
					all = append(all, o.Alone[own])
				}
			}
		}
	}
	return all
}
