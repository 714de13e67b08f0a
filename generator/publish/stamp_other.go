//go:build !linux && !darwin

package publish

import "os"

// traceIn has nothing to tell: Windows lets any program set every time of a file that a
// folder shows.
func traceIn(open *os.File, name string, folder bool) (trace, bool) { return trace{}, false }

// traceOfFolder is described at traceIn.
func traceOfFolder(folder *os.File) (trace, bool) { return trace{}, false }

// traceAt is described at traceIn.
func traceAt(name string, folder bool) (trace, bool) { return trace{}, false }
