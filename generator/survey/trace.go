package survey

import (
	"encoding/binary"
	"time"
)

// A Trace is what a system tells of a file without reading it. Times are in nanoseconds.
type Trace struct {
	Number           uint64 // in its file system
	Size             int64
	Mode             uint32
	Written, Changed int64  // the second is when the system last saw something done to it
	device           uint64 // where another is mounted, nothing is known
}

// appendTo adds all of a trace but when it was last changed.
func (t Trace) appendTo(list []byte) []byte {
	for _, n := range []int64{t.Size, int64(t.Mode), t.Written, int64(t.Number)} {
		list = binary.LittleEndian.AppendUint64(list, uint64(n))
	}
	return list
}

// Stamp tells the trace of a folder from any other.
func (t Trace) Stamp() Stamp {
	var room [40]byte
	return half(binary.LittleEndian.AppendUint64(t.appendTo(room[:0]), uint64(t.Changed)))
}

// Newest is when something was last done to a file.
func (t Trace) Newest() int64 { return max(t.Written, t.Changed) }

// Settled reports whether what was seen to be done at a time can be trusted later: a file
// that was written in the very moment when it was looked at may be written once more
// without another stamp.
func Settled(at int64, now time.Time) bool { return at+int64(Grain(at)) < now.UnixNano() }

// Grain is how long a file system may give the same time.
func Grain(at int64) time.Duration {
	if at%int64(time.Second) == 0 {
		return 3 * time.Second // a file system that counts in seconds, or in two
	}
	return Finest
}

// Finest is four times what kernels count in, at most.
const Finest = 40 * time.Millisecond
