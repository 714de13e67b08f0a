package timeline

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// However many ticks there are and wherever they lie, no words cover others on a
// narrow phone, and all are inside the drawing.
func TestTickWordsNeverMeet(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	dates := []string{"1月1日", "12月30日", "24 December", "2022年12月30日", "3 May"}
	for range 5000 {
		var ticks []tick
		var x []float64
		at := leftEdge
		for range 1 + r.IntN(14) {
			ticks = append(ticks, tick{Date: dates[r.IntN(len(dates))], Clock: "20时"})
			x = append(x, at)
			at = min(at+r.Float64()*20, rightEdge)
		}
		tiers := setTiers(ticks, x)
		for i, a := range ticks {
			left, right := a.Words-em*wide(a.Date)/2, a.Words+em*wide(a.Date)/2
			if left < -1e-9 || right > farEdge+1e-9 || a.tier >= tiers || a.X != x[i] {
				t.Fatalf("%v stands from %v to %v", a, left, right)
			}
			for _, b := range ticks[:i] {
				if a.tier == b.tier && b.Words+em*wide(b.Date)/2 > left {
					t.Fatalf("%v covers %v", a, b)
				}
			}
		}
	}
}

// One tier is enough where there is room.
func TestTicksStandInFewTiers(t *testing.T) {
	for _, c := range []struct {
		x     []float64
		date  string
		tiers int
	}{
		{[]float64{7, 50, 93}, "12月30日", 1}, {[]float64{7, 35, 60, 84}, "24 December", 2}, {[]float64{7, 30, 60, 84}, "1 May", 1}, {[]float64{50}, "1 May", 1},
	} {
		var ticks []tick
		for range c.x {
			ticks = append(ticks, tick{Date: c.date})
		}
		if got := setTiers(ticks, c.x); got != c.tiers {
			t.Errorf("%s at %v: %d tiers", c.date, c.x, got)
		}
	}
	if got := fmt.Sprintf("%.1f", wide("1月")); got != "1.6" {
		t.Errorf("1月 is %s ems wide", got)
	}
}
