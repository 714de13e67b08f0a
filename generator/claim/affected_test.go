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
