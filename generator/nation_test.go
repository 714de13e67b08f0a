package generator

import (
	"bytes"
	"compress/gzip"
	"context"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/publish"
	"tonggao/generator/testkit"
	"tonggao/generator/verify"
)

// TestNation shows that the made-up country is one that authors could have
// written: no problem of any level, and what a national change publishes.
func TestNation(t *testing.T) {
	o := Options{Regions: testkit.Nation(60), Look: look.New(os.DirFS("../templates"))}
	p, _, problems, err := Prepare(o)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	c := Count(p)
	c.Outputs = 0
	if want := (Counts{Regions: 60, Notices: 60, Editions: 180, Milestones: 360}); c != want {
		t.Errorf("%+v, want %+v", c, want)
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

// TestIndexOfACountry holds the index of every county of the country, in every
// language, under what a phone loads in a moment.
func TestIndexOfACountry(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 3,210 regions")
	}
	regions := testkit.Nation(3210)
	file := regions["site.toml"]
	file.Data = bytes.Replace(file.Data, []byte(`["zh-CN"]`), []byte(`["zh-CN", "en", "zh-Hant"]`), 1)
	tree, problems, err := Preview(Options{Regions: regions, Look: look.New(os.DirFS("../templates")), Plan: plan.Options{Formats: []plan.Format{plan.HTML}}}, "tonggao test")
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	for _, name := range []string{"index.html", "en/index.html", "zh-hant/index.html"} {
		index, err := tree.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var sent bytes.Buffer
		z := gzip.NewWriter(&sent)
		_, _ = z.Write(index) // into memory
		_ = z.Close()
		t.Logf("%s: %d octets, %d as hosts send them", name, len(index), sent.Len())
		if len(index) >= 300_000 || sent.Len() >= 50_000 {
			t.Errorf("%s has %d octets, %d as hosts send them", name, len(index), sent.Len())
		}
		if links := bytes.Count(index, []byte(`<a href="province-`)); links != 3210 {
			t.Errorf("%s leads to %d regions", name, links)
		}
	}
}

// BenchmarkRemember compares the facts of a country with those that were published, as
// a build does before it writes, and tells which share of a whole build of pages,
// calendars and data that is, by the processor's time.
func BenchmarkRemember(b *testing.B) {
	for _, regions := range []int{300, 3210} {
		b.Run(strconv.Itoa(regions), func(b *testing.B) {
			o := Options{Regions: testkit.Nation(regions), Look: look.New(os.DirFS("../templates"))}
			o.Plan.Formats = []plan.Format{plan.HTML, plan.ICS, plan.Data}
			output := filepath.Join(b.TempDir(), "output")
			before := testkit.Processor()
			if _, problems, err := Build(context.Background(), o, Target{Options: publish.Options{Output: output}}); err != nil || problems.Failed() {
				b.Fatal(err, problems)
			}
			whole := testkit.Processor() - before
			p, w, _, err := Prepare(o)
			if err != nil {
				b.Fatal(err)
			}
			before = testkit.Processor()
			n := 0
			bench(b, func() {
				n++
				m, err := verify.Remember(output, "test")
				if err != nil || m == nil {
					b.Fatal(err)
				}
				if found, err := w.remember(m, p, nil); err != nil || len(found) > 0 {
					b.Fatal(err, found)
				}
			})
			b.ReportMetric(100*float64(testkit.Processor()-before)/float64(n)/float64(whole), "%-of-a-build")
		})
	}
}
