//go:build !linux && !darwin

package survey

import "os"

// TraceIn has nothing to tell: Windows lets any program set every time of a file that a
// folder shows.
func TraceIn(open *os.File, name string, folder bool) (Trace, bool) { return Trace{}, false }

// traceOfFolder is described at TraceIn.
func traceOfFolder(folder *os.File) (Trace, bool) { return Trace{}, false }

// TraceAt is described at TraceIn.
func TraceAt(name string, folder bool) (Trace, bool) { return Trace{}, false }
