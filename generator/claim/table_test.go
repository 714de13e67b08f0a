package claim_test

import (
	"strings"
	"testing"

	"tonggao/generator/claim"
	"tonggao/generator/issued"
	"tonggao/generator/site"
)

// A cell that says 另行通知 is a recovery to be announced, of a service of the site as of one that the text
// names itself, in a row with times and in one without; of what cannot be told it asks.
func TestPendingCells(t *testing.T) {
	known := site.Vocabulary{Services: []*site.Service{{ID: "counter", Name: "窗口经办"}, {ID: "settlement", Name: "医保费用联网结算"}, {ID: "online", Name: "线上经办"}}}
	for name, id := range map[string]string{"窗口经办": "counter", "医保费用联网结算": "settlement", "线上经办": "online", "供水": ""} {
		for _, row := range []string{"| " + name + " | 2024年5月9日20时 | 另行通知 |", "| " + name + " | 2024年5月9日20时 | 待定 |", "| 其他 | 2024年5月9日20时 | 2024年5月13日8时 |\n| " + name + " | / | 另行通知 |"} {
			text := "关于系统升级的通告\n一、停机时间\n\n| 业务 | 暂停时间 | 恢复时间 |\n| --- | --- | --- |\n" + row + "\n\n安平县医疗保障局\n2024年5月6日\n"
			facts, _ := issued.Read("notice.txt", text, known, []string{"安平县"}, site.Day{Year: 2024, Month: 5, Day: 6})
			r := claim.Read(facts, claim.Setting{Vocabulary: known, Issuer: "安平县医疗保障局"})
			pending := 0
			for _, s := range r.Sketches {
				back := s.Kind == site.Resume && (s.Service == id || id == "" && r.NameOf(s.Service) == name)
				if s.Tbd && (back || s.Kind == site.Rule && strings.HasPrefix(s.Text, name)) { // of what has not stopped a rule
					pending++
				}
			}
			if pending != 1 && len(r.Questions) == 0 || pending != 1 && id != "" {
				t.Errorf("%d pending, %q of %s", pending, r.Questions, row)
			}
		}
	}
}
