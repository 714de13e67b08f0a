package html_test

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// TestTextsAreCopied presses the buttons of the page of texts: what comes into the clipboard
// is what the page shows, plain or formatted, also from a stick.
func TestTextsAreCopied(t *testing.T) { inEveryBrowser(t, testTextsCopied) }

func testTextsCopied(t *testing.T, open func(width, height int64) *tab) {
	for _, base := range []string{serve(t), "file://" + output(t) + "/"} {
		b := open(900, 900)
		b.open(base + changshu + "texts/index.html")
		b.js(`window.addEventListener('copy', e => { window.got = {html: e.clipboardData.getData('text/html'), text: e.clipboardData.getData('text/plain')}; })`)
		for id, begins := range map[string]string{"sms": "【常熟市医疗保障局】", "ticker": "常熟市医疗保障局：", "speech": "请注意，", "desk": "话务答复口径：", "settlement-stop-speech": "请注意，", "wechat": "<section style=", "portal": "<h1>"} {
			press(b, `document.querySelector('[data-from="`+id+`-text"]').click()`)
			html, plain := eval[string](b, `window.got.html`), eval[string](b, `window.got.text`)
			shown := eval[string](b, `(e => e.value || e.textContent)(document.getElementById('`+id+`-text'))`)
			switch rich := begins[0] == '<'; {
			case !rich && (squeeze(plain) != squeeze(shown) || html != "" || !strings.HasPrefix(plain, begins)):
				t.Errorf("%s: %s is copied as\n%s", base, id, plain)
			case rich && (html != shown || !strings.HasPrefix(html, begins)):
				t.Errorf("%s: %s is copied as\n%.500s", base, id, html)
			case rich && (!strings.Contains(plain, "2021年12月30日20时") || strings.Contains(plain, "<")):
				t.Errorf("%s: %s is copied as text as\n%.500s", base, id, plain)
			}
		}
		if said := eval[string](b, `document.querySelector('[data-copied]').textContent`); said != "已复制" {
			t.Errorf("the page says %q", said)
		}
	}
}

// press runs an expression as a visitor's own act.
func press(b *tab, expression string) {
	b.t.Helper()
	if _, err := chromedp.Call(b.ctx, runtime.Evaluate, runtime.EvaluateParams{Expression: expression, UserGesture: new(true)}); err != nil {
		b.t.Fatal(err)
	}
}
