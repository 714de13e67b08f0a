package issued

import (
	"strings"
	"testing"
)

// TestCutNumbersAreJoined breaks a number at every place, in short lines and long
// ones: it is one number still. Two numbers under each other stay two. Only what
// lacks its last digit is left, since some places have numbers of seven digits.
func TestCutNumbersAreJoined(t *testing.T) {
	phones := func(text string) string {
		d := Parse("notice.txt", text)
		var all []string
		for _, p := range d.phones() {
			all = append(all, p.Number)
		}
		return strings.Join(all, " ")
	}
	const number = "0571-85119460"
	for _, before := range []string{"咨询电话：", "请广大用户提前做好储水准备，停水期间的抢修和咨询请拨打电话："} {
		for i := 1; i < len(number)-1; i++ {
			if got := phones(before + number[:i] + "\n" + number[i:] + "。\n"); got != number {
				t.Errorf("%s%s|%s: found %q", before, number[:i], number[i:], got)
			}
		}
	}
	for _, two := range []string{"0571-85119460\n85119034", "0571-85119460\n0571-85119034"} {
		if got := phones("咨询电话：\n" + two + "\n"); got != "0571-85119460 0571-85119034" {
			t.Errorf("%q: found %q", two, got)
		}
	}
}

// A line that begins a sentence does not go on with a label's line above it.
func TestLabelledLinesEnd(t *testing.T) {
	const label = "取水点：5月8日7时至11时，北苑社区服务中心、南苑公交站、东苑小学门口"
	for next, lines := range map[string]int{"若不能按时恢复，另行通知。": 3, "及西苑菜市场。": 2} {
		if d := Parse("notice.txt", "停水公告\n"+label+"\n"+next+"\n"); len(d.Blocks) != lines {
			t.Errorf("%s: %d lines", next, len(d.Blocks))
		}
	}
}

// Lines with bullets do not go on with one another.
func TestBulletsStandApart(t *testing.T) {
	if d := Parse("notice.txt", "清洗通知\n▲ 1—6栋高区水箱：5月7日（周三）09:00—15:00\n▲ 7栋：5月8日9:00—11:00\n"); len(d.Blocks) != 3 {
		t.Errorf("%d lines", len(d.Blocks))
	}
}
