package claim_test

import (
	"slices"
	"testing"
)

// What stops is told by labels in other lines, by the list that a line opens, and under a heading
// of its own.
func TestWhatIsAffected(t *testing.T) {
	const head, foot = "关于暂停服务的公告\n", "请游客谅解。\n安平县旅游公司\n2024年5月6日\n"
	for text, want := range map[string][]string{
		"因检修，部分项目暂停。\n停用项目：缆车、滑道\n停用时间：5月10日17:00\n恢复时间：5月13日8:30\n停用项目：游船\n停用时间：5月11日20:00\n恢复时间：5月12日12:00\n": {"缆车、滑道", "游船"},
		"停用时间：5月10日17:00\n停用项目：缆车、滑道\n停用时间：5月11日20:00\n停用项目：游船\n":                                               {"缆车、滑道", "游船"},
		"5月10日17:00至5月13日8:30，以下项目暂停服务：\n1.缆车；\n2.滑道；\n3.游船。\n":                                                 {"缆车、滑道、游船"},
		"一、停机时间\n5月10日17:00至5月13日8:30。\n二、停机范围\n缆车，滑道。\n":                                                       {"缆车、滑道"},
		"因检修，部分项目暂停服务：\n1.缆车（5月10日17:00起）；\n2.滑道（5月11日起，恢复时间另行通知）。\n":                                           {"缆车", "滑道"},
	} {
		var names []string
		for _, c := range read("notice.txt", head+text+foot).Coined {
			names = append(names, c.Name)
		}
		if !slices.Equal(names, want) {
			t.Errorf("%q is about %q, not %q", text, names, want)
		}
	}
}

// The place that a label above names is that of the stop below it; clocks of a list have the day of
// the line that opens it.
func TestLabelsAndListsAbove(t *testing.T) {
	const head, foot = "关于停电的公告\n", "请用户谅解。\n安平县供电公司\n2024年5月6日\n"
	places := read("notice.txt", head+"停电线路：东山线\n停电时间：2024-05-10 06:30\n送电时间：2024-05-10 18:30\n停电线路：西河线\n停电时间：2024-05-10 07:30\n送电时间：2024-05-10 14:00\n"+foot)
	var scopes []string
	for _, s := range places.Sketches {
		scopes = append(scopes, string(s.Kind)+s.Scope)
	}
	if !slices.Equal(scopes, []string{"suspend东山线", "resume东山线", "suspend西河线", "resume西河线"}) {
		t.Errorf("the places are %v", scopes)
	}
	hours := read("notice.txt", head+"5月10日1:00至9:00将升级主机，届时以下服务受到影响：\n（1）观光缆车1:00至8:30暂停；\n（2）咨询台9:00至17:00有人值守。\n"+foot)
	last := hours.Sketches[len(hours.Sketches)-1]
	if last.Until == nil || last.Until.Datetime() != "2024-05-10T08:30:00+08:00" || last.Moment.Datetime() != "2024-05-10T01:00:00+08:00" {
		t.Errorf("the hours are %+v", last)
	}
}
