package picture

import (
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
}

// An outline is a glyph's, in units of its face. A blank has no segments.
type outline struct {
	segments sfnt.Segments
	bounds   fixed.Rectangle26_6
}

func outlinesOf(f *typeset.Face) (*outlines, error) {
	font, err := sfnt.Parse(f.File())
	if err != nil {
		return nil, message.Errorf("read outlines of %s: %w", f.Name, err)
	}
	return &outlines{font: font, known: map[uint16]outline{}}, nil
}

// of returns the outline of a glyph.
func (o *outlines) of(glyph uint16) (outline, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	drawn, known := o.known[glyph]
	if known {
		return drawn, nil
	}
	segments, err := o.font.LoadGlyph(&o.buffer, sfnt.GlyphIndex(glyph), fixed.I(int(o.font.UnitsPerEm())), nil)
	if err != nil {
		return outline{}, err
	}
	drawn = outline{slices.Clone(segments), segments.Bounds()}
	o.known[glyph] = drawn
	return drawn, nil
}
