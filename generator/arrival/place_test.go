package arrival

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestPathsAreForgiven writes a path as people and shells do: it stays the same place.
func TestPathsAreForgiven(t *testing.T) {
	random := rand.New(rand.NewPCG(18, 3))
	words := []string{"jiangsu", "苏州 市", "2021-platform", "x"}
	pick := func(of ...string) string { return of[random.IntN(len(of))] }
	for range 2000 {
		var parts []string
		for range 1 + random.IntN(3) {
			parts = append(parts, pick(words...))
		}
		want := strings.Join(parts, "/")
		written := pick("", "./", `.\`) + pick("", "regions/", `regions\`) + strings.Join(parts, pick("/", `\`, "//")) + pick("", "/", `\`, "/notice.toml", `\region.toml`)
		tail := pick("", "#stop")
		if got := Path(pick("regions", "regions/", "./regions", `regions\`), written+tail); got != want+tail {
			t.Fatalf("%q is %q, want %q", written+tail, got, want+tail)
		}
	}
	for _, all := range []string{"", ".", "regions", `regions\`, "./regions/"} {
		if got := Path("regions", all); got != "" {
			t.Errorf("%q is %q", all, got)
		}
	}
}
