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
	deflated, size, sum := w.foundry.of(f).deflate(w.outlined[:0], c.Cut(&w.knife))
	w.outlined = deflated
	name := subsetTag(sum, size) + "+" + f.Name
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
	unicode := w.stream("", w.plain, w.spelled)
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

// toUnicode appends a map of every code to the text it stands for, in blocks of at
// most a hundred (Adobe technical note 5014, 1.4.1).
func toUnicode(b []byte, c *typeset.Cutting) []byte {
	b = append(b, "/CIDInit/ProcSet findresource begin 12 dict begin begincmap"+
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"+
		"1 begincodespacerange<0000><FFFF>endcodespacerange\n"...)
	count := 0
	for code := range c.Count() {
		if c.Char(code) != 0 {
			count++
		}
	}
	for code, n := 0, 0; code < c.Count(); code++ {
		char := c.Char(code)
		if char == 0 {
			continue
		}
		if n%100 == 0 {
			b = append(strconv.AppendInt(b, int64(min(count-n, 100)), 10), " beginbfchar\n"...)
		}
		b = append(appendHex(append(b, '<'), uint16(code)), "><"...)
		b = append(appendUTF16(b, char), ">\n"...)
		if n++; n%100 == 0 || n == count {
			b = append(b, "endbfchar\n"...)
		}
	}
	return append(b, "endcmap CMapName currentdict/CMap defineresource pop end end"...)
}
