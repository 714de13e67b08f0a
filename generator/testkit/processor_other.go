//go:build !unix

package testkit

import "time"

var began = time.Now()

// Processor returns the time since the process began, where the system does not
// tell the processor's.
func Processor() time.Duration { return time.Since(began) }
