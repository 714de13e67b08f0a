package site

import (
	"crypto/sha1"
	"encoding/hex"
)

// namespace is the UUID under which the program's own names are hashed (RFC
// 9562, 5.5). It was drawn once and never changes: every subscriber's calendar
// knows the events by what follows from it.
var namespace = [16]byte{0xdb, 0x88, 0x12, 0x6b, 0xe3, 0x0d, 0x47, 0x75, 0xad, 0x3c, 0x5d, 0xef, 0x19, 0x94, 0x7d, 0x29}

// UID is the milestone's name for calendars, for ever and in every feed: a
// version-5 UUID of the notice's and the milestone's id, as RFC 7986, 5.3 asks.
// Neither title nor time nor host is in it, so no edit makes a second event; nor does
// another name, where the file tells the former one.
func (m *Milestone) UID() string {
	return uuid5("milestone\x00", m.Notice.First(), "\x00", m.First())
}

// UID is the notice's name for feed readers (RFC 4287, 4.2.6), as stable as the
// milestone's.
func (n *Notice) UID() string { return uuid5("notice\x00", n.First()) }

// PathUID is the name of a published file that is not tied to its host, such as
// a calendar as a whole.
func PathUID(path string) string { return uuid5("path\x00", path) }

// uuid5 is RFC 9562, 5.5: SHA-1 of namespace and name, here in parts, cut to 16 octets, with
// version and variant set.
func uuid5(name ...string) string {
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
