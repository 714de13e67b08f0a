package pdf

import (
	"encoding/binary"
	"hash/adler32"
	"slices"

	"tonggao/generator/deflate"
)

// A deflater compresses what is like its model (model.go), as zlib has it (RFC 1950). Its
// code comes from the model, once: to count signs and to make a code for each page takes
// longer than to compress it.
type deflater struct {
	octets    [deflate.EndOfBlock]codeWord
	lengths   [longestRepetition + 1]codeWord // of repetitions, with the bits that are not of the code
	distances [30]codeWord
	end       codeWord
	head      deflate.Stretch
}

// A codeWord is some bits of a code.
type codeWord struct{ bits, n uint32 }

// A repetition is octets that stand so far before already, behind octets that do not. The
// last of a stream has no length.
type repetition struct{ after, length, distance int }

// What stands more than so far before, or is longer, cannot be named (RFC 1951, 3.2.5).
const (
	farthest          = 1 << 15
	longestRepetition = 258
)

// newDeflater makes the code from how often each sign is in the model.
func newDeflater(model ...[]byte) *deflater {
	var signs [deflate.Signs]int
	var distances [30]int
	for _, octets := range model {
		for _, r := range repetitions(nil, octets) {
			for _, o := range octets[:r.after] {
				signs[o]++
			}
			octets = octets[r.after+r.length:]
			if r.length > 0 {
				sign, _ := deflate.Length(r.length)
				signs[sign]++
				sign, _ = deflate.Distance(r.distance)
				distances[sign]++
			}
		}
		signs[deflate.EndOfBlock]++
	}
	return deflaterOf(codeLengths(signs[:]), codeLengths(distances[:]))
}

// codeLengths are the lengths of words for signs that occur so often in a model, where
// what occurs there never may occur elsewhere. Four words and seven bits are to fit into
// eight octets.
func codeLengths(counts []int) []uint8 {
	for i := range counts {
		counts[i] = max(counts[i], 1)
	}
	return deflate.Lengths(counts, 14)
}

func deflaterOf(signs, distances []uint8) *deflater {
	var b deflate.Bits
	b.Begin(true, signs, distances)
	d := &deflater{head: b.Stretch()}
	words := deflate.Words(signs)
	for o := range d.octets {
		d.octets[o] = codeWord{uint32(words[o]), uint32(signs[o])}
	}
	d.end = codeWord{uint32(words[deflate.EndOfBlock]), uint32(signs[deflate.EndOfBlock])}
	for length := 3; length < len(d.lengths); length++ {
		sign, more := deflate.Length(length)
		d.lengths[length] = codeWord{uint32(words[sign]) | uint32(more.Bits)<<signs[sign], uint32(signs[sign]) + uint32(more.N)}
	}
	for sign, w := range deflate.Words(distances) {
		d.distances[sign] = codeWord{uint32(w), uint32(distances[sign])}
	}
	return d
}

// deflate appends octets to memory, compressed.
func (d *deflater) deflate(memory []byte, found []repetition, octets []byte) ([]byte, []repetition) {
	found = found[:0]
	for part := range slices.Chunk(octets, farthest) { // whatever is in it is near enough
		found = repetitions(found, part)
	}
	b := deflate.Bits{Octets: append(memory, 0x78, 0x01)}
	b.Join(&d.head)
	memory = d.write(&b, found, octets)
	return binary.BigEndian.AppendUint32(memory, adler32.Checksum(octets)), found
}

// write writes octets as words. Memory is made for all of them at once, with eight octets
// more, since as many are stored at a time, of which some stay.
func (d *deflater) write(b *deflate.Bits, found []repetition, octets []byte) []byte {
	at := len(b.Octets)
	memory := slices.Grow(b.Octets, 2*len(octets)+24)
	memory = memory[:cap(memory)]
	rest, bits := b.Rest()
	at, waiting, n := stored(memory, at, rest, uint32(bits))
	for _, r := range found {
		rest := octets[:r.after]
		for ; len(rest) >= 4; rest = rest[4:] {
			first, second, third, fourth := d.octets[rest[0]], d.octets[rest[1]], d.octets[rest[2]], d.octets[rest[3]]
			two := uint64(first.bits) | uint64(second.bits)<<(first.n&63)
			more := uint64(third.bits) | uint64(fourth.bits)<<(third.n&63)
			waiting |= (two | more<<((first.n+second.n)&63)) << (n & 63)
			n += first.n + second.n + third.n + fourth.n
			at, waiting, n = stored(memory, at, waiting, n)
		}
		for _, o := range rest {
			w := d.octets[o]
			waiting |= uint64(w.bits) << (n & 63)
			n += w.n
		}
		at, waiting, n = stored(memory, at, waiting, n)
		octets = octets[r.after+r.length:]
		if r.length == 0 {
			continue
		}
		length := d.lengths[r.length]
		waiting |= uint64(length.bits) << (n & 63)
		n += length.n
		sign, more := deflate.Distance(r.distance)
		distance := d.distances[sign]
		waiting |= (uint64(distance.bits) | more.Bits<<distance.n) << (n & 63)
		n += distance.n + uint32(more.N)
		at, waiting, n = stored(memory, at, waiting, n)
	}
	waiting |= uint64(d.end.bits) << n
	n += d.end.n + 7 // fill up the last octet
	at, _, _ = stored(memory, at, waiting, n)
	return memory[:at]
}

// stored stores waiting bits, and says what waits then: less than an octet of them.
func stored(memory []byte, at int, waiting uint64, n uint32) (int, uint64, uint32) {
	binary.LittleEndian.PutUint64(memory[at:], waiting)
	return at + int(n>>3), waiting >> (n &^ 7 & 63), n & 7
}
