package pdf

import (
	"compress/zlib"
	"sync"
)

// A printer spells documents as PDF files. It is made once a build and may be used by
// many goroutines at once; it does not change but for the compressors and the memory
// that wait in it.
type Writer struct {
	// Outlines have no repetitions worth the search: coding them by frequency
	// alone takes half the time for a file 3 % larger.
	plain, coded *deflater
	scratches    sync.Pool // of *scratch
}

// NewWriter makes a printer.
func NewWriter() *Writer {
	return &Writer{plain: &deflater{level: zlib.BestSpeed}, coded: &deflater{level: zlib.HuffmanOnly}}
}

// A scratch is the memory that one document is finished in. It is kept for the
// next: a country's documents would else leave some 60 GB to be collected.
type scratch struct {
	written []byte // the finished file
	knife   Knife
}

// borrow returns memory that nobody else uses, to be given back.
func (p *Writer) borrow() *scratch {
	if s, kept := p.scratches.Get().(*scratch); kept {
		return s
	}
	return &scratch{}
}

func (p *Writer) giveBack(s *scratch) { p.scratches.Put(s) }
