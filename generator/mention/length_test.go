package mention

import (
	"fmt"
	"strings"
	"testing"
)

func TestLengths(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"停水6小时", "6小时=360"}, {"约 6 个小时，", "6 个小时=360"}, {"两天", "两天=2880 days"}, {"90分钟", "90分钟=90"}, {"一个半小时", "一个半小时=90"}, {"十二小时", "十二小时=720"},
		{"为期3日。", "3日=4320 days"}, {"３小时和4小时", "３小时=180 | 4小时=240"},
		{"3日内", ""}, {"24小时热线", ""}, {"24小时服务", ""}, {"5月10日", ""}, {"第3天", ""}, {"1.5小时", ""}, {"3日起", ""}, {"提前3日", ""}, {"0小时", ""}, {"", ""},
	} {
		var all []string
		for _, l := range Lengths(c.text) {
			one := fmt.Sprintf("%s=%d", c.text[l.Start:l.End], l.Minutes)
			if l.Days {
				one += " days"
			}
			all = append(all, one)
		}
		if got := strings.Join(all, " | "); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}
