package phrase

import (
	"fmt"
	"slices"
	"strings"

	"tonggao/generator/site"
)

// NoticeChange is the mark of a notice's newest revision, as Change is that of a
// milestone: what all that it moved have in common, 【恢复延期】 where they are recoveries, 【已取消】 where nothing that the
// notice stops, or tells of, is left; "" for a revision that moved nothing.
func (v Voice) NoticeChange(n *site.Notice) string {
	if !n.MovedOn(n.Latest().On) {
		return ""
	}
	var marks []string
	var backs map[string]string // the marks of recoveries alone
	var services []*site.Service
	gone, begins := false, false
	for _, m := range n.Milestones {
		move, moved := m.LastMove()
		if !moved || move.On != n.Latest().On {
			continue
		}
		gone, begins = gone || m.Withdrawn, begins || m.Kind != site.Resume && (m.Kind != site.Partial || m.Stops())
		mark := v.Change(m)
		services = append(services, m.Services...)
		if back := v.words.BackMarks[move.Kind]; back != "" && !m.Withdrawn {
			if backs == nil {
				backs = map[string]string{}
			}
			backs[mark] = back
		}
		if mark != "" && !slices.Contains(marks, mark) {
			marks = append(marks, mark)
		}
	}
	switch {
	case len(marks) == 0:
		return ""
	case gone && !remains(n):
		return v.words.Changes[site.Withdrawn]
	case gone && len(marks) == 1:
		return v.words.PartlyOff
	case len(marks) > 1:
		return v.words.Adjusted
	}
	if back := backs[marks[0]]; back != "" && !begins {
		return v.Theirs(back, services)
	}
	return marks[0]
}

// remains reports whether a notice still stops something, or, where it never did, still
// tells of anything.
func remains(n *site.Notice) bool {
	stops := slices.ContainsFunc(n.Milestones, func(m *site.Milestone) bool { return m.Stops() })
	return slices.ContainsFunc(n.Milestones, func(m *site.Milestone) bool { return !m.Withdrawn && m.Stops() == stops })
}

// Stated words the time of a milestone, behind 原定 where it holds no more.
func (v Voice) Stated(m *site.Milestone) string {
	if m.Withdrawn && m.Moment.Known() {
		return v.Planned(v.Moment(m.Moment)) + v.Moment(m.Moment)
	}
	return v.Moment(m.Moment)
}

// Planned is what stands in front of a time that holds no more: 原定, or 原 before 预计.
func (v Voice) Planned(time string) string { return v.unsure(v.words.Planned, time) }

// unsure takes from the end of a text what says that the time behind it was fixed, where
// it was only expected.
func (v Voice) unsure(text, time string) string {
	expected, _, _ := strings.Cut(v.words.Expected, "%s")
	if !strings.HasPrefix(time, expected) {
		return text
	}
	for _, sure := range v.words.Sure {
		if cut, is := strings.CutSuffix(text, sure); is {
			return cut
		}
	}
	return text
}

// EndMoves words, of a stop, the newest change of each recovery, withdrawn ones too: why
// its end is not where it was. Of anything else it says nothing.
func (v Voice) EndMoves(m *site.Milestone) [][]Run {
	if !m.Stops() || m.Withdrawn {
		return nil
	}
	var all [][]Run
	for _, r := range m.Ends() {
		if move, moved := r.LastMove(); moved {
			all = append(all, append([]Run{{Text: v.Label(r) + v.words.Colon}}, v.MoveRuns(move)...))
		}
	}
	return all
}

// Revisions words what each revision after the first changed, oldest first.
func (v Voice) Revisions(n *site.Notice) []string {
	var changes []string
	for _, r := range n.Revisions[1:] {
		changes = append(changes, fmt.Sprintf(v.words.Revised, v.Day(r.On), r.Number, v.name(r.What)))
	}
	return changes
}
