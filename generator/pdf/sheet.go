package pdf

// A sheet is one page's content, placed. Lengths are millimetres from the top
// left corner of the page.
type sheet struct {
	areas   []area
	rules   []stroke
	texts   []placed
	codes   []code
	entries []placedEntry
	rows    int // rows of the grid that are taken
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
		for _, r := range t.struck() {
			d.stroke(r)
		}
		d.links(t)
	}
	for _, e := range s.entries {
		d.level = min(e.level, d.level+1) // fpdf breaks where a level is skipped
		d.pdf.Bookmark(textString(e.text), d.level, e.y)
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

// struck are the lines through the parts of a text that hold no more, and through
// nothing beside them.
func (t placed) struck() []stroke {
	var lines []stroke
	size := t.size / pointsAMM
	y := t.y - size*0.38
	for i := 0; i < len(t.cells); {
		from := i
		for i < len(t.cells) && t.spans[t.cells[i].span].struck {
			i++
		}
		if i == from {
			i++
			continue
		}
		left, right := t.cells[from].x, t.cells[i-1].x+t.cells[i-1].width
		lines = append(lines, stroke{t.x + float64(left)*size/em, y, t.x + float64(right)*size/em, y, size * 0.06, 0, t.ink})
	}
	return lines
}
