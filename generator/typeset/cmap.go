package typeset

// readCmap takes the characters that the face has from its Unicode subtables:
// format 4 for the basic plane, format 12 for all planes (OpenType, cmap).
func (f *Face) readCmap(cmap []byte) {
	f.basic = make([]uint16, 0x10000)
	f.beyond = make(map[rune]uint16)
	for i := range be16(cmap, 2) {
		record := cmap[4+8*i:]
		table := cmap[be32(record, 4):]
		platform, encoding := be16(record, 0), be16(record, 2)
		if platform != 0 && (platform != 3 || encoding != 1 && encoding != 10) {
			continue
		}
		switch be16(table, 0) {
		case 4:
			f.readSegments(table)
		case 12:
			f.readGroups(table)
		}
	}
}

func (f *Face) readSegments(table []byte) {
	n := be16(table, 6) // twice the number of segments
	ends, starts, deltas, offsets := table[14:], table[16+n:], table[16+2*n:], table[16+3*n:]
	for s := 0; s < n; s += 2 {
		start, end, delta, offset := be16(starts, s), be16(ends, s), be16(deltas, s), be16(offsets, s)
		for code := start; code <= end && code < 0xFFFF; code++ {
			glyph := code
			if offset != 0 {
				glyph = be16(offsets, s+offset+2*(code-start))
			}
			if offset == 0 || glyph != 0 {
				f.set(rune(code), (glyph+delta)&0xFFFF)
			}
		}
	}
}

func (f *Face) readGroups(table []byte) {
	for g := range be32(table, 12) {
		group := table[16+12*g:]
		start, end, first := be32(group, 0), be32(group, 4), be32(group, 8)
		for code := start; code <= min(end, 0x10FFFF); code++ {
			f.set(rune(code), first+code-start)
		}
	}
}

func (f *Face) set(code rune, glyph int) {
	switch {
	case glyph == 0 || glyph >= f.glyphs:
	case code < 0x10000:
		f.basic[code] = uint16(glyph)
	default:
		f.beyond[code] = uint16(glyph)
	}
}
