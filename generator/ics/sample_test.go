package ics_test

import (
	"bytes"
	"os"
	"testing"

	"tonggao/generator/ics"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

// real is the site of the four notices.
func real(t testing.TB) *site.Site {
	t.Helper()
	s, problems, err := source.Read(os.DirFS("../../regions"))
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	return s
}

// write plans a site and writes all its calendars, by path.
func write(t testing.TB, s *site.Site) (*plan.Plan, map[string][]byte) {
	t.Helper()
	p, problems := plan.Make(s, plan.Options{Formats: []plan.Format{plan.ICS}, Weigh: ics.Weigher(s)})
	if problems.Failed() {
		t.Fatal(problems)
	}
	w, files := ics.New(p), map[string][]byte{}
	for _, o := range p.Outputs() {
		var out bytes.Buffer
		if err := w.Write(&out, o); err != nil {
			t.Fatal(err)
		}
		files[o.Path] = out.Bytes()
	}
	return p, files
}
