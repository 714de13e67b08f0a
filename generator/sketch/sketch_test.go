package sketch_test

import (
	"testing"
	"time"

	"tonggao/generator/site"
	"tonggao/generator/sketch"
)

func at(day, hour int) site.Moment {
	m := site.Moment{Instant: time.Date(2024, 5, day, max(hour, 0), 0, 0, 0, site.China), Precision: site.Hour}
	if hour < 0 {
		m.Precision = site.ToDay
	}
	return m
}

// What is told once more and less exactly is one fact, the finer; of another service, another
// day or of a deadline for something else it is a fact of its own.
func TestToldTwice(t *testing.T) {
	for name, x := range map[string]struct {
		coarse sketch.Sketch
		kept   int
	}{
		"the day of what comes back":      {sketch.Sketch{Kind: site.Resume, Service: "pool", Moment: at(13, -1)}, 2},
		"the day before":                  {sketch.Sketch{Kind: site.Resume, Service: "hall", Moment: at(12, -1)}, 4},
		"another service":                 {sketch.Sketch{Kind: site.Resume, Service: "hall", Moment: at(13, -1)}, 4},
		"a date of something else":        {sketch.Sketch{Kind: site.Rule, Moment: at(13, -1), Text: "新票价执行"}, 3},
		"the day of a stop with its hour": {sketch.Sketch{Kind: site.Suspend, Service: "pool", Moment: at(10, -1)}, 2},
	} {
		d := sketch.New(site.Vocabulary{})
		d.Coined = []*sketch.Coined{{ID: "pool", Name: "泳池"}, {ID: "hall", Name: "球馆"}}
		d.Keep(x.coarse)
		d.Keep(sketch.Sketch{Kind: site.Suspend, Service: "pool", Moment: at(10, 17)})
		d.Keep(sketch.Sketch{Kind: site.Resume, Service: "pool", Moment: at(13, 9)})
		if d.Settle(); len(d.Sketches) != x.kept {
			t.Errorf("%s: %d facts, not %d", name, len(d.Sketches), x.kept)
		}
	}
}
