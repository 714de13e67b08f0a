package phrase_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"tonggao/generator/article"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
	"tonggao/generator/timing"
)

// noticeOf reads a notice of one region from its facts and its text.
func noticeOf(t *testing.T, facts, text string) *site.Notice {
	t.Helper()
	const words = `
name = "示例公告"
base_url = "https://site.example"
sample = true
hotlines = ["12345"]
[service.s]
name = "窗口经办"
[service.other]
name = "网上银行"
[service.water]
name = "自来水供应"
on = "正常供水"
off = "停水"
back = "恢复供水"
[audience.p]
name = "参保人员"
[channel.web]
name = "网上渠道"
[channel.desk]
name = "窗口"
`
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	s, problems, err := source.Read(fstest.MapFS{
		"site.toml": file(words), "a/region.toml": file("name = \"甲市\"\nissuer = \"甲市局\"\n"),
		"a/n/notice.toml": file("title = \"关于甲的通告\"\nissued = 2024-05-01\n" + facts),
		"a/n/00-text.md":  file("+++\nkind = \"section\"\n+++\n\n" + text + "\n\n{{schedule}}\n")})
	if err != nil || s == nil {
		t.Fatal(err, problems)
	}
	return s.Notices()[0]
}

func fact(id string, lines ...string) string {
	return "[milestone." + id + "]\n" + strings.Join(lines, "\n") + "\n"
}

// How placeholders are worded, in the three languages that have them.
func TestPlaceholderCases(t *testing.T) {
	stop := fact("a", `kind="suspend"`, `service="s"`, `at="2023-07-30 00:00"`, `text="暂停"`)
	back := func(at string) string {
		return fact("b", `kind="resume"`, `service="s"`, at, `text="恢复"`)
	}
	day := fact("d", `kind="deadline"`, `at="2021-12-15"`, `includes_day=true`, `label="申报"`, `text="申报"`)
	for name, c := range map[string]struct{ facts, text, want string }{
		"the weekday stands behind the date":         {fact("x", `kind="rule"`, `at="2021-10-30 18:00"`, `label="费"`, `text="费"`), "{{x weekday}}", "2021年10月30日（星期六）18时"},
		"and before 前":                               {day, "{{d short deadline weekday}}", "12月15日（星期三）前（含当日）"},
		"one day is said once":                       {stop + back(`at="2023-07-30 03:00"`), "{{a short to b short}}", "7月30日0时至3时"},
		"two days are both said":                     {stop + back(`at="2023-07-31 03:00"`), "{{a short to b short}}", "7月30日0时至7月31日3时"},
		"an hour, then an hour of the same day":      {stop + back(`at="2023-07-30 14:45"`), "{{a time to b short}}", "0时至14时45分"},
		"a window of one day":                        {stop + back(`at="2023-07-30 03:00"`), "{{a date to b date}}", "2023年7月30日"},
		"24时 stays with its day":                     {stop + back(`at="2023-07-30 24:00"`), "{{a short to b short}}", "7月30日0时至24时"},
		"a bound heeds its options":                  {stop + back(`before="2023-07-31 12:00"`), "{{b short}}", "7月31日12时前"},
		"two bounds say the year once":               {stop + back("after=\"2023-07-31 12:00\"\nbefore=\"2023-08-01 12:00\""), "{{b}}", "2023年7月31日12时至8月1日12时之间"},
		"to be announced alone":                      {stop + back("tbd=true\nafter=\"2023-10-31\""), "{{b pending}}", "另行通知"},
		"to be announced with its bound":             {stop + back("tbd=true\nafter=\"2023-10-31\""), "{{b}}", "2023年10月31日以后，具体时间另行通知"},
		"what was announced since is no longer open": {stop + back(`at="2023-07-30 03:00"`), "{{b pending}}", "2023年7月30日3时"},
		"a window whose end is to be announced":      {stop + back("tbd=true"), "{{a short to b short}}不能办理", "7月30日0时起（恢复时间另行通知）不能办理"},
		"a window whose end has a bound":             {stop + back(`before="2023-07-31 12:00"`), "{{a short to b short}}不能办理", "7月30日0时起（恢复时间：7月31日12时前）不能办理"},
		"an expected time":                           {stop + back("at=\"2023-07-30 03:00\"\nexpected=true"), "{{b short}}", "预计7月30日3时"},
		"hours of every day":                         {stop + back("at=\"2023-07-31 07:00\"\ndaily=\"07:00-23:00\""), "{{b daily}}", "每天7时至23时"},
		"the end of a window":                        {fact("w", `kind="suspend"`, `service="s"`, `at="2021-09-10 00:00"`, `until="2021-09-17"`, `text="停办"`), "{{w until short}}", "9月17日"},
		"a whole window":                             {fact("w", `kind="suspend"`, `service="s"`, `at="2021-09-10 00:00"`, `until="2021-09-17"`, `text="停办"`), "{{w window}}", "2021年9月10日0时起至9月17日止"},
		"a whole window heeds the other options":     {fact("w", `kind="suspend"`, `service="s"`, `at="2021-09-10 00:00"`, `until="2021-09-17"`, `text="停办"`), "{{w window short weekday}}", "9月10日（星期五）0时起至9月17日（星期五）止"},
	} {
		n := noticeOf(t, c.facts, c.text)
		if got := strings.Split(article.Text(article.Of(phrase.In(site.Chinese), n, nil)), "\n")[1]; got != c.want {
			t.Errorf("%s: %s is %s, want %s", name, c.text, got, c.want)
		}
	}
}

