package phone

import (
	"math/rand/v2"
	"regexp"
	"testing"
)

func TestRead(t *testing.T) {
	for _, c := range []struct{ written, number, extension string }{
		{"12345", "12345", ""}, {"１２３４５", "12345", ""}, {"0519 8511 9460", "051985119460", ""}, {"12345转2", "12345", "2"}, {"（0519）85119460", "051985119460", ""},
		{"(0519) 85119460", "051985119460", ""}, {"0519-85119460", "051985119460", ""}, {"0519—85119460", "051985119460", ""}, {"400-820-8820", "4008208820", ""},
		{"+86 519 8511 9460", "+8651985119460", ""}, {"+86-0519-85119460", "+8651985119460", ""}, {"＋86 519 85119460", "+8651985119460", ""}, {"(+86)519-85119460", "+8651985119460", ""},
		{"0519-85119460-8001", "051985119460", "8001"}, {"0519-85119460 转 8001", "051985119460", "8001"}, {"85119460 ext. 12", "85119460", "12"}, {"12345-2", "12345", "2"}, {"12345#2", "12345", "2"},
		{"13912345678", "13912345678", ""}, {"139 1234 5678", "13912345678", ""}, {"110", "110", ""},
	} {
		read, err := Read(c.written)
		if err != nil || read.Figures != c.number || read.Extension != c.extension {
			t.Errorf("%q: %+v %v, want %s %s", c.written, read, err, c.number, c.extension)
		}
		if Tel(c.written) != "tel:"+c.number {
			t.Errorf("%q leads to %s", c.written, Tel(c.written))
		}
	}
	for written, want := range map[string]error{"12345、12393": ErrSeveral, "12345，12393": ErrSeveral, "12345/12393": ErrSeveral, "85119460/61": ErrSeveral, "12345 12393": ErrSeveral,
		"0519-85119460，85119461": ErrSeveral, "85119460 85119461": ErrSeveral, "85119460—85119463": ErrSeveral, "12345或12393": ErrSeveral,
		"": ErrNone, "电话12345": ErrNone, "12345（工作日）": ErrNone, "一二三四五": ErrNone, "12": ErrNone} {
		if _, err := Read(written); err != want {
			t.Errorf("%q: %v, want %v", written, err, want)
		}
		if Tel(written) != "" {
			t.Errorf("%q leads to %s", written, Tel(written))
		}
	}
}

// TestNoExtensionIsSpared holds the first look at a number against the search.
func TestNoExtensionIsSpared(t *testing.T) {
	random, found := rand.New(rand.NewPCG(5, 9)), 0
	for range 100_000 {
		var text string
		for range 1 + random.IntN(4) {
			text += []string{"-", "12345", "0519", "85119460", "1", "8001", "+86", " "}[random.IntN(8)]
		}
		if attached.MatchString(text) {
			if found++; !mayBeAttached(text) {
				t.Fatalf("%q is spared, and has an extension", text)
			}
		}
	}
	if found < 500 {
		t.Errorf("only %d had one", found)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("（0519）85119460转2")
	f.Add("+86(0)519 8511-9460")
	target := regexp.MustCompile(`^tel:\+?[0-9]{3,17}$`)
	f.Fuzz(func(t *testing.T, written string) {
		if to := Tel(written); to != "" && !target.MatchString(to) {
			t.Errorf("%q leads to %q", written, to)
		}
	})
}
