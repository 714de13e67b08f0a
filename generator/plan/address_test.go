package plan_test

import (
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"

	"tonggao/generator/plan"
)

// TestRelativeLeadsThere follows links between files that chance has named: each leads
// where it should, and names no folder that both files lie in.
func TestRelativeLeadsThere(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 3))
	names := []string{"a", "b", "ab", "a:b", "a b", "停水", "x.html", "50%", "a?b", "a#b"}
	file := func() string {
		parts := make([]string, 1+r.IntN(4))
		for i := range parts {
			parts[i] = names[r.IntN(len(names))]
		}
		return strings.Join(parts, "/")
	}
	for range 20_000 {
		from, to := file(), file()
		link := plan.Relative(from, to)
		u, err := url.Parse(link)
		if err != nil {
			t.Fatal(err)
		}
		if at := (&url.URL{Path: "/" + from}).ResolveReference(u).Path; at != "/"+to {
			t.Fatalf("%q leads from %q to %q, not to %q", link, from, at, to)
		}
		up, down := strings.Count(link, "../"), strings.Count(to, "/")
		folders := strings.Split(from, "/")
		if back := len(folders) - 1 - up; up > 0 && down > back && strings.HasPrefix(to, strings.Join(folders[:back+1], "/")+"/") {
			t.Fatalf("%q leads from %q into a folder that it is in", link, from)
		}
	}
}
