package phrase

import (
	"fmt"
	"slices"
	"strings"

	"tonggao/generator/site"
	"tonggao/generator/timing"
)

// Shift words a change of one milestone, or of a whole outage, as a sentence: what was
// planned and what is now, and the reason where it is asked for.
func (v Voice) Shift(s site.Shift, reason bool) []Run {
	label, runs := v.matter(s.Milestone), v.shift(s)
	if s.Back != nil {
		label, runs = v.stoppage(s.Milestone), v.outage(s)
	}
	if reason && s.Move.Why != "" {
		runs = append(runs, Run{Text: fmt.Sprintf(v.words.Reason, strings.TrimRight(v.name(s.Move.Why), "。."))})
	}
	before, after, _ := strings.Cut(fmt.Sprintf(v.words.Change.Told, label, "\x00"), "\x00")
	return Compact(append(append([]Run{{Text: before}}, runs...), Run{Text: after})...)
}

// matter is what a change is about: the label, or the whole clause where the label
// would be only its beginning.
func (v Voice) matter(m *site.Milestone) string {
	if m.Label == "" && len(m.Services) == 0 {
		return Plain(v.Runs(m.Notice, nil, m.Text))
	}
	return v.Label(m)
}

// stoppage is what a change of a whole outage is about: the services, where, whose.
func (v Voice) stoppage(stop *site.Milestone) string {
	label := v.all(stop.Services)
	if stop.Scope != "" {
		label = both(v.words.Scoped, v.name(stop.Scope), label)
	}
	if own := v.telling(stop); own != "" {
		label += fmt.Sprintf(v.words.Aside, own)
	}
	return label
}

// shift words what became of a time.
func (v Voice) shift(s site.Shift) []Run {
	mv, words := s.Move, v.words.Change
	was := former(v.was(s))
	switch {
	case mv.Kind == site.Withdrawn, mv.Kind == site.TakenBack && v.Bound(mv.To, 0) == "":
		return v.join(words.Moved[mv.Kind], was)
	case mv.EndAlone() && words.Until[mv.Kind] != "":
		return v.join(words.Until[mv.Kind], was, v.is(s))
	case mv.Ends != nil, mv.To.Expected, mv.Kind == site.TakenBack, !mv.To.Known() && mv.Kind != site.Fixed, s.Milestone.Kind == site.Deadline && !mv.To.Exact():
		return v.join(words.Becomes, was, v.is(s))
	}
	return v.join(words.Moved[mv.Kind], was, v.is(s))
}

// was words the time that was planned, or that none was.
func (v Voice) was(s site.Shift) []Run {
	mv, words := s.Move, v.words.Change
	switch {
	case mv.Ends == nil && !mv.From.Known() && v.Bound(mv.From, 0) == "":
		return []Run{{Text: words.Unsettled}}
	case mv.Ends == nil && mv.From.Expected:
		return around(nil, words.Foreseen, v.dated(s, mv.From))
	case mv.Ends == nil:
		return around(nil, words.Was, v.dated(s, mv.From))
	}
	return v.join(words.Was, v.formerRuns(mv))
}

func (v Voice) is(s site.Shift) []Run {
	if s.Move.Ends != nil {
		return left(v.latterRuns(s.Move), s.Milestone)
	}
	return left([]Run{v.dated(s, s.Move.To)}, s.Milestone)
}

// left marks the times among runs that milestones had once and have no more: what an
// earlier revision moved may have moved again since.
func left(runs []Run, all ...*site.Milestone) []Run {
	var now []string
	for _, m := range all {
		if m.Withdrawn {
			continue
		}
		now = append(now, m.Moment.Datetime())
		if m.Until != nil {
			now = append(now, m.Until.Datetime())
		}
	}
	for i, run := range runs {
		runs[i].Former = run.Datetime != "" && !slices.Contains(now, run.Datetime)
	}
	return runs
}

// dated words a moment; a day until which something is to be done says whether it
// counts.
func (v Voice) dated(s site.Shift, at site.Moment) Run {
	var form timing.Form
	if s.Milestone.Kind == site.Deadline && at.Known() && !at.Exact() {
		form, at.Includes = timing.Deadline, s.Milestone.Moment.Includes
	}
	return Run{Text: v.Moment(at, form), Datetime: at.Datetime()}
}

// outage words what became of a stop and its recovery together.
func (v Voice) outage(s site.Shift) []Run {
	words := v.words.Change
	was := former(v.join(words.Was, v.course(s, s.Move.From, s.Back.Move.From)))
	if s.Move.Kind != site.Withdrawn {
		return v.join(words.Becomes, was, left(v.course(s, s.Move.To, s.Back.Move.To), s.Milestone, s.Back.Milestone))
	}
	on, own := v.own(v.spoken(s.Milestone.Services), site.On)
	if !own {
		on = words.AsUsual
	}
	before, after, _ := strings.Cut(fmt.Sprintf(words.Spared, "\x00", on), "\x00")
	return append(append([]Run{{Text: before}}, was...), Run{Text: after})
}

// course words a stop and its recovery: 2024年5月10日8时起暂停、12时起恢复.
func (v Voice) course(s site.Shift, from, to site.Moment) []Run {
	first, last := v.Ends(from, to, 0, 0)
	if last == "" {
		last = v.Moment(to)
	}
	turn := func(m *site.Milestone, at site.Moment, text string) []Run {
		word, _ := v.turnOf(m, v.spoken(m.Services))
		before, after, _ := strings.Cut(fmt.Sprintf(v.words.Outlook.Known, "\x00", word), "\x00")
		return Compact(Run{Text: before}, Run{Text: text, Datetime: at.Datetime()}, Run{Text: after})
	}
	runs := append(turn(s.Milestone, from, first), Run{Text: v.words.List})
	return append(runs, turn(s.Back.Milestone, to, last)...)
}

// join puts stretches of runs into the places that a format has for them.
func (v Voice) join(format string, in ...[]Run) []Run {
	var runs []Run
	for i, part := range strings.Split(format, "%s") {
		if i > 0 {
			runs = append(runs, in[i-1]...)
		}
		if part != "" {
			runs = append(runs, Run{Text: part})
		}
	}
	return runs
}
