package docx

import (
	"testing"

	"tonggao/generator/article"
)

// TestIssuersSealSideBySide holds how many issuers stand in a row: three at most
// (GB/T 9704—2012, 7.3.5.1), fewer where their names are long, and one where there is no
// seal or where one has a further name.
func TestIssuersSealSideBySide(t *testing.T) {
	short, long := "常熟市财政局", "常熟市医疗保险基金管理中心办公室"
	for _, c := range []struct {
		issuers []string
		seal    bool
		want    int
	}{
		{[]string{short}, true, 1}, {[]string{short, short}, true, 2}, {[]string{short, short, short}, true, 3},
		{[]string{short, short, short, short, short}, true, 3}, {[]string{short, short}, false, 1},
		{[]string{short, long, short}, true, 1}, {[]string{short, "（又一名称）"}, true, 1},
	} {
		if got := columnsOf(&article.SignOff{Issuers: c.issuers, Seal: c.seal}); got != c.want {
			t.Errorf("%q, seal %t: %d side by side, want %d", c.issuers, c.seal, got, c.want)
		}
	}
}
