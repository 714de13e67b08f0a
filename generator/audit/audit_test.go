package audit_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"tonggao/generator/audit"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

var update = flag.Bool("update", false, "rewrite what the tests want")

// TestRead reads testdata/*.txtar: a tiny site, a notice as text, and the lines
// that the audit must give.
func TestRead(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no testdata")
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := run(t, archive)
			want := &archive.Files[len(archive.Files)-1]
			if got == string(want.Data) {
				return
			}
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			t.Errorf("got\n%s\nwant\n%s", got, want.Data)
		})
	}
}

func run(t *testing.T, archive *txtar.Archive) string {
	t.Helper()
	files, err := txtar.FS(archive)
	if err != nil {
		t.Fatal(err)
	}
	text, err := fs.ReadFile(files, "notice.txt")
	if err != nil {
		t.Fatal(err)
	}
	var n *site.Notice
	var v site.Vocabulary
	if regions, err := fs.Sub(files, "regions"); err == nil {
		if s, problems, err := source.Read(regions); s != nil && err == nil {
			for _, r := range s.Regions {
				if len(r.Notices) > 0 {
					n, v = r.Notices[0], r.Notices[0].Vocabulary
				}
			}
		} else if problems.Failed() {
			t.Fatal(problems)
		}
	}
	report, problems := audit.Read("notice.txt", string(text), n, v)
	return lines(report, problems)
}

func lines[P fmt.Stringer](report *audit.Report, problems []P) string {
	var out strings.Builder
	for _, p := range problems {
		fmt.Fprintln(&out, p)
	}
	if report == nil {
		return out.String()
	}
	for _, f := range report.Findings {
		fmt.Fprintln(&out, f)
	}
	for _, u := range report.Unstated {
		fmt.Fprintln(&out, u)
	}
	fmt.Fprintln(&out, "clean:", report.Clean())
	return out.String()
}
