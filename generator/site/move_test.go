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
		if got := MoveKindOf(c.from, c.to); got != c.want {
			t.Errorf("from %+v to %+v is %q, want %q", c.from, c.to, got, c.want)
		}
	}
	day := at("2024-05-10")
	for end, want := range map[string]MoveKind{"2024-05-20": Postponed, "2024-05-15": Advanced, "2024-05-17": "", "2024-05-17 12:00": Advanced} {
		mv := Move{From: day, To: day, Ends: &Ends{From: at("2024-05-17"), To: at(end)}}
		if got := mv.KindOf(); got != want {
			t.Errorf("an end moved from 17 May to %s is %q, want %q", end, got, want)
		}
		if _, left := mv.Former(); left {
			t.Error("an end that moves takes no beginning away")
		}
	}
}
