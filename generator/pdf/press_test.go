package pdf

import (
	"io/fs"
	"strings"
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/sheet"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// press plans a site and makes its writer.
func press(t testing.TB, from fs.FS) (*sheet.Compositor, *plan.Plan) {
	t.Helper()
	s, problems, err := source.Read(from)
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	p, problems := plan.Make(s, plan.Options{Formats: []plan.Format{plan.PDF}})
	if problems.Failed() {
		t.Fatal(problems)
	}
	w, problems, err := sheet.New(look.New(testkit.Templates()), p)
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	return w, p
}

// output returns the first output of a kind whose path ends so.
func output(t testing.TB, p *plan.Plan, kind plan.Kind, end string) plan.Output {
	t.Helper()
	for _, o := range p.Outputs() {
		if o.Kind == kind && strings.HasSuffix(o.Path, "/"+end) {
			return o
		}
	}
	t.Fatal("no output ", end)
	return plan.Output{}
}

// notices are the outputs that print an article.
func notices(p *plan.Plan) []plan.Output {
	var chosen []plan.Output
	for _, o := range p.Outputs() {
		if o.Kind == prints.Notice || o.Kind == prints.LargeNotice {
			chosen = append(chosen, o)
		}
	}
	return chosen
}
