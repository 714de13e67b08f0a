package pdf

import (
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// A document is all that a printed file shows and says, placed and decided: what
// spells it as a file needs to know nothing else. Lengths are in millimetres from the
// top left corner of a sheet of A4, sizes in points.
type document struct {
	about
	faces   []*face // by the number that cells have
	sheets  []sheet
	outline []bookmark // no level is skipped
	files   []attached
}

// about is the file's information.
type about struct {
	title, author, subject, keywords string
	language                         site.Language
	day                              site.Day // of the revision
}

// A bookmark is an entry of the outline and the place on a sheet where it leads.
type bookmark struct {
	entry
	sheet int // from 0
	y     float64
}

// An attached file is in a document, for whoever opens it on a screen.
type attached struct {
	name, kind, what string // kind is its media type
	content          []byte
}

// A sheet's size in millimetres: A4, GB/T 148.
const (
	pageWidth  = 210.0
	pageHeight = 297.0
)

// document closes the sheets of an output.
func (w *Writer) document(o plan.Output, sheets []sheet) *document {
	return closed(w.kit, w.about(o), sheets)
}

// closed gathers what sheets show: what leads somewhere on them gets its place.
func closed(k *kit, a about, sheets []sheet) *document {
	doc := &document{about: a, faces: k.faces, sheets: sheets}
	level := -1
	for i := range sheets {
		s := &sheets[i]
		for _, c := range s.codes {
			s.links = append(s.links, link{c.x, c.y, c.side, c.side, c.url})
		}
		for _, t := range s.texts {
			s.links = append(s.links, linksOf(t)...)
		}
		for _, e := range s.entries {
			level = min(e.level, level+1)
			doc.outline = append(doc.outline, bookmark{entry{e.text, level}, i, e.y})
		}
	}
	return doc
}

// linksOf are the parts of a line that lead somewhere.
func linksOf(t placed) []link {
	var links []link
	size := t.size / pointsAMM
	for i := 0; i < len(t.cells); {
		from, s := i, t.cells[i].span
		for i < len(t.cells) && t.cells[i].span == s {
			i++
		}
		if url := t.spans[s].link; url != "" {
			left, right := t.cells[from].x, t.cells[i-1].x+t.cells[i-1].width
			links = append(links, link{t.x + float64(left)*size/em, t.y - size*ascent/em, float64(right-left) * size / em, size, url})
		}
	}
	return links
}