// How the schedule, the labels and the kinds say a fact.
func TestSentenceCases(t *testing.T) {
	zh := phrase.In(site.Chinese)
	for name, c := range map[string]struct{ facts, sentence, label, turn string }{
		"a window": {fact("m", `kind="suspend"`, `service="s"`, `at="2021-09-10 00:00"`, `until="2021-09-17"`, `text="停办"`),
			"2021年9月10日0时起至9月17日止，停办。", "窗口经办暂停", "暂停"},
		"a window of some hours": {fact("m", `kind="suspend"`, `service="s"`, `at="2023-07-30 00:00"`, `until="2023-07-30 03:00"`, `text="停办"`),
			"2023年7月30日0时起至3时止，停办。", "窗口经办暂停", "暂停"},
		"an expected window": {fact("m", `kind="suspend"`, `service="s"`, `at="2021-09-10 00:00"`, `until="2021-09-17"`, `expected=true`, `text="停办"`),
			"预计2021年9月10日0时起至9月17日止，停办。", "窗口经办暂停", "暂停"},
		"a gradual stop": {fact("m", `kind="suspend"`, `service="s"`, `at="2021-09-10 00:00"`, `gradual=true`, `text="停办"`),
			"2021年9月10日0时起（逐步），停办。", "窗口经办逐步暂停", "逐步暂停"},
		"a gradual stop that says so itself": {fact("m", `kind="suspend"`, `service="s"`, `at="2021-09-10 00:00"`, `gradual=true`, `text="陆续停办"`),
			"2021年9月10日0时起，陆续停办。", "窗口经办逐步暂停", "逐步暂停"},
		"a stop for good": {fact("m", `kind="suspend"`, `service="s"`, `at="2021-09-10 00:00"`, `permanent=true`, `text="停用"`),
			"2021年9月10日0时起，停用。", "窗口经办停止使用", "停止使用"},
		"own words": {fact("m", `kind="suspend"`, `service="water"`, `at="2021-09-10 00:00"`, `text="停水"`),
			"2021年9月10日0时起，停水。", "停水", "停水"},
		"several services": {fact("m", `kind="suspend"`, `services=["s", "other"]`, `at="2021-09-10 00:00"`, `text="停办"`),
			"2021年9月10日0时起，停办。", "窗口经办、网上银行暂停", "暂停"},
		"reduced service": {fact("m", `kind="partial"`, `service="water"`, `state="减压供水"`, `at="2021-09-10 22:00"`, `until="2021-09-11 06:00"`, `text="减压供水"`),
			"2021年9月10日22时起至9月11日6时止，减压供水。", "自来水供应减压供水", "减压供水"},
		"an opening": {fact("m", `kind="opening"`, `service="s"`, `at="2021-09-12 09:00"`, `until="2021-09-12 16:30"`, `text="窗口加开"`),
			"2021年9月12日9时至16时30分，窗口加开。", "窗口经办开放", "开放"},
		"an opening that was cancelled": {fact("m", `kind="opening"`, `service="s"`, `at="2021-09-12 09:00"`, `until="2021-09-12 16:30"`, `text="窗口加开"`, `withdrawn=true`) +
			"[[milestone.m.move]]\nfrom=\"2021-09-12 09:00\"\non=2024-05-02\nwhy=\"台风\"\n[[revision]]\non=2024-05-02\nwhat=\"取消加开\"\n",
			"【已取消】原定2021年9月12日9时至16时30分，窗口加开。2024年5月2日公布取消（原因：台风）。", "窗口经办开放", "开放"},
		"a rule that holds from its hour on": {fact("m", `kind="rule"`, `at="2021-06-08 09:00"`, `label="申报"`, `text="此后可自行申报"`),
			"2021年6月8日9时起，此后可自行申报。", "申报", "重要日期"},
		"a rule that happens": {fact("m", `kind="rule"`, `at="2021-06-08 09:00"`, `label="启用"`, `text="新平台启用"`),
			"2021年6月8日9时，新平台启用。", "启用", "重要日期"},
		"a month": {fact("m", `kind="rule"`, `at="2027-02"`, `label="费"`, `text="费"`), "2027年2月，费。", "费", "重要日期"},
	} {
		m := noticeOf(t, c.facts, "正文").Milestone("m")
		if got := phrase.Plain(zh.Sentence(m)); got != c.sentence {
			t.Errorf("%s: %s, want %s", name, got, c.sentence)
		}
		if got := zh.Label(m); got != c.label {
			t.Errorf("%s: labelled %s, want %s", name, got, c.label)
		}
		if got := zh.Turn(m); got != c.turn {
			t.Errorf("%s: turn %s, want %s", name, got, c.turn)
		}
	}
}

