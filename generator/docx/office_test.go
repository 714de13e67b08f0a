package docx

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tonggao/generator/article"
	"tonggao/generator/plan"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// converted has LibreOffice open files of a folder and save each in another format.
func converted(t testing.TB, dir, format string, names ...string) {
	t.Helper()
	args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile")), "--headless", "--convert-to", format, "--outdir", filepath.Join(dir, "out")}
	for _, name := range names {
		args = append(args, filepath.Join(dir, name))
	}
	if said, err := exec.Command(testkit.Need(t, "soffice"), args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, said)
	}
}

// articles are those of the real regions, some of which have moved, and one with
// everything, by the names of their files.
func articles(t testing.TB) (map[string]*article.Article, map[string][]byte) {
	t.Helper()
	s, problems, err := source.Read(testkit.Edited(t, map[string]string{testkit.County + "notice.toml": testkit.Moves}))
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	p, problems := plan.Make(s, plan.Options{Formats: []plan.Format{plan.DOCX}})
	if problems.Failed() {
		t.Fatal(problems)
	}
	all, files := map[string]*article.Article{"every": every(false)}, map[string][]byte{"every": file(t, every(false))}
	for _, o := range p.Outputs() {
		name := strings.ReplaceAll(strings.TrimSuffix(o.Path, ".docx"), "/", "_")
		f := New(p).Of(o)
		var b bytes.Buffer
		if err := Write(&b, f); err != nil {
			t.Fatal(err)
		}
		all[name], files[name] = f.Article, b.Bytes()
	}
	if len(all) < 6 {
		t.Fatalf("only %d files", len(all))
	}
	return all, files
}

// TestOfficeReadsTheArticle has LibreOffice open every file: it reads the article's
// text, whole and in order, with the numbers that it has counted itself. So it does
// after it has saved the file in its own way.
func TestOfficeReadsTheArticle(t *testing.T) {
	all, files := articles(t)
	dir := t.TempDir()
	var names []string
	for name, content := range files {
		check(t, content)
		if err := os.WriteFile(filepath.Join(dir, name+".docx"), content, 0o600); err != nil {
			t.Fatal(err)
		}
		names = append(names, name+".docx")
	}
	converted(t, dir, "docx", names...)
	for _, folder := range []string{dir, filepath.Join(dir, "out")} {
		converted(t, folder, "txt:Text (encoded):UTF8", names...)
		for name, a := range all {
			got, err := os.ReadFile(filepath.Join(folder, "out", name+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			if text, want := testkit.Unspaced(strings.TrimPrefix(string(got), "\ufeff")), testkit.Unspaced(article.Text(a)); text != want {
				t.Errorf("%s reads\n%s\nwant\n%s", name, text, want)
			}
		}
	}
}

// TestPagesAreOfficial looks at the pages that LibreOffice makes: none empty, the
// number of each at its foot, on the outer side.
func TestPagesAreOfficial(t *testing.T) {
	pdftotext := testkit.Need(t, "pdftotext")
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "every.docx"), file(t, every(false)), 0o600); err != nil {
		t.Fatal(err)
	}
	converted(t, dir, "pdf", "every.docx")
	out, err := exec.Command(pdftotext, "-layout", filepath.Join(dir, "out", "every.pdf"), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
	for i, page := range pages {
		lines := strings.Split(strings.TrimRight(page, "\n "), "\n")
		foot := lines[len(lines)-1]
		if want := "—" + string(rune('1'+i)) + "—"; testkit.Unspaced(foot) != want || len(lines) < 3 {
			t.Errorf("page %d ends with %q", i+1, foot)
		}
		if inner := len(foot) - len(strings.TrimLeft(foot, " ")); (i%2 == 0) != (inner > 20) {
			t.Errorf("the number of page %d stands at %d", i+1, inner)
		}
	}
	if len(pages) != 4 {
		t.Errorf("%d pages", len(pages))
	}
}

// BenchmarkNotice spells the longest article: docs/performance.md has the figures.
func BenchmarkNotice(b *testing.B) {
	a := every(true)
	size := 0
	b.ReportAllocs()
	before := testkit.Processor()
	for b.Loop() {
		size = len(file(b, a))
	}
	b.ReportMetric(float64((testkit.Processor()-before).Microseconds())/1000/float64(b.N), "cpu-ms/op")
	b.ReportMetric(float64(size), "octets/file")
}
