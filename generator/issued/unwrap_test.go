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

// A long title ends where it is whole, even if no salutation parts it from the first sentence; a
// sentence that cites another notice goes on.
func TestTitlesEnd(t *testing.T) {
	const body = "因全国公安交通管理综合应用平台升级，定于2026年4月3日18时起暂停办理机动车登记业务。"
	for _, title := range []string{
		"江南市公安局交通警察支队车辆管理所关于暂停办理车管业务的通告",
		"关于不动产登记系统切换暂停对外服务的公告",
		"关于12路、33路公交线路临时改线的通告",
		"关于2025—2026年度供热期结束停止供热的通知",
	} {
		d := Parse("notice.txt", title+"\n"+body+"\n")
		if len(d.Blocks) != 2 || d.Blocks[0].Role != Title || d.Words(d.Blocks[0]) != title {
			t.Errorf("%s: %d lines, the first %q", title, len(d.Blocks), d.Words(d.Blocks[0]))
		}
	}
	if d := Parse("notice.txt", "停办公告\n根据上级关于做好不动产登记系统升级工作的通知\n要求，暂停办理登记业务。\n"); len(d.Blocks) != 2 {
		t.Errorf("a cited notice ends its line: %d lines", len(d.Blocks))
	}
}
