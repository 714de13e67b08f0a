//go:build linux || darwin

package survey

import (
	"os"

	"golang.org/x/sys/unix"
)

// TraceIn is the trace of what stands at a path from an open folder, which may be a link, and
// whether that is a folder, or a regular file, as it should be: to ask by a folder near it
// spares the walk along a long path.
func TraceIn(open *os.File, name string, folder bool) (Trace, bool) {
	var s unix.Stat_t
	err := unix.Fstatat(int(open.Fd()), name, &s, unix.AT_SYMLINK_NOFOLLOW)
	return traceOf(&s), err == nil && uint32(s.Mode)&unix.S_IFMT == kindOf(folder)
}

// traceOfFolder is the trace of an open folder itself.
func traceOfFolder(folder *os.File) (Trace, bool) {
	var s unix.Stat_t
	err := unix.Fstat(int(folder.Fd()), &s)
	return traceOf(&s), err == nil
}

// TraceAt is TraceIn of a whole path.
func TraceAt(name string, folder bool) (Trace, bool) {
	var s unix.Stat_t
	err := unix.Lstat(name, &s)
	return traceOf(&s), err == nil && uint32(s.Mode)&unix.S_IFMT == kindOf(folder)
}

func kindOf(folder bool) uint32 {
	if folder {
		return unix.S_IFDIR
	}
	return unix.S_IFREG
}

func traceOf(s *unix.Stat_t) Trace {
	return Trace{Number: s.Ino, Size: s.Size, Mode: uint32(s.Mode), Written: s.Mtim.Nano(), Changed: s.Ctim.Nano(), device: uint64(s.Dev)}
}