// Two recoveries that only their channels or audiences tell apart have labels that
// tell them apart.
func TestLabelsDiffer(t *testing.T) {
	stop := fact("stop", `kind="suspend"`, `service="s"`, `at="2024-05-10 08:00"`, `text="暂停"`)
	for _, c := range [][2]string{{`channels=["web"]`, `channels=["desk"]`}, {`audience=["p"]`, ""}, {`scope="东区"`, `scope="西区"`}} {
		n := noticeOf(t, stop+fact("a", `kind="resume"`, `service="s"`, `at="2024-05-11 08:00"`, c[0], `text="恢复"`)+
			fact("b", `kind="resume"`, `service="s"`, `at="2024-05-12 08:00"`, c[1], `text="恢复"`), "正文")
		if a, b := phrase.In(site.Chinese).Label(n.Milestone("a")), phrase.In(site.Chinese).Label(n.Milestone("b")); a == b {
			t.Errorf("%s and %s are both called %s", c[0], c[1], a)
		}
	}
}

// Beside a stop, a recovery names what it brings back of that stop, in its own
// words where they have some.
func TestLabelBesideAStop(t *testing.T) {
	n := noticeOf(t, fact("a", `kind="suspend"`, `service="water"`, `at="2024-05-10 08:00"`, `text="停"`)+
		fact("b", `kind="suspend"`, `services=["s", "other"]`, `at="2024-05-10 08:00"`, `text="停"`)+
		fact("back", `kind="resume"`, `services=["s", "other", "water"]`, `at="2024-05-11 08:00"`, `text="恢复"`), "正文")
	zh, back := phrase.In(site.Chinese), n.Milestone("back")
	for stop, want := range map[string]string{"a": "自来水供应恢复供水", "b": "窗口经办、网上银行恢复", "back": "窗口经办、网上银行、自来水供应恢复"} {
		if got := zh.LabelFor(back, n.Milestone(stop)); got != want {
			t.Errorf("beside %s: %s, want %s", stop, got, want)
		}
	}
	// 停水 says all in a notice of water alone; beside other services it needs the name.
	if got := zh.Label(n.Milestone("a")); got != "自来水供应停水" {
		t.Error(got)
	}
}

