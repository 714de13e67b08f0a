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
	box   image.Rectangle // of the pixels, from the whole one that the glyph stands on
	words []word
}

// A word is what of eight pixels in a row is covered, and which these are, from the corner of
// the box. There is none where all are bare.
type word uint64

// wordOf is a word of so many steps, four bits a pixel, the first of them lowest.
func wordOf(steps uint32, eight, row int) word {
	return word(steps) | word(eight)<<32 | word(row)<<48
}

// at is where a word's first pixel lies.
func (w word) at() (x, y int) { return int(w >> 29 & 0x7FFF8), int(w >> 48) }

// A mould is what a stamp is cut by. A glyph's place is a whole pixel of height, and a half of
// one in the line, or a whole one where it is large: lettering stays as even as the eye can
// tell, and most of it is alike.
type mould struct {
	face  *outlines
	glyph uint16
	half  uint8 // how many to the right of a whole pixel, 0 or 1
	size  int32 // of the em, in 64ths of a pixel
}

// large is an em, in pixels, of which half a pixel is too little to be seen between glyphs.
const large = 24

// place is where a stamp stands for a glyph of an em that stands somewhere in a line: the
// half, and the whole pixel.
func place(x, em float64) (half uint8, whole int) {
	if em >= large {
		return 0, int(math.Round(x))
	}
	at := int(math.Round(2 * x))
	return uint8(at & 1), at >> 1
}

// generation is how many words the stamps have before the older half of them is forgotten:
// 6 MB, somewhat more than those of a hundred pictures of four regions.
const generation = 3 << 18

func (s stamp) size() int { return len(s.words) }

// stamp lays the last ink where a stamp covers pixels that lie so far from the corner.
func (p *pixels) stamp(s stamp, x, y int) {
	box := s.box.Add(image.Pt(x, y))
	if !box.In(p.Rect) || p.PixOffset(box.Max.X+7, box.Max.Y-1) > len(p.Pix) {
		p.beyond(s, box)
		return
	}
	corner := p.PixOffset(box.Min.X, box.Min.Y)
	for _, word := range s.words {
		x, y := word.at()
		p.eight(p.Pix[corner+y*p.Stride+x:][:8], uint32(word))
	}
}

// beyond lays a stamp of which some lies beside the picture, pixel by pixel.
func (p *pixels) beyond(s stamp, box image.Rectangle) {
	for _, word := range s.words {
		x, y := word.at()
		for i := range 8 {
			at := box.Min.Add(image.Pt(x+i, y))
			if step := word >> (4 * i) & full; step > 0 && at.In(p.Rect) {
				o := p.PixOffset(at.X, at.Y)
				p.Pix[o] = p.laid(p.Pix[o], uint8(step))
			}
		}
	}
}

const each = math.MaxUint64 / 255 // 1 in each of eight octets

// eight lays the last ink over eight pixels, in steps of four bits. Where those at an edge
// have one colour that has a ramp to the ink, it adds up the places in the palette.
func (p *pixels) eight(pix []uint8, steps uint32) {
	w := uint64(steps)
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
