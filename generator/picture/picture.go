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
	mu    sync.Mutex
	fonts map[*typeset.Face]*sfnt.Font
}

// New makes a writer.
func New() *Writer { return &Writer{fonts: map[*typeset.Face]*sfnt.Font{}} }

// font reads a face's outlines, once.
func (w *Writer) font(f *typeset.Face) (*sfnt.Font, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if font := w.fonts[f]; font != nil {
		return font, nil
	}
	font, err := sfnt.Parse(f.File())
	if err != nil {
		return nil, message.Errorf("read outlines of %s: %w", f.Name, err)
	}
	w.fonts[f] = font
	return font, nil
}

// Write writes the first sheet, as large as the size has room for it, in its middle.
func (w *Writer) Write(to io.Writer, doc *placed.Document, size image.Point) error {
	c := &canvas{pixels: blank(size, ground), outlines: make([]*sfnt.Font, len(doc.Faces))}
	for i, f := range doc.Faces {
		font, err := w.font(f)
		if err != nil {
			return err
		}
		c.outlines[i] = font
	}
	c.scale = min(float64(size.X)/doc.Width, float64(size.Y)/doc.Height)
	c.left, c.top = (float64(size.X)-c.scale*doc.Width)/2, (float64(size.Y)-c.scale*doc.Height)/2
	c.rectangle(0, 0, doc.Width, doc.Height, paper)
	if err := c.sheet(doc.Sheets[0]); err != nil {
		return err
	}
	return encode(to, c.Paletted)
}

// A canvas is a sheet on its way to pixels. Lengths are in millimetres from the top left
// corner of the sheet.
type canvas struct {
	pixels
	scale, left, top float64
	outlines         []*sfnt.Font
	buffer           sfnt.Buffer
	vector           vector.Rasterizer
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
	c.fill(low[0], low[1], high[0], high[1], ink, func(x, y float32) {
		c.vector.MoveTo(float32(corners[0][0])-x, float32(corners[0][1])-y)
		for _, p := range corners[1:] {
			c.vector.LineTo(float32(p[0])-x, float32(p[1])-y)
		}
		c.vector.ClosePath()
	})
}

func (c *canvas) rectangle(x, y, width, height float64, ink typeset.Colour) {
	x0, y0 := c.left+x*c.scale, c.top+y*c.scale
	c.box(x0, y0, x0+width*c.scale, y0+height*c.scale, ink)
}

// fill draws a path that lies within bounds; the path is given the corner that it is
// counted from.
func (c *canvas) fill(x0, y0, x1, y1 float64, ink typeset.Colour, path func(x, y float32)) {
	box := image.Rect(int(x0)-1, int(y0)-1, int(x1)+2, int(y1)+2).Intersect(c.Bounds())
	if box.Empty() {
		return
	}
	c.vector.Reset(box.Dx(), box.Dy())
	path(float32(box.Min.X), float32(box.Min.Y))
	c.vector.DrawOp = draw.Src
	cover := c.mask(box.Dx(), box.Dy())
	c.vector.Draw(cover, cover.Rect, image.Opaque, image.Point{})
	for y := range box.Dy() {
		c.cover(box.Min.X, box.Min.Y+y, cover.Pix[y*cover.Stride:][:box.Dx()], ink)
	}
}

// text draws the cells of a line where the composition has placed them.
func (c *canvas) text(t placed.Text) error {
	em := t.Size / typeset.PointsAMM * c.scale // pixels
	for _, cell := range t.Cells {
		font := c.outlines[cell.Face]
		unit := font.UnitsPerEm()
		segments, err := font.LoadGlyph(&c.buffer, sfnt.GlyphIndex(cell.Glyph), fixed.I(int(unit)), nil)
		if err != nil {
			return message.Errorf("draw %q: %w", string(cell.Char), err)
		}
		if len(segments) == 0 {
			continue // a blank
		}
		x, y := c.left+t.X*c.scale+float64(cell.X)*em/typeset.Em, c.top+t.Y*c.scale
		c.glyph(segments, x, y, em/float64(unit)/64, t.Ink)
	}
	return nil
}

func (c *canvas) glyph(segments sfnt.Segments, x, y, scale float64, ink typeset.Colour) {
	bounds := segments.Bounds()
	at := func(p fixed.Point26_6) (float64, float64) { return x + float64(p.X)*scale, y + float64(p.Y)*scale }
	x0, y0 := at(bounds.Min)
	x1, y1 := at(bounds.Max)
	c.fill(x0, y0, x1, y1, ink, func(left, top float32) {
		point := func(p fixed.Point26_6) (float32, float32) {
			x, y := at(p)
			return float32(x) - left, float32(y) - top
		}
		for _, s := range segments {
			ax, ay := point(s.Args[0])
			bx, by := point(s.Args[1])
			dx, dy := point(s.Args[2])
			switch s.Op {
			case sfnt.SegmentOpMoveTo:
				c.vector.ClosePath()
				c.vector.MoveTo(ax, ay)
			case sfnt.SegmentOpLineTo:
				c.vector.LineTo(ax, ay)
			case sfnt.SegmentOpQuadTo:
				c.vector.QuadTo(ax, ay, bx, by)
			case sfnt.SegmentOpCubeTo:
				c.vector.CubeTo(ax, ay, bx, by, dx, dy)
			}
		}
		c.vector.ClosePath()
	})
}
