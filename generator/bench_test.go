package generator

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tonggao/generator/describe"
	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/publish"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// The benchmarks run over a small country; docs/performance.md has what they and
// whole builds showed. Each tells the processor's time besides the clock's, since
// that is what counts on a machine that others use too.

// benchRegions is the size of the country.
const benchRegions = 60

// bench runs one benchmark and tells its processor time, in milliseconds.
func bench(b *testing.B, run func()) {
	b.ReportAllocs()
	before, n := testkit.Processor(), 0
	for b.Loop() {
		run()
		n++
	}
	b.ReportMetric(float64(testkit.Processor()-before)/float64(n)/1e6, "cpu-ms/op")
}

func benchOptions() Options {
	return Options{Regions: testkit.Nation(benchRegions), Look: look.New(os.DirFS("../templates"))}
}

func BenchmarkSource(b *testing.B) {
	o := benchOptions()
	bench(b, func() {
		if _, _, err := source.Read(o.Regions); err != nil {
			b.Fatal(err)
		}
	})
}

func BenchmarkPlan(b *testing.B) {
	o := benchOptions()
	p, _, err := Load(o)
	if err != nil {
		b.Fatal(err)
	}
	o.Plan.Weigh = func(*site.Milestone) int { return 900 }
	bench(b, func() { plan.Make(p.Site, o.Plan) })
}

// BenchmarkWrite renders all outputs of each kind.
func BenchmarkWrite(b *testing.B) {
	p, w, _, err := Prepare(benchOptions())
	if err != nil {
		b.Fatal(err)
	}
	kinds := map[plan.Kind][]plan.Output{}
	var order []plan.Kind
	for _, o := range p.Outputs() {
		if len(kinds[o.Kind]) == 0 {
			order = append(order, o.Kind)
		}
		kinds[o.Kind] = append(kinds[o.Kind], o)
	}
	for _, kind := range order {
		outputs := kinds[kind]
		if kind == plan.NoticeBundle || len(outputs) < benchRegions {
			continue
		}
		b.Run(string(outputs[0].Format)+"/"+strings.ReplaceAll(string(kind), " ", "-"), func(b *testing.B) {
			i := 0
			bench(b, func() {
				if err := w.Write(io.Discard, outputs[i%len(outputs)]); err != nil {
					b.Fatal(err)
				}
				i++
			})
		})
	}
}

// BenchmarkPages renders all pages, calendars, data and texts of the country in the order of a
// build.
func BenchmarkPages(b *testing.B) {
	o := benchOptions()
	o.Plan.Formats = []plan.Format{plan.HTML, plan.ICS, plan.Data, plan.Texts}
	p, w, _, err := Prepare(o)
	if err != nil {
		b.Fatal(err)
	}
	bench(b, func() {
		for _, o := range p.Outputs() {
			if err := w.Write(io.Discard, o); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkPublish stages and exchanges a tree of as many small files as a build
// has pages and calendars, anew each time.
func BenchmarkPublish(b *testing.B) {
	p, _, err := Load(benchOptions())
	if err != nil {
		b.Fatal(err)
	}
	content := make([]byte, 8<<10)
	output := filepath.Join(b.TempDir(), "output")
	bench(b, func() {
		stage, err := publish.Open(context.Background(), publish.Options{Output: output})
		if err != nil {
			b.Fatal(err)
		}
		defer stage.Discard()
		for _, o := range p.Outputs() {
			if o.Format == plan.PDF || o.Format == plan.Bundle {
				continue
			}
			f, err := stage.Create(o.Path, "")
			if err != nil {
				b.Fatal(err)
			}
			_, _ = f.Write(content) // Close tells of it
			if err := f.Close(); err != nil {
				b.Fatal(err)
			}
		}
		if err := stage.Commit(describe.Plan(p, "tonggao test", nil)); err != nil {
			b.Fatal(err)
		}
	})
	b.ReportMetric(float64(p.Len()), "outputs")
}

// BenchmarkUnchanged builds over an output that has everything already.
func BenchmarkUnchanged(b *testing.B) {
	o := benchOptions()
	o.Plan.Formats = []plan.Format{plan.HTML, plan.ICS, plan.Data, plan.Texts}
	t := Target{Options: publish.Options{Output: filepath.Join(b.TempDir(), "output")}}
	build := func() {
		if _, _, err := Build(context.Background(), o, t); err != nil {
			b.Fatal(err)
		}
	}
	build()
	bench(b, build)
}
