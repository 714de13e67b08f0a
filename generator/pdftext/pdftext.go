// Package pdftext reads the words of a PDF, ISO 32000: which characters stand where
// on its pages, line by line in the order in which they were written.
//
// It is code of our own after the libraries were tried. github.com/ledongthuc/pdf of
// 2026-09, the one that is kept of those that descend from rsc.io/pdf: of six notices
// printed by LibreOffice it gives five whole, of the same six printed by Chromium no
// line whole and four characters in ten not at all; it has no places that a table could
// be told by; a file of 400 KB that unpacks to 400 MB took it 20 seconds and 5 GB, pages
// in a circle and cross-references in a circle never end. Here these are an error after
// at most two seconds. github.com/pdfcpu/pdfcpu v0.15 (api.ExtractContent) hands out
// the operators of a page as they stand, not its characters; the others are no Go or are
// sold. Here no cross-reference is followed at all: the objects of a file are found by
// reading it from end to end, the last of a number counts, and everything that is
// unpacked, nested, repeated or drawn goes against one budget.
//
// Not read: what a password locks, text drawn as pictures or outlines, faces that do
// not say which characters their glyphs are, text that does not run from left to right.
//
// Begin with Read; object.go reads objects, content.go draws, face.go tells characters.
package pdftext

import "errors"

// What a file can have against being read.
var (
	ErrLocked  = errors.New("the PDF is locked with a password")
	ErrBroken  = errors.New("the PDF is broken")
	ErrTooMuch = errors.New("the PDF has more than a notice has")
	ErrNames   = errors.New("the PDF does not say which characters its glyphs are")
)

// A Page has its lines in the order in which they were written.
type Page struct {
	Width, Height float64 // points
	Lines         []Line
}

// A Line is characters that stand beside one another. X0 and X1 are where it begins
// and ends, Y is its base above the foot of the page, Size that of its type, all in
// points.
type Line struct {
	X0, X1, Y, Size float64
	Cell            Cell
	Words           string
}

// A Cell is the upright edges that a line stands between; zero where it does not.
type Cell struct{ Left, Right, Low, High float64 }

// The bounds of a file.
const (
	mostValues   = 2_000_000 // of objects
	mostUnpacked = 96 << 20  // octets, all streams together
	mostDrawn    = 64 << 20  // octets of content, each as often as it is drawn
	mostGlyphs   = 400_000
	mostPages    = 1000
	mostNested   = 60
)

// A budget is what is left to spend.
type budget struct{ values, unpacked, drawn, glyphs int }

// spend takes from a part of the budget; what is overdrawn ends the reading.
func spend(part *int, n int) {
	if *part -= n; *part < 0 {
		panic(ErrTooMuch)
	}
}

// A Text is the pages of a PDF. It is recognised where most characters are drawn without
// ink: somebody had a scan's words recognised (OCR), and a figure may be another.
type Text struct {
	Pages      []Page
	Recognised bool
}

// Read returns the text of a PDF. Its error is one of those above.
func Read(raw []byte) (text Text, err error) {
	defer func() {
		if r := recover(); r != nil {
			if r != ErrTooMuch { //nolint:errorlint // thrown as it is
				panic(r)
			}
			text, err = Text{}, ErrTooMuch
		}
	}()
	f := &file{raw: raw, objects: map[int]object{}, left: budget{mostValues, mostUnpacked, mostDrawn, mostGlyphs}, faces: map[int]*face{}}
	f.scan()
	if f.locked {
		return text, ErrLocked
	}
	all := f.pages()
	if len(all) == 0 {
		return text, ErrBroken
	}
	for _, p := range all {
		text.Pages = append(text.Pages, f.draw(p))
	}
	if f.unnamed > f.named {
		return Text{}, ErrNames
	}
	text.Recognised = f.unseen*2 > f.named
	return text, nil
}
