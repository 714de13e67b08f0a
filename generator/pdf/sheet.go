package pdf

// A sheet is one page's content, placed. Lengths are millimetres from the top
// left corner of the page.
type sheet struct {
	areas   []area
	rules   []stroke
	texts   []placed
	codes   []code
	links   []link
	entries []placedEntry
	rows    int    // rows of the grid that are taken
	stamp   *stamp // over all else; nil for none
}

// add puts another sheet's content onto this one, moved.
func (s *sheet) add(o sheet, x, y float64) {
	for _, a := range o.areas {
		a.x, a.y = a.x+x, a.y+y
		s.areas = append(s.areas, a)
	}
	for _, r := range o.rules {
		s.rules = append(s.rules, r.moved(x, y))
	}
	for _, t := range o.texts {
		t.x, t.y = t.x+x, t.y+y
		s.texts = append(s.texts, t)
	}
	for _, c := range o.codes {
		c.x, c.y = c.x+x, c.y+y
		s.codes = append(s.codes, c)
	}
}

// A placed line has its left edge and its baseline.
type placed struct {
	line
	x, y float64
	ink  colour
}

// A stroke is a straight line of a thickness; dash is the length of its dashes
// and the gaps between them, 0 for none.
type stroke struct {
	x1, y1, x2, y2, thickness float64
	dash                      float64
	ink                       colour
}

func (s stroke) moved(x, y float64) stroke {
	s.x1, s.y1, s.x2, s.y2 = s.x1+x, s.y1+y, s.x2+x, s.y2+y
	return s
}

// An area is a filled rectangle.
type area struct {
	x, y, width, height float64
	ink                 colour
}

// A stamp is a line in a frame, both turned about their middle; it lets what lies below
// shine through, so that what it strikes out can still be read.
type stamp struct {
	line
	ink          colour
	x, y         float64 // the middle of line and frame
	drop         float64 // from there to the baseline, ems
	beside, tall float64 // between the line's ends and the frame, and the frame's height, ems
	thickness    float64 // of the frame, points
	turned       float64 // against the clock, degrees
	opacity      float64 // from 0 to 1
}

// across sets a line as a stamp over a whole sheet, from the lower left to the upper
// right.
func across(l line, ink colour) *stamp {
	return &stamp{line: l, ink: ink, x: pageWidth / 2, y: pageHeight / 2, drop: 0.38, beside: 0.125, tall: 1.25, thickness: 8, turned: 35, opacity: 0.35}
}

// A link is a rectangle that leads to an address.
type link struct {
	x, y, width, height float64
	url                 string
}

// An entry of the outline.
type entry struct {
	text  string
	level int // from 0
}

// A placedEntry is an entry and how far down its sheet it leads.
type placedEntry struct {
	entry
	y float64
}

// What most of a sheet is printed in, and letters on a dark ground.
var (
	black = colour{}
	white = colour{255, 255, 255}
)
