package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

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

// TestWhatTheFileSays looks for what the file says of itself.
func TestWhatTheFileSays(t *testing.T) {
	info, list := testkit.Need(t, "pdfinfo"), testkit.Need(t, "qpdf")
	w, p := press(t, edited(t, map[string]string{changshu + "notice.toml": moves}))
	o := output(t, p, plan.NoticePDF, "changshu/2021-platform/notice.pdf")
	path := filepath.Join(t.TempDir(), "file.pdf")
	if err := os.WriteFile(path, print(t, w, o), 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(program string, args ...string) string {
		out, err := exec.Command(program, append(args, path)...).Output()
		if err != nil {
			t.Fatal(program, err)
		}
		return string(out)
	}
	said := run(info, "-rawdates") + run(info, "-url") + run(list, "--json=2")
	for _, want := range []string{
		"Title:           关于暂停全市医保业务办理的通告", "Author:          常熟市医疗保障局",
		"Subject:         2021年12月31日　第2版　核对码 " + o.Notice.ShortCode(nil), o.Path + " https://tonggao.example/jiangsu/suzhou/changshu/2021-platform/",
		"CreationDate:    D:20211231000000", "ModDate:         D:20211231000000", "Page size:       595.28 x 841.89 pts (A4)",
		`"/Lang": "u:zh-CN"`, `"/DisplayDocTitle": true`, `"/PageLabels"`, `"/S": "/D"`, `"title": "附件 国家平台切换期间异地就医注意事项"`,
	} {
		if !strings.Contains(said, want) {
			t.Errorf("does not say %s", want)
		}
	}
}

// TestTextExtractsWithoutBlanks finds the words of every paragraph of the real notices
// in what pdftotext reads, without a blank between their ideographs, or between these
// and figures, however far a line is spread.
func TestTextExtractsWithoutBlanks(t *testing.T) {
	w, p := press(t, regions())
	count := 0
	for _, o := range notices(p) {
		read := strings.ReplaceAll(rawText(t, print(t, w, o)), "\n", "")
		for _, b := range w.voice.Article(o.Notice, o.Audience).Blocks {
			paragraph, ok := b.(*phrase.Paragraph)
			if !ok {
				continue
			}
			for _, words := range strings.FieldsFunc(phrase.Plain(paragraph.Runs), unicode.IsSpace) {
				count++
				if !strings.Contains(read, words) {
					t.Errorf("%s: %s cannot be found", o.Path, words)
				}
			}
		}
	}
	if count < 100 {
		t.Errorf("only %d paragraphs", count)
	}
}
