package plan

import (
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"
)

// TestRelativeLeadsThere follows links between random files as a browser does.
func TestRelativeLeadsThere(t *testing.T) {
	names := []string{"a", "b", "index.html", "甲 乙", "c:d", "x%y", "q?r", "#s", "a b", "ab", "A_-."}
	random := rand.New(rand.NewPCG(1, 2))
	file := func() string {
		var parts []string
		for range 1 + random.IntN(4) {
			parts = append(parts, names[random.IntN(len(names))])
		}
		return strings.Join(parts, "/")
	}
	for range 50_000 {
		from, to := file(), file()
		link := Relative(from, to)
		base := &url.URL{Scheme: "https", Host: "a.example", Path: "/" + from}
		target, err := base.Parse(link)
		if err != nil || target.Path != "/"+to || target.RawQuery != "" || target.Fragment != "" {
			t.Fatalf("from %s the link %s leads to %v, not to %s: %v", from, link, target, to, err)
		}
	}
}
