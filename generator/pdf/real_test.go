package pdf

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"tonggao/generator/plan"
	"tonggao/generator/source"
)

// regions is the site of this repository.
func regions() fs.FS { return os.DirFS("../../regions") }

// templates has the faces.
func templates() fs.FS { return os.DirFS("../../templates") }

// press plans a site and makes its writer.
func press(t testing.TB, from fs.FS) (*Writer, *plan.Plan) {
	t.Helper()
	s, problems, err := source.Read(from)
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	p, problems := plan.Make(s, plan.Options{Formats: []plan.Format{plan.PDF}})
	if problems.Failed() {
		t.Fatal(problems)
	}
	w, problems, err := New(templates(), p)
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	return w, p
}

// edited is the site of this repository with text put behind one of its files.
func edited(t testing.TB, more map[string]string) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(regions(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(regions(), name)
		files[name] = &fstest.MapFile{Data: append(data, more[name]...)}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// moves is a county's notice after a bad week: one time postponed, one taken back,
// one fact withdrawn.
const moves = `
[milestone.settlement-full]
at = "2022-01-03 12:00"
why = "联调测试延长"
[[milestone.settlement-full.move]]
from = "2022-01-02 08:00"
on   = 2021-12-31
why  = "联调测试延长"

[milestone.counter-first]
tbd = true
[[milestone.counter-first.move]]
from = "2022-01-04 09:00"
on   = 2021-12-31

[milestone.refund]
at = "2022-03-31"
includes_day = true
withdrawn = true
[[milestone.refund.move]]
from = "2022-03-31"
on   = 2021-12-31
why  = "改由系统自动退费"

[[revision]]
on   = 2021-12-31
what = "推迟全面恢复联网结算的时间，窗口业务恢复时间另行通知"
`

const changshu = "jiangsu/suzhou/changshu/2021-platform/"

// print writes one output.
func print(t testing.TB, w *Writer, o plan.Output) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := w.Write(&b, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestLook prints the real notices, and one of them moved, wordy and crowded, into
// the folder that LOOK names, to be looked at: none of them may fail.
func TestLook(t *testing.T) {
	dir := os.Getenv("LOOK")
	if dir == "" {
		dir = t.TempDir()
	}
	for name, from := range map[string]fs.FS{"real": regions(), "moved": edited(t, map[string]string{changshu + "notice.toml": moves}),
		"wordy": edited(t, map[string]string{changshu + "notice.toml": wordy}), "many": edited(t, map[string]string{changshu + "notice.toml": many()})} {
		w, p := press(t, from)
		for _, o := range p.Outputs {
			if name != "real" && !strings.HasPrefix(o.Path, changshu) {
				continue
			}
			path := filepath.Join(dir, name, o.Path)
			os.MkdirAll(filepath.Dir(path), 0o755)
			if err := os.WriteFile(path, print(t, w, o), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// output returns the first output of a kind whose path ends so.
func output(t testing.TB, p *plan.Plan, kind plan.Kind, end string) plan.Output {
	t.Helper()
	for _, o := range p.Outputs {
		if o.Kind == kind && strings.HasSuffix(o.Path, "/"+end) {
			return o
		}
	}
	t.Fatal("no output ", end)
	return plan.Output{}
}
