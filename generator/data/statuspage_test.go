package data

import (
	"bufio"
	"bytes"
	"math/rand/v2"
	"testing"
	"testing/iotest"

	"tonggao/generator/plan"
	"tonggao/generator/site"
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
		for _, n := range s.Notices() {
			for _, service := range n.Services {
				service.Name += `"components":[]},"scheduled_maintenances":[`
			}
		}
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
		staysAsPublished(t, w, o, have.Bytes(), len(all.Maintenances))
	}
}

// staysAsPublished splits a list, and writes it again with some of what it has as it was.
func staysAsPublished(t *testing.T, w *Writer, o plan.Output, file []byte, maintenances int) {
	t.Helper()
	published := bufio.NewScanner(iotest.HalfReader(bytes.NewReader(file)))
	published.Buffer(make([]byte, 16), 1<<20)
	published.Split(SplitMaintenances)
	asked, taken := 0, 0
	some := func(_ plan.Output, _ *site.Region, id string) []byte {
		if asked++; !published.Scan() || asked%3 == 0 {
			return nil
		}
		if !bytes.HasPrefix(published.Bytes(), []byte(`{"id":"`+id+`",`)) {
			t.Errorf("%s is asked for, and %s is next", id, published.Bytes())
		}
		taken++
		return published.Bytes()
	}
	var again bytes.Buffer
	out := bufio.NewWriter(&again)
	if err := w.Knowing(some).statuspage(out, o); err != nil {
		t.Fatal(err)
	}
	if err := out.Flush(); err != nil {
		t.Fatal(err)
	}
	if published.Scan() || asked != maintenances || taken != maintenances-maintenances/3 || !bytes.Equal(again.Bytes(), file) {
		t.Errorf("%d of %d maintenances were asked for, %d taken; of these is made\n%s\nnot\n%s", asked, maintenances, taken, again.Bytes(), file)
	}
}
