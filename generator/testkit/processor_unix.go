//go:build unix

package testkit

import (
	"syscall"
	"time"
)

// Processor returns the processor time that this process has used: what counts in a
// benchmark on a machine that others use too.
func Processor() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u) // cannot fail for this process
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
