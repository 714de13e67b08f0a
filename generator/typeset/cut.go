package typeset

import (
	"encoding/binary"
	"slices"
	"strings"
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
type Knife struct {
	glyf, file []Piece
	tables     []table
	own        []byte // what a document alone has
}

// A table of a cut face: the outlines, or one piece.
type table struct {
	name     string
	one      Piece
	outlines []Piece
}

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
	c.tables(k)
	k.assemble()
	return k.file
}

// tables fills the knife with those of Cut.
func (c *Cutting) tables(k *Knife) {
	f := c.Face
	k.tables, k.glyf, k.own = k.tables[:0], k.glyf[:0], k.own[:0]
	for code := 0; code < len(c.used); code++ { // grows while composites add their parts
		k.glyf = append(k.glyf, c.piece(c.used[code]))
	}
	k.tables = append(k.tables, table{name: "glyf", outlines: k.glyf})
	k.add("hmtx", func(hmtx []byte) []byte {
		for _, u := range c.used {
			hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(int(u.width)*f.unit/1000))
			hmtx = binary.BigEndian.AppendUint16(hmtx, u.bearing)
		}
		return hmtx
	})
	k.add("loca", func(loca []byte) []byte {
		size := 0
		loca = binary.BigEndian.AppendUint32(loca, 0)
		for _, u := range c.used {
			size += filled(len(u.data))
			loca = binary.BigEndian.AppendUint32(loca, uint32(size))
		}
		return loca
	})
	k.change(f, "head", func(head []byte) {
		binary.BigEndian.PutUint32(head[8:], 0)  // the checksum of the whole: PDF readers ignore it
		binary.BigEndian.PutUint16(head[50:], 1) // long offsets
	})
	k.change(f, "hhea", func(hhea []byte) { binary.BigEndian.PutUint16(hhea[34:], uint16(len(c.used))) })
	k.change(f, "maxp", func(maxp []byte) { binary.BigEndian.PutUint16(maxp[4:], uint16(len(c.used))) })
	k.take(f, "cvt ", "fpgm", "prep") // what hinted faces need
}

// add adds a table that is written behind what the document has already.
func (k *Knife) add(name string, write func([]byte) []byte) {
	from := len(k.own)
	k.own = write(k.own)
	data := k.own[from:len(k.own):len(k.own)]
	k.tables = append(k.tables, table{name: name, one: Piece{data, -1, checksum(data)}})
}

// change adds a table of a face with some of it changed.
func (k *Knife) change(f *Face, name string, change func([]byte)) {
	k.add(name, func(own []byte) []byte {
		from := len(own)
		own = append(own, f.now().tables[name]...)
		change(own[from:])
		return own
	})
}

// take adds the tables that a face has of some as they are.
func (k *Knife) take(f *Face, names ...string) {
	for _, name := range names {
		if data := f.now().tables[name]; data != nil {
			k.tables = append(k.tables, table{name: name, one: Piece{data, -1, checksum(data)}})
		}
	}
}

// piece is the outline of a used glyph as it stands in the file.
func (c *Cutting) piece(u used) Piece {
	if u.composite {
		data := c.renumber(u.data)
		return Piece{data, -1, checksum(data)}
	}
	return Piece{u.data, int(u.glyph), u.sum}
}

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

// assemble makes sfnt of the tables, in the order of their tags.
func (k *Knife) assemble() {
	slices.SortFunc(k.tables, func(a, b table) int { return strings.Compare(a.name, b.name) })
	count := len(k.tables)
	offset := 12 + 16*count
	k.file = append(k.file[:0], Piece{Glyph: -1})
	from := len(k.own)
	k.own = append(k.own, 0, 1, 0, 0, 0, byte(count))
	power, log := 1, 0
	for ; power*2 <= count; power, log = power*2, log+1 {
	}
	for _, n := range []int{power * 16, log, (count - power) * 16} {
		k.own = binary.BigEndian.AppendUint16(k.own, uint16(n))
	}
	for _, t := range k.tables {
		sum, size := t.one.sum, len(t.one.Data)
		for _, p := range t.outlines {
			sum += p.sum
			size += filled(len(p.Data))
		}
		k.own = append(k.own, t.name...)
		for _, n := range []uint32{sum, uint32(offset), uint32(size)} {
			k.own = binary.BigEndian.AppendUint32(k.own, n)
		}
		offset += filled(size)
		if len(t.outlines) == 0 {
			k.file = append(k.file, t.one)
		}
		k.file = append(k.file, t.outlines...)
	}
	k.file[0].Data = k.own[from:]
}

func checksum(table []byte) (sum uint32) {
	for ; len(table) >= 4; table = table[4:] {
		sum += binary.BigEndian.Uint32(table)
	}
	var rest [4]byte
	copy(rest[:], table)
	return sum + binary.BigEndian.Uint32(rest[:])
}
