package profile

import (
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
)

// TestHeapComesInLargePages holds that some of the heap is advised, and that what was asked
// for to that end is given back.
func TestHeapComesInLargePages(t *testing.T) {
	if _, err := os.Stat("/sys/kernel/mm/transparent_hugepage"); err != nil {
		t.Skip("this system has no large pages")
	}
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	percent, limit := debug.SetGCPercent(100), debug.SetMemoryLimit(-1)
	defer debug.SetMemoryLimit(limit)
	defer debug.SetGCPercent(percent)
	Roomy()
	maps, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(maps), " hg ") {
		t.Error("no memory is advised to come in large pages")
	}
	runtime.GC()
	var heap runtime.MemStats
	runtime.ReadMemStats(&heap)
	if heap.HeapAlloc > paged/4 {
		t.Errorf("%d MB are held", heap.HeapAlloc>>20)
	}
}
