package sense

import (
	"strings"
	"testing"
)

func TestTitlesBreakAtTheirSense(t *testing.T) {
	s := New([]string{"国家医疗保障信息平台", "西安市医疗保障局"})
	for title, want := range map[string]string{
		"关于暂停全市医保业务办理的通告":             "关于暂停|全市|医保|业务|办理的通告",
		"西安市医疗保障局关于切换上线国家医疗保障信息平台的通告": "西安市医疗保障局|关于切换|上线|国家医疗保障信息平台的通告",
		"国家医疗保障信息平台上线期间医保业务办理问答":      "国家医疗保障信息平台|上线期间|医保|业务|办理问答",
		"Notice": "Notice",
	} {
		if got := strings.Join(s.Seams(title), "|"); got != want {
			t.Errorf("%s", got)
		}
	}
}
