// Package picture spells the first sheet of a document as a picture (PNG), to be shared in
// chats and shown by them beside a link. Everything on the sheet is placed already; it only
// turns outlines into pixels.
//
// A sheet has few inks, and an edge is smooth enough in sixteen steps between two of them, so
// a picture has a palette: a quarter of the octets of true colours, and of the time to
// compress them. What a glyph covers is kept, as pictures of one site have the same characters
// at the same sizes; so a glyph stands at a half of a pixel in its line, and a large one at a whole. Begin with Write.
package picture

import (
	"image"
	"io"
	"math"
	"runtime"
	"sync"

	"tonggao/generator/lately"
	"tonggao/generator/message"
	"tonggao/generator/placed"
	"tonggao/generator/typeset"
)

// The sizes of pictures, in pixels: what WeChat and 小红书 show whole, and a square, which
// lists of links cut out of anything else.
var (
	Portrait = image.Pt(1080, 1440)
	Square   = image.Pt(1080, 1080)
)

// ground is what is left around a sheet, paper what is printed on, dark what codes have.
var ground, paper, dark = typeset.Colour{238, 240, 242}, typeset.Colour{255, 255, 255}, typeset.Colour{}

// A Writer spells documents as pictures. It may be used by many goroutines at once.
type Writer struct {
	mu       sync.Mutex
	faces    map[*typeset.Face]*outlines
	canvases chan *canvas // one for each processor, which has more than a megabyte
	drawer   lately.Memory[mould, stamp]
}

// New makes a writer.
func New() *Writer {
	w := &Writer{faces: map[*typeset.Face]*outlines{}, canvases: make(chan *canvas, runtime.GOMAXPROCS(0))}
	w.drawer.Most, w.drawer.Weigh = generation, stamp.size
	for range cap(w.canvases) {
		w.canvases <- &canvas{drawer: &w.drawer}
	}
	return w
}

// face reads a face, once.
func (w *Writer) face(f *typeset.Face) (*outlines, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.faces[f] == nil {
		read, err := outlinesOf(f)
		if err != nil {
			return nil, err
		}
		w.faces[f] = read
	}
	return w.faces[f], nil
}

// Write writes the first sheet, as large as the size has room for it, in its middle.
func (w *Writer) Write(to io.Writer, doc *placed.Document, size image.Point) error {
	c := <-w.canvases
	defer func() { w.canvases <- c }()
	c.outlines = c.outlines[:0]
	for _, f := range doc.Faces {
		read, err := w.face(f)
		if err != nil {
			return err
		}
		c.outlines = append(c.outlines, read)
	}
	c.blank(size, paper)
	c.scale = min(float64(size.X)/doc.Width, float64(size.Y)/doc.Height)
	c.left, c.top = (float64(size.X)-c.scale*doc.Width)/2, (float64(size.Y)-c.scale*doc.Height)/2
	c.margins()
	if err := c.sheet(doc.Sheets[0]); err != nil {
		return err
	}
	return c.press.encode(to, &c.pixels)
}

// A canvas is a sheet on its way to pixels. Lengths are in millimetres from the top left
// corner of the sheet.
type canvas struct {
	pixels
	scale, left, top float64
	outlines         []*outlines
	cutter           cutter
	drawer           *lately.Memory[mould, stamp]
	press            press
}

// margins are what the sheet leaves of the picture, at its sides or above and below it.
func (c *canvas) margins() {
	right, bottom := float64(c.Rect.Max.X), float64(c.Rect.Max.Y)
	c.box(0, 0, c.left, bottom, ground)
	c.box(right-c.left, 0, right, bottom, ground)
	c.box(0, 0, right, c.top, ground)
	c.box(0, bottom-c.top, right, bottom, ground)
}

func (c *canvas) sheet(s placed.Sheet) error {
	for _, a := range s.Areas {
		c.rectangle(a.X, a.Y, a.Width, a.Height, a.Ink)
	}
	for _, r := range s.Rules {
		c.stroke(r)
	}
	for _, code := range s.Codes {
		c.code(code)
	}
	for _, t := range s.Texts {
		if err := c.text(t); err != nil {
			return err
		}
	}
	return nil
}

