package generator

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestChineseDocumentsKeepUp holds each document in Chinese against the English one: as
// many headings of each level, tables with as many rows, the same code but for its
// comments; and its links lead to documents in Chinese where there are any, but those that
// say 英文版 or English. A change of one alone fails.
func TestChineseDocumentsKeepUp(t *testing.T) {
	pages, err := filepath.Glob("../docs/*.zh-CN.md")
	if err != nil || len(pages) < 9 {
		t.Fatal(pages, err)
	}
	for _, chinese := range pages {
		english := strings.TrimSuffix(chinese, ".zh-CN.md") + ".md"
		has, want := shared(t, chinese), shared(t, english)
		for i := range max(len(has), len(want)) {
			if i >= len(has) || i >= len(want) || has[i] != want[i] {
				t.Errorf("%s differs from the English one from here on:\n%q\nwant\n%q", chinese, has[min(i, len(has)):min(i+1, len(has))], want[min(i, len(want)):min(i+1, len(want))])
				break
			}
		}
	}
	for _, page := range append(pages, "../README.zh-CN.md") {
		for _, link := range regexp.MustCompile(`[^版h]\]\(([a-z0-9/.-]+)\.md[)#]`).FindAllStringSubmatch(read(t, filepath.Dir(page), filepath.Base(page)), -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(page), link[1]+".zh-CN.md")); err == nil {
				t.Errorf("%s leads to %s.md, which is there in Chinese too", page, link[1])
			}
		}
	}
}

// TestEveryDocumentIsFound holds that each document is one that the README of its language
// leads to; those in one language alone stand in the English one.
func TestEveryDocumentIsFound(t *testing.T) {
	pages, err := filepath.Glob("../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		readme := "README.md"
		if strings.HasSuffix(page, ".zh-CN.md") {
			readme = "README.zh-CN.md"
		}
		if !strings.Contains(read(t, "..", readme), "](docs/"+filepath.Base(page)) {
			t.Errorf("%s does not lead to %s", readme, page)
		}
	}
}

// TestDocumentsSayWhatIsShown holds the words that a document quotes from the screen against
// the program: buttons and marks of forms, and what verify answers.
func TestDocumentsSayWhatIsShown(t *testing.T) {
	quotes, answers := regexp.MustCompile("“([^”]+)”"), regexp.MustCompile(`(?m)^\| ([^|（]+?)(?:（[^|]*“([^”]+)”[^|]*）)? \| [^|]+ \| [^|]+ \|$`)
	forms := read(t, "forms", "forms.html") + read(t, "desk", "script.go") + read(t, "catalog", "forms.go")
	for _, page := range []string{"desk.md", "desk.zh-CN.md"} {
		for _, m := range quotes.FindAllStringSubmatch(read(t, "../docs", page), -1) {
			if !strings.Contains(forms, m[1]) {
				t.Errorf("docs/%s: no form shows %s", page, m[1])
			}
		}
	}
	said := read(t, "catalog", "commands.go")
	for _, page := range []string{"verify.md", "verify.zh-CN.md"} {
		found := answers.FindAllStringSubmatch(read(t, "../docs", page), -1)
		if len(found) != 6 { // four below their head and its line
			t.Errorf("docs/%s has %d rows", page, len(found))
		}
		for _, m := range found[2:] {
			for _, answer := range m[1:] {
				if !strings.Contains(said, strings.TrimPrefix(answer, "与发布的")) {
					t.Errorf("docs/%s: verify does not answer %s", page, answer)
				}
			}
		}
	}
}

// exempt are documents whose two languages were written apart, so that only their headings
// and the commands in them are held; nothing is added here.
var exempt = []string{"authoring", "audit", "reach", "times", "reference"}

// shared is what a document has in both languages.
func shared(t *testing.T, page string) []string {
	t.Helper()
	name, _, _ := strings.Cut(filepath.Base(page), ".")
	apart := slices.Contains(exempt, name)
	var all []string
	code := false
	comment := regexp.MustCompile(`\s+# .*$|^# .*$`)
	for line := range strings.Lines(read(t, filepath.Dir(page), filepath.Base(page))) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case strings.HasPrefix(line, "```"):
			code = !code
			all = append(all, line)
		case code && (!apart || strings.HasPrefix(line, "tonggao ")):
			all = append(all, comment.ReplaceAllString(line, ""))
		case !code && strings.HasPrefix(line, "#"):
			all = append(all, strings.TrimRight(line[:strings.Index(line, " ")], " "))
		case strings.HasPrefix(line, "|") && !apart:
			all = append(all, "| a row")
		}
	}
	return all
}
