package profile

import "golang.org/x/sys/unix"

// paged is how much of the heap comes in large pages: most of what its bounds let it have.
const paged = 256 << 20

// inLargePages has the heap grow where the system gives pages of 2 MB: a new page costs some
// microseconds, and a small site would meet 26,000 of 4 KB. Room is asked for, advised and
// forgotten; the collector then hands it out, from its beginning. No memory is taken before it
// is written, and a system without large pages goes on with small ones.
func inLargePages() {
	_ = unix.Madvise(make([]byte, paged), unix.MADV_HUGEPAGE) // advice, and no more
}
