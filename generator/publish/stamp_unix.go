//go:build linux || darwin

package publish

import (
	"os"

	"golang.org/x/sys/unix"
)

// traceIn is the trace of a file in an open folder, false where it is no regular file: to ask
// by the folder is twice as fast as by a path.
func traceIn(folder *os.File, name string) (trace, bool) {
	var s unix.Stat_t
	err := unix.Fstatat(int(folder.Fd()), name, &s, unix.AT_SYMLINK_NOFOLLOW)
	return traceOf(&s), err == nil && s.Mode&unix.S_IFMT == unix.S_IFREG
}

// traceOfFolder is the trace of an open folder itself.
func traceOfFolder(folder *os.File) (trace, bool) {
	var s unix.Stat_t
	err := unix.Fstat(int(folder.Fd()), &s)
	return traceOf(&s), err == nil
}

// traceAt is the trace of what stands at a path, which may be a link, and whether that is a
// folder, or a regular file, as it should be.
func traceAt(name string, folder bool) (trace, bool) {
	kind := uint32(unix.S_IFREG)
	if folder {
		kind = unix.S_IFDIR
	}
	var s unix.Stat_t
	err := unix.Lstat(name, &s)
	return traceOf(&s), err == nil && uint32(s.Mode)&unix.S_IFMT == kind
}

func traceOf(s *unix.Stat_t) trace {
	return trace{number: s.Ino, size: s.Size, mode: uint32(s.Mode), written: s.Mtim.Nano(), changed: s.Ctim.Nano()}
}
