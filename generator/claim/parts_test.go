package claim_test

import (
	"slices"
	"testing"
)

// What stops under one name and comes back part by part is of one service a part; a recovery of no
// name leaves out what has one of its own, and one of several names is of each.
func TestPartsComeBackApart(t *testing.T) {
	for _, c := range []struct {
		words string
		want  []string
	}{
		{"5月12日18时起，网上大厅、微信小程序停用。网上大厅5月15日9时恢复；微信小程序恢复时间另行通知。", []string{
			"suspend 05-12T18:00 网上大厅", "resume 05-15T09:00 网上大厅", "resume ? 微信小程序", "suspend 05-12T18:00 微信小程序"}},
		{"5月20日23时至5月23日5时，暂停借车。扫码借车5月23日5时恢复，刷卡借车25日恢复。", []string{
			"suspend 05-20T23:00~05-23T05:00 扫码借车", "resume 05-23T05:00 扫码借车", "resume 05-25 刷卡借车", "suspend 05-20T23:00 刷卡借车"}},
		{"5月12日起暂停申领、补换服务。\n挂失业务5月13日起停办。\n预计5月22日恢复。挂失业务5月19日恢复。", []string{
			"suspend 05-12 申领、补换服务", "suspend 05-13 挂失业务", "resume 05-22 申领、补换服务", "resume 05-19 挂失业务"}},
		{"5月12日18时起，经办窗口停止办理参保登记，网上大厅同步停用。5月15日9时起，经办窗口、网上大厅恢复办理业务。", []string{
			"suspend 05-12T18:00 参保登记 经办窗口", "suspend 05-12T18:00 网上大厅", "resume 05-15T09:00 参保登记 经办窗口", "resume 05-15T09:00 网上大厅"}},
	} {
		if got := stated("关于系统升级的公告", c.words); !slices.Equal(got, c.want) {
			t.Errorf("%s\n says %q,\n not  %q", c.words, got, c.want)
		}
	}
}

// What is off throughout a stop is so in its one window, wherever it is said; of several the draft asks.
func TestThroughout(t *testing.T) {
	for _, c := range []struct {
		words string
		want  []string
	}{
		{"一、停机时间：5月20日18:00至5月23日24:00。\n二、停机期间，网站、手机App等渠道的申报、退费业务暂停办理，单位查询功能关闭。\n", []string{
			"suspend 05-20T18:00~05-24T00:00 系统", "suspend 05-20T18:00~05-24T00:00 申报、退费业务", "suspend 05-20T18:00~05-24T00:00 单位查询功能"}},
		{"东岛航线由5月13日至5月22日大修停航。\n停航期间网上售票功能关闭，5月22日12时恢复售票。\n", []string{
			"suspend 05-13~05-22 东岛航线", "suspend 05-13 网上售票功能", "resume 05-22T12:00 网上售票功能"}},
		{"网厅将于5月16日20:00至5月19日8:00暂停服务。停机期间，窗口受理系统同步停用，请合理安排时间。\n", []string{
			"suspend 05-16T20:00~05-19T08:00 网厅", "suspend 05-16T20:00~05-19T08:00 窗口受理系统"}},
	} {
		if got := stated("关于系统停机的公告", c.words); !slices.Equal(got, c.want) {
			t.Errorf("%s\n says %q,\n not  %q", c.words, got, c.want)
		}
	}
}

// Days of a list share the hours behind the last.
func TestDaysShareHours(t *testing.T) {
	got := stated("关于信号中断的公告", "5月19日、21日、26日凌晨0:30—5:30分三批进行割接，有线电视信号中断。\n")
	want := []string{"suspend 05-19T00:30~05-19T05:30 有线电视信号", "suspend 05-21T00:30~05-21T05:30 有线电视信号", "suspend 05-26T00:30~05-26T05:30 有线电视信号"}
	if !slices.Equal(got, want) {
		t.Errorf("the days are %q, not %q", got, want)
	}
}
