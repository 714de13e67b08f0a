package typeset

import (
	"errors"
	"io/fs"

	"github.com/klauspost/compress/zstd"
)

// packed is what stands behind the name of a face that is kept compressed (RFC 8878).
const packed = ".zst"

// mostFace bounds a face in octets; the largest Chinese ones have some thirty million.
const mostFace = 64 << 20

// readFace reads the file of a face. This program's own are kept packed, so that the
// program is smaller by what they lose; a bureau's lie as they are.
func readFace(files fs.FS, path string) ([]byte, error) {
	data, missing := fs.ReadFile(files, path)
	if !errors.Is(missing, fs.ErrNotExist) {
		return data, missing
	}
	data, err := fs.ReadFile(files, path+packed)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, missing
	}
	if err != nil {
		return nil, err
	}
	unpack, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(mostFace))
	if err != nil {
		return nil, err
	}
	defer unpack.Close()
	return unpack.DecodeAll(data, nil)
}
