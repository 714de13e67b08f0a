package sheet

import (
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/typeset"
)

// A document is all that a printed file shows and says, placed and decided: what
// spells it as a file needs to know nothing else. Lengths are in millimetres from the
// top left corner of a sheet of A4, sizes in points.
type Document struct {
	About
	Faces   []*typeset.Face // by the number that cells have
	Sheets  []Sheet
	Parts   []*Part    // those of the document itself; further ones are inside them
	Outline []Bookmark // no level is skipped
	Files   []Attachment
}

// about is the file's information.
type About struct {
	Title, Author, Subject, Keywords string
	Language                         site.Language
	Day                              site.Day // of the revision
}

// A bookmark is an entry of the outline and the place on a sheet where it leads.
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

// A sheet's size in millimetres: A4, GB/T 148.
const (
	PageWidth  = 210.0
	PageHeight = 297.0
)

// document closes the sheets of an output.
func (c *Compositor) document(o plan.Output, sheets []Sheet) *Document {
	doc := closed(c.kit, c.about(o), sheets)
	read(c.voice, doc)
	return doc
}

// closed gathers what sheets show: where bookmarks lead, lines through what is struck.
func closed(k *typeset.Kit, a About, sheets []Sheet) *Document {
	doc := &Document{About: a, Faces: k.Faces, Sheets: sheets}
	level := -1
	for i := range sheets {
		s := &sheets[i]
		for _, t := range s.Texts {
			s.Rules = append(s.Rules, struckOf(t)...)
		}
		for _, e := range s.entries {
			level = min(e.Level, level+1)
			doc.Outline = append(doc.Outline, Bookmark{Entry{e.Text, level}, i, e.y})
		}
	}
	return doc
}

// struckOf are the lines through the parts of a line that hold no more, and through
// nothing beside them.
func struckOf(t Placed) []Stroke {
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
