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

// TestHintsAreFollowed has signs of a Chinese input method where the ASCII sign would be a
// mistake too, and where it would not; and keys that are not English.
func TestHintsAreFollowed(t *testing.T) {
	for text, hint := range map[string]string{
		"a = \"x\"，":          "take ， away: a value ends its line",
		"a = 1。\nb = 2":       "take 。 away: a value ends its line",
		"a = [\"x\"，\"y\"]":   "a Chinese input method wrote ， here: write ,",
		"a = \"x\"＃注":         "a Chinese input method wrote ＃ here: write #",
		"a ＝ “x”":             "a Chinese input method wrote ＝ here: write =",
		"【a】":                 "a Chinese input method wrote 【 here: write [",
		"、a = 1":              `a line is a key, an equals sign and a value: title = "…"`,
		"a\u3000= 1":          "a space that is none stands here (U+3000): type a plain one",
		"a = “x”":             `write a = "x"`,
		"a = “x\\”":           "use straight quotes \" around the value, not “; Chinese quotes belong inside",
		"内容 = \"x\"":          `a key is an English word: title = "…"; Chinese stands in the value`,
		"a = 1\n  文b = \"x\"": `a key is an English word: title = "…"; Chinese stands in the value`,
		"以下为正文":               `a line is a key, an equals sign and a value: title = "…"`,
	} {
		var problems problem.List
		if Read("a.toml", text, 1, &problems) != nil || len(problems) != 1 || problems[0].Hint != hint {
			t.Errorf("%q: %v", text, problems)
		}
	}
}
