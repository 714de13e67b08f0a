package pdf

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
)

// A literalCode is a Huffman code of octets, as a block of DEFLATE has one (RFC 1951,
// 3.2.7), without repetitions: what one octet becomes does not hang on its neighbours, so
// stretches that were coded apart can be joined, which blocks of any compressor cannot.
type literalCode struct {
	words   [endOfBlock + 1]uint16 // the lowest bit first
	lengths [endOfBlock + 1]uint8
}

// endOfBlock is the sign that ends a block.
const endOfBlock = 256

// longestWord is how long the words of a code may be (RFC 1951, 3.2.7).
const longestWord = 15

// newLiteralCode makes the code for octets that occur so often. Each has a word.
func newLiteralCode(counts [endOfBlock]int) *literalCode {
	total := 0
	for _, n := range counts {
		total += n
	}
	// What is rare is taken to be less so, until no word is too long.
	for least := total/8192 + 1; ; least *= 2 {
		all := make([]int, endOfBlock+1)
		for i, n := range counts {
			all[i] = max(n, least)
		}
		all[endOfBlock] = least
		if lengths := wordLengths(all); slices.Max(lengths) <= longestWord {
			return codeOf(lengths)
		}
	}
}

// wordLengths are those of the best code for signs that occur so often: the two rarest
// are put together until one is left, and a sign is as deep as it was put together.
func wordLengths(counts []int) []uint8 {
	order := make([]int, len(counts)) // signs, the rarest first
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(counts[a], counts[b]), cmp.Compare(a, b)) })
	all, parent := slices.Clone(counts), make([]int, 2*len(counts)-1)
	next := len(counts) // the rarest pair that stands alone; pairs come in order
	for pair := len(counts); pair < len(parent); pair++ {
		sum := 0
		for range 2 {
			one := next
			if len(order) > 0 && (next == len(all) || all[order[0]] <= all[next]) {
				one, order = order[0], order[1:]
			} else {
				next++
			}
			sum += all[one]
			parent[one] = pair
		}
		all = append(all, sum)
	}
	depths := make([]uint8, len(parent))
	for i := len(parent) - 2; i >= 0; i-- {
		depths[i] = depths[parent[i]] + 1
	}
	return depths[:len(counts)]
}

// codeOf gives each sign its word by the lengths of all (RFC 1951, 3.2.2).
func codeOf(lengths []uint8) *literalCode {
	c, word := &literalCode{}, uint16(0)
	for length := uint8(1); length <= longestWord; length++ {
		for sign, l := range lengths {
			if l == length {
				c.words[sign], c.lengths[sign] = bits.Reverse16(word)>>(16-length), length
				word++
			}
		}
		word <<= 1
	}
	return c
}

// begin writes what stands before the words: the only block begins, and the lengths of
// its words, each in four bits, which are a code of their own.
func (c *literalCode) begin(b *bitWriter) {
	b.put(1|2<<1, 3)         // the last block, with a code of its own
	b.put(0|0<<5|15<<10, 14) // 257 signs, 1 distance, all 19 lengths
	b.put(0, 9)              // no repetitions of lengths: 16, 17, 18
	for range 16 {           // 0 to 15 have four bits
		b.put(4, 3)
	}
	for _, length := range c.lengths {
		b.put(lengthWord(length), 4)
	}
	b.put(lengthWord(1), 4) // a distance that nothing has
}

// lengthWord is a length in the code of sixteen words of four bits.
func lengthWord(length uint8) uint32 { return uint32(bits.Reverse8(length) >> 4) }

// add codes octets.
func (c *literalCode) add(b *bitWriter, octets []byte) {
	for _, o := range octets {
		b.put(uint32(c.words[o]), uint(c.lengths[o]))
	}
}

// end ends the block.
func (c *literalCode) end(b *bitWriter) {
	b.put(uint32(c.words[endOfBlock]), uint(c.lengths[endOfBlock]))
}

// A bitWriter packs bits into octets, the lowest first (RFC 1951, 3.1.1).
type bitWriter struct {
	octets  []byte
	waiting uint64
	n       uint // of the waiting bits, below 32
}

// put writes the lowest n bits, at most 32, of a value that has no others.
func (b *bitWriter) put(value uint32, n uint) {
	b.waiting |= uint64(value) << b.n
	if b.n += n; b.n >= 32 {
		b.octets = binary.LittleEndian.AppendUint32(b.octets, uint32(b.waiting))
		b.waiting >>= 32
		b.n -= 32
	}
}

// join writes the bits of a casting, a word of eight octets at a time.
func (b *bitWriter) join(c *casting) {
	octets, waiting, n := slices.Grow(b.octets, len(c.bits)+8), b.waiting, b.n
	bits, left := c.bits, c.n
	for ; left >= 64; left -= 64 {
		word := binary.LittleEndian.Uint64(bits)
		octets = binary.LittleEndian.AppendUint64(octets, waiting|word<<n)
		waiting = word >> (64 - n)
		bits = bits[8:]
	}
	b.octets, b.waiting = octets, waiting
	if left > 0 {
		word := binary.LittleEndian.Uint64(bits)
		b.put(uint32(word), uint(min(left, 32)))
		b.put(uint32(word>>32), uint(max(left-32, 0)))
	}
}

// flush fills up the last octet.
func (b *bitWriter) flush() {
	for ; b.n > 0; b.n -= min(b.n, 8) {
		b.octets = append(b.octets, byte(b.waiting))
		b.waiting >>= 8
	}
}
