// Package profile is for those who look where a build's time and memory go: it owns the
// runtime's profilers and the bounds of its heap, and knows nothing of notices.
//
// Begin reading at Asked.Watch.
package profile

import (
	"errors"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"runtime/trace"

	"github.com/spf13/pflag"
)

// Asked are the files that profiles are wanted in; an empty name wants none.
type Asked struct{ cpu, memory, trace string }

// Flags adds its flags to a command's. They are not listed in its help;
// docs/performance.md tells how to use them.
func (a *Asked) Flags(f *pflag.FlagSet) {
	f.StringVar(&a.cpu, "cpuprofile", "", "write where the processor's time went to a `file` for go tool pprof")
	f.StringVar(&a.memory, "memprofile", "", "write what memory was taken for to a `file` for go tool pprof")
	f.StringVar(&a.trace, "trace", "", "write an execution trace to a `file` for go tool trace")
	for _, name := range []string{"cpuprofile", "memprofile", "trace"} {
		_ = f.MarkHidden(name) // it was defined above
	}
}

// Watch begins what is asked for and returns how to end it.
func (a Asked) Watch() (end func() error, err error) {
	if a.memory == "" {
		runtime.MemProfileRate = 0 // nobody asks, and a small site would take note of it for a hundredth of its time
	}
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
		{a.cpu, func(f *os.File) error { return pprof.StartCPUProfile(f) }, func(*os.File) error { pprof.StopCPUProfile(); return nil }},
		{a.trace, func(f *os.File) error { return trace.Start(f) }, func(*os.File) error { trace.Stop(); return nil }},
		{a.memory, func(*os.File) error { return nil }, written},
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

// written writes what memory was taken for, up to now: the runtime tells it as of a collection.
func written(f *os.File) error {
	runtime.GC()
	return pprof.Lookup("allocs").WriteTo(f, 0)
}

// Roomy lets the heap grow further between collections than Go does by itself,
// since a build makes much that is soon forgotten, but not beyond what a small
// machine can spare. GOGC and GOMEMLIMIT still say otherwise.
func Roomy() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(-1) // no collection may find the room while it is asked for
		inLargePages()
		debug.SetGCPercent(400)
		debug.SetMemoryLimit(432 << 20)
	}
}