// code draws a code of modules that are as many whole pixels each as there is room for, or a
// little more, in the middle of its place: what reads it looks for edges, and measures them.
func (c *canvas) code(code placed.Code) {
	side := code.Side * c.scale
	module := max(1, math.Floor(side/float64(code.Size)+0.125))
	less := (side - float64(module*float64(code.Size))) / 2
	left, top := math.Round(c.left+float64(code.X*c.scale)+less), math.Round(c.top+float64(code.Y*c.scale)+less)
	at := func(from float64, modules uint8) float64 { return from + float64(float64(modules)*module) }
	for _, d := range code.Dark {
		c.box(at(left, d.X), at(top, d.Y), at(left, d.X+d.Width), at(top, d.Y+1), dark)
	}
}

// stroke draws a straight line, or its dashes.
func (c *canvas) stroke(s placed.Stroke) {
	long := math.Hypot(s.X2-s.X1, s.Y2-s.Y1)
	if long == 0 {
		return
	}
	x, y := (s.X2-s.X1)/long, (s.Y2-s.Y1)/long // the way of a millimetre
	thick := max(s.Thickness, 1/c.scale)
	along := func(from, to float64) {
		c.bar(s.X1+x*from, s.Y1+y*from, s.X1+x*to, s.Y1+y*to, -y*thick/2, x*thick/2, s.Ink)
	}
	if s.Dash <= 0 {
		along(-thick/2, long+thick/2)
		return
	}
	for at := 0.0; at < long; at += 2 * s.Dash {
		along(at, min(at+s.Dash, long))
	}
}

// bar fills what lies within a distance of a line, given as the step to one side of it.
func (c *canvas) bar(x1, y1, x2, y2, dx, dy float64, ink typeset.Colour) {
	if dx == 0 || dy == 0 { // it lies or stands, as nearly all do
		dx, dy = max(dx, -dx), max(dy, -dy)
		left, top := min(x1, x2)-dx, min(y1, y2)-dy
		c.rectangle(left, top, max(x1, x2)+dx-left, max(y1, y2)+dy-top, ink)
		return
	}
	at := func(x, y float64) image.Point {
		return image.Pt(int(math.Round(one*(c.left+float64(x*c.scale)))), int(math.Round(one*(c.top+float64(y*c.scale)))))
	}
	corners := [...]image.Point{at(x1+dx, y1+dy), at(x2+dx, y2+dy), at(x2-dx, y2-dy), at(x1-dx, y1-dy)}
	c.cutter.begin(pixelsOf(corners[:]...))
	c.cutter.move(c.cutter.from(corners[0]))
	for _, p := range corners[1:] {
		c.cutter.line(c.cutter.from(p))
	}
	c.dip(ink)
	c.stamp(c.cutter.end(), 0, 0)
}

func (c *canvas) rectangle(x, y, width, height float64, ink typeset.Colour) {
	x0, y0 := c.left+float64(x*c.scale), c.top+float64(y*c.scale) // each product is rounded, on every machine
	c.box(x0, y0, x0+float64(width*c.scale), y0+float64(height*c.scale), ink)
}

// text draws the cells of a line where the composition has placed them.
func (c *canvas) text(t placed.Text) error {
	em := t.Size / typeset.PointsAMM * c.scale // pixels
	left := c.left + float64(t.X*c.scale)
	baseline := int(math.Round(c.top + float64(t.Y*c.scale)))
	c.dip(t.Ink)
	for _, cell := range t.Cells {
		half, x := place(left+float64(cell.X)*em/typeset.Em, em)
		glyph, err := c.glyph(mould{c.outlines[cell.Face], cell.Glyph, half, int32(math.Round(64 * em))})
		if err != nil {
			return message.Errorf("draw %q: %w", string(cell.Char), err)
		}
		c.stamp(glyph, x, baseline)
	}
	return nil
}

// glyph returns the stamp that a mould is for, and cuts it where it is not in the drawer. Two
// may cut the same at once: nobody waits for another.
func (c *canvas) glyph(m mould) (stamp, error) {
	s, cut := c.drawer.Find(m)
	if cut {
		return s, nil
	}
	drawn, err := m.face.of(m.glyph)
	if err != nil {
		return stamp{}, err
	}
	return c.drawer.Keep(m, c.cutter.cut(drawn, m)), nil
}
