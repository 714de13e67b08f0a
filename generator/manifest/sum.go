package manifest

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"sync"
)

// Sum is the hash of a file's content as entries have it, in hexadecimal.
func Sum(content io.Reader) (string, error) {
	buffer := buffers.Get().(*[64 << 10]byte)
	defer buffers.Put(buffer)
	h := sha256.New()
	if _, err := io.CopyBuffer(h, struct{ io.Reader }{content}, buffer[:]); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// buffers are kept: most files are smaller than a buffer is quickly cleared.
var buffers = sync.Pool{New: func() any { return new([64 << 10]byte) }}
