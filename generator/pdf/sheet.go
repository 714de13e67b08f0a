package pdf

// A sheet is one page's content, placed. Lengths are millimetres from the top
// left corner of the page.
type sheet struct {
	areas   []area
	rules   []stroke
	texts   []placed
	codes   []code
	entries []placedEntry
	rows    int     // rows of the grid that are taken
	across  *across // words across the whole sheet
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

// An across is a line that runs over the sheet from the lower left to the upper
// right, half transparent, so that what it strikes out can still be read.
type across struct {
	line
	ink colour
}

// An entry of the outline.
type entry struct {
	text  string
	level int // from 0
}

type placedEntry struct {
	entry
	y float64
}

// A colour is red, green, blue from 0 to 255.
type colour [3]int

var (
	black = colour{}
	white = colour{255, 255, 255}
)

// draw puts a sheet on a new page.
func (d *document) draw(s sheet) {
	d.pdf.AddPage()
	for _, a := range s.areas {
		d.fill(a.ink)
		d.pdf.Rect(a.x, a.y, a.width, a.height, "F")
	}
	for _, r := range s.rules {
		d.stroke(r)
	}
	for _, c := range s.codes {
		d.code(c)
	}
	for _, t := range s.texts {
		d.fill(t.ink)
		d.text(t.line, t.x, t.y)
		d.links(t)
	}
	for _, e := range s.entries {
		d.level = min(e.level, d.level+1) // fpdf breaks where a level is skipped
		d.pdf.Bookmark(textString(e.text), d.level, e.y)
	}
	if s.across != nil {
		d.across(*s.across)
	}
}

// fill sets the colour of text and areas.
func (d *document) fill(c colour) {
	if d.ink != c || d.inkPage != d.pdf.PageNo() {
		d.pdf.SetFillColor(c[0], c[1], c[2])
		d.ink, d.inkPage = c, d.pdf.PageNo()
	}
}

func (d *document) stroke(s stroke) {
	d.pdf.SetDrawColor(s.ink[0], s.ink[1], s.ink[2])
	d.pdf.SetLineWidth(s.thickness)
	if s.dash > 0 {
		d.pdf.SetDashPattern([]float64{s.dash}, 0)
		defer d.pdf.SetDashPattern(nil, 0)
	}
	d.pdf.Line(s.x1, s.y1, s.x2, s.y2)
}

// links makes the parts of a line that lead somewhere clickable.
func (d *document) links(t placed) {
	size := t.size / pointsAMM
	for i := 0; i < len(t.cells); {
		from, s := i, t.cells[i].span
		for i < len(t.cells) && t.cells[i].span == s {
			i++
		}
		if url := t.spans[s].link; url != "" {
			left, right := t.cells[from].x, t.cells[i-1].x+t.cells[i-1].width
			d.pdf.LinkString(t.x+float64(left)*size/em, t.y-size*ascent/em, float64(right-left)*size/em, size, url)
		}
	}
}

// across writes a line over the whole page at an angle, in a frame like a stamp,
// and lets what lies below shine through: a matrix turns it (ISO 32000-1, 8.3.4).
func (d *document) across(a across) {
	const cos, sin = 0.8192, 0.5736 // 35 degrees
	last := a.cells[len(a.cells)-1]
	length, height := float64(last.x+last.width)*a.size/em, a.size*1.25
	d.pdf.SetAlpha(0.35, "Normal")
	d.pdf.SetFillColor(a.ink[0], a.ink[1], a.ink[2])
	d.pdf.SetDrawColor(a.ink[0], a.ink[1], a.ink[2])
	b := append([]byte(nil), "q "...)
	for _, n := range []float64{cos, sin, -sin, cos, pageWidth * pointsAMM / 2, pageHeight * pointsAMM / 2} {
		b = d.number(b, n, 4)
	}
	b = append(b, "cm 8 w "...)
	for _, n := range []float64{-length/2 - a.size/8, -height / 2, length + a.size/4, height} {
		b = d.number(b, n, 2)
	}
	b = append(b, "re S BT "...)
	b = d.number(b, -length/2, 2)
	b = d.number(b, -a.size*0.38, 2)
	b = append(d.cells(append(b, "Td "...), a.line), "ET Q"...)
	d.pdf.RawWriteStr(string(b))
	d.pdf.SetAlpha(1, "Normal")
}
