package picture

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"slices"

	"tonggao/generator/deflate"
)

// A press compresses rows of pixels (RFC 1951). What repeats in a drawing of letters is the
// octet before and the row above, so it looks for nothing else, eight octets at a time. That
// takes half the time of a compressor that has to find out, and files are a seventh smaller:
// there are but two distances to tell.
type press struct {
	bits  deflate.Bits
	signs []uint16 // of a block: octets, and what repeats
	row   int      // octets, and with that the distance of the row above
}

// The signs behind the octets repeat three octets and more, to 258: the octet before, or
// what stands above.
const (
	repeats = 256
	above   = repeats + longest - 2
	signs   = above + longest - 2
	longest = 258
)

// block is how many signs a block has, and somewhat more where it ends with what repeats:
// with half as many the files are 1 % smaller, and making codes takes twice as long.
const block = 1 << 15

// deflate adds rows of so many octets, 32,768 at most, to the bits.
func (p *press) deflate(rows []byte, row int) {
	p.row = row
	p.signs = slices.Grow(p.signs[:0], block+8+len(rows)/longest)
	for at := 0; at < len(rows); {
		at = p.read(rows, at)
		p.write(at == len(rows))
	}
	p.bits.Flush()
}

// read makes signs of a block of rows that begin somewhere, and returns where it ends.
func (p *press) read(rows []byte, at int) int {
	signs := p.signs[:0]
	for len(signs) < block && at+8 <= len(rows) {
		word := binary.LittleEndian.Uint64(rows[at:])
		before, over := ^word, ^word // like nothing
		if at > 0 {
			before = word<<8 | uint64(rows[at-1])
		}
		if at >= p.row {
			over = binary.LittleEndian.Uint64(rows[at-p.row:])
		}
		n := 0
		switch runs := runsIn(word ^ before); {
		case word == over:
			n = alike(rows, at, p.row, len(rows)-at)
			if word == before && n < p.row && alike(rows, at, 1, n) == n {
				signs = repeat(signs, repeats, n) // nearer, so in fewer bits
			} else {
				signs = repeat(signs, above, n)
			}
		case runs == 0:
			if n = bits.TrailingZeros64(word^before) / 8; n == 8 {
				n = alike(rows, at, 1, len(rows)-at)
			}
			signs = repeat(signs, repeats, n)
		default:
			n = min(runs, ending(word^before), ending(word^over))
			signs = octets(signs, word)[:len(signs)+n]
		}
		at += n
	}
	if at+8 > len(rows) {
		for ; at < len(rows); at++ {
			signs = append(signs, uint16(rows[at]))
		}
	}
	p.signs = signs
	return at
}

// runsIn is where the first three zeros of a word of eight octets begin, or 8.
func runsIn(word uint64) int {
	const low = 0x7F7F7F7F7F7F7F7F
	zeros := ^((word&low + low) | word | low) // the highest bit of each
	return bits.TrailingZeros64(zeros&(zeros>>8)&(zeros>>16)) / 8
}

// ending is where the zeros begin that a word of eight octets ends with, or 8.
func ending(word uint64) int { return 8 - bits.LeadingZeros64(word)/8 }

// octets adds those of a word, of which some are wanted: no processor can guess how many.
func octets(signs []uint16, word uint64) []uint16 {
	return append(signs, uint16(word&0xFF), uint16(word>>8&0xFF), uint16(word>>16&0xFF), uint16(word>>24&0xFF),
		uint16(word>>32&0xFF), uint16(word>>40&0xFF), uint16(word>>48&0xFF), uint16(word>>56))
}

// alike is how many octets are as those so far back.
func alike(rows []byte, at, back, most int) (n int) {
	const near, far = 64, 128
	now, then := rows[at:at+most], rows[at-back:][:most]
	for ; n < near && n+8 <= most; n += 8 {
		if d := binary.LittleEndian.Uint64(now[n:]) ^ binary.LittleEndian.Uint64(then[n:]); d != 0 {
			return n + bits.TrailingZeros64(d)/8
		}
	}
	for ; n+far <= most && bytes.Equal(now[n:n+far], then[n:n+far]); n += far {
	}
	for ; n+8 <= most; n += 8 {
		if d := binary.LittleEndian.Uint64(now[n:]) ^ binary.LittleEndian.Uint64(then[n:]); d != 0 {
			return n + bits.TrailingZeros64(d)/8
		}
	}
	for n < most && now[n] == then[n] {
		n++
	}
	return n
}

// repeat adds the signs of a repetition of so many octets, three at least.
func repeat(signs []uint16, kind uint16, n int) []uint16 {
	for ; n >= longest+3; n -= longest {
		signs = append(signs, kind+longest-3)
	}
	if n > longest {
		signs = append(signs, kind) // the first three
		n -= 3
	}
	return append(signs, kind+uint16(n-3))
}

// write writes the signs of a block.
func (p *press) write(last bool) {
	var told [signs]int
	for _, sign := range p.signs {
		told[sign]++
	}
	counts := slices.Clone(told[:deflate.Signs])
	clear(counts[repeats:])
	counts[deflate.EndOfBlock] = 1
	for n := 3; n <= longest; n++ {
		sign, _ := deflate.Length(n)
		counts[sign] += told[repeats+n-3] + told[above+n-3]
	}
	far, more := deflate.Distance(p.row)
	distances := make([]uint8, far+1)
	distances[0], distances[far] = 1, 1
	lengths := deflate.Lengths(counts, deflate.Longest)
	p.bits.Begin(last, lengths, distances)
	words := deflate.Words(lengths)
	word := func(sign int) deflate.Word { return deflate.Word{Bits: uint64(words[sign]), N: uint(lengths[sign])} }
	near, over := deflate.Word{N: 1}, deflate.Word{Bits: 1, N: 1}.And(more)
	var all [signs]deflate.Word
	for o := range repeats {
		all[o] = word(o)
	}
	for n := 3; n <= longest; n++ {
		sign, beyond := deflate.Length(n)
		of := word(sign).And(beyond)
		all[repeats+n-3], all[above+n-3] = of.And(near), of.And(over)
	}
	p.bits.Tell(all[:], p.signs)
	end := word(deflate.EndOfBlock)
	p.bits.Put(uint32(end.Bits), end.N)
}
