package site

import (
	"slices"
	"time"

	"tonggao/generator/problem"
	"tonggao/generator/prose"
)

// A Kind is what a milestone does.
type Kind string

// The kinds of milestone.
const (
	Suspend  Kind = "suspend"
	Partial  Kind = "partial" // back for some; or, with State, a stage between off and on
	Resume   Kind = "resume"
	Opening  Kind = "opening" // open for once: on a Sunday, for some hours of a stop
	Deadline Kind = "deadline"
	Rule     Kind = "rule" // a date that sets apart, or an event: a catalogue in force, a platform started
)

// Kinds lists the kinds in the order that readers meet them.
var Kinds = []Kind{Suspend, Partial, Resume, Opening, Deadline, Rule}

// A Milestone is one dated fact of a notice. Its ID is stable for ever.
type Milestone struct {
	ID        string
	Called    // what it was called in its notice
	Notice    *Notice
	Kind      Kind
	Services  []*Service // what it concerns, as its author lists them; none for some deadlines and rules
	Moment    Moment
	Until     *Moment      // the stated end of the window that it begins, its day or month counted; or nil
	Follows   *Milestone   // its time is that one's and moves with it; or nil
	BoundBy   []*Milestone // those that its bounds, or the end of its window, move with
	Label     string       // a few words for headings and calendars; derived when the author gave none
	Text      prose.Words  // what happens, a clause without its time and without a full stop
	Instead   prose.Words  // what to do instead or meanwhile; may be empty
	State     string       // the name of a stage between off and on, such as 预受理; of partial and opening
	Permanent bool         // a suspend that never comes back
	Hours     *Hours       // holds only in these hours while it lasts; or nil
	Scope     string       // a named place or group that it is limited to, or empty
	Audience  []*Audience  // empty for all
	Channels  []*Channel   // empty for all
	MoreChans bool         // the list of channels is open: 等
	Alarm     []string     // RFC 5545 durations before the moment, such as -P1D; nil for the default
	Withdrawn bool
	Moves     []Move // oldest first
	At        problem.Position
	GoneAt    problem.Position // where it is said to be withdrawn, perhaps in a notice above; else At
}

// A Move is a change of a milestone's time.
type Move struct {
	From Moment // the old time; pending when the move fixed one
	To   Moment // the time after this move
	Ends *Ends  // of the window, where the move changed its end; or nil
	On   Day
	Why  string
	Kind MoveKind
}

// Ends are the stated end of a window before and after a move.
type Ends struct{ From, To Moment }

// Former returns the time that a move took away, and false where there was none or
// it still holds: a move that fixes a time, makes it certain or changes the end alone.
func (mv Move) Former() (Moment, bool) {
	return mv.From, mv.From.Known() && mv.Kind != Fixed && !mv.From.Same(mv.To)
}

// A MoveKind says what a move did.
type MoveKind string

// What a move can do.
const (
	Postponed MoveKind = "postponed"
	Advanced  MoveKind = "advanced"
	Fixed     MoveKind = "fixed"      // a pending time became known
	TakenBack MoveKind = "taken-back" // a time was withdrawn and none is in its place
	Withdrawn MoveKind = "withdrawn"  // the fact itself was withdrawn
)

// A Status is an event's standing in the words of RFC 5545, 3.8.1.11.
type Status string

// The standings of an event.
const (
	Confirmed Status = "confirmed"
	Tentative Status = "tentative"
	Cancelled Status = "cancelled"
)

// KindOf tells what a move of the milestone did, by its times and, where those stay, by
// the ends of its window; "" when it changed nothing.
func (m *Milestone) KindOf(mv Move) MoveKind {
	if kind := m.turned(mv.From, mv.To); kind != "" || mv.Ends == nil {
		return kind
	}
	return turn(mv.Ends.From.End(), mv.Ends.To.End(), "")
}

// EndAlone reports whether the move changed the end of a window, and nothing of its beginning.
func (mv Move) EndAlone() bool {
	from, to := mv.From, mv.To
	return mv.Ends != nil && from.Same(to) && from.sameBounds(to) && from.Pending == to.Pending && from.Expected == to.Expected
}

// turned is the kind of a move by its times alone. What was open and is narrowed is
// fixed, a day that gets its hour, and so is a time that was expected and is certain.
func (m *Milestone) turned(from, to Moment) MoveKind {
	switch {
	case !to.Known() && (to.Pending && from.Known() || !to.confined()):
		return takenBack(from, to)
	case !to.Known():
		return m.confined(from, to)
	case from.Before != nil && from.Before.precedes(to):
		return Postponed
	case from.After != nil && to.precedes(*from.After):
		return Advanced
	case !from.Known(), from.Same(to) && from.Expected && !to.Expected, m.open(from) && to.within(from) && !from.Same(to):
		return Fixed
	case from.Same(to):
		return ""
	}
	return turn(m.counts(from), m.counts(to), Fixed)
}

// turn is the kind of a move by the instants that count, or as it is said where they are one.
func turn(was, is time.Time, same MoveKind) MoveKind {
	switch {
	case is.After(was):
		return Postponed
	case is.Before(was):
		return Advanced
	}
	return same
}

// open reports whether a day or month leaves open when in it the milestone comes, as
// courses have it. A stop by day, a rule and a deadline leave nothing open: see counts.
func (m *Milestone) open(at Moment) bool {
	return !at.Exact() && (m.recovers() || m.Kind == Opening || m.Stops() && at.Precision == Month)
}

