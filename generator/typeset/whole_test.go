package typeset

import (
	"testing"

	"golang.org/x/image/font/sfnt"
)

// TestWholeFaceFindsItsGlyphs cuts a face to stand by itself. Another library and our
// own reader find every character by its code, in both planes, and no other; the sum
// of the file is what OpenType asks for.
func TestWholeFaceFindsItsGlyphs(t *testing.T) {
	for _, text := range []string{"关于暂停医保业务办理的通告，2021年12月30日20时—“”0123456789一丁丂七", "𬒈与𠅤，医", "一", "𬒈"} {
		findsItsGlyphs(t, text)
	}
}

func findsItsGlyphs(t *testing.T, text string) {
	t.Helper()
	f, err := parseFace(faceFile(t, "fang.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	c, taken := NewCutting(f), map[rune]int{}
	for _, r := range text {
		taken[r] = c.Code(Cell{Char: r, Glyph: f.index(r)})
	}
	file := c.Whole(&Knife{})
	if sum := checksum(file); sum != 0xB1B0AFBA {
		t.Errorf("the sum is %X", sum)
	}
	ours, err := parseFace(file)
	if err != nil {
		t.Fatal(err)
	}
	other, err := sfnt.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	var b sfnt.Buffer
	for r := rune(0x20); r < 0x30000; r++ {
		glyph, err := other.GlyphIndex(&b, r)
		if err != nil || int(glyph) != taken[r] || ours.index(r) != uint16(taken[r]) {
			t.Fatalf("%c has the glyph %d, or %d; want %d", r, glyph, ours.index(r), taken[r])
		}
	}
}
