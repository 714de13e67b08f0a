package picture

import (
	"image"
	"slices"
	"sync"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"tonggao/generator/message"
	"tonggao/generator/typeset"
)

// Outlines are those of a face, each read when it is first drawn. Many goroutines may
// ask for them at once.
type outlines struct {
	font   *sfnt.Font
	mu     sync.Mutex
	buffer sfnt.Buffer
	known  map[uint16]outline // as many as are drawn of a face, and never more than it has
	units  int                // of the em
}

// An outline is a glyph's, in units of its face. A blank has no segments.
type outline struct {
	segments sfnt.Segments
	bounds   fixed.Rectangle26_6
}

func outlinesOf(f *typeset.Face) (*outlines, error) {
	font, err := sfnt.Parse(f.File())
	if err != nil {
		return nil, message.Errorf("read outlines of %s: %w", f.Name(), err)
	}
	return &outlines{font: font, known: map[uint16]outline{}, units: int(font.UnitsPerEm())}, nil
}

// of returns the outline of a glyph.
func (o *outlines) of(glyph uint16) (outline, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	drawn, known := o.known[glyph]
	if known {
		return drawn, nil
	}
	segments, err := o.font.LoadGlyph(&o.buffer, sfnt.GlyphIndex(glyph), fixed.I(o.units), nil)
	if err != nil {
		return outline{}, err
	}
	drawn = outline{slices.Clone(segments), segments.Bounds()}
	o.known[glyph] = drawn
	return drawn, nil
}

// cut makes a stamp of an outline.
func (c *cutter) cut(glyph outline, m mould) stamp {
	if len(glyph.segments) == 0 {
		return stamp{} // a blank
	}
	scale := int(m.size) << finer / (m.face.units * 64 * 64 / one)
	along := func(q fixed.Int26_6) int { return (int(q)*scale + 1<<(finer-1)) >> finer }
	in := func(q fixed.Point26_6) image.Point { return image.Pt(along(q.X)+int(m.half)*one/2, along(q.Y)) }
	c.begin(pixelsOf(in(glyph.bounds.Min), in(glyph.bounds.Max)))
	for i := range glyph.segments {
		s := &glyph.segments[i]
		to := c.from(in(s.Args[0]))
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			c.move(to)
		case sfnt.SegmentOpLineTo:
			c.line(to)
		case sfnt.SegmentOpQuadTo: // a face has no other curves: typeset refuses such as do
			c.bend(to, c.from(in(s.Args[1])))
		}
	}
	return c.end()
}
