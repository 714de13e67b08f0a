package claim

import (
	"slices"
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/site"
	"tonggao/generator/sketch"
)

// turn states what the verbs behind a time say; where there are none, what the label
// before it, the heading, the line before a list or the title says.
func (d *Reading) turn(it *item) {
	window := it.until != nil
	all := grammar.Clauses(it.post)
	found, saw := false, false
	var first grammar.Sense
	for k, c := range all {
		if found && strings.HasPrefix(c, "请") || !found && k > 3 {
			break
		}
		hits := slices.DeleteFunc(grammar.Senses(c, window), func(s grammar.Sense) bool {
			return (k > 0 || strings.HasPrefix(it.post, "，")) && strings.HasPrefix(c[s.End:], "期间") // ，停机期间缴费不受影响
		})
		if len(hits) > 0 && grammar.SomeDays.MatchString(c[:hits[0].Start]) {
			continue // 10月1日起已进入闭园期，预计6月中旬开放: at that time
		}
		if len(hits) == 0 || hits[0].Weak && (grammar.Sums.MatchString(it.post) && !it.moment().Exact() || !window && !d.backAgain(it) || found || d.plainer(all[k+1:])) || switches(hits[0]) && backLater(all[k+1:]) {
			continue
		}
		s, pre := hits[0], ""
		if saw = true; k > 0 && d.offAfter(it, s, c) {
			found = true
			continue
		}
		if grammar.PartOfDay.MatchString(c) && !it.moment().Exact() && s.Kind == site.Resume && strings.HasPrefix(s.Verb, "开") {
			d.date(it, site.Rule, sketch.Likely, c) // 10月4日上午开放: not for good
			return
		}
		switch {
		case !found && k == 0:
			pre = it.pre
		case !found:
			if pre = it.pre; len([]rune(all[k-1])) <= 20 && grammar.PlainName(all[k-1]) != "" && k == 1 && !grammar.OnlyWorks(all[k-1]) && !grammar.Reason.MatchString(all[k-1]) && !grammar.Activity.MatchString(all[k-1]) {
				pre = all[k-1]
			}
		case issued.TurnsLike(s.Kind, first.Kind):
			if name, _ := grammar.WhatOf("", c, s); name == "" || strings.HasPrefix(s.Verb, "无法") || strings.HasPrefix(s.Verb, "通过不停") || strings.HasPrefix(s.Verb, "不能") || switches(s) {
				continue // what follows from the stop
			}
		case s.Kind == site.Suspend && first.Kind == site.Resume && !s.Weak && grammar.PlainName(c[:s.Start]) != "": // 西门启用，东门关闭
		case lessBeside(s, first) && !s.Weak && grammar.PlainName(c[:s.Start]) != "": // 东区水压降低，西区停水
		case s.Kind == site.Resume && grammar.Again.MatchString(s.Verb) && grammar.PlainName(c[:s.Start]) != "":
		default:
			continue
		}
		if grammar.Gradually.MatchString(it.pre) && s.Kind == site.Resume {
			s.Kind, s.Gradual = site.Partial, true
		}
		if !found {
			first = s
		}
		at := it
		if k > 0 && window && s.Kind == site.Resume && first.Kind == site.Suspend && strings.HasPrefix(s.Verb, "恢复") {
			begin := *it
			begin.until, begin.close, at = nil, nil, &begin // 27日至30日，一楼关闭，二楼恢复开放
		}
		found = d.state(at, s, c, pre, nil) || found
	}
	if !found {
		d.noteWork(it, all)
		d.turnByLabel(it, saw)
	}
}

// lessBeside reports whether of two verbs one stops and the other one lessens a service.
func lessBeside(a, b grammar.Sense) bool {
	return a.Kind == site.Suspend && b.Kind == site.Partial && grammar.StateOf(b) != "" || b.Kind == site.Suspend && a.Kind == site.Partial && grammar.StateOf(a) != ""
}

// switches reports a verb that turns a new thing on: 新平台启用.
func switches(s grammar.Sense) bool { return s.Verb == "启用" || s.Verb == "上线" }

// backLater reports whether a later clause says what comes back with the new thing, wholly or
// bit by bit: 新系统启用，借阅窗口恢复服务.
func backLater(rest []string) bool {
	for _, c := range rest {
		if all := grammar.Senses(c, false); len(all) > 0 && (all[0].Gradual || all[0].Kind == site.Resume && !switches(all[0]) && grammar.PlainName(c[:all[0].Start]+c[all[0].End:]) != "") {
			return true
		}
	}
	return false
}

// plainer reports whether a later clause says plainly what stops: 升级，……暂停服务.
func (d *Reading) plainer(rest []string) bool {
	for _, c := range rest {
		for _, s := range grammar.Senses(c, true) {
			if !s.Weak && s.Kind == site.Suspend {
				return true
			}
		}
	}
	return false
}

