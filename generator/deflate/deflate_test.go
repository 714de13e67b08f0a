package deflate_test

import (
	"bytes"
	"compress/flate"
	"io"
	"math/rand/v2"
	"slices"
	"testing"

	"tonggao/generator/deflate"
)

// written is what chance tells: octets, and repetitions of any length and distance.
type written struct {
	plain []byte
	signs []uint16       // places in the words
	words []deflate.Word // of octets, and of each repetition
	bits  deflate.Bits
}

// block writes a block of the plain text from somewhere on, as chance tells it.
func (w *written) block(r *rand.Rand, last bool) {
	type repetition struct{ octets, distance int }
	var repetitions []repetition
	w.signs = w.signs[:0]
	for range r.IntN(400) {
		if len(w.plain) == 0 || r.IntN(3) > 0 {
			o := byte(r.IntN(1 + r.IntN(256)))
			w.plain, w.signs = append(w.plain, o), append(w.signs, uint16(o))
			continue
		}
		one := repetition{3 + r.IntN(256), 1 + r.IntN(min(len(w.plain), 1<<15))}
		for range one.octets {
			w.plain = append(w.plain, w.plain[len(w.plain)-one.distance])
		}
		w.signs = append(w.signs, uint16(256+len(repetitions)))
		repetitions = append(repetitions, one)
	}
	counts, far := make([]int, deflate.Signs), make([]int, 30)
	counts[deflate.EndOfBlock], counts[0] = 1, 1
	far[0], far[1] = 1, 1
	for _, sign := range w.signs {
		counts[min(sign, 255)]++ // nearly so: what is told seldom may have a long word
	}
	for _, one := range repetitions {
		length, _ := deflate.Length(one.octets)
		distance, _ := deflate.Distance(one.distance)
		counts[length]++
		far[distance]++
	}
	lengths, distances := deflate.Lengths(counts, deflate.Longest), deflate.Lengths(far, deflate.Longest)
	words, farWords := deflate.Words(lengths), deflate.Words(distances)
	word := func(words []uint16, lengths []uint8, sign int) deflate.Word {
		return deflate.Word{Bits: uint64(words[sign]), N: uint(lengths[sign])}
	}
	w.words = w.words[:0]
	for o := range 256 {
		w.words = append(w.words, word(words, lengths, o))
	}
	for _, one := range repetitions {
		length, more := deflate.Length(one.octets)
		distance, beyond := deflate.Distance(one.distance)
		w.words = append(w.words, word(words, lengths, length).And(more).And(word(farWords, distances, distance)).And(beyond))
	}
	w.bits.Begin(last, lengths, distances)
	w.bits.Tell(w.words, w.signs)
	end := word(words, lengths, deflate.EndOfBlock)
	w.bits.Put(uint32(end.Bits), end.N)
}

// TestBlocksInflate has chance write blocks: another inflater reads back what they repeat.
func TestBlocksInflate(t *testing.T) {
	for seed := range uint64(1000) {
		r := rand.New(rand.NewPCG(seed, 7))
		var w written
		for range r.IntN(4) {
			w.block(r, false)
		}
		w.block(r, true)
		w.bits.Flush()
		got, err := io.ReadAll(flate.NewReader(bytes.NewReader(w.bits.Octets)))
		if err != nil || !bytes.Equal(got, w.plain) {
			t.Fatalf("seed %d: %d octets were read back of %d (%v)", seed, len(got), len(w.plain), err)
		}
	}
}

// TestJoinedIsAsWritten joins stretches of bits of all lengths, and reads them as if they
// had been written one after the other.
func TestJoinedIsAsWritten(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 7))
	for range 500 {
		var whole, joined deflate.Bits
		for range r.IntN(9) {
			var part deflate.Bits
			for range r.IntN(20) {
				n := uint(r.IntN(33))
				value := uint32(r.Uint64() & (1<<n - 1))
				whole.Put(value, n)
				part.Put(value, n)
			}
			stretch := part.Stretch()
			joined.Join(&stretch)
		}
		whole.Flush()
		joined.Flush()
		if !bytes.Equal(whole.Octets, joined.Octets) {
			t.Fatalf("%x, joined %x", whole.Octets, joined.Octets)
		}
	}
}

// TestLengthsMakeACode has counts by chance: the words are none too long, and use up all bits.
func TestLengthsMakeACode(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 7))
	for range 500 {
		counts := make([]int, 2+r.IntN(285))
		for i := range counts {
			counts[i] = 1 + int(r.ExpFloat64()*float64(int(1)<<r.IntN(20)))
		}
		longest := uint8(9 + r.IntN(7))
		lengths, sum := deflate.Lengths(counts, longest), 0
		for _, l := range lengths {
			sum += 1 << (longest - l)
		}
		if slices.Max(lengths) > longest || sum != 1<<longest {
			t.Fatalf("%v: no full code of %d bits at most", lengths, longest)
		}
	}
}

// TestSignsOfRepetitions asks for the sign of each length and distance, and what the format
// has it mean (RFC 1951, 3.2.5).
func TestSignsOfRepetitions(t *testing.T) {
	const longest, farthest = 258, 1 << 15
	octets := 3
	for sign := 257; sign < 285; sign++ {
		n := max(0, (sign-261)/4)
		for more := range 1 << n {
			if s, m := deflate.Length(octets); octets != longest && (s != sign || int(m.Bits) != more || int(m.N) != n) {
				t.Errorf("length %d: %d %v, want %d %d %d", octets, s, m, sign, more, n)
			}
			octets++
		}
	}
	if s, m := deflate.Length(longest); s != 285 || m.N != 0 {
		t.Errorf("the longest has the sign %d", s)
	}
	octets = 1
	for sign := range 30 {
		n := max(0, sign/2-1)
		for more := range 1 << n {
			if s, m := deflate.Distance(octets); s != sign || int(m.Bits) != more || int(m.N) != n {
				t.Errorf("distance %d: %d %v, want %d %d %d", octets, s, m, sign, more, n)
			}
			octets++
		}
	}
	if octets != farthest+1 {
		t.Errorf("the farthest is %d", octets-1)
	}
}
