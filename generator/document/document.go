// Package document reads the file in which an office keeps a notice into plain
// words: Word's .docx, a PDF with text, a web page, plain text in the encodings of
// this country. It knows no notice and no time: issued finds these in the words.
//
// Every line of the words keeps the place in the file that it came from, as the
// author finds it again: paragraph 12; table 1, row 2, cell 3; page 2, line 5.
//
// What a file is, its content says; its name is only asked where plain text could
// be a page. Files come from anywhere, so no reader trusts one: each has bounds for
// what it unpacks, nests and repeats, follows no reference twice, resolves no entity
// of a file's own and opens nothing outside the file. What is too large or broken is
// a problem that says what to do.
//
// A page is turned into the elements of a Word document and read as one: numbers,
// headings, tables and places are the same rule for both. What portals set around a
// notice is told by its element, its name, or as a list of links.
//
// Word's file is read with archive/zip and encoding/xml: the libraries for it either
// write files and lose what they do not know (numbers, tracked changes, text boxes),
// or are sold. A PDF's reader is package pdftext.
//
// Begin with Read; kind.go tells files apart, text.go gathers words and places, page.go
// walks a page and pagecut.go leaves out what stands around its notice.
package document

import (
	"tonggao/generator/message"
	"tonggao/generator/problem"
)

// Most bounds a file in octets; a notice with photographs has a few million.
const Most = 64 << 20

// mostWords bounds the words of a notice in octets; a real one has some tens of
// kilobytes.
const mostWords = 512 << 10

// A failure is why a file is not read: what is wrong, and what to do.
type failure struct{ wrong, hint message.Text }

// Read reads a file's words. The name is for messages, and tells a page from plain
// text where the content does not. A file that cannot be read gives problems and no
// words; words that may be wrong come with a warning.
func Read(name string, raw []byte) (*Text, problem.List) {
	w := &writer{}
	var problems problem.List
	f := read(name, raw, w)
	if f == nil {
		f = w.judge()
	}
	if f != nil {
		problems.Add(problem.Position{File: name}, f.hint, "%s", f.wrong)
		return nil, problems
	}
	if w.recognised {
		problems.Warn(problem.Position{File: name}, "compare every time and number with the picture, or take the .docx that it was made of",
			"the words were recognised (OCR) in a scan: a figure may be another")
	}
	return &Text{Words: w.out.String(), places: w.places}, problems
}

func read(name string, raw []byte, w *writer) *failure {
	if len(raw) > Most {
		return &failure{message.Say("the file has more than %d MB", Most>>20), message.Say("save the notice alone, without its pictures")}
	}
	switch kind := kindOf(raw); kind {
	case plain:
		return readPlain(name, raw, w)
	case word:
		return readDocx(raw, w)
	case printed:
		return readPDF(raw, w)
	default:
		return refusals[kind]
	}
}
