package ics_test

import (
	"io"
	"testing"

	"tonggao/generator/ics"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// full plans a site feed at its limit: as many events as a feed may have, with
// the words of a real notice.
func full(b *testing.B) (*plan.Plan, plan.Output) {
	s := testkit.Crowd(b, 143)
	p, _ := plan.Make(s, plan.Options{Weigh: func(*site.Milestone) int { return 1 }})
	o := plan.Output{Path: "calendar.ics", Kind: plan.SiteCalendar}
	if n := len(p.Events(o.Path)); n != 999 {
		b.Fatalf("%d events are no full feed", n)
	}
	b.ReportAllocs()
	return p, o
}

// BenchmarkFeed writes a full feed as a build does that has written its events
// for another calendar: each stands in six or more.
func BenchmarkFeed(b *testing.B) {
	p, o := full(b)
	w := ics.New(p)
	discard(b, w, o)
	for b.Loop() {
		discard(b, w, o)
	}
}

// BenchmarkFirstFeed composes every event of a full feed.
func BenchmarkFirstFeed(b *testing.B) {
	p, o := full(b)
	for b.Loop() {
		discard(b, ics.New(p), o)
	}
}

func discard(b *testing.B, w *ics.Writer, o plan.Output) {
	if err := w.Write(io.Discard, o); err != nil {
		b.Fatal(err)
	}
}