// The end of a window says its year where the beginning has another, and only then.
func TestWindowOverNewYear(t *testing.T) {
	zh := phrase.In(site.Chinese)
	for until, want := range map[string]string{"2020-01-05 08:00": "至2020年1月5日（星期日）8时止", "2019-12-31 24:00": "至12月31日（星期二）24时止", "2020-01-05": "至2020年1月5日（星期日）止"} {
		n := noticeOf(t, fact("w", `kind="suspend"`, `service="s"`, `at="2019-12-30 18:00"`, `until="`+until+`"`, `text="停办"`), "正文")
		if got := zh.ClosesAt(n.Milestone("w"), timing.Short|timing.Weekday); got != want {
			t.Errorf("until %s: %s, want %s", until, got, want)
		}
	}
}

// What belongs to one of several services is said of that one.
func TestExtentSaysWhose(t *testing.T) {
	zh := phrase.In(site.Chinese)
	own := "[service.a]\nname = \"五险经办\"\nitems = [\"工伤保险\"]\n[service.b]\nname = \"外部接口\"\nitems = [\"认证系统\"]\nexcept = [\"查询\"]\n[service.c]\nname = \"退费\"\n"
	for services, want := range map[string]string{
		`["a"]`:           "包括工伤保险",
		`["c", "b"]`:      "外部接口：包括认证系统，不包括查询",
		`["a", "b", "c"]`: "五险经办：包括工伤保险；外部接口：包括认证系统，不包括查询",
		`["c"]`:           "",
	} {
		m := noticeOf(t, own+fact("m", `kind="suspend"`, `services=`+services, `at="2024-05-10 08:00"`, `text="停办"`), "正文").Milestone("m")
		if got := zh.Extent(m); got != want {
			t.Errorf("%s: %s, want %s", services, got, want)
		}
		if last := m.Services[len(m.Services)-1]; last.ID == "b" && zh.ExtentOf(last, m) != "包括认证系统，不包括查询" {
			t.Errorf("%s: of the last alone %s", services, zh.ExtentOf(last, m))
		}
	}
}

