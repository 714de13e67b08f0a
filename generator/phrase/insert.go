package phrase

import (
	"fmt"
	"slices"
	"strings"

	"tonggao/generator/site"
)

// Schedule returns the milestones of a notice that concern an audience (nil for
// all) and are of the kinds named (none for all), in time order.
func Schedule(n *site.Notice, a *site.Audience, kinds ...site.Kind) []*site.Milestone {
	var chosen []*site.Milestone
	for _, m := range n.Milestones {
		if m.For(a) && (len(kinds) == 0 || slices.Contains(kinds, m.Kind)) {
			chosen = append(chosen, m)
		}
	}
	return chosen
}

// Sentence words a milestone as one full sentence: when, what, and how it was
// moved. A pending one says what first and that its time is to be announced.
func (v Voice) Sentence(m *site.Milestone) []Run {
	const others = 6 // beside those of the text
	runs := make([]Run, 0, len(m.Text)+others)
	if mark := v.Change(m); mark != "" {
		runs = append(runs, Run{Text: mark})
	}
	switch _, dated := m.Moment.Order(); {
	case m.Withdrawn && !dated: // nothing was planned but that it comes
		runs = v.runs(runs, m.Notice, nil, m.Text)
	case m.Withdrawn && m.Moment.Known():
		was := v.planned(m, v.WhenRuns(m), v.Runs(m.Notice, nil, m.Text))
		runs = append(Compact(append(runs, Run{Text: v.Planned(Plain(was))})...), was...)
	case m.Moment.Known() || !m.Moment.Pending:
		runs = v.when(runs, m, 0)
		runs = append(runs, Run{Text: v.words.Comma})
		runs = v.runs(runs, m.Notice, nil, m.Text)
	default:
		before := len(runs)
		runs = v.runs(runs, m.Notice, nil, m.Text)
		runs = append(runs, Run{Text: v.announced(Plain(runs[before:]), m.Moment)})
	}
	move, moved := m.LastMove()
	if !moved {
		return append(runs, Run{Text: v.words.Stop})
	}
	return slices.Concat(runs, []Run{{Text: v.words.Stop + v.words.Apart}}, v.told(m, move))
}

// told is the sentence about a milestone's newest move.
func (v Voice) told(m *site.Milestone, move site.Move) []Run {
	format := kindOf(move, v.words.EndMoves, v.words.Moves)
	if _, dated := m.Moment.Order(); m.Withdrawn && (m.Moment.Known() || !dated) {
		format = v.words.CalledOff // its time stands before, if it had one
	}
	runs := v.moveRuns(format, move)
	runs[0].Text = capital(runs[0].Text)
	return append(runs, Run{Text: v.words.Stop})
}

// planned words what was to happen, behind its time unless it begins with the very
// words: what holds no more is not said twice. Its own times are marked as former;
// those of others that it names may hold.
func (v Voice) planned(m *site.Milestone, when, text []Run) []Run {
	runs := text
	if !strings.HasPrefix(Plain(text), Plain(when)) {
		runs = slices.Concat(when, []Run{{Text: v.words.Comma}}, text)
	}
	own := []string{m.Moment.Datetime()}
	if m.Until != nil {
		own = append(own, m.Until.Datetime())
	}
	for i, run := range runs {
		runs[i].Former = run.Datetime != "" && slices.Contains(own, run.Datetime)
	}
	return runs
}

// announced closes the sentence of a pending milestone. A clause that names the
// time as what is pending, as 恢复的范围和时间 does, is not told twice that it is.
func (v Voice) announced(text string, m site.Moment) string {
	closing := v.words.TimePending
	if strings.HasSuffix(text, "时间") {
		closing = v.words.ItPending
	}
	if bound := v.Bound(m, 0); bound != "" {
		closing += fmt.Sprintf(v.words.Aside, bound)
	}
	return closing
}

// Compact leaves out runs without text, in the place where they are.
func Compact(runs ...Run) []Run {
	return slices.DeleteFunc(runs, func(r Run) bool { return r.Text == "" })
}

// Unaffected words what goes on as usual, with its window where both of its ends
// are known: “until it is announced” is no window that a reader can use.
func (v Voice) Unaffected(u *site.Unaffected) []Run {
	var runs []Run
	if u.From != nil && u.To != nil && u.From.Moment.Known() && u.To.Moment.Known() {
		runs = append(v.window(nil, u.From, u.To.Moment, 0, 0), Run{Text: v.words.Comma})
	}
	runs = append(runs, v.Runs(u.Notice, nil, u.Text)...)
	return append(runs, Run{Text: v.words.Stop})
}
