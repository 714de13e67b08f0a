package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"testing"

	kzlib "github.com/klauspost/compress/zlib"

	"tonggao/generator/testkit"
)

// TestDeflatedInflates has octets that chance has made: in words that come again, in codes
// of glyphs, as noise, from none to more than a distance spans. Another inflater reads them
// back, whatever the model.
func TestDeflatedInflates(t *testing.T) {
	var memory []byte
	var found []repetition
	deflaters := []*deflater{newContents(), newObjects(), newRows(), newDeflater()}
	for seed := range uint64(600) {
		r := rand.New(rand.NewPCG(seed, 4))
		size := r.IntN(60)
		if seed%3 == 0 {
			size = r.IntN(3000)
		}
		if seed%60 == 0 {
			size = 2*farthest + r.IntN(2*farthest)
		}
		octets := chance(r, size)
		memory, found = deflaters[r.IntN(len(deflaters))].deflate(append(memory[:0], "before"...), found, octets)
		if !bytes.HasPrefix(memory, []byte("before")) {
			t.Fatalf("seed %d: what stood before is gone", seed)
		}
		inflates(t, fmt.Sprint("seed ", seed), memory[len("before"):], octets)
	}
}

// inflates holds that another inflater reads octets back, and nothing behind them.
func inflates(t *testing.T, what string, deflated, octets []byte) {
	t.Helper()
	from := bytes.NewReader(deflated)
	z, err := zlib.NewReader(from)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	got, err := io.ReadAll(z)
	if err != nil || !bytes.Equal(got, octets) || from.Len() > 0 {
		t.Fatalf("%s: %d octets were read back of %d, %d are left (%v)", what, len(got), len(octets), from.Len(), err)
	}
}

// chance makes octets that repeat themselves now and then.
func chance(r *rand.Rand, size int) (octets []byte) {
	for len(octets) < size {
		switch n := r.IntN(40); r.IntN(5) {
		case 0:
			for range n {
				octets = append(octets, byte(r.Uint32()))
			}
		case 1:
			for range n {
				octets = appendHex(octets, uint16(r.IntN(1+r.IntN(600))))
			}
		case 2:
			octets = append(octets, bytes.Repeat([]byte{byte(r.IntN(4))}, n*r.IntN(20))...)
		default:
			if len(octets) > 0 {
				from := r.IntN(len(octets))
				octets = append(octets, octets[from:min(len(octets), from+n)]...)
			}
		}
	}
	return octets
}

// FuzzDeflate has octets that a fuzzer makes, once as they are and once behind themselves.
func FuzzDeflate(f *testing.F) {
	f.Add([]byte("BT 79.370 515.869 Td /F0 15.790 Tf [<0001000200030004>-41<0005>]TJ ET\n"))
	f.Add([]byte("00000000000000000000000000000000000000000000000000000000000000000"))
	d := newContents()
	f.Fuzz(func(t *testing.T, octets []byte) {
		for _, all := range [][]byte{octets, slices.Concat(octets, octets)} {
			deflated, _ := d.deflate(nil, nil, all)
			inflates(t, "fuzzed", deflated, all)
		}
	})
}

// TestModelsAreLikeDocuments holds what the sample's documents have, compressed with codes
// of models, to a tenth more than what a compressor makes of it that counts for each anew.
func TestModelsAreLikeDocuments(t *testing.T) {
	w, p := press(t, testkit.Regions())
	streams := regexp.MustCompile(`<</Length (\d+)/Filter/FlateDecode(/\w*)?[^\n]*>>\nstream\n`)
	ours, theirs := map[string]int{}, map[string]int{}
	for _, o := range p.Outputs() {
		file := print(t, w, o)
		for _, at := range streams.FindAllSubmatchIndex(file, -1) {
			kind := ""
			if at[4] > 0 {
				kind = string(file[at[4]:at[5]])
			}
			if kind == "/Length1" || kind == "/N" { // outlines have other codes, the profile none of ours
				continue
			}
			n, _ := strconv.Atoi(string(file[at[2]:at[3]]))
			ours[kind] += n
			theirs[kind] += len(compressed(inflated(t, file[at[0]:])))
		}
	}
	for kind, n := range ours {
		t.Logf("%-6s %d octets, %d by a compressor", kind, n, theirs[kind])
	}
	for _, kind := range []string{"", "/Type"} { // what pages draw, and tables; objects and where they are
		if 100*ours[kind] > 110*theirs[kind] {
			t.Errorf("%q: %d octets, %d by a compressor", kind, ours[kind], theirs[kind])
		}
	}
}

func compressed(octets []byte) []byte {
	var b bytes.Buffer
	z, _ := kzlib.NewWriterLevel(&b, kzlib.BestSpeed) // the level is valid
	z.Write(octets)                                   // a buffer takes all
	z.Close()
	return b.Bytes()
}

// BenchmarkDeflate compresses the model of pages.
func BenchmarkDeflate(b *testing.B) {
	octets := []byte(pageModel + posterModel)
	b.Run("own", func(b *testing.B) {
		d, memory, found := newContents(), []byte(nil), []repetition(nil)
		for b.Loop() {
			memory, found = d.deflate(memory[:0], found, octets)
		}
	})
	b.Run("compressor", func(b *testing.B) {
		var memory bytes.Buffer
		z, _ := kzlib.NewWriterLevel(&memory, kzlib.BestSpeed) // the level is valid
		for b.Loop() {
			memory.Reset()
			z.Reset(&memory)
			z.Write(octets)
			z.Close()
		}
	})
}
