package testkit

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// Growth measures what a text costs that is so many times as long, as a ratio: about as many
// for a walk that is linear, their square for one that is quadratic. The shorter text has so
// many octets of the unit.
func Growth(b *testing.B, unit string, octets, times int, read func(text string)) {
	b.Helper()
	texts := [2]string{strings.Repeat(unit, octets/len(unit)), strings.Repeat(unit, times*octets/len(unit))}
	var cost [2]time.Duration
	for b.Loop() {
		for i, text := range texts {
			start := time.Now()
			read(text)
			cost[i] += time.Since(start)
		}
	}
	b.ReportMetric(float64(cost[1])/float64(cost[0]), fmt.Sprintf("growth/%dx", times))
}
