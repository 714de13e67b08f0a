package placed

import (
	"strings"
	"testing"

	"rsc.io/qr"
)

// FuzzCodes holds codes to those that the library makes without plans that are kept.
func FuzzCodes(f *testing.F) {
	for _, seed := range []string{"", "0", "12393", "HTTPS://TONGGAO.EXAMPLE/A", "https://tonggao.example/zhejiang/hangzhou/20211230/", "通告", strings.Repeat("9", 5596), strings.Repeat("9", 5597), strings.Repeat("a", 2332)} {
		f.Add(seed)
	}
	codes := &Codes{}
	f.Fuzz(func(t *testing.T, url string) {
		want, err := qr.Encode(url, qr.M)
		for range 2 {
			got, failed := codes.New(url, 0, 0, 1)
			if (err == nil) != (failed == nil) {
				t.Fatalf("%q: %v, want %v", url, failed, err)
			}
			if err == nil {
				compare(t, got, want)
			}
		}
	})
}

func compare(t *testing.T, got Code, want *qr.Code) {
	t.Helper()
	if got.Size != want.Size {
		t.Fatalf("%q has %d modules, want %d", got.URL, got.Size, want.Size)
	}
	dark := make(map[[2]int]bool)
	for _, m := range got.Dark {
		for x := range int(m.Width) {
			dark[[2]int{int(m.X) + x, int(m.Y)}] = true
		}
	}
	for y := range want.Size {
		for x := range want.Size {
			if dark[[2]int{x, y}] != want.Black(x, y) {
				t.Fatalf("%q differs at %d, %d", got.URL, x, y)
			}
		}
	}
}
