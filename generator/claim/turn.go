package claim

import (
	"regexp"
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/site"
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
		hits := grammar.Senses(c, window)
		if len(hits) == 0 || hits[0].Weak && (!window || found || d.plainer(all[k+1:])) || switches(hits[0]) && gradualLater(all[k+1:]) {
			continue
		}
		s, pre := hits[0], ""
		saw = true
		switch {
		case !found && k == 0:
			pre = it.pre
		case !found:
			if pre = it.pre; len([]rune(all[k-1])) <= 20 && grammar.PlainName(all[k-1]) != "" && k == 1 && !grammar.Reason.MatchString(all[k-1]) && !activity.MatchString(all[k-1]) {
				pre = all[k-1]
			}
		case issued.TurnsLike(s.Kind, first.Kind):
			if name, _ := grammar.WhatOf("", c, s); name == "" || strings.HasPrefix(s.Verb, "无法") || strings.HasPrefix(s.Verb, "不能") || switches(s) {
				continue // what follows from the stop
			}
		case s.Kind == site.Resume && again.MatchString(s.Verb) && grammar.PlainName(c[:s.Start]) != "":
		default:
			continue
		}
		if grammar.Gradually.MatchString(it.pre) && s.Kind == site.Resume {
			s.Kind, s.Gradual = site.Partial, true
		}
		if !found {
			first = s
		}
		found = d.state(it, s, c, pre, nil) || found
	}
	if !found {
		d.turnByLabel(it, saw)
	}
}

// again are verbs that bring back what another clause has named: 旧卡停用，刷卡消费恢复.
var again = regexp.MustCompile(`^(?:恢复|重新|正常|照常)`)

// activity begins a clause that says why something stops, and names no service.
var activity = regexp.MustCompile(`^(?:将|拟|集中|统一)?(?:进行|开展|实施|组织|举行|举办|对|为)`)

// switches reports a verb that turns a new thing on: 新平台启用.
func switches(s grammar.Sense) bool { return s.Verb == "启用" || s.Verb == "上线" }

