package picture

import (
	"bytes"
	"hash/adler32"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"testing"

	"tonggao/generator/typeset"
)

// FuzzPNG has any pixels, as wide as may be: another reader finds them in the file, in a
// first one and in one that was written into the memory of it. What is drawn is spelled by
// pairs: how many pixels are as the one before, or the one above, and which follows them.
func FuzzPNG(f *testing.F) {
	f.Add(uint16(1), []byte{})
	f.Add(uint16(7), []byte{0, 1, 9, 2, 255, 3, 128, 4, 200, 5})
	f.Add(uint16(1080), bytes.Repeat([]byte{130, 7, 3, 1, 255, 0, 90, 1}, 300))
	f.Add(uint16(32767), bytes.Repeat([]byte{255, 3, 127, 1}, 20))
	r := rand.New(rand.NewPCG(4, 4))
	for range 8 {
		noise := make([]byte, r.IntN(60_000))
		for i := range noise {
			noise[i] = uint8(r.IntN(1 + r.IntN(256)))
		}
		f.Add(uint16(1+r.IntN(300)), noise)
	}
	var c press
	f.Fuzz(func(t *testing.T, width uint16, drawn []byte) {
		size := image.Pt(int(width&0x7FFF)|1, 1)
		var pix []byte
		for i := 0; i+1 < len(drawn) && len(pix) < 1<<18; i += 2 {
			n, back := int(drawn[i]&0x7F), 1
			if drawn[i] >= 0x80 {
				n, back = n*n, size.X
			}
			for ; n > 0 && len(pix) >= back; n-- {
				pix = append(pix, pix[len(pix)-back])
			}
			pix = append(pix, drawn[i+1])
		}
		size.Y = 1 + len(pix)/size.X
		var p pixels
		p.blank(size, typeset.Colour{})
		for i := range 255 {
			p.index(color.RGBA{uint8(i), uint8(i + 1), 0, 255})
		}
		for i, at := range pix {
			p.Pix[i/size.X*p.Stride+i%size.X] = at
		}
		var out bytes.Buffer
		if err := c.encode(&out, &p); err != nil {
			t.Fatal(err)
		}
		read, err := png.Decode(&out)
		if err != nil || read.Bounds() != p.Rect {
			t.Fatal(size, err)
		}
		for y := range size.Y {
			if have := read.(*image.Paletted); !bytes.Equal(have.Pix[y*have.Stride:][:size.X], p.Pix[y*p.Stride:][:size.X]) {
				t.Fatalf("%v: row %d is another", size, y)
			}
		}
	})
}

// TestSumOfRows sums rows of which some are alike, as the library does.
func TestSumOfRows(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	for _, width := range []int{1, 2, 1081, 6000} {
		rows := make([]byte, 40*width)
		for at := 0; at < len(rows); at += width {
			if at > 0 && r.IntN(2) == 0 {
				copy(rows[at:at+width], rows[at-width:])
				continue
			}
			for i := range width {
				rows[at+i] = byte(255 - r.IntN(3))
			}
		}
		if got, want := sumOf(rows, width), adler32.Checksum(rows); got != want {
			t.Errorf("rows of %d have the sum %08x, want %08x", width, got, want)
		}
	}
}
