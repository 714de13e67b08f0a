package generator

import (
	"bytes"
	"compress/gzip"
	"maps"
	"os"
	"testing"

	"tonggao/generator/plan"
	"tonggao/generator/testkit"
)

// TestNation shows that the made-up country is one that authors could have
// written: no problem of any level, and what a national change publishes.
func TestNation(t *testing.T) {
	o := Options{Regions: testkit.Nation(60), Templates: os.DirFS("../templates")}
	p, _, problems, err := Prepare(o)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	c := Count(p)
	c.Outputs = 0
	if want := (Counts{Regions: 60, Notices: 60, Editions: 180, Milestones: 360}); c != want {
		t.Errorf("%s, want %s", c, want)
	}
	same := func(a, b []byte) bool { return string(a) == string(b) }
	again := testkit.Nation(60)
	for name, f := range testkit.Nation(60) {
		if !same(f.Data, again[name].Data) {
			t.Errorf("%s differs the second time", name)
		}
	}
	levels := map[int]int{}
	for _, r := range p.Site.Regions {
		depth := 0
		for at := r; at.Parent != nil; at = at.Parent {
			depth++
		}
		levels[depth]++
	}
	if want := map[int]int{0: 1, 1: 6, 2: 53}; !maps.Equal(levels, want) {
		t.Errorf("regions by level: %v, want %v", levels, want)
	}
}

// TestIndexOfACountry holds the index of every county of the country under what a
// phone loads in a moment.
func TestIndexOfACountry(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 3,210 regions")
	}
	tree, problems, err := Preview(Options{Regions: testkit.Nation(3210), Templates: os.DirFS("../templates"), Plan: plan.Options{Formats: []plan.Format{plan.HTML}}}, "tonggao test")
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	index, err := tree.ReadFile("index.html")
	if err != nil {
		t.Fatal(err)
	}
	var sent bytes.Buffer
	z := gzip.NewWriter(&sent)
	_, _ = z.Write(index) // into memory
	_ = z.Close()
	t.Logf("%d octets, %d as hosts send them", len(index), sent.Len())
	if sent.Len() > 100_000 || len(index) > 1_000_000 {
		t.Errorf("the index has %d octets, %d as hosts send them", len(index), sent.Len())
	}
}
