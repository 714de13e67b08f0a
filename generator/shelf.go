package generator

import (
	"slices"
	"sync"

	"tonggao/generator/placed"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
)

// A shelf has the documents that were laid out last where a site has pictures. A poster is
// spelled as a file and as a picture, a summary as a file and as two, shortly one after the
// other or at the same time: it is laid out once, and whoever asks meanwhile waits for it.
type shelf struct {
	mu   sync.Mutex
	last [8]laid // more than are asked for at a time
	next int     // the oldest
}

type laid struct {
	path string      // which a document says of itself, and no picture does
	of   plan.Output // but for path and format, which do not say how it looks
	doc  func() (*placed.Document, error)
}

// of returns the document of an output, and has it laid out where it is not on the shelf.
func (s *shelf) of(o plan.Output, lay func(plan.Output) (*placed.Document, error)) (*placed.Document, error) {
	asked := laid{o.Path, o, sync.OnceValues(func() (*placed.Document, error) { return lay(o) })}
	asked.of.Path, asked.of.Format = "", ""
	s.mu.Lock()
	at := slices.IndexFunc(s.last[:], func(l laid) bool {
		return l.of == asked.of && (l.path == asked.path || o.Format == plan.Pictures)
	})
	if at < 0 {
		at, s.next = s.next, (s.next+1)%len(s.last)
		s.last[at] = asked
	}
	doc := s.last[at].doc
	s.mu.Unlock()
	return doc()
}

// compose lays out the sheets of an output. Nobody may change what is in the document.
func (w *Writers) compose(o plan.Output) (*placed.Document, error) {
	if w.shelf == nil || o.Kind != prints.Poster && o.Kind != prints.Summary {
		return w.sheets.Compose(o)
	}
	return w.shelf.of(o, w.sheets.Compose)
}
