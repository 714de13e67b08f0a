package publish

import (
	"io/fs"
	"syscall"
	"time"
)

// stamp is a file's number in its file system, and when the system last saw something
// done to it. The last result is false where that is not told.
func stamp(info fs.FileInfo) (number uint64, changed time.Time, ok bool) {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, time.Time{}, false
	}
	return s.Ino, time.Unix(int64(s.Ctimespec.Sec), int64(s.Ctimespec.Nsec)), true
}