// recovers reports whether the milestone brings a service back.
func (m *Milestone) recovers() bool { return m.Kind == Resume || m.Kind == Partial && m.State == "" }

// counts is the instant of a day or month that moves: until when something can be done, from
// when a service is surely back; else its beginning.
func (m *Milestone) counts(at Moment) time.Time {
	switch at.Includes = m.Moment.Includes; {
	case m.Kind == Deadline:
		return at.Limit()
	case m.recovers():
		return at.End()
	}
	return at.Start()
}

// takenBack is the kind of a move that leaves no time, not even a bound.
func takenBack(from, to Moment) MoveKind {
	if from.Known() || from.confined() && !to.confined() {
		return TakenBack
	}
	return ""
}

// confined is the kind of a move to bounds: 17时以后.
func (m *Milestone) confined(from, to Moment) MoveKind {
	before, dated := from.bounded()
	after, _ := to.bounded()
	was, is := before.Start(), after.Start()
	if m.Kind == Deadline {
		was, is = m.counts(before), m.counts(after)
	}
	switch {
	case !dated, from.Known() && m.open(from) && to.Before != nil && to.Before.within(from):
		return Fixed
	case is.Before(was):
		return Advanced
	case is.After(was), from.Known():
		return Postponed
	case from.Pending && !to.Pending, !from.sameBounds(to):
		return Fixed
	case to.Pending && !from.Pending:
		return TakenBack
	}
	return ""
}

// Status returns cancelled for a withdrawn fact, tentative for one whose time is
// expected or to be announced, else confirmed.
func (m *Milestone) Status() Status {
	switch {
	case m.Withdrawn:
		return Cancelled
	case m.Moment.Pending, m.Moment.Expected:
		return Tentative
	}
	return Confirmed
}

// Concerns reports whether the milestone is about a service; one that names none
// concerns none.
func (m *Milestone) Concerns(s *Service) bool { return slices.Contains(m.Services, s) }

// Shares reports whether two milestones are about one service.
func (m *Milestone) Shares(o *Milestone) bool { return slices.ContainsFunc(m.Services, o.Concerns) }

// Closes returns the first instant after the milestone's window, and false where
// it has none: its stated end, which the last of its hours can pass, or of an opening by day or month that day's or
// month's own.
func (m *Milestone) Closes() (time.Time, bool) {
	switch {
	case m.Until != nil && m.Hours != nil:
		return m.Hours.closes(*m.Until), true
	case m.Until != nil:
		return m.Until.End(), true
	case m.Kind == Opening && m.Moment.Known() && !m.Moment.Exact():
		return m.Moment.End(), true
	}
	return time.Time{}, false
}

// Sequence is the number of moves, RFC 5545 SEQUENCE. The moves of a milestone
// that it follows or is bound by count, since they move it too; and for a stop those of its
// service's turns, since they move the end of its event.
func (m *Milestone) Sequence() int { return len(m.EventMoves()) }

// AllMoves returns the milestone's own moves and those of the ones it follows,
// oldest first. The second kind keeps this milestone's own wording.
func (m *Milestone) AllMoves() []Move {
	moves := slices.Clone(m.Moves)
	for x := m.Follows; x != nil; x = x.Follows {
		moves = append(moves, x.shifts()...)
	}
	slices.SortStableFunc(moves, func(a, b Move) int { return a.On.Compare(b.On) })
	return moves
}

// LastMove returns the newest move, the last of AllMoves, and false when there was none.
func (m *Milestone) LastMove() (last Move, moved bool) {
	moves := m.Moves
	for x := m; x != nil; x = x.Follows {
		if x != m {
			moves = x.shifts()
		}
		if n := len(moves); n > 0 && (!moved || moves[n-1].On.Compare(last.On) >= 0) {
			last, moved = moves[n-1], true
		}
	}
	return last, moved
}

// shifts are the moves that changed the milestone's time. What hangs on it moves along with
// these; when it is withdrawn, that stays.
func (m *Milestone) shifts() []Move {
	n := len(m.Moves)
	if n > 0 && m.Moves[n-1].Kind == Withdrawn {
		n--
	}
	return m.Moves[:n]
}

// For reports whether the milestone concerns an audience; nil stands for the
// whole notice and is concerned by everything.
func (m *Milestone) For(a *Audience) bool { return concerns(m.Audience, a) }

// For reports whether the fragment is part of an audience's edition; nil stands
// for the whole notice.
func (f *Fragment) For(a *Audience) bool { return concerns(f.Audience, a) }

// For reports whether the annex is part of an audience's edition.
func (x *Annex) For(a *Audience) bool { return concerns(x.Audience, a) }

func concerns(limit []*Audience, a *Audience) bool {
	return a == nil || len(limit) == 0 || slices.Contains(limit, a)
}

// An Unaffected is a service that expressly goes on while others stop.
type Unaffected struct {
	ID       string
	Notice   *Notice
	Service  *Service    // may be nil when Text names what goes on
	Text     prose.Words // what can still be done
	From, To *Milestone  // the window, half-open; nil where it has no bound
	Scope    string
	Audience []*Audience
	Channels []*Channel
	At       problem.Position
}

// For reports whether the fact concerns an audience.
func (u *Unaffected) For(a *Audience) bool { return concerns(u.Audience, a) }
