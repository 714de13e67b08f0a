package command

import (
	"testing"

	"tonggao/generator/problem"
)

// TestWarnsBeforeAHostsLimit shows that a site that GitHub Pages will refuse
// soon, or refuses already, is told of with what to do.
func TestWarnsBeforeAHostsLimit(t *testing.T) {
	for octets, want := range map[int64]int{17_000_000: 0, 790_000_000: 0, 810_000_000: 1, 4_000_000_000: 1} {
		var problems problem.List
		weigh(&problems, "output", octets)
		if problems.Count(problem.Warning) != want {
			t.Errorf("%d octets: %v", octets, problems)
		}
	}
}
