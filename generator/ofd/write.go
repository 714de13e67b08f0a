package ofd

import (
	"crypto/sha256"
	"fmt"
	"io"

	"tonggao/generator/pack"
	"tonggao/generator/placed"
	"tonggao/generator/typeset"
)

// A writing is a document on its way into a file.
type writing struct {
	*placed.Document
	cuts  []*typeset.Cutting // what is used of each face
	files []pack.File
	last  int   // identifier that was given
	fonts []int // identifiers of the faces, by number
	space int   // of the colours
	pages []int
}

// Write spells a document as a file.
func Write(to io.Writer, doc *placed.Document) error {
	w := &writing{Document: doc}
	w.space = w.next()
	for _, face := range doc.Faces {
		w.cuts, w.fonts = append(w.cuts, typeset.NewCutting(face)), append(w.fonts, w.next())
	}
	sum := sha256.New()
	for i, s := range doc.Sheets {
		w.pages = append(w.pages, w.next())
		content := w.page(s)
		_, _ = sum.Write([]byte(content)) // a hash takes all
		w.add(fmt.Sprintf("Doc_0/Pages/Page_%d/Content.xml", i), content)
	}
	w.faces()
	w.attachments()
	w.document()
	_, _ = fmt.Fprint(sum, doc.About)
	first := pack.File{Name: "OFD.xml", Content: []byte(w.entrance(sum.Sum(nil)[:16])), Plain: true}
	return pack.Write(to, append([]pack.File{first}, w.files...), doc.Day.Start())
}

// next gives an identifier, unique in the document.
func (w *writing) next() int {
	w.last++
	return w.last
}

// add puts a part of XML into the file.
func (w *writing) add(name, content string) {
	w.files = append(w.files, pack.File{Name: name, Content: []byte(head + content)})
}
