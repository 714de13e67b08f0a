package pdf

import (
	"encoding/binary"
	"hash/adler32"
	"sync"
	"sync/atomic"

	"tonggao/generator/deflate"
	"tonggao/generator/typeset"
)

// A foundry compresses cut faces. Outlines have next to no repetitions, so nothing is
// lost when they are coded by the frequency of octets alone; and with one code for all
// of a face a glyph is coded once a build, and documents join what they use.
type foundry struct{ faces sync.Map } // *typeset.Face → func() *castings

// castings are the glyphs of one face, coded.
type castings struct {
	code   *literalCode
	glyphs []atomic.Pointer[casting] // by number
}

// A casting is a piece of a face, coded.
type casting struct {
	deflate.Stretch
	sum  uint32 // Adler-32 of its octets
	size int    // in octets, with the zeros behind it
}

// of returns the castings of a face, which are made once.
func (f *foundry) of(face *typeset.Face) *castings {
	made, known := f.faces.Load(face)
	if !known {
		made, _ = f.faces.LoadOrStore(face, sync.OnceValue(func() *castings {
			return &castings{code: codeFor(face.File()), glyphs: make([]atomic.Pointer[casting], face.Glyphs())}
		}))
	}
	return made.(func() *castings)()
}

// codeFor makes the code for a file of outlines from some of its octets.
func codeFor(file []byte) *literalCode {
	const step = 13 // a prime: outlines have no such period
	var counts [deflate.EndOfBlock]int
	for i := 0; i < len(file); i += step {
		counts[file[i]]++
	}
	return newLiteralCode(counts)
}

// cast codes a glyph, or finds it coded.
func (c *castings) cast(p typeset.Piece) *casting {
	made := c.glyphs[p.Glyph].Load()
	if made == nil { // two documents may make it at once: it is the same
		made = c.code.cast(p.Data)
		c.glyphs[p.Glyph].Store(made)
	}
	return made
}

func (c *literalCode) cast(data []byte) *casting {
	b := deflate.Bits{Octets: make([]byte, 0, len(data)+8)}
	filled := append(data[:len(data):len(data)], make([]byte, -len(data)&3)...)
	c.add(&b, filled)
	return &casting{Stretch: b.Stretch(), sum: adler32.Checksum(filled), size: len(filled)}
}

// deflate appends the file that pieces are to memory, as zlib has it (RFC 1950), and
// returns its size and sum before.
func (c *castings) deflate(memory []byte, pieces []typeset.Piece) (deflated []byte, size int, sum uint32) {
	b := deflate.Bits{Octets: append(memory, 0x78, 0x01)}
	sum = 1
	var zeros [3]byte
	b.Join(&c.code.head)
	for _, p := range pieces {
		if p.Glyph < 0 { // what this document alone has
			for _, octets := range [][]byte{p.Data, zeros[:-len(p.Data)&3]} {
				c.code.add(&b, octets)
				sum = joined(sum, adler32.Checksum(octets), len(octets))
				size += len(octets)
			}
			continue
		}
		made := c.cast(p)
		b.Join(&made.Stretch)
		sum = joined(sum, made.sum, made.size)
		size += made.size
	}
	c.code.end(&b)
	b.Flush()
	return binary.BigEndian.AppendUint32(b.Octets, sum), size, sum
}

// joined is the Adler-32 of two stretches one behind the other, of which the second has
// so many octets: it is a sum of octets, and a sum of those sums.
func joined(first, second uint32, octets int) uint32 {
	const base = 65521
	low := uint64(first&0xFFFF) + uint64(second&0xFFFF) + base - 1
	high := uint64(first>>16) + uint64(second>>16) + uint64(octets%base)*(uint64(first&0xFFFF)+base-1)
	return uint32(high%base)<<16 | uint32(low%base)
}
