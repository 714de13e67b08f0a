package site

import (
	"math/rand/v2"
	"testing"
	"time"
)

// TestUID pins the names of events for ever: a change here would make a second
// event in every subscriber's calendar.
func TestUID(t *testing.T) {
	n := &Notice{ID: "jiangsu/suzhou/changshu/2021-platform"}
	m := &Milestone{ID: "settlement-stop", Notice: n}
	for have, want := range map[string]string{
		m.UID(): "e247f287-d4bd-5e6f-b671-66462329aff5", n.UID(): "2088a71a-db56-57c5-8758-0dbdcc3f6d02", PathUID("calendar.ics"): "af912de5-eec4-5187-bfe0-90a740346c82",
	} {
		if have != want {
			t.Errorf("%s, want %s", have, want)
		}
	}
}

func TestStampsOfOneDayDiffer(t *testing.T) {
	d := Day{2021, 12, 31}
	if first, second := d.Stamp(0), d.Stamp(1); !second.After(first) || first.UTC().Format(time.DateOnly) != "2021-12-31" || first.In(China).Format(time.DateOnly) != "2021-12-31" {
		t.Error(first, second)
	}
}

// TestChanged shows which day stands in an event: that of the issue, of a move in
// its service, of a revision that no move explains.
func TestChanged(t *testing.T) {
	service, other := &Service{ID: "a"}, &Service{ID: "b"}
	n := &Notice{ID: "r/n", Revisions: []Revision{{1, Day{2021, 12, 20}, ""}}}
	stop := &Milestone{ID: "stop", Notice: n, Kind: Suspend, Services: []*Service{service}}
	back := &Milestone{ID: "back", Notice: n, Kind: Resume, Services: []*Service{service}}
	far := &Milestone{ID: "far", Notice: n, Kind: Resume, Services: []*Service{other}}
	n.Milestones = []*Milestone{stop, back, far}
	want := func(m *Milestone, day string, sequence int) {
		t.Helper()
		if m.Changed().Format(time.DateOnly) != day || m.Sequence() != sequence {
			t.Errorf("%s: %s #%d, want %s #%d", m.ID, m.Changed(), m.Sequence(), day, sequence)
		}
	}
	want(stop, "2021-12-20", 0)
	back.Moves = []Move{{On: Day{2021, 12, 31}}}
	n.Revisions = append(n.Revisions, Revision{2, Day{2021, 12, 31}, "延期"})
	want(stop, "2021-12-31", 1) // its end moved
	want(back, "2021-12-31", 1)
	want(far, "2021-12-20", 0)
	n.Revisions = append(n.Revisions, Revision{3, Day{2022, 1, 5}, "更正文字"})
	want(stop, "2022-01-05", 1)
	want(far, "2022-01-05", 0)
}

// TestEveryChangeIsLater lets a notice be corrected, and milestones of it be moved together, at
// random and often on one day: no event ever changes earlier than it did, and one that did
// change does so later.
func TestEveryChangeIsLater(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 12))
		n := &Notice{ID: "r/n", Revisions: []Revision{{1, Day{2021, 12, 20}, ""}}}
		services := []*Service{{ID: "a"}, {ID: "b"}, {ID: "c"}}
		for i := range 6 {
			n.Milestones = append(n.Milestones, &Milestone{ID: string(rune('a' + i)), Notice: n, Kind: []Kind{Suspend, Resume}[i%2], Services: services[i/2 : i/2+1]})
		}
		day := Day{2021, 12, 20}
		for step := range 8 {
			was := map[*Milestone]time.Time{}
			for _, m := range n.Milestones {
				was[m] = m.Changed()
			}
			if r.IntN(3) == 0 {
				day = day.Add(1)
			}
			n.Revisions = append(n.Revisions, Revision{step + 2, day, ""})
			moved := map[*Service]bool{}
			for _, m := range n.Milestones {
				if step%3 > 0 && r.IntN(3) == 0 {
					m.Moves = append(m.Moves, Move{On: day})
					moved[m.Services[0]] = true
				}
			}
			for _, m := range n.Milestones {
				touched := len(moved) == 0 || moved[m.Services[0]]
				if now := m.Changed(); now.Before(was[m]) || touched && !now.After(was[m]) {
					t.Fatalf("seed %d, step %d: %s changed %s, and before that %s", seed, step, m.ID, now, was[m])
				}
			}
		}
	}
}
