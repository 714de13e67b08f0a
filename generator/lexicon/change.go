package lexicon

import "tonggao/generator/site"

// Change has the words of the notice of a change: the short text that a bureau posts
// after it has moved a time.
type Change struct {
	Papers   []string // what an official text calls itself; the first where a title does not say
	Title    string   // of the notice that is changed, what of it, what this one calls itself
	Times    string   // what of it: its times
	Matters  string   // or also whether things take place at all
	Quoted   string   // a title inside a sentence
	Cited    string   // likewise with its document number
	Lead     string   // day of issue, title, what of it
	Because  string   // likewise, reason
	Rest     string   // what this one calls itself
	RestOf   string   // days of earlier changes, what this one calls itself
	Closing  string   // what this one calls itself
	Hotlines string
	Revised  string // day, at the sign-off

	Was       string // a time that was planned
	Foreseen  string // one that was expected
	Unsettled string // none
	Told      string // label, what became of it
	Moved     map[site.MoveKind]string
	Until     map[site.MoveKind]string // where the end of a window alone moved
	Becomes   string                   // what is no such plain move
	Spared    string                   // services, what was planned; of an outage that is withdrawn
	GoesOn    string                   // how a service works, the stop that is withdrawn
	AsUsual   string
}

func chineseChange() Change {
	return Change{
		Papers: []string{"通告", "公告", "通知"}, Title: "关于调整《%[1]s》有关%[2]s的%[3]s", Times: "时间", Matters: "事项", Quoted: "《%s》", Cited: "《%[1]s》（%[2]s）",
		Lead: "%[1]s发布的%[2]s，有关%[3]s调整如下：", Because: "因%[4]s，%[1]s发布的%[2]s，有关%[3]s调整如下：",
		Rest: "其他事项仍按原%[1]s执行。", RestOf: "其他事项仍按原%[2]s及%[1]s的调整执行。", Closing: "特此%[1]s。", Hotlines: "咨询电话：%s。", Revised: "（%s修订）",
		Was: "原定%s", Foreseen: "原%s", Unsettled: "原定时间另行通知", Told: "%[1]s：%[2]s。",
		Moved: map[site.MoveKind]string{site.Postponed: "%s，现延期至%s", site.Advanced: "%s，现提前至%s", site.Fixed: "%s，现确定为%s",
			site.TakenBack: "%s，现予推迟，具体时间另行通知", site.Withdrawn: "%s，现予取消"},
		Until:   map[site.MoveKind]string{site.Postponed: "%s，现延长至%s", site.Advanced: "%s，现提前至%s"},
		Becomes: "%s，现调整为%s", Spared: "%[1]s，现予取消，%[2]s", GoesOn: "%[1]s，原定的%[2]s已取消", AsUsual: "照常办理",
	}
}

func englishChange() Change {
	return Change{
		Papers: []string{"notice"}, Title: "Changes to the notice “%[1]s”", Quoted: "“%s”", Cited: "“%[1]s” (%[2]s)",
		Lead: "The notice %[2]s, issued on %[1]s, is changed as follows.", Because: "The notice %[2]s, issued on %[1]s, is changed as follows. Reason: %[4]s.",
		Rest: "Everything else in that notice stands.", RestOf: "Everything else in that notice stands, with its changes of %[1]s.", Hotlines: "Enquiries: %s.", Revised: "(revised on %s)",
		Was: "planned for %s", Foreseen: "%s before", Unsettled: "to be announced before", Told: "%[1]s: %[2]s.",
		Moved: map[site.MoveKind]string{site.Postponed: "%s, now postponed to %s", site.Advanced: "%s, now brought forward to %s", site.Fixed: "%s, now settled: %s",
			site.TakenBack: "%s, now postponed, the new time to be announced", site.Withdrawn: "%s, now cancelled"},
		Until:   map[site.MoveKind]string{site.Postponed: "%s, now prolonged: %s", site.Advanced: "%s, now shortened: %s"},
		Becomes: "%s; now %s", Spared: "%[1]s, now cancelled: %[2]s", GoesOn: "%[1]s: what was planned (%[2]s) is cancelled", AsUsual: "working as usual",
	}
}

// all are the texts that the traditional characters are made of.
func (c *Change) all() []*string {
	return []*string{&c.Title, &c.Times, &c.Matters, &c.Lead, &c.Because, &c.Rest, &c.RestOf, &c.Closing, &c.Hotlines, &c.Revised,
		&c.Was, &c.Foreseen, &c.Unsettled, &c.Becomes, &c.Spared, &c.GoesOn, &c.AsUsual}
}
