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

	ready *entry // nil for what is packed when it is written
}

// An entry is a file as it stands in a ZIP.
type entry struct {
	packed []byte
	method uint16
	sum    uint32
	size   int // of the file
}

// Ready packs a file ahead of its turn, or one that many ZIPs have: they take it over as it
// is. What holds its content may then be used for the next.
func Ready(f File) (File, error) {
	s := squeezersOf(f.Name).Get().(*squeezer)
	e, err := s.squeeze(f)
	e.packed = bytes.Clone(e.packed)
	squeezersOf(f.Name).Put(s)
	if err != nil {
		return f, message.Errorf("pack %s: %w", f.Name, err)
	}
	return File{Name: f.Name, ready: &e}, nil
}

// Write packs files in their order, all of one time.
func Write(w io.Writer, files []File, modified time.Time) error {
	z := New(w, modified)
	for _, f := range files {
		if err := z.Add(f); err != nil {
			return err
		}
	}
	return z.Close()
}

// A Writer packs one file after the other. Sizes and sums stand before each file and not
// behind it, which some programs in offices need.
type Writer struct {
	zip      *zip.Writer
	modified time.Time // of all files
}

// New begins a ZIP.
func New(w io.Writer, modified time.Time) *Writer { return &Writer{zip.NewWriter(w), modified} }

// Close ends the ZIP.
func (w *Writer) Close() error { return w.zip.Close() }

// Add packs a file. What holds its content may then be used for the next.
func (w *Writer) Add(f File) error {
	if err := w.add(f); err != nil {
		return message.Errorf("pack %s: %w", f.Name, err)
	}
	return nil
}

func (w *Writer) add(f File) error {
	if f.ready == nil {
		from := squeezersOf(f.Name)
		s := from.Get().(*squeezer)
		defer from.Put(s)
		e, err := s.squeeze(f)
		if err != nil {
			return err
		}
		f.ready = &e
	}
	h := &zip.FileHeader{Name: f.Name, Method: f.ready.method, Modified: w.modified, CRC32: f.ready.sum,
		CompressedSize64: uint64(len(f.ready.packed)), UncompressedSize64: uint64(f.ready.size)}
	h.SetMode(0o644)
	//lint:ignore SA1019 a raw entry is written as it is, and readers look here
	h.ModifiedDate, h.ModifiedTime = dosTime(w.modified)
	to, err := w.zip.CreateRaw(h)
	if err == nil {
		_, err = to.Write(f.ready.packed)
	}
	return err
}

// A squeezer is kept, since its compressor costs more to make than a small page does.
type squeezer struct {
	level  int
	flate  *flate.Writer // nil before something is compressed
	packed bytes.Buffer
}

// squeezers are for the parts of documents, of which a document is most.
var squeezers = poolOf(flate.DefaultCompression)

// coders are for typefaces: outlines have few repetitions, and the quickest search for
// them takes half the time for a file 6 % larger.
var coders = poolOf(flate.BestSpeed)

// hasteners are for pages, texts, calendars and data, which are a twentieth of a bundle:
// a third of the time, for a bundle 0.6 % larger.
var hasteners = poolOf(2)

// squeezersOf are those for a file of a name.
func squeezersOf(name string) *sync.Pool {
	switch path.Ext(name) {
	case ".ttf":
		return coders
	case ".html", ".txt", ".css", ".js", ".json", ".ics":
		return hasteners
	}
	return squeezers
}

func poolOf(level int) *sync.Pool {
	return &sync.Pool{New: func() any { return &squeezer{level: level} }}
}

// squeeze compresses what gets smaller by it, until the next call. What is in a PDF, a picture, or
// in a document that is a ZIP itself, is compressed already.
func (s *squeezer) squeeze(f File) (entry, error) {
	e := entry{packed: f.Content, method: zip.Store, sum: crc32.ChecksumIEEE(f.Content), size: len(f.Content)}
	switch path.Ext(f.Name) {
	case ".pdf", ".ofd", ".docx", ".png":
		f.Plain = true
	}
	if f.Plain {
		return e, nil
	}
	err := s.compress(f.Content)
	if err == nil && s.packed.Len() < len(f.Content) {
		e.packed, e.method = s.packed.Bytes(), zip.Deflate
	}
	return e, err
}

// compress puts what is compressed into what is packed.
func (s *squeezer) compress(content []byte) (err error) {
	s.packed.Reset()
	if s.flate == nil {
		s.flate, err = flate.NewWriter(&s.packed, s.level)
	} else {
		s.flate.Reset(&s.packed)
	}
	if err == nil {
		_, err = s.flate.Write(content)
	}
	if err == nil {
		err = s.flate.Close()
	}
	return err
}

// dosTime is a time in the form of MS-DOS, to two seconds, without a time zone.
func dosTime(t time.Time) (date, clock uint16) {
	date = uint16(t.Day() + int(t.Month())<<5 + (t.Year()-1980)<<9)
	clock = uint16(t.Second()/2 + t.Minute()<<5 + t.Hour()<<11)
	return date, clock
}
