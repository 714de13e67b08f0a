package ics_test

import (
	"io"
	"testing"

	"tonggao/generator/ics"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// BenchmarkFeed writes a site feed at its limit: as many events as fit, of the
// words of a real notice.
func BenchmarkFeed(b *testing.B) {
	s := testkit.Crowd(b, 143)
	o := plan.Output{Path: "calendar.ics", Kind: plan.SiteCalendar}
	p, _ := plan.Make(s, plan.Options{Weigh: func(m *site.Milestone) int { return 1 }})
	w := ics.New(p)
	b.ReportAllocs()
	for b.Loop() {
		if err := w.Write(io.Discard, o); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(p.Events(o.Path))), "events")
}
