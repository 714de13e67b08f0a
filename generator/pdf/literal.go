package pdf

import "tonggao/generator/deflate"

// A literalCode is a Huffman code of octets, as a block of DEFLATE has one (RFC 1951,
// 3.2.7), without repetitions: what one octet becomes does not hang on its neighbours, so
// stretches that were coded apart can be joined, which blocks of any compressor cannot.
// One kind of repetition may stand between them, which the code of a table has (table.go).
type literalCode struct {
	words   [signs]uint16 // the lowest bit first
	lengths [signs]uint8  // 0 for a sign that has no word
	head    deflate.Stretch
}

// The signs are the octets, one that ends a block, and lengths of repetitions: from three
// to six, of which only the last is used.
const (
	sixAgain = 260
	signs    = 261
)

// newLiteralCode makes the code for octets that occur so often. Each has a word.
func newLiteralCode(counts [deflate.EndOfBlock]int) *literalCode {
	var all [signs]int
	for i, n := range counts {
		all[i] = max(n, 1)
	}
	all[deflate.EndOfBlock] = 1
	return codeOf(all[:])
}

// codeOf is the code for signs that occur so often.
func codeOf(counts []int) *literalCode {
	lengths := deflate.Lengths(counts, deflate.Longest)
	c := &literalCode{words: [signs]uint16(deflate.Words(lengths)), lengths: [signs]uint8(lengths)}
	var distances [distance + 1]uint8
	distances[distance] = 1
	var b deflate.Bits
	b.Begin(true, lengths, distances[:])
	c.head = b.Stretch()
	return c
}

// distance is the sign of a distance from thirteen to sixteen octets, and the only one.
const distance = 7

// add codes octets.
func (c *literalCode) add(b *deflate.Bits, octets []byte) {
	for _, o := range octets {
		b.Put(uint32(c.words[o]), uint(c.lengths[o]))
	}
}

// end ends the block.
func (c *literalCode) end(b *deflate.Bits) {
	b.Put(uint32(c.words[deflate.EndOfBlock]), uint(c.lengths[deflate.EndOfBlock]))
}
