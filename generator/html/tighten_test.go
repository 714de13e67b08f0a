package html

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// TestStylesAreTight takes white space out of texts that chance has made as the rules say it.
func TestStylesAreTight(t *testing.T) {
	whiteSpace, point := regexp.MustCompile(`\s+`), regexp.MustCompile(` ?([{};,>]) ?`)
	r := rand.New(rand.NewPCG(5, 2))
	parts := []string{" ", "  ", "\n", "\t", "\r\n", "\f", "\v", "\u3000", "{", "}", ";", ",", ">", ":", "a", "/* b */", "停"}
	for range 5000 {
		var text strings.Builder
		for range r.IntN(20) {
			text.WriteString(parts[r.IntN(len(parts))])
		}
		want := strings.ReplaceAll(text.String(), "/* b */", "")
		want = point.ReplaceAllString(whiteSpace.ReplaceAllString(want, " "), "$1")
		want = strings.TrimSpace(strings.ReplaceAll(strings.ReplaceAll(want, ": ", ":"), ";}", "}")) + "\n"
		if got := tightStyle(text.String()); got != want {
			t.Fatalf("%q becomes %q, want %q", text.String(), got, want)
		}
	}
}

func BenchmarkTightStyle(b *testing.B) {
	text := strings.Repeat("/* a */\n@media (prefers-color-scheme: dark) {\n\ta > b,\n\tp :hover { color: red; margin: 0 1px 2px }\n}\n", 100)
	for b.Loop() {
		tightStyle(text)
	}
}
