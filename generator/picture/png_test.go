package picture

import (
	"hash/adler32"
	"math/rand/v2"
	"testing"
)

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
