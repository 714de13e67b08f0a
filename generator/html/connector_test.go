package html_test

import (
	"strings"
	"testing"
)

// No line of a page begins with a connector, and no number parts at one, at any width
// that has room for it.
func TestPagesTieConnectors(t *testing.T) { inEveryBrowser(t, testConnectors) }

func testConnectors(t *testing.T, open func(width, height int64) *tab) {
	const text = `按照国家标准GB/T 9704<span class="tie">—</span>2012的规定于5月10日<span class="behind">—</span>12日及2012<span class="tie">—</span>2015年预约3<span class="tie">～</span>5个苏州<span class="behind">—</span>常熟`
	base := serve(t)
	seen := 0
	for _, width := range []int64{320, 333, 347, 361, 375, 390, 404, 419, 433, 448} {
		b := open(width, 800)
		b.open(base + changshu + "index.html")
		b.js("document.querySelector('.prose').innerHTML = '<p>" + strings.Repeat(text+"等", 4) + "</p>'")
		for _, c := range eval[[]lineBreak](b, breaks+`('.prose p')`) {
			seen++
			line, rest := c.parts()
			last, first := []rune(line)[len([]rune(line))-1], []rune(rest)[0]
			if strings.ContainsRune("—～", first) || strings.ContainsRune("—～", last) && first >= '0' && first <= '9' && !strings.HasSuffix(line, "日—") {
				t.Errorf("at %d pixels: %s", width, c.At)
			}
		}
	}
	if seen < 40 {
		t.Errorf("only %d breaks were seen", seen)
	}
}

// parts are the texts on the two sides of a break: it stands where taking it away
// gives the text again, and what is left is behind it.
func (b lineBreak) parts() (before, after string) {
	letters := []rune(b.At)
	at := len(letters) - b.Left
	return string(letters[:at-1]), string(letters[at:])
}
