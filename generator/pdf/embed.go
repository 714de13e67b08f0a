package pdf

import (
	"fmt"
	"strconv"

	"tonggao/generator/typeset"
)

// embed writes the five objects of a cut face and returns the number of the
// first, which is the font: ISO 32000-1, 9.7 (Type 0 fonts), 9.8 (descriptors),
// 9.10.3 (ToUnicode).
//
// fpdf could do this too, but it loads and hashes 65,536 widths for every face
// and document (3 ms each), addresses the basic plane only, and maps codes to
// text by identity, so that a character beyond it would copy as a private code.
func (w *writing) embed(c *typeset.Cutting) int {
	f := c.Face
	deflated, size, sum := w.foundry.of(f).deflate(w.deflated[:0], c.Cut(&w.knife))
	w.deflated = deflated
	name := subsetTag(sum, size) + "+" + f.Name()
	stream := w.next()
	w.putStream(stream, fmt.Sprintf("/Filter/FlateDecode/Length1 %d", size), deflated)
	descriptor := w.small("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0"+
		"/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %d 0 R>>",
		name, f.Box[0], f.Box[1], f.Box[2], f.Box[3], typeset.Ascent, typeset.Descent, f.Cap, f.Weight/5, stream)
	w.spelled = widths(w.spelled[:0], c)
	descendant := w.small("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s"+
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/DW 1000/W[%s]/CIDToGIDMap/Identity>>",
		name, descriptor, w.spelled)
	w.spelled = toUnicode(w.spelled[:0], c)
	w.deflated = w.tables.deflate(w.deflated[:0], w.spelled)
	unicode := w.next()
	w.putStream(unicode, "/Filter/FlateDecode", w.deflated)
	return w.small("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
		name, descendant, unicode)
}

// subsetTag is the six letters that ISO 32000-1, 9.6.4 puts before the name of a
// cut face. They come from the sum that its compressed form ends with, so that equal
// documents stay equal and nothing is read once more for them.
func subsetTag(sum uint32, size int) string {
	tag := make([]byte, 6)
	for i, rest := 0, uint64(sum)+uint64(size)<<32; i < len(tag); i, rest = i+1, rest/26 {
		tag[i] = 'A' + byte(rest%26)
	}
	return string(tag)
}

// widths appends the codes that are not one em wide.
func widths(b []byte, c *typeset.Cutting) []byte {
	for code := range c.Count() {
		if w := c.Width(code); w != 1000 {
			b = append(strconv.AppendInt(b, int64(code), 10), '[')
			b = append(strconv.AppendInt(b, int64(w), 10), ']')
		}
	}
	return b
}
