package generator_test

import (
	"encoding/json"
	"maps"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A sheet is one that was printed at some time.
type sheet struct{ name, content string }

var (
	printedCode = regexp.MustCompile(`核对码([0-9A-Z]{4}-[0-9A-Z]{4})`)
	pageFoot    = regexp.MustCompile(`(?m)^\f?— \d+ —\n.*核对码.*\n现行版本.*\n`)
)

// prints reads every sheet, and asks verify for every one that ever was: those of now
// are the newest, and each earlier one is told to be replaced.
func (s *story) prints(t *testing.T, pdftotext string, still bool) {
	t.Helper()
	now := map[string]sheet{}
	for _, name := range published(t, ".pdf") {
		if !strings.Contains(filepath.ToSlash(name), storyNotice) {
			continue
		}
		text := readSheet(t, pdftotext, name)
		s.nothingStale(t, name, text)
		code := printedCode.FindStringSubmatch(squeezed(text))
		if code == nil {
			t.Errorf("%s has no code", name)
			continue
		}
		now[code[1]] = sheet{name, readFile(t, name)}
		s.onPaper(t, name, squeezed(weekday.ReplaceAllString(pageFoot.ReplaceAllString(text, ""), "")))
	}
	for code, old := range s.last {
		switch one, stands := now[code]; {
		case stands && one.content != old.content:
			t.Errorf("%s changed, and its code %s did not", old.name, code)
		case stands != still:
			t.Errorf("%s: its code %s stands: %v", old.name, code, stands)
		}
	}
	s.last = maps.Clone(now)
	maps.Copy(s.sheets, now)
	for code, one := range s.sheets {
		_, newest := now[code]
		s.verified(t, code, newest)
		copied := filepath.Join(t.TempDir(), "sheet.pdf")
		writeFile(t, copied, one.content)
		s.verified(t, copied, newest)
	}
}

// verified asks the program what it knows of a sheet or a code.
func (s *story) verified(t *testing.T, asked string, newest bool) {
	t.Helper()
	code, out, _ := tonggao("verify", "--json", asked)
	var told struct {
		Newest bool
		Notice *struct{ ID string }
	}
	if err := json.Unmarshal([]byte(out), &told); err != nil {
		t.Fatal(err, out)
	}
	if told.Newest != newest || told.Notice == nil || told.Notice.ID != storyNotice || (code == 0) != newest {
		t.Errorf("verify %s: exit code %d, want newest %v: %s", asked, code, newest, out)
	}
	if _, said, _ := tonggao("verify", asked); strings.Contains(said, "OUT OF DATE") == newest {
		t.Errorf("verify %s, which is the newest: %v, says %s", asked, newest, said)
	}
}

// onPaper wants on a sheet what it is for.
func (s *story) onPaper(t *testing.T, name, text string) {
	t.Helper()
	for id, f := range s.standing {
		var want []string
		switch base := path.Base(filepath.ToSlash(name)); {
		case base == "poster.pdf" && path.Base(path.Dir(filepath.ToSlash(name))) == id:
			want = append(f.whys[max(0, len(f.whys)-1):], f.words, f.mark)
		case base == "notice.pdf", base == "notice-large.pdf":
			want = append(f.whys, f.words, f.mark)
		case base == "summary.pdf":
			want = []string{f.words, f.mark}
		}
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s does not say %s of %s:\n%s", name, w, id, text)
			}
		}
	}
}

// tells reads the notice of a change: what was, what is and why, on page and sheet.
func (s *story) tells(t *testing.T, pdftotext string, c chapter) {
	t.Helper()
	dir := path.Join("output", storyNotice, "change")
	for name, text := range map[string]string{"page": textOf(parsePage(t, dir+"/index.html")), "sheet": squeezed(readSheet(t, pdftotext, dir+"/change.pdf"))} {
		for id, f := range c.facts {
			want := f.whys[len(f.whys)-1:]
			if f.status != "cancelled" {
				_, day, _ := strings.Cut(f.words, "年")
				want = append(want, day)
			}
			if len(f.was) > 0 {
				want = append(want, strings.TrimPrefix(f.was[len(f.was)-1], "2024年"))
			}
			for _, w := range want {
				if !strings.Contains(text, w) {
					t.Errorf("the %s of the change does not say %s of %s: %s", name, w, id, text)
				}
			}
		}
	}
}

func readSheet(t *testing.T, program, name string) string {
	t.Helper()
	text, err := exec.Command(program, "-raw", "-enc", "UTF-8", name, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
