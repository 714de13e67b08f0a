package typeset

import (
	"encoding/binary"
	"maps"
	"slices"
)

// A cutting is what one document uses of a face. Each glyph gets a code in the
// order of its first use, which is also its number in the embedded font. A mark
// that stands half as wide at a line's end gets a code of its own, since a code
// has one width.
type Cutting struct {
	Face   *Face
	codes  []uint16          // by glyph, 0 for none
	halves map[uint16]uint16 // of glyphs that stand half as wide
	used   []used            // by code; the first is .notdef; none for a face that is not used
}

// A knife is the memory that faces are cut in, one after the other.
type Knife struct{ glyf, file []Piece }

// A Piece is a stretch of a cut face's file, behind which zeros fill up four octets.
type Piece struct {
	Data  []byte
	Glyph int // of the face, whose outline this is as it stands there; -1 for what this document alone has

	sum uint32 // the checksum of its octets
}

// Join makes the file of its pieces.
func Join(pieces []Piece) []byte {
	var file []byte
	for _, p := range pieces {
		file = append(file, p.Data...)
		file = append(file, make([]byte, -len(file)&3)...)
	}
	return file
}

type used struct {
	*outline
	glyph uint16
	width int32 // thousandths of an em
	text  rune  // what the code stands for when it is copied or searched; 0 for a part of another glyph
}

// NewCutting begins with nothing of a face.
func NewCutting(f *Face) *Cutting { return &Cutting{Face: f} }

// Clear begins anew with nothing of the face, in the same memory.
func (c *Cutting) Clear() {
	for _, u := range c.used {
		c.codes[u.glyph] = 0
	}
	clear(c.halves)
	c.used = c.used[:0]
}

// Taken reports whether anything is used of the face.
func (c *Cutting) Taken() bool { return len(c.used) > 0 }

// Count is how many codes there are, from 0.
func (c *Cutting) Count() int { return len(c.used) }

// Char is the character that a code stands for when it is copied or searched, 0 where
// it is none or a part of another glyph.
func (c *Cutting) Char(code int) rune { return c.used[code].text }

// Code returns the code of a cell's glyph, taking it into the cutting.
func (c *Cutting) Code(cell Cell) int { return int(c.code(cell.Glyph, cell.Half, cell.Char)) }

func (c *Cutting) code(glyph uint16, half bool, text rune) uint16 {
	if c.codes == nil { // most documents leave some face alone
		c.codes, c.halves, c.used = make([]uint16, c.Face.glyphs), make(map[uint16]uint16), make([]used, 0, 256)
	}
	if !c.Taken() {
		c.take(0, false, 0)
	}
	if half {
		code, known := c.halves[glyph]
		if !known {
			code = c.take(glyph, half, text)
			c.halves[glyph] = code
		}
		return code
	}
	code := c.codes[glyph]
	if code == 0 {
		code = c.take(glyph, half, text)
		c.codes[glyph] = code
	}
	return code
}

// take gives a glyph the next code.
func (c *Cutting) take(glyph uint16, half bool, text rune) uint16 {
	u := used{c.Face.outline(glyph), glyph, c.Face.advance(glyph), text}
	if half {
		u.width /= 2
	}
	c.used = append(c.used, u)
	return uint16(len(c.used) - 1)
}

// Width returns the width of a code in thousandths of an em.
func (c *Cutting) Width(code int) int32 { return c.used[code].width }

// Cut makes the TrueType file that holds the used glyphs: the tables that
// ISO 32000-1, 9.9 asks of an embedded CIDFontType2 and no more. Parts of
// composite glyphs are added behind. It is in pieces, since most of them are outlines
// that many documents use: what is made of one need be made once. They stand in the
// knife's memory until the next face is cut with it.
func (c *Cutting) Cut(k *Knife) []Piece {
	k.file = assemble(k.file[:0], c.tables(k))
	return k.file
}

