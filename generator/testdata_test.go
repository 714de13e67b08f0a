package generator

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"tonggao/generator/look"
	"tonggao/generator/plan"
)

var update = flag.Bool("update", false, "rewrite the expected parts of testdata")

// TestSites reads every tiny site of testdata: its files under regions/, then
// either the part "problems", which is all that the reader says, or parts under
// output/, each of which is an output whole. See testdata/README.md.
func TestSites(t *testing.T) {
	eachArchive(t, "testdata/*.txtar", func(t *testing.T, archive *txtar.Archive, changed *bool) {
		p := loadArchive(t, archive, changed)
		for i := range archive.Files {
			if path, isOutput := strings.CutPrefix(archive.Files[i].Name, "output/"); isOutput && p != nil {
				expect(t, archive, i, rendered(t, p, path), changed)
			}
		}
	})
}

// eachArchive runs a test for each archive of a pattern and writes back those
// whose expected parts it changed.
func eachArchive(t *testing.T, pattern string, run func(t *testing.T, archive *txtar.Archive, changed *bool)) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatal("no files ", pattern, err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			changed := false
			run(t, archive, &changed)
			if !changed {
				return
			}
			if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// loadArchive loads the site of an archive and compares what the reader says.
func loadArchive(t *testing.T, archive *txtar.Archive, changed *bool) *plan.Plan {
	t.Helper()
	regions, err := fs.Sub(archiveFS(archive), "regions")
	if err != nil {
		t.Fatal(err)
	}
	p, problems, err := Load(Options{Regions: regions, Look: look.New(os.DirFS("../templates"))})
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	for _, one := range problems {
		said.WriteString(one.String() + "\n")
	}
	for i, f := range archive.Files {
		if f.Name == "problems" {
			expect(t, archive, i, []byte(said.String()), changed)
			return p
		}
	}
	if said.Len() > 0 {
		t.Errorf("the site has problems and no part of that name:\n%s", said.String())
	}
	return p
}

func archiveFS(archive *txtar.Archive) fs.FS {
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return files
}

func expect(t *testing.T, archive *txtar.Archive, i int, got []byte, changed *bool) {
	t.Helper()
	if !bytes.HasSuffix(got, []byte("\n")) {
		got = append(got, '\n') // an archive's parts end with one
	}
	got = bytes.ReplaceAll(got, []byte("\r\n"), []byte("\n"))
	if bytes.Equal(got, archive.Files[i].Data) {
		return
	}
	if *update {
		archive.Files[i].Data, *changed = got, true
		return
	}
	t.Errorf("%s\nhave:\n%s\nwant:\n%s", archive.Files[i].Name, got, archive.Files[i].Data)
}

func rendered(t *testing.T, p *plan.Plan, path string) []byte {
	t.Helper()
	w, problems, err := NewWriters(look.New(os.DirFS("../templates")), p, nil)
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	for _, o := range p.Outputs() {
		if o.Path == path {
			var b bytes.Buffer
			if err := w.Write(&b, o); err != nil {
				t.Fatal(err)
			}
			return b.Bytes()
		}
	}
	t.Fatalf("the plan has no output %s", path)
	return nil
}