// gradualLater reports whether a later clause says what comes back bit by bit.
func gradualLater(rest []string) bool {
	for _, c := range rest {
		if all := grammar.Senses(c, false); len(all) > 0 && all[0].Gradual {
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

// turnByLabel reads 停水时间： and its like.
func (d *Reading) turnByLabel(it *item, saw bool) {
	labels := []string{it.pre, it.label}
	if head := d.Doc.HeadOf(it.block); it.until != nil && d.window == nil && (it.label+it.pre == "时间" || head == "时间" && it.pre == "") {
		d.window = it
	}
	if it.until != nil || strings.Contains(d.Doc.HeadOf(it.block), "时间") {
		labels = append(labels, d.Doc.HeadOf(it.block))
	}
	content := strings.Join(grammar.Clauses(it.post), "，")
	if it.until != nil && !saw {
		labels = append(labels, d.headsOver(it.block)...)
		labels = append(labels, d.intro(it.block))
		if len([]rune(content)) <= 4 {
			labels = append(labels, d.title())
		}
	}
	if timeIs.MatchString(it.pre) {
		labels[0] = d.clauseBefore(it)
	}
	for n, words := range labels {
		s, ok := grammar.LabelSense(words)
		if all := grammar.Senses(words, false); n == 0 && !ok && timeIs.MatchString(it.pre) && len(all) > 0 {
			s, ok = all[0], true
		}
		if !ok && n > 1 {
			s, ok = stopIn(words)
		}
		if !ok {
			continue
		}
		pre := ""
		switch {
		case n <= 1:
			words = words[:min(s.Start, len(words))]
			s.Start, s.End = len(words), len(words)
		case strings.HasPrefix(s.Utility, "供") && content != "":
			pre, words, s.Start, s.End = content, "", 0, 0
		}
		d.state(it, s, words, pre, nil)
		return
	}
	switch {
	case it.until != nil && mayDo.MatchString(content):
		d.mayDo(it, mayDo.FindString(content))
	case it.until != nil && (during2.MatchString(content) || activity.MatchString(content)) && !strings.Contains(content, "如下"):
		d.lasts(it, content)
		if d.window == nil {
			d.window = it
		}
	case it.until != nil:
		if d.window == nil {
			d.window = it
		}
	case it.times[0].Loose && strings.Contains(it.times[0].Words(d.Doc.Text), "发布") || strings.Contains(it.times[0].Words(d.Doc.Text), "公布"):
		// 本公告自发布之日起施行
	case ruling.MatchString(grammar.Edge.ReplaceAllString(it.post, "")):
		d.date(it, site.Rule, likely, ruling.FindString(grammar.Edge.ReplaceAllString(it.post, "")))
	}
}

var (
	mayDo   = regexp.MustCompile(`^[^，]{0,30}?(?:申请|报名|缴费|缴纳|补缴|申报|办理|预约|领取|打印|登录|选择|退[票费款]|取票|核对|提交|报送)`)
	during2 = regexp.MustCompile(`^[^，]{0,30}?(?:试运行|执行|实行|举行|举办|延至|绕行|改为|调整|开放|营业|运营)`)
)

// timeIs leads to the time of what the clause before says: 统一恢复，时间为1月4日.
var timeIs = regexp.MustCompile(`^(?:具体|起止)?时间[为是：]?$`)

// clauseBefore is the clause before the one that a time stands in.
func (d *Reading) clauseBefore(it *item) string {
	words := issued.FullWidth(issued.Clean(d.Doc.Text[d.Doc.Sentence(it.Start).Start:it.Start]))
	all := strings.FieldsFunc(words, func(r rune) bool { return r == '，' || r == '；' })
	if len(all) < 2 {
		return ""
	}
	return all[len(all)-2]
}

// stopIn is what a heading, a line before a list or the title says stops, plain words
// before 维护 and its like.
func stopIn(words string) (grammar.Sense, bool) {
	all := grammar.Senses(words, false)
	for _, weak := range [...]bool{false, true} {
		for _, s := range all {
			if s.Weak == weak && (s.Kind == site.Suspend || s.Kind == site.Partial && !s.Gradual) {
				return s, true
			}
		}
	}
	return grammar.Sense{}, false
}

// headsOver are the words of the headings over the nearest one.
func (d *Reading) headsOver(block int) []string {
	var all []string
	for under := d.Doc.Blocks[block].Under; under >= 0; under = d.Doc.Blocks[under].Under {
		all = append(all, strings.TrimRight(issued.FullWidth(d.Doc.Brief(d.Doc.Blocks[under])), "：。"))
	}
	return all
}

// lasts states a window of something that neither stops nor comes back: two dates.
func (d *Reading) lasts(it *item, words string) {
	text := d.textOf(it.times[0])
	if text == nothing {
		text = strings.TrimSpace(d.title()) + saying[site.Rule]
	}
	for _, end := range []*issued.Fact{it.times[0], it.close} {
		if end == nil {
			continue
		}
		made := Sketch{Kind: site.Rule, Moment: end.Moment, Start: end.Start, Text: text + "（起）", Sure: likely}
		if end == it.close {
			made.Text = text + "（止）"
		}
		made.Label = grammar.LabelOf(text)
		made.rests(d.because(site.Rule, words))
		d.At[end.Start] = d.keep(made)
	}
}

// mayDo states a window in which people may do something: it opens, and closes with a
// deadline.
func (d *Reading) mayDo(it *item, words string) {
	d.date(it, site.Rule, likely, words)
	if it.close != nil {
		d.date(&item{Span: issued.Span{Start: it.close.Start, End: it.close.End}, times: []*issued.Fact{it.close}, block: it.block, pre: it.pre, post: it.post}, site.Deadline, likely, words)
	}
}
