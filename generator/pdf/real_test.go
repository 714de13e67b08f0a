package pdf

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"tonggao/generator/plan"
	"tonggao/generator/source"
)

// real reads the site of this repository.
func real(t testing.TB) (*Writer, *plan.Plan) {
	t.Helper()
	s, problems, err := source.Read(os.DirFS("../../regions"))
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	p, problems := plan.Make(s, plan.Options{Formats: []plan.Format{plan.PDF}})
	if problems.Failed() {
		t.Fatal(problems)
	}
	w, problems, err := New(os.DirFS("../../templates"), p)
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	return w, p
}

func TestLook(t *testing.T) {
	dir := os.Getenv("LOOK")
	if dir == "" {
		t.Skip()
	}
	w, p := real(t)
	for _, o := range p.Outputs {
		var b bytes.Buffer
		if err := w.Write(&b, o); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, o.Path)
		os.MkdirAll(filepath.Dir(path), 0o755)
		os.WriteFile(path, b.Bytes(), 0o644)
	}
}
