package publish

import (
	"crypto/sha256"
	"encoding/hex"

	"tonggao/generator/manifest"
)

// A record is what a stage keeps of a file: its entry, without the two texts that it has in
// the manifest. Of a country there are hundreds of thousands as long as it is written, and the
// collector would look at each again and again.
type record struct {
	sum  [sha256.Size]byte
	key  [16]byte // zero for none
	size int64
}

// recordOf keeps an entry. A key that is none of ours is not kept, so that the next build
// makes the file again.
func recordOf(e manifest.Entry) record {
	r := record{size: e.Size, key: keyOf(e.Key)}
	_, _ = hex.Decode(r.sum[:], []byte(e.SHA256)) // it was found to be the file's
	return r
}

func keyOf(text string) (key [16]byte) {
	if raw, err := hex.DecodeString(text); err == nil && len(raw) == len(key) {
		return [16]byte(raw)
	}
	return key
}

// entry is what the manifest says of the file.
func (r record) entry() manifest.Entry {
	e := manifest.Entry{SHA256: r.digest(), Size: r.size}
	if r.key != [16]byte{} {
		e.Key = hex.EncodeToString(r.key[:])
	}
	return e
}

func (r record) digest() string { return hex.EncodeToString(r.sum[:]) }
