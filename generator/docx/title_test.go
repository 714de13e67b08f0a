package docx

import (
	"testing"

	"tonggao/generator/phrase"
)

// TestTitlesBreakAtSense breaks titles as somebody in an office would.
func TestTitlesBreakAtSense(t *testing.T) {
	w := &writing{sense: phrase.NewSense([]string{"常熟市医疗保障局", "国家医疗保障信息平台"})}
	for title, want := range map[string]string{
		"关于停水的通告":         "关于停水的通告",
		"关于暂停全市医保业务办理的通告": "关于暂停全市医保业务办理的通告",
		"关于切换上线国家医疗保障信息平台期间暂停医保业务办理的通告":                  "关于切换上线国家医疗保障信息平台期间\n暂停医保业务办理的通告",
		"常熟市医疗保障局关于切换上线国家医疗保障信息平台期间暂停全市医保业务办理和结算有关事项的通告": "常熟市医疗保障局关于切换上线\n国家医疗保障信息平台期间暂停全市\n医保业务办理和结算有关事项的通告",
		"啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊":                   "啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊",
	} {
		if got := phrase.Plain(w.entitled(title)); got != want {
			t.Errorf("%s is set as\n%s", title, got)
		}
	}
}
