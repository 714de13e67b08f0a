package html

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestConnectorsAreTied(t *testing.T) {
	for text, want := range map[string]string{
		"按照GB/T 9704—2012办理":    `按照GB/T 9704<span class="tie">—</span>2012办理`,
		"3～5个":                  `3<span class="tie">～</span>5个`,
		"10日—12日":               `10日<span class="behind">—</span>12日`,
		"苏州—常熟":                 `苏州<span class="behind">—</span>常熟`,
		"—12日":                  `<span class="behind">—</span>12日`,
		"恢复办理——另行通知":            "恢复办理——另行通知",
		"0519-85119460，a/b，<b>": "0519-85119460，a/b，&lt;b&gt;",
	} {
		if got := string(tied(text)); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func FuzzTied(f *testing.F) {
	f.Add("按照<GB/T> 9704—2012——3～5&amp;")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(strings.NewReplacer("\x00", "", "\r", "").Replace(text), "")
		root, err := html.Parse(strings.NewReader("<!DOCTYPE html><body><p>" + string(tied(text))))
		if err != nil {
			t.Fatal(err)
		}
		var said strings.Builder
		for n := range root.Descendants() {
			if n.Type == html.TextNode {
				said.WriteString(n.Data)
			}
			if n.Type == html.ElementNode && !strings.Contains(" html head body p span ", " "+n.Data+" ") {
				t.Errorf("%q has an element %s", text, n.Data)
			}
		}
		if said.String() != text {
			t.Errorf("%q became %q", text, said.String())
		}
	})
}
