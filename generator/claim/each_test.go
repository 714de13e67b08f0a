package claim_test

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// hours are those of each day or week, as notices write them; days that something lasts.
var (
	hours = []string{"每日22:00—次日6:00", "每天22:00至次日6:00", "每晚22时至次日6时", "每日22时至次日6时", "夜间22时至次日6时", "每天9:00-17:00", "每天22点后", "工作日9:00—17:00", "每周二", "每周六、周日22:00后", "每周一至周五8:00—18:00"}
	spans = []string{"7月6日至7月9日", "2024年7月6日—7月9日", "7月6日至9日"}
	forms = []string{
		"因校园卡系统升级，定于{D}{H}暂停校园卡充值服务。",
		"{D}{H}，暂停校园卡充值服务。",
		"{D}，{H}暂停校园卡充值服务。",
		"自{D}，{H}，校园卡充值服务暂停。",
		"{D}（{H}）暂停校园卡充值服务。",
		"{D}暂停校园卡充值服务（{H}）。",
		"{D}暂停校园卡充值服务，{H}。",
		"{D}暂停校园卡充值服务，时间为{H}。",
		"{D}暂停校园卡充值服务，暂停时间：{H}。",
		"{D}暂停校园卡充值服务。暂停时间：{H}。",
		"{D}暂停校园卡充值服务。\n暂停时间：{H}。",
		"一、暂停时间\n{D}{H}。",
		"一、暂停时间：{D}，{H}。",
		"{D}对校园卡系统升级，{H}暂停充值服务。",
		"{D}对校园卡系统升级。{H}暂停充值服务。",
		"安排如下：\n\n| 业务 | 暂停时间 |\n| --- | --- |\n| 校园卡充值 | {D}{H} |\n",
		"安排如下：\n\n| 业务 | 暂停日期 | 暂停时段 |\n| --- | --- | --- |\n| 校园卡充值 | {D} | {H} |\n",
		"安排如下：\n\n| 业务 | 时段 | 暂停日期 |\n| --- | --- | --- |\n| 校园卡充值 | {H} | {D} |\n",
	}
)

// What a text says of some hours of each day, or of some days of each week, is never stated for sure as if it
// were so all the time, in whatever sentence or table; and nothing says that the days are not stated where
// they are.
func TestHoursOfEachDayAreAsked(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, form := range forms {
		for _, h := range hours {
			d := spans[r.IntN(len(spans))]
			if strings.HasPrefix(h, "每周") && r.IntN(2) == 0 {
				d = "9月7日起"
			}
			asked(t, strings.NewReplacer("{D}", d, "{H}", h).Replace(form))
		}
	}
	asked(t, "自9月7日起，每周六、周日22:00后，地铁2号线停止运营。")
	asked(t, "自9月7日起，周六、周日停止办理婚姻登记。")
	asked(t, "隧道每晚于7月6日至7月9日封闭。")
	asked(t, "热线于7月6日恢复人工服务，每日9:00-17:00。")
}

func asked(t *testing.T, text string) {
	t.Helper()
	text = "关于校园卡系统升级的通告\n" + text + "\n安平县校园卡中心\n2024年5月6日\n"
	d := read("notice.txt", text)
	if len(d.Sketches) == 0 && len(d.Questions) == 0 {
		t.Errorf("nothing is stated or asked of:\n%s", text)
	}
	for _, s := range d.Sketches {
		if len(s.Questions) == 0 {
			t.Errorf("%s of %s to %v is stated for sure, of:\n%s", s.Kind, s.Moment.Instant, s.Until, text)
		}
		if strings.HasSuffix(s.Text, "定") || strings.HasSuffix(s.Text, "—") {
			t.Errorf("%q is no text", s.Text)
		}
	}
	if len(d.Sketches) > 0 && len(d.Questions) > 0 {
		t.Errorf("%q, of what is stated:\n%s", d.Questions, text)
	}
}

// Words for days of each week that say nothing of when a stop is in force raise no question.
func TestWholeDaysAreNotAsked(t *testing.T) {
	for _, text := range []string{
		"7月6日至7月9日暂停校园卡充值服务。咨询时间：每天8:30—17:00。",
		"自7月6日（周六）起暂停校园卡充值服务，5个工作日内退款。",
		"7月6日（周六）起停止每日8:00的班车。",
		"7月6日至7月9日（周二）暂停校园卡充值服务，工作日可拨打服务电话。",
		"7月6日22:00至7月7日6:00暂停校园卡充值服务。",
		"7月6日20时起暂停校园卡充值服务，7月9日9时恢复，每日限额100元。",
		"本周六（7月6日）起暂停校园卡充值服务。",
		"安排如下：\n\n| 业务 | 暂停时间 | 电话 |\n| --- | --- | --- |\n| 校园卡充值 | 7月6日至7月9日 | 12345 |\n",
	} {
		text = "关于校园卡系统升级的通告\n" + text + "\n安平县校园卡中心\n2024年5月6日\n"
		d := read("notice.txt", text)
		if len(d.Sketches) == 0 {
			t.Errorf("nothing is stated of:\n%s", text)
		}
		for _, s := range d.Sketches {
			if len(s.Questions) > 0 {
				t.Errorf("%s: %q of:\n%s", s.Kind, s.Questions, text)
			}
		}
	}
}
