package claim_test

import (
	"slices"
	"strings"
	"testing"

	"tonggao/generator/claim"
	"tonggao/generator/sketch"
)

// stated are the facts of a notice in short, its words between a head and a foot.
func stated(title, words string) []string {
	r := read("notice.txt", title+"\n\n"+words+"\n安平县服务中心\n2024年5月6日\n")
	var all []string
	for _, s := range r.Sketches {
		all = append(all, short(r, s))
	}
	return all
}

// short is a sketch in one line: kind, time, service, place.
func short(r *claim.Reading, s *sketch.Sketch) string {
	at := strings.TrimSuffix(s.Moment.Datetime(), ":00+08:00")
	switch {
	case s.Later != nil:
		at = ">" + s.Later.Datetime()
	case s.Before != nil:
		at = "<" + s.Before.Datetime()
	case s.Tbd:
		at = "?"
	}
	if s.Until != nil {
		at += "~" + strings.TrimSuffix(s.Until.Datetime(), ":00+08:00")
	}
	at = strings.ReplaceAll(at, "2024-", "")
	return strings.TrimRight(string(s.Kind)+" "+at+" "+r.NameOf(s.Service)+" "+s.Scope, " ")
}

// What the words around a time say themselves, no title and no heading says: no stop is invented.
func TestWhatTellsItself(t *testing.T) {
	const stop = "关于暂停制卡业务的公告"
	for _, c := range []struct {
		title, words string
		want         []string
	}{
		{"关于临时闭馆的公告", "夏令（6月1日至10月31日）开放时间：9:00—17:30（17:00停止入馆）。", nil},
		{"关于临时闭馆的公告", "夏令办公时间（6月1日—9月30日）：上午8:30—12:00。", nil},
		{stop, "卡片打印时间不变（7月14日9:00至7月18日17:00）。", []string{"rule 07-14T09:00", "deadline 07-18T17:00"}},
		{stop, "年审业务由6月1日至6月30日办理。", []string{"rule 06-01", "deadline 06-30"}},
		{"停气通知", "未能通气的用户，5月18日上午9时至11时30分再次上门。", nil},
		{stop, "5月16日至18日每日限号200个。", nil},
		{stop, "制卡业务5月12日起暂停，恢复时间不早于5月18日。", []string{"suspend 05-12 制卡业务", "resume >05-18 制卡业务"}},
		{stop, "制卡业务5月12日起暂停，补卡业务暂停至5月18日。", []string{"suspend 05-12 制卡业务", "resume >05-18 补卡业务", "suspend <05-18 补卡业务"}},
		{"公交调整公告", "夜间公交5月12日起停运，5月15日起恢复。", []string{"suspend 05-12 夜间公交", "resume 05-15 夜间公交"}},
		{"停气通知", "5月12日白天对东街暂停供气，18时后逐户恢复供气。", []string{"suspend 05-12 供气 东街", "resume >05-12T18:00:00+08:00 供气 东街"}},
	} {
		if got := stated(c.title, c.words); !slices.Equal(got, c.want) {
			t.Errorf("%s\n says %q,\n not  %q", c.words, got, c.want)
		}
	}
}

// In a table of districts a row is of one, whom to ask is no place, and what stops is the title's.
func TestRowsOfDistricts(t *testing.T) {
	got := stated("关于医保系统分批切换的通知", "地区\t停机时间\t恢复时间\t联系电话\n东阳县\t5月14日20:00\t5月18日12:00\t0571-87002345\n南溪区\t5月15日0:00\t另行通知\t0571-87004567\n\n")
	want := []string{"suspend 05-14T20:00 医保系统 东阳县", "resume 05-18T12:00 医保系统 东阳县", "suspend 05-15T00:00 医保系统 南溪区", "resume ? 医保系统 南溪区"}
	if !slices.Equal(got, want) {
		t.Errorf("the table says %q, not %q", got, want)
	}
}
