package site

import (
	"crypto/sha256"
	"encoding/base32"
	"strconv"
)

// Crockford's alphabet has no I, L, O and U: a code read aloud over a counter
// or typed from a poster is not mistaken.
var crockford = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// ShortCode returns the eight characters, as XXXX-XXXX, by which a sheet of this
// revision of the notice can be told from any other: what identifies the sheet
// goes into the hash, so it depends on nothing but the facts' ids.
func (n *Notice) ShortCode(a *Audience) string { return n.CodeAt(a, n.Latest().Number) }

// CodeAt returns the code that the sheet had at an earlier revision.
func (n *Notice) CodeAt(a *Audience, revision int) string {
	id := n.ID
	if a != nil {
		id += "/for/" + a.ID
	}
	return shortCode(id, revision)
}

// ShortCode returns the code of the milestone's poster.
func (m *Milestone) ShortCode() string { return m.CodeAt(m.Notice.Latest().Number) }

// CodeAt returns the code that the poster had at an earlier revision.
func (m *Milestone) CodeAt(revision int) string {
	return shortCode(m.Notice.ID+"#"+m.ID, revision)
}

func shortCode(id string, revision int) string {
	sum := sha256.Sum256([]byte("tonggao\x00" + id + "\x00" + strconv.Itoa(revision)))
	code := crockford.EncodeToString(sum[:5])
	return code[:4] + "-" + code[4:]
}
