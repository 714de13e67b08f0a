package phrase

import "tonggao/generator/site"

// change has the words of the notice of a change: the short text that a bureau posts
// after it has moved a time.
type change struct {
	papers   []string // what an official text calls itself; the first where a title does not say
	title    string   // of the notice that is changed, what of it, what this one calls itself
	times    string   // what of it: its times
	matters  string   // or also whether things take place at all
	quoted   string   // a title inside a sentence
	cited    string   // likewise with its document number
	lead     string   // day of issue, title, what of it
	because  string   // likewise, reason
	rest     string   // what this one calls itself
	restOf   string   // days of earlier changes, what this one calls itself
	closing  string   // what this one calls itself
	hotlines string
	revised  string // day, at the sign-off

	was       string // a time that was planned
	foreseen  string // one that was expected
	unsettled string // none
	told      string // label, what became of it
	moved     map[site.MoveKind]string
	until     map[site.MoveKind]string // where the end of a window alone moved
	becomes   string                   // what is no such plain move
	spared    string                   // services, what was planned; of an outage that is withdrawn
	goesOn    string                   // how a service works, the stop that is withdrawn
	asUsual   string
}

func chineseChange() change {
	return change{
		papers: []string{"通告", "公告", "通知"}, title: "关于调整《%[1]s》有关%[2]s的%[3]s", times: "时间", matters: "事项", quoted: "《%s》", cited: "《%[1]s》（%[2]s）",
		lead: "%[1]s发布的%[2]s，有关%[3]s调整如下：", because: "因%[4]s，%[1]s发布的%[2]s，有关%[3]s调整如下：",
		rest: "其他事项仍按原%[1]s执行。", restOf: "其他事项仍按原%[2]s及%[1]s的调整执行。", closing: "特此%[1]s。", hotlines: "咨询电话：%s。", revised: "（%s修订）",
		was: "原定%s", foreseen: "原%s", unsettled: "原定时间另行通知", told: "%[1]s：%[2]s。",
		moved: map[site.MoveKind]string{site.Postponed: "%s，现延期至%s", site.Advanced: "%s，现提前至%s", site.Fixed: "%s，现确定为%s",
			site.TakenBack: "%s，现予推迟，具体时间另行通知", site.Withdrawn: "%s，现予取消"},
		until:   map[site.MoveKind]string{site.Postponed: "%s，现延长至%s", site.Advanced: "%s，现提前至%s"},
		becomes: "%s，现调整为%s", spared: "%[1]s，现予取消，%[2]s", goesOn: "%[1]s，原定的%[2]s已取消", asUsual: "照常办理",
	}
}

func englishChange() change {
	return change{
		papers: []string{"notice"}, title: "Changes to the notice “%[1]s”", quoted: "“%s”", cited: "“%[1]s” (%[2]s)",
		lead: "The notice %[2]s, issued on %[1]s, is changed as follows.", because: "The notice %[2]s, issued on %[1]s, is changed as follows. Reason: %[4]s.",
		rest: "Everything else in that notice stands.", restOf: "Everything else in that notice stands, with its changes of %[1]s.", hotlines: "Enquiries: %s.", revised: "(revised on %s)",
		was: "planned for %s", foreseen: "%s before", unsettled: "to be announced before", told: "%[1]s: %[2]s.",
		moved: map[site.MoveKind]string{site.Postponed: "%s, now postponed to %s", site.Advanced: "%s, now brought forward to %s", site.Fixed: "%s, now settled: %s",
			site.TakenBack: "%s, now postponed, the new time to be announced", site.Withdrawn: "%s, now cancelled"},
		until:   map[site.MoveKind]string{site.Postponed: "%s, now prolonged: %s", site.Advanced: "%s, now shortened: %s"},
		becomes: "%s; now %s", spared: "%[1]s, now cancelled: %[2]s", goesOn: "%[1]s: what was planned (%[2]s) is cancelled", asUsual: "working as usual",
	}
}

// all are the texts that the traditional characters are made of.
func (c *change) all() []*string {
	return []*string{&c.title, &c.times, &c.matters, &c.lead, &c.because, &c.rest, &c.restOf, &c.closing, &c.hotlines, &c.revised,
		&c.was, &c.foreseen, &c.unsettled, &c.becomes, &c.spared, &c.goesOn, &c.asUsual}
}
