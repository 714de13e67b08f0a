package phrase

import (
	"fmt"

	"tonggao/generator/site"
	"tonggao/generator/timing"
)

// starting words the stop that a step brings, with its hours.
func (t *telling) starting(j int) []string {
	steps := t.course.Steps
	parts := []string{t.coming(j), t.voice.Kept(steps[j])}
	if j+1 < len(steps) && settles(steps[j], steps[j+1]) {
		parts = append(parts, t.settled(steps[j], steps[j+1]))
	}
	return parts
}

// follows words how a step follows another: the turn that brings it, and its hours. It
// says nothing where the step says no more than that one.
func (t *telling) follows(last site.Step, j int, behind bool) []string {
	v, step := t.voice, t.course.Steps[j]
	off := last.State == site.Off && step.State == site.Off
	goesOn := step.Hidden() // it began before, and another was told
	switch {
	case settles(last, step):
		return []string{t.settled(last, step)}
	case off && v.Kept(last) == v.Kept(step):
		return nil // it stops what has stopped
	case off:
		return []string{t.rehoured(step)}
	case goesOn && step.State == site.Partly && last.State.Rank() > step.State.Rank():
		return []string{t.resurfaced(j), v.Kept(step)}
	case goesOn:
		return nil
	}
	return []string{t.next(j, behind), v.Kept(step)}
}

// settles reports whether a step only settles what the one before it said.
func settles(before, after site.Step) bool {
	hidden := before.State == site.Off && after.State == site.Off // by a stop at all hours, or no longer
	return before.Cause == after.Cause && before.Over == after.Over && !hidden
}

// settled words the hours that come with what settles a step.
func (t *telling) settled(before, after site.Step) string {
	if kept := t.voice.Kept(after); kept != t.voice.Kept(before) {
		return kept
	}
	return ""
}

// rehoured words, of a service that is stopped before and after, the hours in which it
// stops from a step on. Its day is told in any case: hours stand before it.
func (t *telling) rehoured(step site.Step) string {
	v, since := t.voice, t.course.Since(step)
	form := t.form(since)
	if form == timing.Time {
		form = timing.Short
	}
	t.last = since
	at := v.Moment(since, form)
	if kept := v.Kept(step); kept != "" {
		return fmt.Sprintf(v.words.Outlook.Instead, at, kept)
	}
	off, _ := v.own(t.course.Service, site.Off)
	return fmt.Sprintf(v.words.Outlook.Known, at, v.modified(v.words.Outlook.Always, off))
}

// resurfaced words a state that began before, and holds again when a worse one is over.
func (t *telling) resurfaced(j int) string {
	v, step := t.voice, t.course.Steps[j]
	return fmt.Sprintf(v.words.Outlook.Known, t.moment(t.course.Since(step)), v.standing(t.course, j))
}
