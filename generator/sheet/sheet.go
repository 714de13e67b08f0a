package sheet

import "tonggao/generator/typeset"

// A sheet is one page's content, placed, each kind over those before it: areas, rules,
// codes, texts, the stamp. Lengths are millimetres from the top left corner of the page.
type Sheet struct {
	Areas []Area
	Rules []Stroke
	Codes []Code
	Texts []Placed
	Stamp *Stamp // nil for none
	Links []Link

	// While it is laid out: where bookmarks lead, and the rows of the grid that are
	// taken.
	entries []placedEntry
	rows    int
}

// add puts another sheet's content onto this one, moved.
func (s *Sheet) add(o Sheet, x, y float64) {
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
}

// A placed line has its left edge and its baseline: a cell stands as far to the right of
// the edge as its X says.
type Placed struct {
	typeset.Line
	X, Y float64
	Ink  typeset.Colour
}

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

// A stamp is a line in a frame, both turned about their middle; it lets what lies below
// shine through, so that what it strikes out can still be read.
type Stamp struct {
	typeset.Line
	Ink          typeset.Colour
	X, Y         float64 // the middle of line and frame
	Drop         float64 // from there to the baseline, ems
	Beside, Tall float64 // between the line's ends and the frame, and the frame's height, ems
	Thickness    float64 // of the frame, points
	Turned       float64 // against the clock, degrees
	Opacity      float64 // from 0 to 1
}

// across sets a line as a stamp over a whole sheet, from the lower left to the upper
// right.
func across(l typeset.Line, ink typeset.Colour) *Stamp {
	return &Stamp{Line: l, Ink: ink, X: PageWidth / 2, Y: PageHeight / 2, Drop: 0.38, Beside: 0.125, Tall: 1.25, Thickness: 8, Turned: 35, Opacity: 0.35}
}

// A link is a rectangle that leads to an address.
type Link struct {
	X, Y, Width, Height float64
	URL                 string
}

// An entry of the outline.
type Entry struct {
	Text  string
	Level int // from 0
}

// A placedEntry is an entry and how far down its sheet it leads.
type placedEntry struct {
	Entry
	y float64
}

// What most of a sheet is printed in, and letters on a dark ground.
var (
	black = typeset.Colour{}
	white = typeset.Colour{255, 255, 255}
)
