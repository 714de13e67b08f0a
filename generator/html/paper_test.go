package html_test

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// What a browser shows of a milestone's page with its scripts off, and what it prints
// then: what, when, until when, what to do, whom to ask, which sheet this is.
func TestMilestonesOnPaper(t *testing.T) {
	base := serve(t)
	b := newTab(t, 900, 1200)
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	for page, says := range map[string][]string{
		changshu + "settlement-stop/":  {"2021年12月30日", "20时", "2022年1月1日0时", "1月2日8时", "12345", "12393", "常熟市医疗保障局", "何时恢复", "怎么办", "第1版"},
		changshu + "settlement-first/": {"2022年1月1日", "0时", "1月2日8时", "12345", "常熟市医疗保障局"},
		changshu + "refund/":           {"2022年3月31日", "参保人员", "12345", "常熟市医疗保障局"},
	} {
		b.open(base + page + "index.html")
		for _, media := range []string{"screen", "print"} {
			call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: media})
			text := strings.Join(strings.Fields(eval[string](b, `document.querySelector('main').innerText`)), "")
			for _, word := range says {
				if !strings.Contains(text, word) {
					t.Errorf("%s, %s: no %s in %s", page, media, word, text)
				}
			}
			for word, on := range map[string]string{"https://": "print", "现在能办吗": ""} {
				if strings.Contains(text, word) != (media == on) {
					t.Errorf("%s, %s: %s is there or is not: %s", page, media, word, text)
				}
			}
			if media == "print" && !strings.HasPrefix(text, "常熟市") {
				t.Errorf("%s begins %.30s", page, text)
			}
		}
	}
}
