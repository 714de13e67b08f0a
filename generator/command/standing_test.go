package command

import (
	"testing"

	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// What stands among the pending facts: what is to be announced, and what has a lower
// bound alone; never what comes by an upper bound, which passes.
func TestPending(t *testing.T) {
	bound, later := testkit.At(t, "2025-04-18 13:30"), testkit.At(t, "2025-04-19")
	for name, c := range map[string]struct {
		at      site.Moment
		pending bool
	}{
		"a known time":    {bound, false},
		"to be announced": {site.Moment{Pending: true}, true},
		"with a bound":    {site.Moment{Pending: true, After: &bound}, true},
		"a lower bound":   {site.Moment{After: &bound}, true},
		"an upper bound":  {site.Moment{Before: &bound}, false},
		"between two":     {site.Moment{After: &bound, Before: &later}, false},
	} {
		if got := isPending(c.at); got != c.pending {
			t.Errorf("%s: pending %v", name, got)
		}
	}
}
