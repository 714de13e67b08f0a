package typeset

import (
	"bytes"
	"io"
	"io/fs"
	"sync"

	"github.com/klauspost/compress/zstd"

	"tonggao/generator/message"
)

// packed is what stands behind the name of a face that is kept compressed (RFC 8878).
// This program's own are, so that the program is smaller by what they lose; a bureau's lie as
// they are.
const packed = ".zst"

// mostFace bounds a face in octets; the largest Chinese ones have some thirty million.
const mostFace = 64 << 20

// openPacked opens a packed face. Its outlines, nine tenths of it, are unpacked when they are
// asked for: a site is checked, and its pages are made, without one.
func openPacked(files fs.FS, path string) (*Face, error) {
	front, err := unpackFront(files, path)
	if err != nil {
		return nil, message.Errorf("read typeface: %w", err)
	}
	f, err := measured(front)
	if err != nil {
		return nil, message.Errorf("typeface %s %w", path, err)
	}
	f.drawn = sync.OnceValues(func() (*drawing, error) {
		file, err := unpack(files, path)
		if err != nil {
			return nil, message.Errorf("read typeface: %w", err)
		}
		d, err := f.drawing(file)
		if err == nil && !bytes.HasPrefix(file, front) { // somebody has put another in its place
			err = errBroken
		}
		if err != nil {
			return nil, message.Errorf("typeface %s %w", path, err)
		}
		return d, nil
	})
	return f, nil
}

// unpackFront unpacks a face as far as there are tables that texts are measured by. These stand
// before all outlines, as OpenType recommends; where they do not, all is unpacked.
func unpackFront(files fs.FS, path string) ([]byte, error) {
	file, err := files.Open(path + packed)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	unpacked, err := unpacker(file)
	if err != nil {
		return nil, err
	}
	defer unpacked.Close()
	var front bytes.Buffer
	until := func(end int) error {
		_, err := io.CopyN(&front, unpacked, int64(max(0, min(end, mostFace)-front.Len())))
		if err == io.EOF { // measured says what is missing
			return nil
		}
		return err
	}
	if err := until(12); err != nil || front.Len() < 12 {
		return front.Bytes(), err
	}
	if err := until(12 + 16*be16(front.Bytes(), 4)); err != nil {
		return nil, err
	}
	err = until(reach(front.Bytes()))
	return front.Bytes(), err
}

// reach is where the last table ends that texts are measured by, by what stands before all
// tables.
func reach(directory []byte) (end int) {
	for entry := directory[12:]; len(entry) >= 16; entry = entry[16:] {
		for _, name := range measures {
			if string(entry[:4]) == name {
				end = max(end, be32(entry, 8)+be32(entry, 12))
			}
		}
	}
	return end
}

// unpack unpacks a face.
func unpack(files fs.FS, path string) ([]byte, error) {
	file, err := fs.ReadFile(files, path+packed)
	if err != nil {
		return nil, err
	}
	unpacked, err := unpacker(nil)
	if err != nil {
		return nil, err
	}
	defer unpacked.Close()
	return unpacked.DecodeAll(file, nil)
}

func unpacker(from io.Reader) (*zstd.Decoder, error) {
	return zstd.NewReader(from, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxMemory(mostFace))
}
