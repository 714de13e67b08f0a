package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// notices are the outputs that print an article.
func notices(p *plan.Plan) []plan.Output {
	var chosen []plan.Output
	for _, o := range p.Outputs {
		if o.Kind == plan.NoticePDF || o.Kind == plan.LargePDF {
			chosen = append(chosen, o)
		}
	}
	return chosen
}

// TestTextIsWhole reads every notice, edition and large print of the real regions
// with pdftotext and finds the article's text in it, whole and in order. A table's
// head may stand again at the top of a page, so it may be skipped there.
func TestTextIsWhole(t *testing.T) {
	w, p := press(t, regions())
	for _, o := range notices(p) {
		t.Run(o.Path, func(t *testing.T) {
			article := phrase.In(site.Chinese).Article(o.Notice, o.Audience)
			got, want := raw(t, print(t, w, o)), unspaced(phrase.Text(article))
			for _, head := range heads(article) {
				for strings.Count(got, head) > strings.Count(want, head) {
					i := strings.LastIndex(got, head)
					got = got[:i] + got[i+len(head):]
				}
			}
			if got != want {
				t.Errorf("differs from %s", differ(got, want))
			}
		})
	}
}

func heads(a *phrase.Article) []string {
	var all []string
	for _, b := range a.Blocks {
		if table, ok := b.(*phrase.Table); ok {
			text := ""
			for _, cell := range table.Head {
				text += phrase.Plain(cell)
			}
			all = append(all, unspaced(text))
		}
	}
	return all
}

// differ shows where two texts part.
func differ(got, want string) string {
	a, b := []rune(got), []rune(want)
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	cut := func(r []rune) string { return string(r[max(0, i-10):min(len(r), i+20)]) }
	return "…" + cut(b) + "… as …" + cut(a) + "…"
}

// TestFilesAreClean has qpdf look at one file of each kind and at all posters of a
// notice that has moved, pending and withdrawn facts.
func TestFilesAreClean(t *testing.T) {
	program := testkit.Need(t, "qpdf")
	w, p := press(t, edited(t, map[string]string{changshu + "notice.toml": moves}))
	for _, o := range p.Outputs {
		if !strings.HasPrefix(o.Path, changshu) {
			continue
		}
		path := filepath.Join(t.TempDir(), "file.pdf")
		if err := os.WriteFile(path, print(t, w, o), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(program, "--check", path).CombinedOutput(); err != nil || strings.Contains(string(out), "WARNING") {
			t.Errorf("%s: %v\n%s", o.Path, err, out)
		}
	}
}
