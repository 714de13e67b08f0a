package deflate

// Begin writes what stands before the words of a block with codes of its own: the lengths
// of the words of octets and lengths, from EndOfBlock on at least, and of those of
// distances, of which there is one at least (RFC 1951, 3.2.7). The lengths are in a code
// themselves, in which sixteen to eighteen repeat some.
func (b *Bits) Begin(last bool, lengths, distances []uint8) {
	told := repeated(append(lengths[:len(lengths):len(lengths)], distances...))
	var counts [19]int
	for _, t := range told {
		counts[t.sign]++
	}
	lengthsOfLengths := Lengths(counts[:], 7)
	words := Words(lengthsOfLengths)
	kind := uint32(2 << 1) // a code of its own
	if last {
		kind |= 1
	}
	b.Put(kind, 3)
	b.Put(uint32(len(lengths)-257|(len(distances)-1)<<5|15<<10), 14)
	for _, sign := range []int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15} {
		b.Put(uint32(lengthsOfLengths[sign]), 3)
	}
	for _, t := range told {
		b.Put(uint32(words[t.sign]), uint(lengthsOfLengths[t.sign]))
		b.Put(t.more, t.bits)
	}
}

// A run is a length, or the sign that repeats one, and how often.
type run struct {
	sign uint8
	more uint32
	bits uint
}

// repeated tells lengths of words, equal ones together where the format can.
func repeated(lengths []uint8) []run {
	told := make([]run, 0, len(lengths))
	for from := 0; from < len(lengths); {
		length, n := lengths[from], 1
		for from+n < len(lengths) && lengths[from+n] == length {
			n++
		}
		switch {
		case length == 0 && n >= 11:
			n = min(n, 138)
			told = append(told, run{18, uint32(n - 11), 7})
		case length == 0 && n >= 3:
			told = append(told, run{17, uint32(n - 3), 3})
		case from > 0 && lengths[from-1] == length && n >= 3:
			n = min(n, 6)
			told = append(told, run{16, uint32(n - 3), 2})
		default:
			n = 1
			told = append(told, run{sign: length})
		}
		from += n
	}
	return told
}
