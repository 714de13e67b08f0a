package placed

import (
	"slices"

	"tonggao/generator/typeset"
)

// A sheet is one page's content, placed, each kind over those before it: areas, rules,
// codes, texts. Lengths are millimetres from the top left corner of the page.
type Sheet struct {
	Areas []Area
	Rules []Stroke
	Codes []Code
	Texts []Text
	Links []Link
	Marks []*Part // whose the sheet's marked contents are, by number

	// While it is laid out: where bookmarks lead and figures stand, and the rows of
	// the grid that are taken.
	Targets []Target
	Places  []Place
	Taken   int
}

// Add puts another sheet's content onto this one, moved.
func (s *Sheet) Add(o Sheet, x, y float64) {
	for _, a := range o.Areas {
		a.X, a.Y = a.X+x, a.Y+y
		s.Areas = append(s.Areas, a)
	}
	for _, r := range o.Rules {
		s.Rules = append(s.Rules, r.moved(x, y))
	}
	for _, t := range o.Texts {
		t.X, t.Y = t.X+x, t.Y+y
		s.Texts = append(s.Texts, t)
	}
	for _, c := range o.Codes {
		c.X, c.Y = c.X+x, c.Y+y
		s.Codes = append(s.Codes, c)
	}
	for _, p := range o.Places {
		p.X, p.Y = p.X+x, p.Y+y
		s.Places = append(s.Places, p)
	}
}

// Furniture is the sheet's content as it stands on a further sheet: no part of the text.
func (s Sheet) Furniture() Sheet {
	s.Texts, s.Codes, s.Places = slices.Clone(s.Texts), slices.Clone(s.Codes), nil
	for i := range s.Texts {
		s.Texts[i].Of = nil
	}
	for i := range s.Codes {
		s.Codes[i].Of = nil
	}
	return s
}

// A text is a placed line. It has its left edge and its baseline: a cell stands as far to the right of
// the edge as its X says.
type Text struct {
	typeset.Line
	X, Y   float64
	Ink    typeset.Colour
	Gaps   bool    // some of them are no blanks, see Spaced
	Pieces []Piece // all of its cells, in their order

	Of Parts // whose its spans are; none for furniture
}

// A piece is the cells of a line, up to one, that have one mark of the sheet's; it is -1
// for furniture.
type Piece struct{ To, Mark int }

// A stroke is a straight line of a thickness; dash is the length of its dashes
// and the gaps between them, 0 for none.
type Stroke struct {
	X1, Y1, X2, Y2, Thickness float64
	Dash                      float64
	Ink                       typeset.Colour
}

func (s Stroke) moved(x, y float64) Stroke {
	s.X1, s.Y1, s.X2, s.Y2 = s.X1+x, s.Y1+y, s.X2+x, s.Y2+y
	return s
}

// An area is a filled rectangle.
type Area struct {
	X, Y, Width, Height float64
	Ink                 typeset.Colour
}

// A link is a rectangle that leads to an address.
type Link struct {
	X, Y, Width, Height float64
	URL                 string
	Says                string // where it leads, in words
	Of                  *Part
}

// An entry of the outline.
type Entry struct {
	Text  string
	Level int // from 0
}

// A Target is an entry and how far down its sheet it leads.
type Target struct {
	Entry
	Y float64
}