// most is how many characters behind a time leave it to its heading what happens then.
const most = 12

// turnByLabel reads 停水时间： and its like.
func (d *Reading) turnByLabel(it *item, saw bool) {
	if it.until != nil && grammar.Holiday.MatchString(it.label+it.pre) {
		d.noteWindow(it)
		return
	}
	if head := d.Doc.HeadOf(it.block); it.until != nil && (it.label+it.pre == "时间" || head == "时间" && it.pre == "") {
		d.noteWindow(it)
	}
	content := strings.Join(grammar.Clauses(it.post), "，")
	labels := d.labelsFor(it, content, saw)
	for n, words := range labels {
		s, ok := grammar.LabelSense(words)
		if all := grammar.Senses(words, false); n == 0 && !ok && grammar.TimeIs.MatchString(it.pre) && len(all) > 0 {
			s, ok = all[0], true
		}
		if it.until != nil && (n == 2 && grammar.AsksFor.MatchString(it.pre) && grammar.MayDo.MatchString(content) || n == 0 && grammar.TimeTo.MatchString(it.label+it.pre) && !grammar.StopsTo.MatchString(it.label+it.pre)) {
			d.mayDo(it, content)
			return
		}
		if !ok && n > 1 {
			s, words, ok = grammar.StopIn(words)
		}
		if !ok {
			continue
		}
		pre := ""
		switch {
		case n <= 1:
			words = words[:min(s.Start, len(words))]
			if s.Start, s.End = len(words), len(words); words == "" {
				pre = grammar.SubjectOf(d.clauseBefore(it)) // 李沃小区因调压箱更换，停气时间为
			}
		case strings.LastIndex(words[:min(s.Start, len(words))], "，") >= 0:
			at := strings.LastIndex(words[:s.Start], "，") + len("，")
			words, s.Start, s.End = words[at:], s.Start-at, s.End-at // 沟槽积水，停气时间调整为
		case strings.HasPrefix(s.Utility, "供") && content != "":
			pre, words, s.Start, s.End = content, "", 0, 0
		}
		if name, _ := grammar.WhatOf(pre, words, s); name == "" && n > 0 {
			pre = it.pre // 暂停办理时间：单位网厅4月25日；柜面4月26日
		}
		d.state(it, s, words, pre, nil)
		return
	}
	d.turnBare(it, content, saw)
}

// labelsFor are the words that may say what happens at a time which its own words do not: its
// label, the headings over it, the line before its list, the title.
func (d *Reading) labelsFor(it *item, content string, saw bool) []string {
	labels := []string{it.pre, it.label}
	own := it.tellsItself(content)
	lasts := it.until != nil || grammar.WholeDay.MatchString(it.post) && !it.moment().Exact()
	if !own && (lasts || strings.Contains(d.Doc.HeadOf(it.block), "时间") && len([]rune(content)) <= most && !strings.ContainsAny(content, "，已的")) {
		labels = append(labels, d.Doc.HeadOf(it.block))
	}
	if !own && lasts && !saw {
		labels = append(labels, d.Doc.HeadsOver(it.block)...)
		labels = append(labels, d.Doc.Intro(it.block, it.pre+content == ""))
		if len([]rune(content)) <= 4 {
			labels = append(labels, d.title())
		}
	}
	if grammar.TimeIs.MatchString(it.pre) {
		labels[0] = d.clauseBefore(it)
	}
	return labels
}

// noteWindow keeps the first window that says nothing by itself, of which a later sentence may
// say what is off in it.
func (d *Reading) noteWindow(it *item) {
	if d.window == nil {
		d.window = it
	}
}

