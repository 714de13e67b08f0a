package typeset

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// Whole makes a TrueType file like that of Cut which stands by itself: programs that
// know no codes of a document find its glyphs by their characters, in a table cmap
// (OpenType 1.9: cmap, name, OS/2, post). The file is new memory.
func (c *Cutting) Whole(k *Knife) []byte {
	c.tables(k)
	k.add("cmap", func(own []byte) []byte { return append(own, charMap(c.used)...) })
	k.add("post", func(own []byte) []byte { // without names of glyphs
		return append(binary.BigEndian.AppendUint32(own, 0x00030000), make([]byte, 28)...)
	})
	k.take(c.Face, "OS/2", "name")
	k.assemble()
	file := Join(k.file)
	head := be32(file, entryOf(file, "head")+8)
	binary.BigEndian.PutUint32(file[head+8:], 0xB1B0AFBA-checksum(file)) // checkSumAdjustment
	return file
}

// entryOf is where a table's entry stands in a file that has it.
func entryOf(file []byte, name string) int {
	at := 12
	for string(file[at:at+4]) != name {
		at += 16
	}
	return at
}

// A mapped character and the number of its glyph.
type mapped struct {
	char rune
	code uint16
}

// charMap is the table cmap of used glyphs: format 4 for programs that read no other,
// and format 12 where there are characters beyond the basic plane.
func charMap(all []used) []byte {
	var chars []mapped
	for code, u := range all {
		if u.text != 0 {
			chars = append(chars, mapped{u.text, uint16(code)})
		}
	}
	slices.SortStableFunc(chars, func(a, b mapped) int { return cmp.Compare(a.char, b.char) })
	chars = slices.CompactFunc(chars, func(a, b mapped) bool { return a.char == b.char })
	basic := slices.IndexFunc(chars, func(m mapped) bool { return m.char > 0xFFFE })
	if basic < 0 {
		basic = len(chars)
	}
	short := basicMap(chars[:basic])
	subs := [][2]uint32{{3<<16 | 1, 12}} // Windows: basic plane
	if basic < len(chars) {
		subs = [][2]uint32{{3<<16 | 1, 20}, {3<<16 | 10, 20 + uint32(len(short))}} // and all of Unicode
	}
	table := []byte{0, 0, 0, byte(len(subs))}
	for _, sub := range subs {
		table = binary.BigEndian.AppendUint32(table, sub[0])
		table = binary.BigEndian.AppendUint32(table, sub[1])
	}
	if table = append(table, short...); basic < len(chars) {
		table = append(table, fullMap(chars)...)
	}
	return table
}

// basicMap is a subtable of format 4, a segment for each run of neighbours.
func basicMap(chars []mapped) []byte {
	var ends, starts, deltas []byte
	segments := 0
	add := func(from, to rune, code uint16) {
		ends, starts = binary.BigEndian.AppendUint16(ends, uint16(to)), binary.BigEndian.AppendUint16(starts, uint16(from))
		deltas = binary.BigEndian.AppendUint16(deltas, code-uint16(from))
		segments++
	}
	for _, run := range runs(chars) {
		add(run[0].char, run[len(run)-1].char, run[0].code)
	}
	add(0xFFFF, 0xFFFF, 0)
	power, log := 1, 0
	for ; power*2 <= segments; power, log = power*2, log+1 {
	}
	table := []byte{0, 4}
	for _, n := range []int{16 + 8*segments, 0, 2 * segments, 2 * power, log, 2 * (segments - power)} {
		table = binary.BigEndian.AppendUint16(table, uint16(n))
	}
	table = append(append(append(table, ends...), 0, 0), starts...)
	return append(append(table, deltas...), make([]byte, 2*segments)...)
}

// fullMap is a subtable of format 12.
func fullMap(chars []mapped) []byte {
	groups := runs(chars)
	table := []byte{0, 12, 0, 0}
	for _, n := range []int{16 + 12*len(groups), 0, len(groups)} {
		table = binary.BigEndian.AppendUint32(table, uint32(n))
	}
	for _, run := range groups {
		for _, n := range []uint32{uint32(run[0].char), uint32(run[len(run)-1].char), uint32(run[0].code)} {
			table = binary.BigEndian.AppendUint32(table, n)
		}
	}
	return table
}

// runs parts characters into those whose glyphs follow one another as they do.
func runs(chars []mapped) [][]mapped {
	var all [][]mapped
	for len(chars) > 0 {
		n := 1
		for n < len(chars) && chars[n].char == chars[n-1].char+1 && chars[n].code == chars[n-1].code+1 {
			n++
		}
		all, chars = append(all, chars[:n]), chars[n:]
	}
	return all
}
