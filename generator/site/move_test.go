package site

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestMovesOfTheOneItFollowsCount(t *testing.T) {
	n := &Notice{ID: "a/b"}
	first := &Milestone{Notice: n, Moves: []Move{{On: Day{2021, 12, 31}}}}
	second := &Milestone{Notice: n, Follows: first, Moves: []Move{{On: Day{2021, 12, 25}}}}
	if second.Sequence() != 2 || second.AllMoves()[0].On.Day != 25 {
		t.Error("have", second.AllMoves())
	}
}

// TestTheNewestMoveIsTheLast moves chains of milestones at random, often several on a day.
func TestTheNewestMoveIsTheLast(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 7))
	for range 2000 {
		var m *Milestone
		for range 1 + random.IntN(4) {
			m = &Milestone{Follows: m}
			day := 1
			for n := range random.IntN(4) {
				day += random.IntN(2)
				m.Moves = append(m.Moves, Move{On: Day{2022, 3, day}, Why: fmt.Sprint(n, len(m.AllMoves()))})
			}
		}
		all := m.AllMoves()
		if !slices.IsSortedFunc(all, func(a, b Move) int { return a.On.Compare(b.On) }) {
			t.Fatal(all)
		}
		last, moved := m.LastMove()
		if moved != (len(all) > 0) || moved && last != all[len(all)-1] {
			t.Fatal(last, moved, all)
		}
	}
}

// TestMoveKinds tells what moves between times, bounds and 另行通知 do, and that a move
// back is never of the same kind but where both fix or neither says a direction.
func TestMoveKinds(t *testing.T) {
	at := func(written string) Moment {
		m, err := ParseMoment(written)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	after := func(written string, pending bool) Moment {
		m := at(written)
		return Moment{After: &m, Pending: pending}
	}
	before := func(written string) Moment { m := at(written); return Moment{Before: &m} }
	expected := func(written string) Moment { m := at(written); m.Expected = true; return m }
	tbd := Moment{Pending: true}
	for _, c := range []struct {
		from, to Moment
		want     MoveKind
	}{
		{at("2024-05-10 14:00"), after("2024-05-10 17:00", false), Postponed}, {at("2024-05-10 14:00"), after("2024-05-10 14:00", false), Postponed},
		{at("2024-05-10 14:00"), before("2024-05-10 12:00"), Advanced}, {at("2024-05-10 14:00"), after("2024-05-10 17:00", true), TakenBack},
		{after("2024-05-10 17:00", false), after("2024-05-10 19:00", false), Postponed}, {after("2024-05-10 17:00", true), after("2024-05-10 15:00", true), Advanced},
		{after("2024-05-10 17:00", false), after("2024-05-10 17:00", false), ""}, {after("2024-05-10 17:00", true), after("2024-05-10 17:00", false), Fixed},
		{after("2024-05-10 17:00", false), after("2024-05-10 17:00", true), TakenBack}, {after("2024-05-10 17:00", false), tbd, TakenBack},
		{tbd, after("2024-05-10 17:00", false), Fixed}, {tbd, after("2024-05-10 17:00", true), Fixed}, {tbd, tbd, ""}, {tbd, at("2024-05-10"), Fixed},
		{after("2024-05-10 17:00", false), at("2024-05-10 18:00"), Fixed}, {at("2024-05-10"), tbd, TakenBack},
		{expected("2024-05-10 14:00"), at("2024-05-10 14:00"), Fixed}, {at("2024-05-10 14:00"), expected("2024-05-10 14:00"), ""}, {expected("2024-05-10"), expected("2024-05-10"), ""},
		{expected("2024-05-10"), at("2024-05-11"), Postponed}, {at("2024-05-10"), at("2024-05-10 08:00"), Postponed},
	} {
		if got := (&Milestone{}).KindOf(Move{From: c.from, To: c.to}); got != c.want {
			t.Errorf("from %+v to %+v is %q, want %q", c.from, c.to, got, c.want)
		}
	}
	day := at("2024-05-10")
	for end, want := range map[string]MoveKind{"2024-05-20": Postponed, "2024-05-15": Advanced, "2024-05-17": "", "2024-05-17 12:00": Advanced} {
		mv := Move{From: day, To: day, Ends: &Ends{From: at("2024-05-17"), To: at(end)}}
		if got := (&Milestone{}).KindOf(mv); got != want {
			t.Errorf("an end moved from 17 May to %s is %q, want %q", end, got, want)
		}
		if _, left := mv.Former(); left {
			t.Error("an end that moves takes no beginning away")
		}
	}
}

// TestNarrowedIsNoDelay moves milestones of all kinds between random instants, days and
// months: later is postponed, earlier advanced, the other way round the other; a deadline
// goes by when it has passed, and what leaves open when it comes is fixed by a time in it.
func TestNarrowedIsNoDelay(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 29))
	some := func() Moment {
		written := fmt.Sprintf("2028-02-%02d", 27+random.IntN(3))
		switch random.IntN(4) {
		case 0:
			written = fmt.Sprintf("2028-%02d", 1+random.IntN(3))
		case 1, 2:
			written += []string{" 00:00", " 08:00", " 24:00"}[random.IntN(3)]
		}
		m, err := ParseMoment(written)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	for range 20000 {
		from, to := some(), some()
		m := &Milestone{Kind: Kinds[random.IntN(len(Kinds))], Moment: to}
		m.Moment.Includes = random.IntN(2) == 0
		if m.Kind == Partial && random.IntN(2) == 0 {
			m.State = "预受理"
		}
		there, back := m.KindOf(Move{From: from, To: to}), m.KindOf(Move{From: to, To: from})
		was, is := from, to
		was.Includes, is.Includes = m.Moment.Includes, m.Moment.Includes
		want := there
		switch {
		case from.Same(to):
			want = ""
		case m.Kind == Deadline:
			want = map[int]MoveKind{1: Postponed, -1: Advanced, 0: Fixed}[is.Limit().Compare(was.Limit())]
		case m.open(from) && !to.Start().Before(from.Start()) && !to.End().After(from.End()):
			want = Fixed
		case m.recovers() && to.End().Equal(from.End()): // 24时 or that day: it is surely back at one instant
			want = Fixed
		case to.Start().Before(from.Start()) && !to.End().After(from.Start()):
			want = Advanced
		case from.Start().Before(to.Start()) && !from.End().After(to.Start()):
			want = Postponed
		}
		if there != want {
			t.Fatalf("%s from %s to %s is %q, want %q", m.Kind, from, to, there, want)
		}
		if there == back && there != Fixed && there != "" {
			t.Fatalf("%s from %s to %s and back is %q twice", m.Kind, from, to, there)
		}
	}
}

