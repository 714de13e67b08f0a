package picture

import (
	"encoding/binary"
	"image"
	"math"
	"math/bits"
)

// A stamp is what a glyph covers, in steps of each pixel. The glyphs of a site's pictures
// are few, and stand at the same sizes in most of them, so each is cut once and laid often.
type stamp struct {
	box image.Rectangle // of the pixels, from the whole one that the glyph stands on
	// Eight pixels each, four bits a pixel, the first of them lowest. A row begins with a word.
	words []uint32
}

// A mould is what a stamp is cut by. A glyph's place is a whole pixel of height, and a quarter
// of one in the line: lettering stays as even as the eye can tell, and most of it is alike.
type mould struct {
	face    *outlines
	glyph   uint16
	quarter uint8 // how many to the right of a whole pixel, 0 to 3
	size    int32 // of the em, in 64ths of a pixel
}

// place is where a stamp stands for a glyph that stands somewhere in a line: the quarter, and
// the whole pixel.
func place(x float64) (quarter uint8, whole int) {
	at := int(math.Round(4 * x))
	return uint8(at & 3), at >> 2
}

// generation is how many words the stamps have before the older half of them is forgotten:
// 4 MB, somewhat more than those of a hundred pictures of four regions.
const generation = 1 << 20

func (s stamp) size() int { return len(s.words) }

// stamp lays the last ink where a stamp covers pixels that lie so far from the corner.
func (p *pixels) stamp(s stamp, x, y int) {
	box := s.box.Add(image.Pt(x, y))
	across := (box.Dx() + 7) / 8
	if !box.In(p.Rect) || p.PixOffset(box.Min.X+8*across, box.Max.Y-1) > len(p.Pix) {
		p.beyond(s, box)
		return
	}
	for words := s.words; len(words) > 0; words = words[across:] {
		at := p.PixOffset(box.Min.X, box.Min.Y)
		for i, word := range words[:across] {
			if word != 0 { // more than half of a glyph's box is bare
				p.eight(p.Pix[at+8*i:][:8], word)
			}
		}
		box.Min.Y++
	}
}

// beyond lays a stamp of which some lies beside the picture, pixel by pixel.
func (p *pixels) beyond(s stamp, box image.Rectangle) {
	for i, word := range s.words {
		across := (box.Dx() + 7) / 8
		for x := range 8 {
			at := image.Pt(box.Min.X+i%across*8+x, box.Min.Y+i/across)
			if step := word >> (4 * x) & full; step > 0 && at.In(p.Rect) {
				o := p.PixOffset(at.X, at.Y)
				p.Pix[o] = p.laid(p.Pix[o], uint8(step))
			}
		}
	}
}

const each = math.MaxUint64 / 255 // 1 in each of eight octets

// eight lays the last ink over eight pixels, as a word of a stamp says. Where those at an edge
// have one colour that has a ramp to the ink, it adds up the places in the palette.
func (p *pixels) eight(pix []uint8, word uint32) {
	w := uint64(word)
	w = (w | w<<16) & 0x0000FFFF0000FFFF
	w = (w | w<<8) & 0x00FF00FF00FF00FF
	w = (w | w<<4) & 0x0F0F0F0F0F0F0F0F
	whole := ((w + (0x80-full)*each) >> 7 & each) * 255
	edge := ((w + 0x7F*each) >> 7 & each) * 255 &^ whole
	under, over := binary.LittleEndian.Uint64(pix), p.over
	if edge != 0 && (over.ramp == 0 || (under^over.under)&edge != 0) && !p.even(under, edge) {
		for i := range pix {
			pix[i] = p.laid(pix[i], uint8(w>>(8*i)))
		}
		return
	}
	binary.LittleEndian.PutUint64(pix, under&^(edge|whole)|(over.ramp+w&edge)&edge|uint64(p.whole)*each&whole)
}

// even finds the ramp for pixels at an edge, and reports whether there is one for all of them.
func (p *pixels) even(under, edge uint64) bool {
	one := uint8(under >> (bits.TrailingZeros64(edge) &^ 7))
	if (under^uint64(one)*each)&edge != 0 {
		return false
	}
	ramp := p.ramp(one)
	if ramp == 0 {
		return false
	}
	p.over.under, p.over.ramp = uint64(one)*each, uint64(ramp-1)*each
	return true
}
