package amend

import (
	"fmt"
	"strings"
	"testing"

	"tonggao/generator/site"
)

// TestMoveInAFileThatBeginsWithItsMilestone is what a region has that only states
// a time of its own.
func TestMoveInAFileThatBeginsWithItsMilestone(t *testing.T) {
	m := Change{On: site.Day{Year: 2024, Month: 5, Day: 8}, What: []string{"停办推迟"}, Moves: []Move{{Milestone: "stop", To: "2024-05-12 08:00", Why: "材料晚到"}}}
	for head, want := range map[string]string{
		"":              "[[revision]]\non   = 2024-05-08\nwhat = \"停办推迟\"\n\n",
		"# 停办\n":        "[[revision]]\non   = 2024-05-08\nwhat = \"停办推迟\"\n\n# 停办\n",
		"# 本县另有安排。\n\n": "# 本县另有安排。\n\n[[revision]]\non   = 2024-05-08\nwhat = \"停办推迟\"\n\n",
	} {
		got, err := m.Apply(head + "[milestone.stop]\nat  = \"2024-05-10 08:00\"\nwhy = \"本县安排\"\n")
		want += "[milestone.stop]\nat  = \"2024-05-12 08:00\"\nwhy = \"本县安排\"\n\n[[milestone.stop.move]]\nfrom = \"2024-05-10 08:00\"\non   = 2024-05-08\nwhy  = \"材料晚到\"\n"
		if err != nil || got != want {
			t.Errorf("behind %q: %v\n%s\nwant\n%s", head, err, got, want)
		}
	}
}

// TestMoveOfWhatFollowsAnother withdraws or takes back a milestone that is at
// another's time: it has a time of its own then.
func TestMoveOfWhatFollowsAnother(t *testing.T) {
	const record = "\n[[milestone.tanker.move]]\nfrom = %s\non   = 2024-05-08\nwhy  = \"另有安排\"\n"
	for _, c := range []struct{ to, was, want, from string }{
		{Withdrawn, "2024-05-10 08:00", "at   = \"2024-05-10 08:00\"\nwithdrawn = true\n", `"2024-05-10 08:00"`},
		{Withdrawn, Pending, "tbd  = true\nwithdrawn = true\n", `"tbd"`},
		{Pending, "2024-05-10 08:00", "tbd  = true\n", `"2024-05-10 08:00"`},
		{Pending, Pending, "", ""},
	} {
		m := Change{On: site.Day{Year: 2024, Month: 5, Day: 8}, What: []string{"取消"}, Moves: []Move{{Milestone: "tanker", To: c.to, Was: map[string]string{"at": c.was}, Why: "另有安排"}}}
		got, err := m.Apply("[milestone.tanker]\nat   = \"stop\"\n")
		if c.want == "" {
			if err == nil {
				t.Errorf("%s from %s: %s", c.to, c.was, got)
			}
			continue
		}
		if want := "[milestone.tanker]\n" + c.want + fmt.Sprintf(record, c.from); err != nil || !strings.HasSuffix(got, want) {
			t.Errorf("%s from %s: %v\n%s\nwant\n%s", c.to, c.was, err, got, want)
		}
	}
}

// TestWhatStaysIsNotMoved refuses a move to the time, the end or the bounds that are
// there already, in other words too.
func TestWhatStaysIsNotMoved(t *testing.T) {
	text := func(keys string) string { return "title = \"t\"\n\n[milestone.m]\nkind = \"suspend\"\n" + keys + "\n" }
	for _, c := range []struct {
		keys string
		move Move
		same bool
	}{
		{`at = "2028-02-29 24:00"`, Move{To: "2028-03-01 00:00"}, true},
		{`at = '2028-03-01 00:00'`, Move{To: "2028-02-29 24:00"}, true},
		{`at = "2028-02-29"`, Move{To: "2028-02-29 24:00"}, false},
		{`at = "2028-02-29"` + "\nexpected = true", Move{To: "2028-02-29", Certain: true}, false},
		{`at = "2028-02-29"` + "\ntbd = true", Move{To: "2028-02-29"}, false},
		{`at = "2028-02-29"` + "\n" + `until = "2028-03-01 00:00"`, Move{Until: "2028-02-29 24:00"}, true},
		{`at = "2028-02-29"` + "\n" + `until = "2028-03-01 00:00"`, Move{To: "2028-02-29", Until: "2028-03-02"}, false},
		{`after = "2028-02-29 24:00"`, Move{After: "2028-03-01 00:00"}, true},
		{`after = "2028-02-29 24:00"` + "\ntbd = true", Move{After: "2028-03-01 00:00"}, false},
		{`after = "2028-02-29 24:00"` + "\ntbd = true", Move{To: Pending, After: "2028-03-01 00:00"}, true},
		{`after = "2028-02-29 24:00"`, Move{After: "2028-02-29 24:00", Before: "2028-03-05"}, false},
	} {
		c.move.Milestone = "m"
		_, err := Change{On: site.Day{Year: 2028, Month: 2, Day: 1}, Moves: []Move{c.move}}.Apply(text(c.keys))
		if same := err != nil && strings.Contains(err.Error(), "already"); same != c.same || err != nil && !same {
			t.Errorf("%q moved to %+v: %v", c.keys, c.move, err)
		}
	}
}
