package publish

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash/crc32"
	"io"
	"maps"
	"path"
	"slices"
	"sync"
	"time"

	"tonggao/generator/message"
)

// pack writes files as a ZIP, sorted by name and all of one time. Sizes and sums
// stand before each file and not behind it, which some programs in offices need.
func pack(w io.Writer, files map[string][]byte, modified time.Time) error {
	z := zip.NewWriter(w)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := packFile(z, name, files[name], modified); err != nil {
			return message.Errorf("pack %s: %w", name, err)
		}
	}
	return z.Close()
}

func packFile(z *zip.Writer, name string, content []byte, modified time.Time) error {
	s := squeezers.Get().(*squeezer)
	defer squeezers.Put(s)
	packed, method, err := s.squeeze(name, content)
	if err != nil {
		return err
	}
	h := &zip.FileHeader{Name: name, Method: method, Modified: modified, CRC32: crc32.ChecksumIEEE(content),
		CompressedSize64: uint64(len(packed)), UncompressedSize64: uint64(len(content))}
	h.SetMode(0o644)
	//lint:ignore SA1019 a raw entry is written as it is, and readers look here
	h.ModifiedDate, h.ModifiedTime = dosTime(modified)
	to, err := z.CreateRaw(h)
	if err == nil {
		_, err = to.Write(packed)
	}
	return err
}

// A squeezer is kept, since making one costs more than a small page does.
type squeezer struct {
	flate  *flate.Writer
	packed bytes.Buffer
}

var squeezers = sync.Pool{New: func() any {
	f, err := flate.NewWriter(nil, flate.DefaultCompression)
	if err != nil {
		panic("publish: there is a default level of compression: " + err.Error())
	}
	return &squeezer{flate: f}
}}

// squeeze compresses what gets smaller by it, until the next call. The streams in
// a PDF are compressed already.
func (s *squeezer) squeeze(name string, content []byte) ([]byte, uint16, error) {
	if path.Ext(name) == ".pdf" {
		return content, zip.Store, nil
	}
	s.packed.Reset()
	s.flate.Reset(&s.packed)
	_, err := s.flate.Write(content)
	if err == nil {
		err = s.flate.Close()
	}
	if err != nil || s.packed.Len() >= len(content) {
		return content, zip.Store, err
	}
	return s.packed.Bytes(), zip.Deflate, nil
}

// dosTime is a time in the form of MS-DOS, to two seconds, without a time zone.
func dosTime(t time.Time) (date, clock uint16) {
	date = uint16(t.Day() + int(t.Month())<<5 + (t.Year()-1980)<<9)
	clock = uint16(t.Second()/2 + t.Minute()<<5 + t.Hour()<<11)
	return date, clock
}
