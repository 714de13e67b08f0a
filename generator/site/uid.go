package site

import "tonggao/generator/uuid"

// UID is the milestone's name for calendars, for ever and in every feed: a
// UUID of the notice's and the milestone's id, as RFC 7986, 5.3 asks.
// Neither title nor time nor host is in it, so no edit makes a second event; nor does
// another name, where the file tells the former one.
func (m *Milestone) UID() string {
	return uuid.Of("milestone\x00", m.Notice.First(), "\x00", m.First())
}

// UID is the notice's name for feed readers (RFC 4287, 4.2.6), as stable as the
// milestone's.
func (n *Notice) UID() string { return uuid.Of("notice\x00", n.First()) }

// PathUID is the name of a published file that is not tied to its host, such as
// a calendar as a whole.
func PathUID(path string) string { return uuid.Of("path\x00", path) }
