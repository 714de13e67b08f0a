package claim_test

import (
	"testing"

	"tonggao/generator/site"
)

// A recovery of no name is not of what has a later one of its own.
func TestOwnRecoveryStands(t *testing.T) {
	d := read("notice.txt", "关于年度结息期间暂停业务的通告\n有关事项通告如下：\n1.单位汇缴业务6月26日17:00起暂停；\n2.贷款业务受理6月25日17:30起暂停，7月6日恢复。\n二、7月3日起恢复正常办理。\n安平县住房公积金管理中心\n2024年6月15日\n")
	back := map[string]string{}
	for _, s := range d.Sketches {
		if s.Kind == site.Resume {
			back[d.NameOf(s.Service)] += s.Moment.Day().String()
		}
		if s.Kind == site.Rule {
			t.Errorf("%s is a date only", s.Text)
		}
	}
	if len(back) != 2 || back["贷款业务受理"] != "2024-07-06" || back["单位汇缴业务"] != "2024-07-03" {
		t.Error(back)
	}
}