// What a page says of a service at an instant: its state, and what comes.
func TestOutlookCases(t *testing.T) {
	stop := fact("stop", `kind="suspend"`, `service="s"`, `at="2024-05-10 08:00"`, `text="暂停"`)
	back := func(lines ...string) string {
		return fact("back", append([]string{`kind="resume"`, `service="s"`, `text="恢复"`}, lines...)...)
	}
	twice := stop + back(`at="2024-05-10 12:00"`) + fact("again", `kind="suspend"`, `service="s"`, `at="2024-05-12 08:00"`, `text="暂停"`) +
		fact("end", `kind="resume"`, `service="s"`, `at="2024-05-12 12:00"`, `text="恢复"`)
	part := func(lines ...string) string {
		return fact("part", append([]string{`kind="partial"`, `service="s"`, `text="预受理"`}, lines...)...)
	}
	water := fact("w", `kind="suspend"`, `service="water"`, `at="2024-05-10 08:00"`, `text="停水"`)
	for name, c := range map[string]struct{ facts, at, says string }{
		"before":                              {twice, "2024-05-10 07:00", "正常 2024年5月10日8时起暂停"},
		"between two stops":                   {twice, "2024-05-11 09:00", "正常 已于2024年5月10日12时恢复；5月12日8时起再次暂停"},
		"in the second":                       {twice, "2024-05-12 09:00", "暂停 2024年5月12日12时起恢复"},
		"after all":                           {twice, "2024-05-13 09:00", "正常 已于2024年5月12日12时恢复"},
		"up to an upper bound":                {stop + back(`before="2024-05-10 12:00"`), "2024-05-10 11:00", "暂停 2024年5月10日12时前恢复"},
		"from an upper bound on":              {stop + back(`before="2024-05-10 12:00"`), "2024-06-01 11:00", "正常 已于2024年5月10日12时前恢复"},
		"from a lower bound on":               {stop + back(`after="2024-05-10 12:00"`), "2024-05-10 13:00", "应已恢复，以公布为准 2024年5月10日12时以后恢复"},
		"still to be announced":               {stop + back(`tbd=true`, `after="2024-05-10 12:00"`), "2024-05-10 13:00", "暂停 恢复时间：2024年5月10日12时以后，具体时间另行通知"},
		"a stage by day has its name":         {stop + part(`state="预受理"`, `at="2024-05-11"`) + back(`tbd=true`), "2024-05-11 09:00", "预受理 全面恢复时间：另行通知"},
		"a recovery by day":                   {stop + back(`at="2024-05-11"`), "2024-05-11 09:00", "当日恢复，具体时点未公布"},
		"a recovery by month":                 {stop + back(`at="2024-06"`), "2024-06-11 09:00", "当月恢复，具体日期未公布"},
		"before the hours of a day":           {stop + part(`at="2024-05-11 07:00"`, `daily="07:00-23:00"`) + back(`tbd=true`), "2024-05-12 03:00", "暂停 今日7时起开放（每天7时至23时），全面恢复时间：另行通知"},
		"after the hours of a day":            {stop + part(`at="2024-05-11 07:00"`, `daily="07:00-23:00"`) + back(`tbd=true`), "2024-05-12 23:00", "暂停 明日7时起开放（每天7时至23时），全面恢复时间：另行通知"},
		"within them":                         {stop + part(`at="2024-05-11 07:00"`, `daily="07:00-23:00"`) + back(`tbd=true`), "2024-05-12 12:00", "部分恢复 每天7时至23时，全面恢复时间：另行通知"},
		"in a window":                         {fact("m", `kind="suspend"`, `service="s"`, `at="2021-09-10 00:00"`, `until="2021-09-17"`, `text="停办"`), "2021-09-17 23:00", "暂停 至2021年9月17日止"},
		"after a window":                      {fact("m", `kind="suspend"`, `service="s"`, `at="2021-09-10 00:00"`, `until="2021-09-17"`, `text="停办"`), "2021-09-18 00:00", "正常 暂停期满（2021年9月17日）"},
		"before an expected time":             {stop + back(`at="2024-05-11 08:00"`, `expected=true`, `gradual=true`), "2024-05-11 07:00", "暂停 预计2024年5月11日8时起逐步恢复"},
		"after it":                            {stop + back(`at="2024-05-11 08:00"`, `expected=true`, `gradual=true`), "2024-05-11 09:00", "预计已逐步恢复，以公布为准 预计2024年5月11日8时起逐步恢复"},
		"own words":                           {water + fact("b", `kind="resume"`, `service="water"`, `at="2024-05-11 08:00"`, `text="来水"`), "2024-05-10 09:00", "停水 2024年5月11日8时起恢复供水"},
		"own words afterwards":                {water + fact("b", `kind="resume"`, `service="water"`, `at="2024-05-11 08:00"`, `text="来水"`), "2024-05-12 09:00", "正常供水 已于2024年5月11日8时恢复供水"},
		"an opening within a stop":            {fact("m", `kind="suspend"`, `service="s"`, `at="2024-05-10 00:00"`, `until="2024-05-17"`, `text="停办"`) + fact("o", `kind="opening"`, `service="s"`, `at="2024-05-12 09:00"`, `until="2024-05-12 16:00"`, `text="加开"`), "2024-05-11 09:00", "暂停 2024年5月12日9时至16时开放，暂停至5月17日止"},
		"while it is open":                    {fact("m", `kind="suspend"`, `service="s"`, `at="2024-05-10 00:00"`, `until="2024-05-17"`, `text="停办"`) + fact("o", `kind="opening"`, `service="s"`, `at="2024-05-12 09:00"`, `until="2024-05-12 16:00"`, `text="加开"`), "2024-05-12 09:00", "开放 至2024年5月12日16时止，暂停至5月17日止"},
		"a stop without a word of its end":    {stop, "2024-05-11 08:00", "暂停 恢复时间未公布"},
		"a stop for good":                     {fact("m", `kind="suspend"`, `service="s"`, `at="2024-05-10 00:00"`, `permanent=true`, `text="停用"`), "2024-05-11 08:00", "已停止使用 2024年5月10日0时起停止使用"},
		"a month in which something may stop": {fact("m", `kind="suspend"`, `service="s"`, `at="2024-06"`, `text="停办"`), "2024-06-02 08:00", "当月暂停，具体日期未公布 恢复时间未公布"},
	} {
		course := noticeOf(t, c.facts, "正文").Courses[0]
		v, at := phrase.In(site.Chinese), testkit.At(t, c.at).Instant
		_, word, says := v.Now(course, at)
		got := strings.TrimSpace(word + " " + says)
		if got != c.says {
			t.Errorf("%s: %s, want %s", name, got, c.says)
		}
	}
}
