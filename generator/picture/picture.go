// Package picture spells the first sheet of a document as a picture (PNG), to be shared in
// chats and shown by them beside a link. Everything on the sheet is placed already; it only
// turns outlines into pixels.
//
// A sheet has few inks, and an edge is smooth enough in sixteen steps between two of them, so
// a picture has a palette: a quarter of the octets of true colours, and of the time to
// compress them. Begin with Write.
package picture

import (
	"image"
	"image/draw"
	"io"
	"math"
	"sync"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

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
	canvases sync.Pool // of *canvas: one has more than a megabyte
}

// New makes a writer.
func New() *Writer {
	w := &Writer{faces: map[*typeset.Face]*outlines{}}
	w.canvases.New = func() any { return &canvas{} }
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
	c := w.canvases.Get().(*canvas)
	defer w.canvases.Put(c)
	c.outlines = c.outlines[:0]
	for _, f := range doc.Faces {
		read, err := w.face(f)
		if err != nil {
			return err
		}
		c.outlines = append(c.outlines, read)
	}
	c.blank(size, ground)
	c.scale = min(float64(size.X)/doc.Width, float64(size.Y)/doc.Height)
	c.left, c.top = (float64(size.X)-c.scale*doc.Width)/2, (float64(size.Y)-c.scale*doc.Height)/2
	c.rectangle(0, 0, doc.Width, doc.Height, paper)
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
	vector           vector.Rasterizer
	press            press
}

func (c *canvas) sheet(s placed.Sheet) error {
	for _, a := range s.Areas {
		c.rectangle(a.X, a.Y, a.Width, a.Height, a.Ink)
	}
	for _, r := range s.Rules {
		c.stroke(r)
	}
	for _, code := range s.Codes {
		module := code.Side / float64(code.Size)
		for _, d := range code.Dark {
			c.rectangle(code.X+float64(d.X)*module, code.Y+float64(d.Y)*module, float64(d.Width)*module, module, dark)
		}
	}
	for _, t := range s.Texts {
		if err := c.text(t); err != nil {
			return err
		}
	}
	return nil
}

// stroke draws a straight line; all of a sheet's lines lie or stand.
func (c *canvas) stroke(s placed.Stroke) {
	long := math.Hypot(s.X2-s.X1, s.Y2-s.Y1)
	if long == 0 {
		return
	}
	x, y := (s.X2-s.X1)/long, (s.Y2-s.Y1)/long // the way of a millimetre
	thick := max(s.Thickness, 1/c.scale)
	along := func(from, to float64) {
		c.quad(s.X1+x*from, s.Y1+y*from, s.X1+x*to, s.Y1+y*to, -y*thick/2, x*thick/2, s.Ink)
	}
	if s.Dash <= 0 {
		along(-thick/2, long+thick/2)
		return
	}
	for at := 0.0; at < long; at += 2 * s.Dash {
		along(at, min(at+s.Dash, long))
	}
}

// quad fills what lies within a distance of a line, given as the step to one side of it.
func (c *canvas) quad(x1, y1, x2, y2, dx, dy float64, ink typeset.Colour) {
	at := func(x, y float64) [2]float64 { return [2]float64{c.left + x*c.scale, c.top + y*c.scale} }
	corners := [...][2]float64{at(x1+dx, y1+dy), at(x2+dx, y2+dy), at(x2-dx, y2-dy), at(x1-dx, y1-dy)}
	low, high := corners[0], corners[0]
	for _, p := range corners {
		low, high = [2]float64{min(low[0], p[0]), min(low[1], p[1])}, [2]float64{max(high[0], p[0]), max(high[1], p[1])}
	}
	box := c.begin(low[0], low[1], high[0], high[1])
	if box.Empty() {
		return
	}
	x, y := float32(box.Min.X), float32(box.Min.Y)
	c.vector.MoveTo(float32(corners[0][0])-x, float32(corners[0][1])-y)
	for _, p := range corners[1:] {
		c.vector.LineTo(float32(p[0])-x, float32(p[1])-y)
	}
	c.fill(box, ink)
}

func (c *canvas) rectangle(x, y, width, height float64, ink typeset.Colour) {
	x0, y0 := c.left+x*c.scale, c.top+y*c.scale
	c.box(x0, y0, x0+width*c.scale, y0+height*c.scale, ink)
}

// begin begins a path that lies within bounds. It is counted from the corner of the box of
// pixels that it may cover.
func (c *canvas) begin(x0, y0, x1, y1 float64) image.Rectangle {
	box := image.Rect(int(x0)-1, int(y0)-1, int(x1)+2, int(y1)+2).Intersect(c.Bounds())
	if !box.Empty() {
		c.vector.Reset(box.Dx(), box.Dy())
	}
	return box
}

// fill ends a path and lays ink on what it goes round.
func (c *canvas) fill(box image.Rectangle, ink typeset.Colour) {
	c.vector.ClosePath()
	c.vector.DrawOp = draw.Src
	c.dip(ink)
	cover := c.mask(box.Dx(), box.Dy())
	c.vector.Draw(cover, cover.Rect, image.Opaque, image.Point{})
	for y := range box.Dy() {
		c.cover(box.Min.X, box.Min.Y+y, cover.Pix[y*cover.Stride:][:box.Dx()])
	}
}

// text draws the cells of a line where the composition has placed them.
func (c *canvas) text(t placed.Text) error {
	em := t.Size / typeset.PointsAMM * c.scale // pixels
	for _, cell := range t.Cells {
		face := c.outlines[cell.Face]
		glyph, err := face.of(cell.Glyph)
		if err != nil {
			return message.Errorf("draw %q: %w", string(cell.Char), err)
		}
		if len(glyph.segments) == 0 {
			continue // a blank
		}
		x, y := c.left+t.X*c.scale+float64(cell.X)*em/typeset.Em, c.top+t.Y*c.scale
		c.glyph(glyph, x, y, em/float64(face.font.UnitsPerEm())/64, t.Ink)
	}
	return nil
}

func (c *canvas) glyph(glyph outline, x, y, scale float64, ink typeset.Colour) {
	p := place{x: x, y: y, scale: scale}
	x0, y0 := p.of(glyph.bounds.Min)
	x1, y1 := p.of(glyph.bounds.Max)
	box := c.begin(x0, y0, x1, y1)
	if box.Empty() {
		return
	}
	p.left, p.top = float32(box.Min.X), float32(box.Min.Y)
	for i := range glyph.segments {
		s := &glyph.segments[i]
		ax, ay := p.in(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			c.vector.ClosePath()
			c.vector.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			c.vector.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			bx, by := p.in(s.Args[1])
			c.vector.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			bx, by := p.in(s.Args[1])
			dx, dy := p.in(s.Args[2])
			c.vector.CubeTo(ax, ay, bx, by, dx, dy)
		}
	}
	c.fill(box, ink)
}

// A place is where on a picture a glyph stands and how large, and the corner that its path
// is counted from.
type place struct {
	x, y, scale float64
	left, top   float32
}

// of is a point of the glyph on the picture.
func (p *place) of(q fixed.Point26_6) (x, y float64) {
	return p.x + float64(q.X)*p.scale, p.y + float64(q.Y)*p.scale
}

// in is a point of the glyph on its path.
func (p *place) in(q fixed.Point26_6) (x, y float32) {
	atX, atY := p.of(q)
	return float32(atX) - p.left, float32(atY) - p.top
}
