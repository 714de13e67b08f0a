package pdf

import (
	"bytes"
	"compress/zlib"
	"hash/adler32"
	"io"
	"math"
	"math/rand/v2"
	"testing"

	"tonggao/generator/deflate"
	"tonggao/generator/testkit"
	"tonggao/generator/typeset"
)

// TestJoinedStretchesInflate joins stretches that chance has made, coded with codes that
// chance has made, flat ones and the steepest: another inflater reads them back.
func TestJoinedStretchesInflate(t *testing.T) {
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 3))
		var counts [deflate.EndOfBlock]int
		steep := r.Float64() * 3
		for i := range counts {
			counts[i] = int(math.Exp(steep*float64(r.IntN(1+r.IntN(16))))) - r.IntN(2)
		}
		c := &castings{code: newLiteralCode(counts)}
		var pieces []typeset.Piece
		for range r.IntN(20) {
			data := make([]byte, r.IntN(1+r.IntN(400)))
			for i := range data {
				data[i] = byte(r.UintN(1 + r.UintN(256)))
			}
			pieces = append(pieces, typeset.Piece{Data: data, Glyph: -1})
		}
		want := typeset.Join(pieces)
		deflated, size, sum := c.deflate(nil, pieces)
		if size != len(want) || sum != adler32.Checksum(want) {
			t.Fatalf("seed %d: size %d, sum %x; want %d, %x", seed, size, sum, len(want), adler32.Checksum(want))
		}
		z, err := zlib.NewReader(bytes.NewReader(deflated))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(z); err != nil || !bytes.Equal(got, want) {
			t.Fatalf("seed %d: %d octets were read back of %d (%v)", seed, len(got), len(want), err)
		}
	}
}

// TestCodedFacesAreSmall holds the faces of the program, coded as they are embedded, to
// what a compressor makes of them that counts octets for each document anew.
func TestCodedFacesAreSmall(t *testing.T) {
	for _, name := range []string{"fang", "song-bold", "hei-bold", "kai", "song"} {
		face, err := typeset.Open(testkit.Templates(), "fonts/"+name+".ttf")
		if err != nil {
			t.Fatal(err)
		}
		data := face.File()
		var best bytes.Buffer
		z, _ := zlib.NewWriterLevel(&best, zlib.HuffmanOnly) // the level is valid
		_, _ = z.Write(data)
		_ = z.Close()
		ours, _, _ := (&castings{code: codeFor(data)}).deflate(nil, []typeset.Piece{{Data: data, Glyph: -1}})
		t.Logf("%s: %d, %d", name, len(ours), best.Len())
		if len(data) > 1<<20 && float64(len(ours)) > 1.03*float64(best.Len()) {
			t.Errorf("%s: %d octets, %d with a code for each block", name, len(ours), best.Len())
		}
	}
}

// BenchmarkOutlines compresses a face cut to five hundred glyphs: as a foundry does that
// knows them.
func BenchmarkOutlines(b *testing.B) {
	face, err := typeset.Open(testkit.Templates(), "fonts/fang.ttf")
	if err != nil {
		b.Fatal(err)
	}
	var pieces []typeset.Piece
	for glyph := 100; glyph < 600; glyph++ {
		pieces = append(pieces, typeset.Piece{Data: face.File()[glyph*200 : glyph*200+240], Glyph: glyph})
	}
	var f foundry
	var memory []byte
	for b.Loop() {
		memory, _, _ = f.of(face).deflate(memory[:0], pieces)
	}
	b.SetBytes(500 * 240)
}
