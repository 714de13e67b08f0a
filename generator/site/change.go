package site

import "slices"

// A Change is what the newest day of moves changed: what an official notice of the
// change tells. Moves of one day are one change, since a revision is known by its day.
type Change struct {
	On      Day
	Shifts  []Shift // in the order of the notice's milestones
	Earlier []Day   // the days of earlier changes, oldest first
}

// A Shift is a milestone's move from what held before the day to what holds after it.
// Back is the recovery that moved with a stop, as a whole outage does; or nil.
type Shift struct {
	Milestone *Milestone
	Move      Move
	Back      *Shift
}

// Change returns what the newest moves changed, and nil for a notice that was never
// moved.
func (n *Notice) Change() *Change {
	var days []Day
	for _, m := range n.Milestones {
		for _, mv := range m.Moves {
			if !slices.Contains(days, mv.On) {
				days = append(days, mv.On)
			}
		}
	}
	if len(days) == 0 {
		return nil
	}
	slices.SortFunc(days, Day.Compare)
	last := len(days) - 1
	return &Change{On: days[last], Earlier: days[:last], Shifts: n.Shifts(days[last])}
}

// Shifts are the moves of a day, one for each milestone or whole outage: what it was
// moved through in between stood on no sheet.
func (n *Notice) Shifts(on Day) []Shift {
	var all []Shift
	for _, m := range n.Milestones {
		if mv, moved := m.movedBy(on); moved {
			all = append(all, Shift{Milestone: m, Move: mv})
		}
	}
	return paired(all)
}

// movedBy sums a milestone's moves of a day up. Those that end where they began are
// told by the last of them.
func (m *Milestone) movedBy(on Day) (Move, bool) {
	moves := slices.DeleteFunc(m.AllMoves(), func(mv Move) bool { return mv.On != on })
	if len(moves) == 0 {
		return Move{}, false
	}
	first, last := moves[0], moves[len(moves)-1]
	sum := last
	sum.From = first.From
	for _, mv := range slices.Backward(moves) {
		if mv.Ends != nil && sum.Ends == nil {
			sum.Ends = mv.Ends
		}
		if mv.Ends != nil {
			sum.Ends = &Ends{From: mv.Ends.From, To: sum.Ends.To}
		}
	}
	if last.Kind == Withdrawn {
		return sum, true
	}
	if sum.Kind = m.KindOf(sum); sum.Kind == "" {
		return last, true
	}
	return sum, true
}

// paired joins a stop with the recovery that moved with it.
func paired(all []Shift) []Shift {
	var joined []Shift
	for len(all) > 0 {
		first := all[0]
		all = all[1:]
		if i := slices.IndexFunc(all, first.endedBy); i >= 0 {
			back := all[i]
			first.Back, all = &back, slices.Delete(slices.Clone(all), i, i+1)
		}
		joined = append(joined, first)
	}
	return joined
}

// endedBy reports whether another move is that of the recovery from a stop: of the
// same services for the same people, at known times before and after.
func (s Shift) endedBy(o Shift) bool {
	a, b := s.Milestone, o.Milestone
	alike := slices.Equal(a.Services, b.Services) && a.Scope == b.Scope && slices.Equal(a.Audience, b.Audience) && slices.Equal(a.Channels, b.Channels)
	timed := s.timed() && o.timed() && s.Move.From.Start().Before(o.Move.From.Start())
	return a.Kind == Suspend && b.Kind == Resume && len(a.Services) > 0 && alike && timed && s.Move.Why == o.Move.Why &&
		(s.Move.Kind == Withdrawn) == (o.Move.Kind == Withdrawn)
}

// timed reports whether the move led from a certain time to a certain time.
func (s Shift) timed() bool {
	certain := func(m Moment) bool { return m.Known() && !m.Expected }
	return certain(s.Move.From) && certain(s.Move.To) && s.Move.Ends == nil && s.Milestone.Until == nil
}