// tables are those of Cut.
func (c *Cutting) tables(k *Knife) map[string][]Piece {
	f, size := c.Face, 0
	loca, hmtx := make([]byte, 0, 4*len(c.used)+4), make([]byte, 0, 4*len(c.used))
	loca = binary.BigEndian.AppendUint32(loca, 0)
	k.glyf = k.glyf[:0]
	for code := 0; code < len(c.used); code++ { // grows while composites add their parts
		u := c.used[code]
		k.glyf = append(k.glyf, c.piece(u))
		size += filled(len(u.data))
		loca = binary.BigEndian.AppendUint32(loca, uint32(size))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(int(u.width)*f.unit/1000))
		hmtx = binary.BigEndian.AppendUint16(hmtx, u.bearing)
	}
	head, hhea, maxp := slices.Clone(f.tables["head"]), slices.Clone(f.tables["hhea"]), slices.Clone(f.tables["maxp"])
	binary.BigEndian.PutUint32(head[8:], 0)  // the checksum of the whole: PDF readers ignore it
	binary.BigEndian.PutUint16(head[50:], 1) // long offsets
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(c.used)))
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(c.used)))
	tables := map[string][]Piece{"glyf": k.glyf, "head": own(head), "hhea": own(hhea), "maxp": own(maxp), "loca": own(loca), "hmtx": own(hmtx)}
	for _, name := range []string{"cvt ", "fpgm", "prep"} { // what hinted faces need
		if t := f.tables[name]; t != nil {
			tables[name] = own(t)
		}
	}
	return tables
}

// piece is the outline of a used glyph as it stands in the file.
func (c *Cutting) piece(u used) Piece {
	if u.composite {
		data := c.renumber(u.data)
		return Piece{data, -1, checksum(data)}
	}
	return Piece{u.data, int(u.glyph), u.sum}
}

// own is a table in one piece.
func own(table []byte) []Piece { return []Piece{{table, -1, checksum(table)}} }

// filled is a length with the zeros behind it.
func filled(n int) int { return (n + 3) &^ 3 }

// renumber returns the data of a composite glyph with its parts' new codes.
func (c *Cutting) renumber(data []byte) []byte {
	const words, scale, more, twoScales, matrix = 1, 8, 32, 64, 128
	data = slices.Clone(data)
	for at, flags := 10, more; flags&more != 0; {
		flags = be16(data, at)
		part := uint16(be16(data, at+2))
		binary.BigEndian.PutUint16(data[at+2:], c.code(part, false, 0))
		at += 6
		if flags&words != 0 {
			at += 2
		}
		switch {
		case flags&scale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
	}
	return data
}

// assemble appends tables to no pieces as sfnt, in the order of their tags.
func assemble(file []Piece, tables map[string][]Piece) []Piece {
	names := slices.Sorted(maps.Keys(tables))
	offset := 12 + 16*len(names)
	index := append(make([]byte, 0, offset), 0, 1, 0, 0, 0, byte(len(names)), 0, 0, 0, 0, 0, 0)
	for power, log := 1, 0; power <= len(names); power, log = power*2, log+1 {
		binary.BigEndian.PutUint16(index[6:], uint16(power*16))
		binary.BigEndian.PutUint16(index[8:], uint16(log))
		binary.BigEndian.PutUint16(index[10:], uint16((len(names)-power)*16))
	}
	file = append(file, Piece{Glyph: -1})
	for _, name := range names {
		sum, size := uint32(0), 0
		for _, p := range tables[name] {
			sum += p.sum
			size = filled(size) + len(p.Data)
		}
		if name == "glyf" {
			size = filled(size)
		}
		index = append(index, name...)
		index = binary.BigEndian.AppendUint32(index, sum)
		index = binary.BigEndian.AppendUint32(index, uint32(offset))
		index = binary.BigEndian.AppendUint32(index, uint32(size))
		offset += filled(size)
		file = append(file, tables[name]...)
	}
	file[0].Data = index
	return file
}

func checksum(table []byte) (sum uint32) {
	for ; len(table) >= 4; table = table[4:] {
		sum += binary.BigEndian.Uint32(table)
	}
	var rest [4]byte
	copy(rest[:], table)
	return sum + binary.BigEndian.Uint32(rest[:])
}
