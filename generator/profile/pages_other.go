//go:build !linux

package profile

// inLargePages leaves it to the system: only Linux is told which memory wants large pages.
func inLargePages() {}
