// Package uuid names what a site publishes, for ever: a name follows from what it is the name
// of, so the same thing has it in every build, feed and calendar. Begin with Of.
package uuid

import (
	"crypto/sha1"
	"encoding/hex"
)

// namespace is the UUID under which the program's own names are hashed (RFC
// 9562, 5.5). It was drawn once and never changes: every subscriber's calendar
// knows the events by what follows from it.
var namespace = [16]byte{0xdb, 0x88, 0x12, 0x6b, 0xe3, 0x0d, 0x47, 0x75, 0xad, 0x3c, 0x5d, 0xef, 0x19, 0x94, 0x7d, 0x29}

// Of is the version-5 UUID of a name, here in parts: SHA-1 of namespace and name, cut to 16
// octets, with version and variant set (RFC 9562, 5.5).
func Of(name ...string) string {
	named := append(make([]byte, 0, 256), namespace[:]...)
	for _, part := range name {
		named = append(named, part...)
	}
	sum := sha1.Sum(named)
	id := sum[:16]
	id[6] = id[6]&0x0f | 0x50
	id[8] = id[8]&0x3f | 0x80
	text := make([]byte, 0, 36)
	for i, part := range [][]byte{id[:4], id[4:6], id[6:8], id[8:10], id[10:]} {
		if i > 0 {
			text = append(text, '-')
		}
		text = hex.AppendEncode(text, part)
	}
	return string(text)
}
