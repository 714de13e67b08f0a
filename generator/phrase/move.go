package phrase

import (
	"fmt"
	"strings"

	"tonggao/generator/site"
)

// Change is the mark of a milestone's newest move, such as 【延期】, or 【延长】 where the
// end of a window alone moved; "" for none.
func (v Voice) Change(m *site.Milestone) string {
	if m.Withdrawn {
		return v.words.Changes[site.Withdrawn]
	}
	move, _ := m.LastMove()
	return kindOf(move, v.words.EndMarks, v.words.Changes)
}

// kindOf is the word for a move, from those for ends where that of a window alone moved.
func kindOf(mv site.Move, ends, all map[site.MoveKind]string) string {
	if word := ends[mv.Kind]; word != "" && mv.EndAlone() {
		return word
	}
	return all[mv.Kind]
}

// Move words a move: the old time, the new one, the day and the reason.
func (v Voice) Move(mv site.Move) string { return Plain(v.MoveRuns(mv)) }

// MoveRuns is Move with its times marked as times.
func (v Voice) MoveRuns(mv site.Move) []Run {
	return v.moveRuns(kindOf(mv, v.words.EndMoves, v.words.Moves), mv)
}

func (v Voice) moveRuns(format string, mv site.Move) []Run {
	times := map[string][]Run{"from": former(v.formerRuns(mv)), "to": v.latterRuns(mv), "on": {{Text: v.Day(mv.On), Datetime: mv.On.String()}}}
	var runs []Run
	for _, part := range strings.Split(fmt.Sprintf(format, "\x00from\x00", "\x00to\x00", "\x00on\x00"), "\x00") {
		if time, isTime := times[part]; isTime {
			runs = append(runs, time...)
		} else if part = v.unsure(part, Plain(times["from"])); part != "" {
			runs = append(runs, Run{Text: part})
		}
	}
	if mv.Why != "" {
		runs = append(runs, Run{Text: fmt.Sprintf(v.words.Reason, v.name(mv.Why))})
	}
	return runs
}

// Former words what a move took away, for a line through it: the old time, the old
// window, or its old end where that alone moved; "" where nothing was.
func (v Voice) Former(mv site.Move) string {
	if _, left := mv.Former(); !left && (mv.Ends == nil || !mv.From.Known()) {
		return ""
	}
	return Plain(v.formerRuns(mv))
}

// Moves words all moves of a milestone, oldest first. What an earlier one led to holds
// no more, unless a later one came back to it.
func (v Voice) Moves(m *site.Milestone) [][]Run {
	var all [][]Run
	for _, move := range m.AllMoves() {
		runs := v.MoveRuns(move)
		for i, run := range runs {
			left := move.To.Datetime() != m.Moment.Datetime() || m.Withdrawn
			isTo := run.Datetime != "" && run.Datetime == move.To.Datetime() && run.Datetime != move.On.String()
			runs[i].Former = run.Former || left && isTo
		}
		all = append(all, runs)
	}
	return all
}

// former marks the times among runs as those that hold no more.
func former(runs []Run) []Run {
	for i := range runs {
		runs[i].Former = runs[i].Datetime != ""
	}
	return runs
}

func (v Voice) formerRuns(mv site.Move) []Run {
	if mv.Ends == nil {
		return []Run{{Text: v.Moment(mv.From), Datetime: mv.From.Datetime()}}
	}
	if mv.EndAlone() {
		return v.end(v.words.FormerEnd, mv.Ends.From)
	}
	return v.span(mv.From, mv.Ends.From)
}

func (v Voice) latterRuns(mv site.Move) []Run {
	if mv.Ends == nil {
		return []Run{{Text: v.Moment(mv.To), Datetime: mv.To.Datetime()}}
	}
	if mv.EndAlone() {
		return v.end(v.words.LatterEnd, mv.Ends.To)
	}
	return v.span(mv.To, mv.Ends.To)
}

// end words the end of a window alone.
func (v Voice) end(format string, end site.Moment) []Run {
	return around(nil, format, Run{Text: v.Moment(end), Datetime: end.Datetime()})
}

// span words a window by its two ends.
func (v Voice) span(from, to site.Moment) []Run {
	if !from.Known() {
		return append([]Run{{Text: v.Moment(from)}}, v.end(v.words.FormerEnd, to)...)
	}
	format := v.words.Until
	if to.Exact() {
		format = v.words.UntilHour
	}
	first, last := v.Ends(from, to, 0, 0)
	if last == "" {
		return []Run{{Text: first, Datetime: from.Datetime()}}
	}
	return around(nil, format, Run{Text: first, Datetime: from.Datetime()}, Run{Text: last, Datetime: to.Datetime()})
}

// News words what a revision says of a move: what it did to which milestone. The
// times stand with the milestone, where they are kept. A label that ends by
// naming the time does not name it twice.
func (v Voice) News(label string, mv site.Move) string {
	if mv.Kind == site.Fixed {
		label = strings.TrimSuffix(label, "时间")
	}
	return fmt.Sprintf(kindOf(mv, v.words.EndNews, v.words.News), label)
}
