package generator

import (
	"sync"

	"tonggao/generator/lately"
	"tonggao/generator/placed"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
)

// A shelf has the documents that were laid out last where a site has pictures. A poster is
// spelled as a file and as a picture, a summary as a file and as two, shortly one after the
// other or at the same time: it is laid out once, and whoever asks meanwhile waits for it.
type shelf = lately.Memory[plan.Output, func() (*placed.Document, error)]

// shelved is how many documents are asked for at a time, or more.
const shelved = 8

// compose lays out the sheets of an output. Nobody may change what is in the document.
func (w *Writers) compose(o plan.Output) (*placed.Document, error) {
	if w.shelf == nil || o.Kind != prints.Poster && o.Kind != prints.Summary {
		return w.sheets.Compose(o)
	}
	doc, known := w.shelf.Find(o)
	if !known {
		doc = w.shelf.Keep(o, sync.OnceValues(func() (*placed.Document, error) { return w.sheets.Compose(o) }))
	}
	return doc()
}
