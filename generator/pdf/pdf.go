// Package pdf spells documents of package placed as PDF files (ISO 32000-1).
//
// It is not what a sheet shows: everything in a document is placed already. It is the
// only importer of fpdf, and reads no file, its own least of all.
//
// Begin with Write (write.go): sheets are drawn, by fpdf as far as lines, areas and
// colours go (drawn.go) and by own operators for text (draw.go), then written as objects (file.go)
// with the faces cut to what is used (embed.go). docs/print.md says what else was tried.
//
// A notice of three pages in four faces takes about 0.5 ms of processor time and
// allocates 0.1 MB, laying out included. An outline is compressed once a build and
// joined with others (outline.go, literal.go); all else that is compressed has a code that
// is made once (table.go, deflate.go). Nothing grows with the site.
//
// Files come out byte for byte equal for equal documents: dates are the document's,
// objects are in a fixed order, no clock and no random number is asked.
package pdf

import (
	"bytes"
	"sync"

	"github.com/klauspost/compress/zlib"

	"tonggao/generator/lately"
	"tonggao/generator/placed"
	"tonggao/generator/typeset"
)

// A Writer spells documents as PDF files. It is made once a build and may be used by
// many goroutines at once; it does not change but for what waits in it to be used again:
// memory, coded outlines.
type Writer struct {
	contents  *deflater // of pages
	objects   *deflater
	rows      *deflater // of the table of objects
	calendars *deflater // of files beside documents
	tables    *tabler
	foundry   foundry
	drawn     lately.Memory[string, drawn] // what lies under the text of a document, by what fpdf is told
	scratches sync.Pool                    // of *scratch
	profile   []byte                       // of colours, compressed
}

// New makes a writer.
func New() *Writer {
	var profile bytes.Buffer
	z, _ := zlib.NewWriterLevel(&profile, zlib.BestCompression) // the level is valid
	z.Write(colourProfile())                                    // a buffer takes all
	z.Close()
	w := &Writer{contents: newContents(), objects: newObjects(), rows: newRows(), calendars: newCalendars(), tables: newTabler(), profile: profile.Bytes()}
	w.drawn.Most = mostDrawn
	return w
}

// A scratch is the memory that one document is finished in. It is kept for the
// next: a country's documents would else leave some 60 GB to be collected.
type scratch struct {
	kept    file
	cuts    []*typeset.Cutting // what is used of each face
	set     []byte             // operators of text, each line of them with its end
	spelled []byte             // an object, before it is written
	numbers map[*placed.Part]int
	knife   typeset.Knife
}

// borrow returns memory that nobody else uses, to be given back.
func (p *Writer) borrow() *scratch {
	if s, kept := p.scratches.Get().(*scratch); kept {
		return s
	}
	return &scratch{numbers: make(map[*placed.Part]int)}
}

func (p *Writer) giveBack(s *scratch) { p.scratches.Put(s) }
