package site_test

import (
	"testing"

	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// What must be done by the end of a month stands behind what must be done by a day of it,
// and before the next month.
func TestDeadlinesOfAMonthStandAtItsEnd(t *testing.T) {
	make := func(id, at string, kind site.Kind, includes bool) *site.Milestone {
		m := &site.Milestone{ID: id, Kind: kind, Moment: testkit.At(t, at)}
		m.Moment.Includes = includes
		return m
	}
	all := []*site.Milestone{make("june", "2026-06", site.Deadline, true), make("day", "2026-06-15", site.Deadline, true),
		make("july", "2026-07-01 00:00", site.Rule, false), make("before", "2026-06", site.Deadline, false), make("rule", "2026-06", site.Rule, false)}
	site.SortMilestones(all)
	got := ""
	for _, m := range all {
		got += m.ID + " "
	}
	if want := "before rule day june july "; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
