package code

import (
	"bytes"
	"strings"
	"sync"
	"testing"

	"rsc.io/qr"
)

// TestTheLibrarysOwn holds codes to those that the library makes by itself, for addresses of
// every length, from many goroutines.
func TestTheLibrarysOwn(t *testing.T) {
	c := New()
	var all sync.WaitGroup
	for length := 0; length < 2_400; length += 7 {
		for _, address := range []string{strings.Repeat("a", length), strings.Repeat("A", length), strings.Repeat("1", 2*length), "https://通告.example/" + strings.Repeat("x/", length/2)} {
			all.Go(func() {
				made, err := c.Of(address)
				want, wrong := qr.Encode(address, qr.M)
				if (err == nil) != (wrong == nil) {
					t.Errorf("%d octets: %v, want %v", len(address), err, wrong)
				} else if err == nil && (made.Size != want.Size || made.Stride != want.Stride || made.Scale != want.Scale || !bytes.Equal(made.Bitmap, want.Bitmap)) {
					t.Errorf("the code of %d octets differs", len(address))
				}
			})
		}
	}
	all.Wait()
	if d := c.Draw(strings.Repeat("a", 5_000)); d.Size != 0 || d.Path != "" {
		t.Error("an address that is too long has a code")
	}
	if d := c.Draw("https://a.example/"); d.Size != 33 || !strings.HasPrefix(d.Path, "M4 4h7v1h-7z") {
		t.Errorf("a drawing of %d modules begins %.20s", d.Size, d.Path)
	}
}
