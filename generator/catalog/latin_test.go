package catalog

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"tonggao/generator/problem"
	"tonggao/generator/schema"
	"tonggao/generator/toml"
)

// latin are words in Latin letters.
var latin = regexp.MustCompile(`[A-Za-z]+`)

// sign is a character's number, one of an address in octets, or the sum of a heading.
var sign = regexp.MustCompile(`U\+[0-9A-F]+|%[0-9A-F]{2}|-[a-z0-9]{6}\b`)

// publishedName is a file of the published site, or the name that a folder is to have.
var publishedName = regexp.MustCompile(`[a-z0-9/-]+/(?:index\.html|calendar\.ics)|output/calendar\.ics|改成 [a-z0-9-]+：只用`)

// TestChineseHasNoEnglish reads the Chinese of every problem of the corpus: a word in
// Latin letters in it is one that the author wrote, or one that the catalogue's Chinese
// or the reference itself writes, such as a key, a command or the name of a format. So words of a parser,
// or of a list that nobody put into Chinese, are found.
func TestChineseHasNoEnglish(t *testing.T) {
	ours := map[string]bool{}
	for _, list := range lists {
		for _, e := range list {
			for _, w := range latin.FindAllString(verb.ReplaceAllString(e.chinese, ""), -1) {
				ours[w] = true
			}
		}
	}
	for _, w := range latin.FindAllString(schema.ReferenceChinese(), -1) {
		ours[w] = true
	}
	for _, m := range meetings(t) {
		theirs := written(t, m.name)
		for _, p := range m.problems {
			for _, line := range []string{Chinese.In(p.Wrong), Chinese.In(p.Advice)} {
				for _, w := range latin.FindAllString(publishedName.ReplaceAllString(sign.ReplaceAllString(line, ""), ""), -1) {
					if !ours[w] && !theirs[w] {
						t.Errorf("%s: %s: %q in %s", m.name, Code(p), w, line)
					}
				}
			}
		}
	}
}

func written(t *testing.T, name string) map[string]bool {
	t.Helper()
	at := name
	if !strings.HasPrefix(at, "testdata/") || !exists(at) {
		at = "../" + at
	}
	a, err := txtar.ParseFile(at)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, f := range a.Files {
		if f.Name == "problems" || strings.HasPrefix(f.Name, "output/") {
			continue
		}
		for _, w := range latin.FindAllString(f.Name+" "+string(f.Data), -1) {
			found[w] = true
		}
	}
	return found
}

func exists(name string) bool { _, err := os.Stat(name); return err == nil }

// TestDamagedFilesInChinese damages a file in every place: no word of the library that
// reads TOML is left in what is said of it.
func TestDamagedFilesInChinese(t *testing.T) {
	const whole = "title = \"停机\"\n[milestone.stop]\nday = 2024-05-08\nn = 30\nlist = [\"甲\", \"乙\"]\n"
	for at := range whole {
		for _, sign := range []string{"\"", "'", "[", "]", "{", "=", ".", ",", "#", "\\", "\n", "\x00", "＝", "“", "a", "0", "_"} {
			var problems problem.List
			toml.Read("a.toml", whole[:at]+sign+whole[at:], 1, &problems)
			toml.Read("a.toml", whole[:at]+sign, 1, &problems)
			for _, p := range problems {
				said := strings.ReplaceAll(Chinese.In(p.Wrong), "TOML", "")
				if i := strings.Index(said, "（从 "); i >= 0 {
					said = said[:i]
				}
				if latin.MatchString(strings.ReplaceAll(said, "UTF-8", "")) || !chinese(Chinese.In(p.Advice)) {
					t.Errorf("%q, %q: %s", whole[:at], sign, Chinese.Problem(p))
				}
			}
		}
	}
}
