package code

import (
	"bytes"
	"strings"
	"testing"

	"rsc.io/qr"
)

// FuzzCodes holds codes to those that the library makes without plans that are kept.
func FuzzCodes(f *testing.F) {
	for _, seed := range []string{"", "0", "12393", "HTTPS://TONGGAO.EXAMPLE/A", "https://tonggao.example/zhejiang/hangzhou/20211230/", "通告", strings.Repeat("9", 5596), strings.Repeat("9", 5597), strings.Repeat("a", 2332)} {
		f.Add(seed)
	}
	codes := New()
	f.Fuzz(func(t *testing.T, address string) {
		want, err := qr.Encode(address, qr.M)
		for range 2 {
			got, failed := codes.Of(address)
			if (err == nil) != (failed == nil) {
				t.Fatalf("%q: %v, want %v", address, failed, err)
			}
			if err == nil && (got.Size != want.Size || got.Stride != want.Stride || got.Scale != want.Scale || !bytes.Equal(got.Bitmap, want.Bitmap)) {
				t.Fatalf("the code of %q differs", address)
			}
		}
	})
}
