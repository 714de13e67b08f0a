// Package deflate has what a writer needs of DEFLATE (RFC 1951) that knows itself what
// repeats in its octets: codes by how often each sign occurs, what stands before a block
// that has them, and bits packed into octets.
//
// It searches for nothing. A compressor that does is github.com/klauspost/compress.
//
// Begin with Begin.
package deflate

import (
	"cmp"
	"math/bits"
	"slices"
)

// EndOfBlock is the sign behind the octets, and the one that ends a block; behind it are
// those of lengths.
const EndOfBlock = 256

// Signs is how many there are of octets, of the end, and of lengths.
const Signs = 286

// Longest is how long the words of a code may be (RFC 1951, 3.2.7).
const Longest = 15

// Lengths are the lengths of words for signs that occur so often, none longer than the
// longest. What is rare is taken to be less so, until no word is too long.
func Lengths(counts []int, longest uint8) []uint8 {
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
		if lengths := best(all); slices.Max(lengths) <= longest {
			return lengths
		}
	}
}

// best are the lengths of the best code for signs that occur so often: the two rarest
// are put together until one is left, and a sign is as deep as it was put together. One
// that never occurs has no word.
func best(counts []int) []uint8 {
	order := make([]int, 0, len(counts)) // signs, the rarest first
	for i, n := range counts {
		if n > 0 {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(counts[a], counts[b]), cmp.Compare(a, b)) })
	parent := make([]int, len(counts)+len(order)-1)
	all := append(make([]int, 0, len(parent)), counts...)
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

// Words are the words of so many bits, each with its lowest bit first (RFC 1951, 3.2.2).
func Words(lengths []uint8) []uint16 {
	words, word := make([]uint16, len(lengths)), uint16(0)
	for length := uint8(1); length <= Longest; length++ {
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

// Length is the sign of a repetition of so many octets, from 3 to 258, with the bits that
// stand behind its word (RFC 1951, 3.2.5).
func Length(octets int) (sign int, more Word) {
	if octets == 258 {
		return Signs - 1, Word{}
	}
	step, more := stepOf(octets-3, 4)
	return EndOfBlock + 1 + step, more
}

// Distance is the sign of a distance of so many octets, from 1 to 32,768, with the bits
// that stand behind its word.
func Distance(octets int) (sign int, more Word) { return stepOf(octets-1, 2) }

// stepOf finds a number on a scale: so many steps to each power of two, and the first
// twice as many of one each.
func stepOf(n, steps int) (step int, more Word) {
	if n < 2*steps {
		return n, Word{}
	}
	free := bits.Len(uint(n)) - bits.Len(uint(steps)) // bits that the step leaves open
	return steps*free + n>>free, Word{uint64(n) & (1<<free - 1), uint(free)}
}
