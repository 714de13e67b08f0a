package catalog

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode"
)

// TestProblemsSideBySide writes every problem of the corpus in both languages into one
// file, so that somebody can read them aloud, and a change of words is seen where it is
// heard.
func TestProblemsSideBySide(t *testing.T) {
	var page strings.Builder
	page.WriteString(sideHead)
	for _, m := range meetings(t) {
		if len(m.problems) > 0 {
			fmt.Fprintf(&page, "\n== %s\n", m.name)
		}
		for _, p := range m.problems {
			fmt.Fprintf(&page, "\n[%s]\n%s\n%s\n", Code(p), Chinese.Problem(p), p)
		}
	}
	fresh(t, "testdata/side-by-side.txt", page.String())
}

const sideHead = `Every problem that the tiny sites meet, in Chinese and in English: read the Chinese aloud.
Made by go test ./generator/catalog -update; testdata/README.md says of what.
`

// TestProblemsForPrograms writes every problem of the corpus as --json does: it has a
// code, the place, the values that stand in its words, and both languages.
func TestProblemsForPrograms(t *testing.T) {
	for _, m := range meetings(t) {
		for _, p := range m.problems {
			text, err := json.Marshal(Both(p))
			if err != nil {
				t.Fatal(err)
			}
			var read struct {
				File, Level, Message, Hint, Code string
				Values                           []string
				Zh                               struct{ Message, Hint string }
			}
			if err := json.Unmarshal(text, &read); err != nil {
				t.Fatal(err)
			}
			if read.Code == "" || read.File != p.File || read.Message != p.Message || read.Hint != p.Hint || len(read.Values) != len(p.Wrong.Values) {
				t.Errorf("%s: %s", m.name, text)
			}
			if !chinese(read.Zh.Message) || read.Hint != "" && !chinese(read.Zh.Hint) {
				t.Errorf("%s: the Chinese is none: %s", m.name, text)
			}
		}
	}
}

func chinese(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}
