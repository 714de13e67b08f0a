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
