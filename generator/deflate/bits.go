package deflate

import (
	"encoding/binary"
	"slices"
)

// Bits packs bits into octets, the lowest first (RFC 1951, 3.1.1).
type Bits struct {
	Octets  []byte // those that are full; all of them after Flush
	waiting uint64
	n       uint // of the waiting bits, below 32
}

// A Word is some bits, 48 at most.
type Word struct {
	Bits uint64 // no others are set
	N    uint   // how many
}

// And is a word with another behind it.
func (w Word) And(next Word) Word { return Word{w.Bits | next.Bits<<w.N, w.N + next.N} }

// A Stretch is bits that wait to be joined with others.
type Stretch struct {
	Bits []byte // words of eight octets, of which the last may be in part; zeros behind them
	N    int    // how many bits
}

// Put writes the lowest n bits, at most 32, of a value that has no others.
func (b *Bits) Put(value uint32, n uint) {
	b.waiting |= uint64(value) << b.n
	if b.n += n; b.n >= 32 {
		b.Octets = binary.LittleEndian.AppendUint32(b.Octets, uint32(b.waiting))
		b.waiting >>= 32
		b.n -= 32
	}
}

// Tell writes the words of many signs, which stand in a table.
func (b *Bits) Tell(words []Word, signs []uint16) {
	octets := slices.Grow(b.Octets, 6*len(signs)+16) // 48 bits a sign, and what a word of eight octets takes beyond
	octets = octets[:cap(octets)]
	at, waiting, n := len(b.Octets), b.waiting, b.n
	for _, sign := range signs {
		binary.LittleEndian.PutUint64(octets[at:], waiting)
		at += int(n / 8)
		waiting >>= n &^ 7
		n &= 7
		word := &words[sign]
		waiting |= word.Bits << n
		n += word.N
	}
	for ; n >= 8; n -= 8 {
		octets[at] = byte(waiting)
		waiting >>= 8
		at++
	}
	b.Octets, b.waiting, b.n = octets[:at], waiting, n
}

// Join writes the bits of a stretch, a word of eight octets at a time.
func (b *Bits) Join(s *Stretch) {
	at, whole := len(b.Octets), s.N/64*8
	b.Octets = slices.Grow(b.Octets, whole+8)[:at+whole]
	to, from, waiting, n := b.Octets[at:], s.Bits[:whole], b.waiting, b.n&31
	for i := 0; i+8 <= len(from) && i+8 <= len(to); i += 8 {
		word := binary.LittleEndian.Uint64(from[i : i+8])
		binary.LittleEndian.PutUint64(to[i:i+8], waiting|word<<n)
		waiting = word >> 1 >> (63 - n) // nothing of it where n is 0
	}
	b.waiting = waiting
	if left := s.N - 8*whole; left > 0 {
		word := binary.LittleEndian.Uint64(s.Bits[whole:])
		b.Put(uint32(word), uint(min(left, 32)))
		b.Put(uint32(word>>32), uint(max(left-32, 0)))
	}
}

// Rest is what waits behind the octets that are full: so many bits, below 32.
func (b *Bits) Rest() (waiting uint64, n uint) { return b.waiting, b.n }

// Stretch ends what was written as a stretch.
func (b *Bits) Stretch() Stretch {
	n := 8*len(b.Octets) + int(b.n)
	b.Flush()
	return Stretch{Bits: append(b.Octets, make([]byte, -len(b.Octets)&7)...), N: n}
}

// Flush fills up the last octet.
func (b *Bits) Flush() {
	for ; b.n > 0; b.n -= min(b.n, 8) {
		b.Octets = append(b.Octets, byte(b.waiting))
		b.waiting >>= 8
	}
}
