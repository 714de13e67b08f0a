package manifest

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"sync"
)

// A Hash is the SHA-256 of a file's content, in hexadecimal where it is written. One that is
// written otherwise is zero, which is the hash of no file.
type Hash [sha256.Size]byte

// A Key is that of an output, in hexadecimal where it is written, zero for none. One that is
// none of ours is none, so that the file is made again.
type Key [16]byte

// KeyOf is the key that a text spells.
func KeyOf(text string) (k Key) {
	decode(k[:], []byte(text))
	return k
}

// String spells a hash.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// MarshalText spells a hash.
func (h Hash) MarshalText() ([]byte, error) { return hex.AppendEncode(nil, h[:]), nil }

// UnmarshalText takes any text.
func (h *Hash) UnmarshalText(text []byte) error { decode(h[:], text); return nil }

// MarshalText spells a key.
func (k Key) MarshalText() ([]byte, error) { return hex.AppendEncode(nil, k[:]), nil }

// UnmarshalText takes any text.
func (k *Key) UnmarshalText(text []byte) error { decode(k[:], text); return nil }

// decode reads hexadecimal digits that fill a place, and leaves it zero where they do not.
func decode(to, text []byte) {
	if len(text) == hex.EncodedLen(len(to)) {
		if _, err := hex.Decode(to, text); err == nil {
			return
		}
	}
	clear(to)
}

// Sum is the hash of a file's content.
func Sum(content io.Reader) (sum Hash, err error) {
	buffer := buffers.Get().(*[64 << 10]byte)
	defer buffers.Put(buffer)
	h := sha256.New()
	if _, err := io.CopyBuffer(h, struct{ io.Reader }{content}, buffer[:]); err != nil {
		return Hash{}, err
	}
	h.Sum(sum[:0])
	return sum, nil
}

// buffers are kept: most files are smaller than a buffer is quickly cleared.
var buffers = sync.Pool{New: func() any { return new([64 << 10]byte) }}