// turnBare reads a time whose words neither stop nor bring back anything.
func (d *Reading) turnBare(it *item, content string, saw bool) {
	first := grammar.UpTo(content, "，")
	if d.opensAt(it, first) {
		return
	}
	if s, back := grammar.ListBack(d.Doc.Intro(it.block, false)); back && it.until == nil && !saw && grammar.Since.MatchString(it.post) && grammar.PlainName(first) != "" {
		s.Start, s.End = len(first), len(first)
		d.state(it, s, first, "", nil)
		return
	}
	if s, stops := grammar.ListStop(d.Doc.Intro(it.block, false)); stops && it.until == nil && !saw && grammar.Since.MatchString(it.post) && d.Doc.Blocks[it.block].Role == issued.Item && grammar.PlainName(it.pre) != "" {
		s.Start, s.End = len(it.pre), len(it.pre)
		d.state(it, s, it.pre, "", nil) // 1.自助机（9时起）
		return
	}
	may := ""
	if strings.Contains(first, "可") {
		may = first // 15:00—17:00考生可熟悉考场
	}
	switch {
	case it.until != nil && grammar.Event.MatchString(strings.TrimRight(it.label+it.pre, "：")) || it.until != nil && it.label+it.pre == "" && grammar.Event.MatchString(d.Doc.HeadOf(it.block)):
		if it.label == "" {
			it.label = d.Doc.HeadOf(it.block)
		}
		d.lasts(it, it.label+it.pre)
	case it.until != nil && grammar.PendingWords.MatchString(content): // 春运期间（1月26日—3月5日）加开列车方案另行公布
	case it.until != nil && grammar.Staff.MatchString(content): // 0:00至12:00安排人员值守
	case it.until != nil && grammar.GoesOn.MatchString(content): // 8时至10时缴费可正常办理
	case it.until != nil && grammar.MayDo.MatchString(content):
		d.mayDo(it, grammar.MayDo.FindString(content))
	case it.until != nil && (grammar.During2.MatchString(content) || grammar.Activity.MatchString(content)) && !strings.Contains(first, "如下"):
		d.lasts(it, content)
		d.noteWindow(it)
	case it.until != nil && it.moment().Exact() && grammar.PlainName(it.pre+strings.TrimSuffix(d.labelOf(it), "时间"))+may != "" && grammar.AnyFrom.MatchString(content):
		d.lasts(it, content) // 送水车7:00—10:00在北门送水
	case it.until != nil:
		d.noteWindow(it)
	case it.times[0].Loose && strings.Contains(it.times[0].Words(d.Doc.Text), "发布") || strings.Contains(it.times[0].Words(d.Doc.Text), "公布"):
		// 本公告自发布之日起施行
	case it.until == nil && it.moment().Exact() && grammar.LastRun.MatchString(it.pre):
		d.date(it, site.Rule, sketch.Likely, grammar.LastRun.FindString(it.pre))
	case grammar.EachLate.MatchString(it.post):
		d.Ask("原文写分批进行、各批时间另行通知的，没有写成时间节点，请在公布后补写")
	case it.expected && !it.moment().Exact() && grammar.Finished.MatchString(first):
		d.Ask("原文写本单位计划某日前完成的工作，没有写成时间节点，请核对是否补写")
	case (grammar.Since.MatchString(it.post) || it.expected) && (grammar.AnyFrom.MatchString(content) || !it.times[0].DateOmitted && len([]rune(first)) == 2):
		d.date(it, site.Rule, sketch.Likely, first)
	case it.until == nil && content == "" && grammar.Since.MatchString(it.post) && grammar.PlainName(it.pre) != "":
		d.date(it, site.Rule, sketch.Likely, it.pre) // 10月份缴费自10月12日开始
	case it.until == nil && strings.HasPrefix(strings.TrimLeft(it.post, " "), "：") && grammar.AnyFrom.MatchString(content):
		d.date(it, site.Rule, sketch.Likely, first) // 10月6日：半日门诊
	case grammar.Ruling.MatchString(grammar.Edge.ReplaceAllString(it.post, "")):
		d.date(it, site.Rule, sketch.Likely, grammar.Ruling.FindString(grammar.Edge.ReplaceAllString(it.post, "")))
	}
}

// clauseBefore is the clause before the one that a time stands in.
func (d *Reading) clauseBefore(it *item) string {
	return d.Doc.ClauseBefore(d.Doc.Sentence(it.Start).Start, it.Start)
}

// lasts states a window of something that neither stops nor comes back: two dates.
func (d *Reading) lasts(it *item, words string) {
	text := strings.TrimSuffix(d.textOf(it.times[0], false), "为")
	switch {
	case it.moment().Precision == site.Month:
		d.ofMonth()
		return
	case grammar.Event.MatchString(it.label):
		text = it.label
	case text == nothing:
		text = strings.TrimSpace(d.title()) + saying[site.Rule]
	}
	for _, end := range []*issued.Fact{it.times[0], it.close} {
		if end == nil {
			continue
		}
		made := sketch.Sketch{Kind: site.Rule, Moment: end.Moment, Start: end.Start, Text: text + "（起）", Sure: sketch.Likely}
		if end == it.close {
			made.Text = text + "（止）"
		}
		made.Label = grammar.LabelOf(text)
		made.Rests(d.because(site.Rule, words))
		d.At[end.Start] = d.Keep(made)
	}
}

// mayDo states a window in which people may do something: it opens, and closes with a
// deadline.
func (d *Reading) mayDo(it *item, words string) bool {
	if it.moment().Precision == site.Month {
		d.ofMonth()
		return true
	}
	d.date(it, site.Rule, sketch.Likely, words)
	if it.close != nil {
		d.date(&item{Span: issued.Span{Start: it.close.Start, End: it.close.End}, times: []*issued.Fact{it.close}, block: it.block, pre: it.pre, post: it.post}, site.Deadline, sketch.Likely, words)
	}
	return true
}
