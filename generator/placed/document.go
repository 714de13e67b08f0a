// Package placed is what a printed sheet is, once everything is decided: lines of text,
// strokes, areas and codes at their places, and the parts of what is said in the order of
// reading. Whatever spells a document as a file, package pdf or another, needs to know no
// notice, no word and no rule of layout.
//
// It is not how a sheet comes to look so, which package sheet decides, nor any file
// format.
//
// Begin with Document. Layouts fill sheets (sheet.go, qr.go), say to which part each
// content belongs (part.go), and close them with Close, which marks the contents in the
// order of reading (reading.go).
package placed

import (
	"slices"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/typeset"
)

// A Document is all that a printed file shows and says, placed and decided: what
// spells it as a file needs to know nothing else. Lengths are in millimetres from the
// top left corner of a sheet, sizes in points.
type Document struct {
	About
	Paper                   // of every sheet
	Faces   []*typeset.Face // by the number that cells have
	Sheets  []Sheet
	Parts   []*Part    // those of the document itself; further ones are inside them
	Outline []Bookmark // no level is skipped
	Files   []Attachment
}

// About is the file's information.
type About struct {
	Title, Author, Subject, Keywords string
	Language                         site.Language
	Day                              site.Day // of the revision
}

// A Bookmark is an entry of the outline and the place on a sheet where it leads.
type Bookmark struct {
	Entry
	Sheet int // from 0
	Y     float64
}

// An attached file is in a document, for whoever opens it on a screen.
type Attachment struct {
	Name, Kind, What string // kind is its media type
	Content          []byte
}

// A Paper is a sheet's size in millimetres.
type Paper struct{ Width, Height float64 }

// The papers, GB/T 148: A4 as it stands and as it lies, and A3.
var (
	A4      = Paper{210, 297}
	A4Lying = Paper{297, 210}
	A3      = Paper{297, 420}
)

// Close makes sheets a document that needs nothing else: where bookmarks lead, lines
// through what is struck, and which part each mark belongs to, in the order of reading.
func Close(v phrase.Voice, faces []*typeset.Face, a About, on Paper, sheets []Sheet) *Document {
	doc := &Document{About: a, Paper: on, Faces: faces, Sheets: sheets}
	level := -1
	for i := range sheets {
		s := &sheets[i]
		for _, t := range s.Texts {
			s.Rules = append(s.Rules, t.Struck()...)
		}
		for _, e := range s.Targets {
			level = min(e.Level, level+1)
			doc.Outline = append(doc.Outline, Bookmark{Entry{e.Text, level}, i, e.Y})
		}
	}
	read(v, doc)
	return doc
}

// Struck are the lines through the parts of a line that hold no more, and through
// nothing beside them.
func (t Text) Struck() []Stroke {
	if !slices.ContainsFunc(t.Spans, func(s typeset.Span) bool { return s.Struck }) {
		return nil
	}
	var lines []Stroke
	size := t.Size / typeset.PointsAMM
	y := t.Y - size*0.38
	for i := 0; i < len(t.Cells); {
		from := i
		for i < len(t.Cells) && t.Spans[t.Cells[i].Span].Struck {
			i++
		}
		if i == from {
			i++
			continue
		}
		left, right := t.Cells[from].X, t.Cells[i-1].X+t.Cells[i-1].Width
		lines = append(lines, Stroke{X1: t.X + float64(left)*size/typeset.Em, Y1: y, X2: t.X + float64(right)*size/typeset.Em, Y2: y, Thickness: size * 0.06, Ink: t.Ink})
	}
	return lines
}
