package site

import (
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

// TestUIDShape holds version and variant to RFC 9562, 5.5.
func TestUIDShape(t *testing.T) {
	uid := uuid5("www.example.com")
	if len(uid) != 36 || uid[14] != '5' || uid[19] < '8' || uid[19] > 'b' {
		t.Error(uid)
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
