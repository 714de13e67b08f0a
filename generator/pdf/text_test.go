package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"tonggao/generator/article"
	"tonggao/generator/look"
	"tonggao/generator/phrase"
	"tonggao/generator/prints"
	"tonggao/generator/sheet"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// TestTextIsWhole reads every notice, edition and large print of the real regions
// with pdftotext and finds the article's text in it, whole and in order. A table's
// head may stand again at the top of a page, so it may be skipped there.
func TestTextIsWhole(t *testing.T) {
	w, p := press(t, testkit.Regions())
	for _, o := range notices(p) {
		t.Run(o.Path, func(t *testing.T) {
			whole := article.Of(phrase.In(site.Chinese), o.Notice, o.Audience)
			got, want := raw(t, print(t, w, o)), testkit.Unspaced(article.Text(whole))
			for _, head := range heads(whole) {
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

func heads(a *article.Article) []string {
	var all []string
	for _, b := range a.Blocks {
		if table, ok := b.(*article.Table); ok {
			text := ""
			for _, cell := range table.Head {
				text += phrase.Plain(cell)
			}
			all = append(all, testkit.Unspaced(text))
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
	w, p := press(t, testkit.Edited(t, map[string]string{testkit.County + "notice.toml": testkit.Moves}))
	for _, o := range p.Outputs() {
		if !strings.HasPrefix(o.Path, testkit.County) {
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
	w, p := press(t, testkit.Edited(t, map[string]string{testkit.County + "notice.toml": testkit.Moves}))
	o := output(t, p, prints.Notice, "changshu/2021-platform/notice.pdf")
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
	w, p := press(t, testkit.Regions())
	count := 0
	for _, o := range notices(p) {
		read := strings.ReplaceAll(rawText(t, print(t, w, o)), "\n", "")
		for _, b := range article.Of(phrase.In(site.Chinese), o.Notice, o.Audience).Blocks {
			paragraph, ok := b.(*article.Paragraph)
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

// TestCharactersBeyondTheBasicPlane prints place names that few programs can and
// copies them back.
func TestCharactersBeyondTheBasicPlane(t *testing.T) {
	w, p := press(t, testkit.Edited(t, map[string]string{testkit.County + "30-other.md": "\n\n有关𬒈、𠅤、𪩘等地的业务，另行通知。\n"}))
	for _, o := range notices(p) {
		if o.Notice.Region.Name != "常熟市" {
			continue
		}
		if text := raw(t, print(t, w, o)); !strings.Contains(text, "𬒈、𠅤、𪩘等地") {
			t.Errorf("%s does not copy them", o.Path)
		}
	}
}

// TestFontsAreSeen has another program list the faces of a file: embedded, cut,
// with their text.
func TestFontsAreSeen(t *testing.T) {
	program := testkit.Need(t, "pdffonts")
	w, p := press(t, testkit.Regions())
	path := filepath.Join(t.TempDir(), "file.pdf")
	if err := os.WriteFile(path, print(t, w, notices(p)[0]), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(program, path).CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n")[2:] {
		if !strings.Contains(line, "yes yes yes") || line[6] != '+' {
			t.Errorf("not embedded, cut and readable: %s", line)
		}
	}
}

// TestOwnFacesAndMargins prints with a body face, sizes and margins that a bureau
// has chosen: text stays whole and inside the chosen type area.
func TestOwnFacesAndMargins(t *testing.T) {
	_, p := press(t, testkit.Regions())
	p.Site.Print = site.Print{Body: site.PrintFace{File: "fonts/kai.ttf"}, BodySize: 14, Left: 20, Right: 20, Top: 30, Bottom: 30}
	w, problems, err := sheet.New(look.New(testkit.Templates()), p)
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	o := output(t, p, prints.Notice, "changshu/2021-platform/notice.pdf")
	for i, words := range read(t, print(t, w, o)) {
		for _, l := range linesOf(words, 267.5) {
			if l.left < 19.9 || l.right > 190.1 || l.top < 29.9 || l.foot > 267.1 {
				t.Errorf("page %d: outside the type area: %+v", i+1, l)
			}
		}
	}
}

// TestPages holds every page to the type area and the lines of GB/T 9704, as pdftotext
// sees it.
func TestPages(t *testing.T) {
	w, p := press(t, testkit.Regions())
	for _, o := range notices(p) {
		if o.Kind != prints.Notice {
			continue
		}
		t.Run(o.Path, func(t *testing.T) {
			for i, words := range read(t, print(t, w, o)) {
				lines := linesOf(words, 262.5)
				if len(lines) > 22 {
					t.Errorf("page %d has %d lines", i+1, len(lines))
				}
				for _, l := range lines {
					if l.left < 28-0.1 || l.right > 184.1 || l.top < 37-0.1 || l.foot > 262.1 {
						t.Errorf("page %d: outside the type area: %+v", i+1, l)
					}
				}
			}
		})
	}
}
