package claim_test

import (
	"fmt"
	"strings"
	"testing"

	"tonggao/generator/site"
)

// What is only near is what its 左右 stands behind: of a window its end, about which a question is
// asked, never its begin. No text begins with the word.
func TestOnlyTheEndIsNear(t *testing.T) {
	for _, near := range []string{"左右", "前后"} {
		for _, window := range []string{"8时至17时", "8:00—17:00"} {
			d := read("notice.txt", fmt.Sprintf("停水通告\n因管道施工，定于2024年5月10日%s%s对滨河路以东区域停水。\n安平县自来水公司\n2024年5月6日\n", window, near))
			if len(d.Sketches) != 1 {
				t.Fatalf("%s%s: %d sketches", window, near, len(d.Sketches))
			}
			s := d.Sketches[0]
			if s.Kind != site.Suspend || s.Expected || s.Until == nil || !strings.Contains(strings.Join(s.Questions, ""), "左右") || strings.HasPrefix(s.Text, near) {
				t.Errorf("%s%s: expected %t, questions %q, text %q", window, near, s.Expected, s.Questions, s.Text)
			}
		}
	}
	d := read("notice.txt", "停水通告\n供水5月10日8时暂停。供水5月10日17时左右恢复。\n安平县自来水公司\n2024年5月6日\n")
	if last := d.Sketches[len(d.Sketches)-1]; last.Kind != site.Resume || !last.Expected || strings.Contains(last.Text, "左右") {
		t.Errorf("a recovery at 17时左右: expected %t, text %q", last.Expected, last.Text)
	}
}

// What an office settled on a day leaves no 定 in the text.
func TestSettledIsNoPart(t *testing.T) {
	for _, who := range []string{"", "我馆", "本馆", "我馆现"} {
		d := read("notice.txt", "图书馆闭馆公告\n因消防设施改造，"+who+"定于2024年7月6日至7月19日闭馆。\n安平县图书馆\n2024年6月28日\n")
		if len(d.Sketches) != 1 || strings.Contains(d.Sketches[0].Text, "定") {
			t.Errorf("%s定于: %d sketches, %q", who, len(d.Sketches), d.Sketches[0].Text)
		}
	}
}
