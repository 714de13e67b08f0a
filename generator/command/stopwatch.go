package command

import (
	"time"

	"tonggao/generator"
)

// A stopwatch tells how long the steps of a build took.
type stopwatch struct {
	began, last time.Time
	step        generator.Step
	seconds     map[generator.Step]float64
}

func startStopwatch() *stopwatch {
	now := time.Now()
	return &stopwatch{began: now, last: now, seconds: map[generator.Step]float64{}}
}

// at ends the running step and begins another; "" begins none.
func (w *stopwatch) at(s generator.Step) {
	now := time.Now()
	if w.step != "" {
		w.seconds[w.step] += now.Sub(w.last).Seconds()
	}
	w.step, w.last = s, now
}
