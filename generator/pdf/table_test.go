package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"math/rand/v2"
	"testing"

	"tonggao/generator/testkit"
	"tonggao/generator/typeset"
)

// TestTablesInflate has tables of what chance takes from a face, from nothing to all of it:
// another inflater reads them back, and they are no larger than a compressor makes them.
func TestTablesInflate(t *testing.T) {
	face, err := typeset.Open(testkit.Templates(), "fonts/fang.ttf")
	if err != nil {
		t.Fatal(err)
	}
	tables, r := newTabler(), rand.New(rand.NewPCG(1, 2))
	ours, theirs := 0, 0
	for i := range 300 {
		cut := typeset.NewCutting(face)
		for range i * i / 10 {
			char := rune(0x4E00 + r.IntN(0x5200))
			switch r.IntN(20) {
			case 0:
				char = 0x20000 + r.Int32N(1<<16) // two units of UTF-16
			case 1:
				char = 0 // a part of another glyph
			}
			cut.Code(typeset.Cell{Glyph: uint16(r.IntN(face.Glyphs())), Char: char, Half: r.IntN(9) == 0})
		}
		table := toUnicode(nil, cut)
		deflated := tables.deflate(nil, table)
		z, err := zlib.NewReader(bytes.NewReader(deflated))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(z); err != nil || !bytes.Equal(got, table) {
			t.Fatalf("%d codes: %d octets were read back of %d (%v)", cut.Count(), len(got), len(table), err)
		}
		ours += len(deflated)
		theirs += len(compressed(table))
	}
	t.Logf("%d octets, %d by a compressor", ours, theirs)
	if ours > theirs {
		t.Errorf("%d octets, %d by a compressor", ours, theirs)
	}
}

// BenchmarkTables compresses the table of seventy characters, as most documents have them.
func BenchmarkTables(b *testing.B) {
	face, err := typeset.Open(testkit.Templates(), "fonts/fang.ttf")
	if err != nil {
		b.Fatal(err)
	}
	cut := typeset.NewCutting(face)
	for i := range 70 {
		cut.Code(typeset.Cell{Glyph: uint16(100 + 7*i), Char: rune(0x4E00 + 193*i)})
	}
	table := toUnicode(nil, cut)
	tables, memory := newTabler(), []byte(nil)
	for b.Loop() {
		memory = tables.deflate(memory[:0], table)
	}
}
