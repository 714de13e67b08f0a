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
// One kind of repetition may stand between them, which the code of a table has (table.go).
type literalCode struct {
	words   [signs]uint16 // the lowest bit first
	lengths [signs]uint8  // 0 for a sign that has no word
	head    casting       // what stands before the words
}

// The signs are the octets, one that ends a block, and lengths of repetitions: from three
// to six, of which only the last is used.
const (
	endOfBlock = 256
	sixAgain   = 260
	signs      = 261
)

// longestWord is how long the words of a code may be (RFC 1951, 3.2.7).
const longestWord = 15

// newLiteralCode makes the code for octets that occur so often. Each has a word.
func newLiteralCode(counts [endOfBlock]int) *literalCode {
	var all [signs]int
	for i, n := range counts {
		all[i] = max(n, 1)
	}
	all[endOfBlock] = 1
	return codeOf(shortened(all[:], longestWord))
}

// shortened are the lengths of words for signs that occur so often, none longer than the
// longest. What is rare is taken to be less so, until no word is too long.
func shortened(counts []int, longest uint8) []uint8 {
	total := 0
	for _, n := range counts {
		total += n
	}
	for least := total/8192 + 1; ; least *= 2 {
		all := slices.Clone(counts)
		for i, n := range counts {
			if n > 0 {
				all[i] = max(n, least)
			}
		}
		if lengths := wordLengths(all); slices.Max(lengths) <= longest {
			return lengths
		}
	}
}

// wordLengths are those of the best code for signs that occur so often: the two rarest
// are put together until one is left, and a sign is as deep as it was put together. One
// that never occurs has no word.
func wordLengths(counts []int) []uint8 {
	var order []int // signs, the rarest first
	for i, n := range counts {
		if n > 0 {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(counts[a], counts[b]), cmp.Compare(a, b)) })
	all, parent := slices.Clone(counts), make([]int, len(counts)+len(order)-1)
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
		if parent[i] > 0 {
			depths[i] = depths[parent[i]] + 1
		}
	}
	return depths[:len(counts)]
}

// codeOf gives each sign its word by the lengths of all.
func codeOf(lengths []uint8) *literalCode {
	distances := append(make([]uint8, distance), 1)
	return &literalCode{words: [signs]uint16(wordsOf(lengths)), lengths: [signs]uint8(lengths), head: head(lengths, distances)}
}

// wordsOf are the words of so many bits (RFC 1951, 3.2.2).
func wordsOf(lengths []uint8) []uint16 {
	words, word := make([]uint16, len(lengths)), uint16(0)
	for length := uint8(1); length <= longestWord; length++ {
		for sign, l := range lengths {
			if l == length {
				words[sign] = bits.Reverse16(word) >> (16 - length)
				word++
			}
		}
		word <<= 1
	}
	return words
}

// head is what stands before the words: the only or last block begins, and the lengths of
// its words and of those of distances (RFC 1951, 3.2.7). The lengths are in a code of
// their own, in which sixteen to eighteen repeat some.
func head(lengths, distances []uint8) casting {
	told := repeated(slices.Concat(lengths, distances))
	var counts [19]int
	for _, t := range told {
		counts[t.sign]++
	}
	lengthsOfLengths := shortened(counts[:], 7)
	words := wordsOf(lengthsOfLengths)
	var b bitWriter
	b.put(1|2<<1, 3) // the last block, with a code of its own
	b.put(uint32(len(lengths)-257|(len(distances)-1)<<5|15<<10), 14)
	for _, sign := range []int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15} {
		b.put(uint32(lengthsOfLengths[sign]), 3)
	}
	for _, t := range told {
		b.put(uint32(words[t.sign]), uint(lengthsOfLengths[t.sign]))
		b.put(t.more, t.bits)
	}
	return b.cast()
}

// distance is the sign of a distance from thirteen to sixteen octets, and the only one.
const distance = 7

// A run is a length, or the sign that repeats one, and how often.
type run struct {
	sign uint8
	more uint32
	bits uint
}

// repeated tells lengths of words, equal ones together where the format can.
func repeated(lengths []uint8) (told []run) {
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
	at, whole := len(b.octets), c.n/64*8
	b.octets = slices.Grow(b.octets, whole+8)[:at+whole]
	to, from, waiting, n := b.octets[at:], c.bits[:whole], b.waiting, b.n&31
	for i := 0; i+8 <= len(from) && i+8 <= len(to); i += 8 {
		word := binary.LittleEndian.Uint64(from[i : i+8])
		binary.LittleEndian.PutUint64(to[i:i+8], waiting|word<<n)
		waiting = word >> 1 >> (63 - n) // nothing of it where n is 0
	}
	b.waiting = waiting
	if left := c.n - 8*whole; left > 0 {
		word := binary.LittleEndian.Uint64(c.bits[whole:])
		b.put(uint32(word), uint(min(left, 32)))
		b.put(uint32(word>>32), uint(max(left-32, 0)))
	}
}

// cast ends what was written as a piece.
func (b *bitWriter) cast() casting {
	n := 8*len(b.octets) + int(b.n)
	b.flush()
	return casting{bits: append(b.octets, make([]byte, -len(b.octets)&7)...), n: n}
}

// flush fills up the last octet.
func (b *bitWriter) flush() {
	for ; b.n > 0; b.n -= min(b.n, 8) {
		b.octets = append(b.octets, byte(b.waiting))
		b.waiting >>= 8
	}
}
