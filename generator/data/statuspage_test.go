package data

import (
	"bufio"
	"bytes"
	"math/rand/v2"
	"testing"

	"tonggao/generator/plan"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// TestListsAreWrittenAsOneValue holds lists whose maintenances are written one behind the
// other against the whole value, written at once.
func TestListsAreWrittenAsOneValue(t *testing.T) {
	for seed := range uint64(60) {
		s, problems, err := source.Read(testkit.AnySite(rand.New(rand.NewPCG(seed, 22))))
		if err != nil || s == nil || problems.Failed() {
			continue
		}
		s.Name += `"scheduled_maintenances":[]`
		p, _ := plan.Make(s, plan.Options{})
		w, o := New(p), plan.Output{Path: plan.StatuspageDir + "summary.json"}
		all := statusSummary{Page: w.statusPage(o), Components: []struct{}{}, Incidents: []struct{}{}, Maintenances: []maintenance{}, Status: indicator{"none", w.voice.Scheduled()}}
		for _, x := range w.planned(o) {
			if m := w.maintenance(x, all.Page.ID, w.newest.Start()); m.Status != completed {
				all.Maintenances = append(all.Maintenances, m)
			}
		}
		var have, want bytes.Buffer
		out := bufio.NewWriter(&have)
		if err := w.statuspage(out, o); err != nil {
			t.Fatal(err)
		}
		if err := out.Flush(); err != nil {
			t.Fatal(err)
		}
		if err := plainJSON(&want, all); err != nil {
			t.Fatal(err)
		}
		if have.String() != want.String() {
			t.Fatalf("seed %d:\n%s\nwant\n%s", seed, have.String(), want.String())
		}
	}
}
