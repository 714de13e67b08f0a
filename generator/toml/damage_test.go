package toml

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tonggao/generator/message"
	"tonggao/generator/problem"
)

// TestDamageIsToldInOurWords damages files at random, as typing does: what is wrong is
// said in words of ours, with what to do about it, whatever the library says of it.
func TestDamageIsToldInOurWords(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 9))
	signs := []rune("\"'[]{}=.,#\\\n\x00 \u3000＝“”【】，。是a0-+_\r\t\ufffe")
	last, seen := troubles[len(troubles)-1].wrong, map[string]int{}
	for range 4000 {
		text := []rune(written(random) + "day = 2024-05-08\nn = 3.5\n")
		for range 1 + random.IntN(2) {
			at := random.IntN(len(text))
			if random.IntN(3) == 0 {
				text = slices.Delete(text, at, at+1)
				continue
			}
			text = slices.Insert(text, at, signs[random.IntN(len(signs))])
		}
		var problems problem.List
		if Read("a.toml", string(text), 1, &problems) != nil {
			continue
		}
		p := problems[0]
		if len(p.Wrong.Values) == 1 && p.Wrong.Form == "this is not TOML: %s" {
			what := p.Wrong.Values[0].(message.Text)
			if what.Form == "%s (from %q on)" {
				what = what.Values[0].(message.Text)
			}
			seen[what.Form]++
			if what.Form == last {
				t.Errorf("%q: no row of troubles fits", text)
			}
		}
		if p.Hint == "" || strings.Contains(p.Message, "expected") {
			t.Errorf("%q: %s", string(text), p)
		}
	}
	if len(seen) < 10 {
		t.Errorf("only %d of the troubles were met: %v", len(seen), seen)
	}
	t.Log(seen)
}
