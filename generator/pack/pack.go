// Package pack writes ZIP files that are the same, octet for octet, for the same
// content: bundles, and the formats of documents that are a ZIP of XML.
//
// It reads none, and knows nothing of what it packs.
//
// Begin reading at Write.
package pack

import (
	"archive/zip"
	"bytes"
	"github.com/klauspost/compress/flate"
	"hash/crc32"
	"io"
	"path"
	"sync"
	"time"

	"tonggao/generator/message"
)

// A File is one entry of a ZIP.
type File struct {
	Name    string // with slashes
	Content []byte
	Plain   bool // stored as it is, so that its words can be found without unpacking
}

// Write packs files in their order, all of one time. Sizes and sums stand before each
// file and not behind it, which some programs in offices need.
func Write(w io.Writer, files []File, modified time.Time) error {
	z := zip.NewWriter(w)
	for _, f := range files {
		if err := add(z, f, modified); err != nil {
			return message.Errorf("pack %s: %w", f.Name, err)
		}
	}
	return z.Close()
}

func add(z *zip.Writer, f File, modified time.Time) error {
	from := squeezers
	if path.Ext(f.Name) == ".ttf" {
		from = coders
	}
	s := from.Get().(*squeezer)
	defer from.Put(s)
	packed, method, err := s.squeeze(f)
	if err != nil {
		return err
	}
	h := &zip.FileHeader{Name: f.Name, Method: method, Modified: modified, CRC32: crc32.ChecksumIEEE(f.Content),
		CompressedSize64: uint64(len(packed)), UncompressedSize64: uint64(len(f.Content))}
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

var squeezers = poolOf(flate.DefaultCompression)

// coders are for typefaces: outlines have few repetitions, and the quickest search for
// them takes half the time for a file 6 % larger.
var coders = poolOf(flate.BestSpeed)

func poolOf(level int) *sync.Pool {
	return &sync.Pool{New: func() any {
		f, err := flate.NewWriter(nil, level)
		if err != nil {
			panic("pack: there is such a level of compression: " + err.Error())
		}
		return &squeezer{flate: f}
	}}
}

// squeeze compresses what gets smaller by it, until the next call. What is in a PDF, a picture, or
// in a document that is a ZIP itself, is compressed already.
func (s *squeezer) squeeze(f File) ([]byte, uint16, error) {
	switch path.Ext(f.Name) {
	case ".pdf", ".ofd", ".docx", ".png":
		f.Plain = true
	}
	if f.Plain {
		return f.Content, zip.Store, nil
	}
	s.packed.Reset()
	s.flate.Reset(&s.packed)
	_, err := s.flate.Write(f.Content)
	if err == nil {
		err = s.flate.Close()
	}
	if err != nil || s.packed.Len() >= len(f.Content) {
		return f.Content, zip.Store, err
	}
	return s.packed.Bytes(), zip.Deflate, nil
}

// dosTime is a time in the form of MS-DOS, to two seconds, without a time zone.
func dosTime(t time.Time) (date, clock uint16) {
	date = uint16(t.Day() + int(t.Month())<<5 + (t.Year()-1980)<<9)
	clock = uint16(t.Second()/2 + t.Minute()<<5 + t.Hour()<<11)
	return date, clock
}
