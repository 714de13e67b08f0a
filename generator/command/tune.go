package command

import (
	"errors"
	"os"
	"runtime/debug"
	"runtime/pprof"
	"runtime/trace"
	"time"

	"github.com/spf13/cobra"

	"tonggao/generator"
)

// tune are the flags for those who look where a build's time goes. They are not
// listed in the help of a command; docs/performance.md tells how to use them.
type tune struct{ cpu, memory, trace string }

func (u *tune) flags(c *cobra.Command) {
	c.Flags().StringVar(&u.cpu, "cpuprofile", "", "write where the processor's time went to a `file` for go tool pprof")
	c.Flags().StringVar(&u.memory, "memprofile", "", "write what memory was taken for to a `file` for go tool pprof")
	c.Flags().StringVar(&u.trace, "trace", "", "write an execution trace to a `file` for go tool trace")
	for _, name := range []string{"cpuprofile", "memprofile", "trace"} {
		_ = c.Flags().MarkHidden(name) // it was defined above
	}
}

// watch begins what the flags ask for and returns how to end it.
func (u tune) watch() (end func() error, err error) {
	var ends []func() error
	end = func() error {
		var all error
		for _, e := range ends {
			all = errors.Join(all, e())
		}
		return all
	}
	for _, one := range []struct {
		file  string
		start func(*os.File) error
		stop  func(*os.File) error
	}{
		{u.cpu, func(f *os.File) error { return pprof.StartCPUProfile(f) }, func(*os.File) error { pprof.StopCPUProfile(); return nil }},
		{u.trace, func(f *os.File) error { return trace.Start(f) }, func(*os.File) error { trace.Stop(); return nil }},
		{u.memory, func(*os.File) error { return nil }, func(f *os.File) error { return pprof.Lookup("allocs").WriteTo(f, 0) }},
	} {
		if one.file == "" {
			continue
		}
		f, err := os.Create(one.file)
		if err == nil {
			err = one.start(f)
		}
		if err != nil {
			return end, errors.Join(err, end())
		}
		ends = append(ends, func() error { return errors.Join(one.stop(f), f.Close()) })
	}
	return end, nil
}

// roomy lets the heap grow further between collections than Go does by itself,
// since a build makes much that is soon forgotten, but not beyond what a small
// machine can spare. GOGC and GOMEMLIMIT still say otherwise.
func roomy() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(400)
		debug.SetMemoryLimit(432 << 20)
	}
}

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
