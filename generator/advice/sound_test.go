package advice

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"tonggao/generator/prose"
)

// closely is a linter that has looked at a line without a glance.
func closely(words prose.Words, running bool) *linter {
	l := &linter{}
	l.closely(words, running)
	return l
}

// glances holds the glance at a line against the close look, and reports whether the line
// is sound.
func glances(t *testing.T, words prose.Words) bool {
	t.Helper()
	if !sound(words) {
		return false
	}
	for _, running := range []bool{true, false} {
		if l := closely(words, running); len(l.problems) > 0 || l.damage != nil {
			t.Fatalf("%q passes, and yet %v %v", plain(words), l.problems, l.damage)
		}
	}
	return true
}

// TestGlancePassesNothingWrong writes lines of signs that something is said of, and of
// others; whatever a glance lets pass, the close look has nothing to say of.
func TestGlancePassesNothingWrong(t *testing.T) {
	random, passed := rand.New(rand.NewPCG(9, 10)), 0
	signs := []rune("暂停办理业务于县医院窗口写请填补一二十年月日醫們锟斤拷烫屯⽅ab0189（）()【】[]《》〈〉“”‘’〔〕「」『』，。、；：？！,;:?!.'\"\\-—…·～~+/% \t\u3000\u200b\u00a0ǎéÅЖ℃×㋄\ufffd\ufffc")
	pieces := []string{"请填写", "请补写", "锟斤拷", "（yī）", "{{region}}", "{{meant 12月}}", "**暂停**", "[见](https://a.example)", "医院", "办理，", "（县）"}
	for range 100_000 {
		var text strings.Builder
		for range 1 + random.IntN(7) {
			switch random.IntN(3) {
			case 0:
				text.WriteString(pieces[random.IntN(len(pieces))])
			case 1:
				text.WriteRune(signs[random.IntN(40)])
			default:
				text.WriteRune(signs[random.IntN(len(signs))])
			}
		}
		parsed, _ := prose.Parse("a.md", text.String(), 1)
		prose.Walk(parsed.Blocks, func(words prose.Words) {
			if glances(t, words) {
				passed++
			}
		})
	}
	if passed < 8_000 {
		t.Errorf("only %d lines passed", passed)
	}
}

// TestGlancePassesMostLines holds that the glance is worth it: two of three lines of the
// sample need no more.
func TestGlancePassesMostLines(t *testing.T) {
	lines, passed := 0, 0
	err := fs.WalkDir(os.DirFS("../../regions"), ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".md") {
			return err
		}
		text, err := os.ReadFile("../../regions/" + name)
		parsed, _ := prose.Parse(name, string(text), 1)
		prose.Walk(parsed.Blocks, func(words prose.Words) {
			if lines++; glances(t, words) {
				passed++
			}
		})
		return err
	})
	if t.Logf("%d of %d", passed, lines); err != nil || passed < lines*2/3 {
		t.Errorf("%d of %d lines passed; %v", passed, lines, err)
	}
}
