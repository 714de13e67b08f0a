package phrase

import "tonggao/generator/site"

// Standing words how a service stands in a step of its course.
func (v Voice) Standing(c *site.Course, i int) string { return capital(v.standing(c, i)) }

// Brings words on a bar what a step brings, the end of a window too; which of two bounds it
// is, where it is one.
func (v Voice) Brings(s site.Step) (turn, bound string) {
	at := s.Cause.Moment
	switch {
	case s.Over:
		return v.words.Outlook.Ended, ""
	case at.Known() || at.After == nil || at.Before == nil:
		return v.Turn(s.Cause), ""
	case s.State == site.Uncertain:
		return v.Turn(s.Cause), v.words.Outlook.Earliest
	}
	return v.Turn(s.Cause), v.words.Outlook.Latest
}

// stood words a plain state of a service.
func (v Voice) stood(s *site.Service, state site.State) string {
	word, own := v.own(s, state)
	if !own {
		word = v.words.States[state]
	}
	return capital(word)
}

func (v Voice) standing(c *site.Course, i int) string { return v.stands(c.Service, c.Steps[i]) }

// stands words how a service stands in a step.
func (v Voice) stands(of *site.Service, step site.Step) string {
	m, w := step.Cause, v.words.Standing
	if m == nil {
		return v.stood(of, step.State)
	}
	turn, _ := v.turnOf(m, of)
	say := func(format string) string { return v.modified(format, turn) }
	switch {
	case step.State == site.Presumed && step.Over:
		return say(w.Over)
	case step.State == site.Presumed && m.Moment.Expected:
		return say(w.Expects)
	case step.State == site.Presumed:
		return say(w.Should)
	case step.State == site.Uncertain && !m.Moment.Known():
		return say(w.Maybe)
	case step.State == site.Uncertain && m.Moment.Precision == site.Month:
		return say(w.ThisMonth)
	case step.State == site.Uncertain && m.Moment.Expected:
		return say(w.About)
	case step.State == site.Uncertain:
		return say(w.Today)
	case step.State == site.Off && m.Moment.Expected && m.Kind == site.Suspend:
		return say(w.Expects)
	case step.State == site.Partly && !step.Over && (m.State != "" || m.Kind == site.Opening || m.Kind == site.Suspend):
		return turn
	}
	return v.stood(of, step.State)
}