// TestMovesGoByWhatAMilestoneDoes has a row for each rule.
func TestMovesGoByWhatAMilestoneDoes(t *testing.T) {
	at := func(written string) Moment { m, _ := ParseMoment(written); return m }
	bounds := func(after, before string) (m Moment) {
		if after != "" {
			m.After = new(at(after))
		}
		if before != "" {
			m.Before = new(at(before))
		}
		return m
	}
	for _, c := range []struct {
		kind     Kind
		counted  bool // includes_day
		from, to Moment
		want     MoveKind
	}{
		{Deadline, true, at("2028-02-29"), at("2028-02-29 17:00"), Advanced},
		{Deadline, false, at("2028-02-29"), at("2028-02-29 17:00"), Postponed},
		{Deadline, true, at("2028-02"), at("2028-02-20"), Advanced},
		{Deadline, true, at("2028-02-29"), at("2028-02-29 24:00"), Fixed},
		{Deadline, true, at("2028-02-29"), bounds("", "2028-02-29 12:00"), Advanced},
		{Resume, false, at("2028-03-02"), at("2028-03-02 14:00"), Fixed},
		{Resume, false, at("2028-03-02 14:00"), at("2028-03-02"), Postponed},
		{Resume, false, at("2028-03"), at("2028-03-20"), Fixed},
		{Resume, false, at("2028-03-02"), at("2028-03-03 08:00"), Postponed},
		{Resume, false, at("2028-03-02"), bounds("", "2028-03-02 12:00"), Fixed},
		{Resume, false, at("2028-03-02"), bounds("2028-03-02 12:00", ""), Postponed},
		{Resume, false, bounds("2028-03-02 17:00", ""), at("2028-03-02 15:00"), Advanced},
		{Resume, false, bounds("", "2028-03-02"), at("2028-03-04"), Postponed},
		{Resume, false, bounds("2028-03-02 17:00", "2028-03-04"), at("2028-03-03"), Fixed},
		{Suspend, false, at("2028-03"), at("2028-03-20"), Fixed},
		{Suspend, false, at("2028-03-02"), at("2028-03-02 08:00"), Postponed},
	} {
		m := &Milestone{Kind: c.kind, Moment: Moment{Includes: c.counted}}
		if got := m.KindOf(Move{From: c.from, To: c.to}); got != c.want {
			t.Errorf("%s from %+v to %+v is %q, want %q", c.kind, c.from, c.to, got, c.want)
		}
	}
}
