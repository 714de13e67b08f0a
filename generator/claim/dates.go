package claim

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

var (
	formerly  = regexp.MustCompile(`(?:(?:原定|原计划|原拟|原安排|原通知|由原来?的?|原)[^，。；]{0,6}|由)$`)
	calledOff = regexp.MustCompile(`^(?:(?:的|起?的)[^，。；]{1,30}?(?:取消|不再举行|不再进行|不再停|作废)|[^，。；]{0,16}?(?:考试|听证|活动|演出|比赛|讲座|会议|开庭|展览|培训|面试|停[水电气运航机])取消(?:[，。；]|$))`)
	newTime   = regexp.MustCompile(`(?:(?:改|更改|改期|改签|推迟|延期|延|顺延|延后|后延|提前|调整|调|变更|延长|延迟|推后|展期|展延|移|挪|改约)(?:至|到|为|在|于))[^，。；]{0,4}$`)
	byDay     = regexp.MustCompile(`^(?:（[^）]*）)?\s*(?:之前|以前|前|止|截止)`)
	notBy     = regexp.MustCompile(`^(?:（[^）]*）)?\s*(?:之前|以前|前)(?:已|曾|台|端|往|期|来|景|后)`) // 4月25日前已提交的
	latest    = regexp.MustCompile(`(?:最迟[于在]?|截至|截止[到至]?|截止(?:时间|日期)[：:为是]?|不晚于|不得晚于|务必[于在])[^，。；]{0,4}$`)
	untilThen = regexp.MustCompile(`^[^，。；,;：:]{0,4}(?:暂停|停止|停机|停办|切换|恢复|上线|启用)[^，。；,;：:]{0,14}?前(?:[，,办须请应完]|[\p{Han}]{0,6}办)`)
	fromThen  = regexp.MustCompile(`^(?:（[^）]*）)?\s*(?:之后|以后|后)`)
	expecting = regexp.MustCompile(`(?:预计|力争|拟于?|计划于|大约|(?:^|[^预节签合条契特违])约|有望|预期|大概)[^，。；]{0,6}$`)
	about     = regexp.MustCompile(`^(?:（[^）]*）)?\s*(?:左右|前后)`)
	ruling    = regexp.MustCompile(`^[^。；]{0,24}?(?:执行|实施|施行|生效|举行|举办|闭幕|开幕|搬迁|迁至|迁入|转入|移至|改在|划转|合并|停止使用|换发|启用)`)
	closesAt  = regexp.MustCompile(`(?:^|，|起)\s*(?:至|到|截至)$`)
	stopsTill = regexp.MustCompile(`(?:停[\p{Han}]?|中断|关闭|封闭|闭馆|闭园|休馆)(?:时间)?(?:延长|持续|延续|延)?[至到]\s*$`)
	limitless = regexp.MustCompile(`期限?$|有效|缴费|缴纳|申报|截止|还书|征期|办理|报名|日期`)
)

// item makes sketches of what the text says of one time.
func (d *Reading) item(it *item, later []item) {
	switch {
	case daily.MatchString(it.post) && it.until == nil && !it.moment().Exact():
		d.Ask("原文写“每天”某时段的，没有写成时间节点，请逐日补写")
	case afterWork.MatchString(it.post) && it.until == nil && !it.moment().Exact():
		d.Ask("原文写“下班后”的，没有写成时间节点，请写明几时几分")
	case stopsTill.MatchString(it.pre) && it.until == nil:
		d.till(it)
	case formerly.MatchString(it.pre) && (!strings.HasSuffix(it.pre, "由") || len(later) > 0 && newTime.MatchString(later[0].pre)), calledOff.MatchString(it.post):
		d.former(it, later)
	case d.cites(it):
		d.former(it, nil)
	case d.moved(it):
	case closesAt.MatchString(it.pre) && it.until == nil && d.closeHead(it):
	case notBy.MatchString(it.post) && !about.MatchString(it.post) && it.until == nil:
	case byDay.MatchString(it.post) && it.until == nil && !about.MatchString(it.post), untilThen.MatchString(it.post) && it.until == nil, latest.MatchString(it.pre):
		d.bound(it)
	case fromThen.MatchString(it.post) && it.until == nil:
		d.onward(it)
	default:
		d.turn(it)
	}
}

// daily are hours of every day, which one milestone cannot say: 26日、27日每天22:00至次日5:00.
var daily = regexp.MustCompile(`^(?:（[^）]*）)?\s*[，,]?\s*每(?:天|日|晚|夜)`)

// till states that something is back at a time which a stop lasts to: 暂停至11月15日.
func (d *Reading) till(it *item) {
	words := strings.TrimRight(it.pre, "至到 ")
	s, _ := grammar.LabelSense(words)
	subject := words[:min(s.Start, len(words))]
	back := grammar.Sense{Kind: site.Resume, Verb: "恢复", Start: len(subject), End: len(subject)}
	d.state(it, back, subject, "", nil)
}

// closeHead gives the stops just stated the end that a clause of its own names: 自
// 即日起闭馆，至2月28日止.
func (d *Reading) closeHead(it *item) bool {
	done := false
	for _, s := range d.said {
		if s.Kind == site.Suspend && s.Until == nil {
			s.Until, done = &it.times[0].Moment, true
			d.Ends[it.Start] = s
		}
	}
	return done
}

// cited is another notice, whose times have changed since: 我局发布的第一号公告中，预计…….
var cited = regexp.MustCompile(`(?:发布|印发|下发|公布)的[^，。；]{0,24}(?:公告|通告|通知|公示)》?(?:中|里|明确|所称|提到)`)

// cites reports whether a time is one that another notice told.
func (d *Reading) cites(it *item) bool {
	return cited.MatchString(d.Doc.Text[d.Doc.Sentence(it.Start).Start:it.Start])
}

// former states an old time: the move of the next item's fact, where that says what
// came in its place, else a fact withdrawn.
func (d *Reading) former(it *item, later []item) {
	s, clause := d.anySense(it)
	if title := grammar.Senses(d.title(), true); (s.Weak || s.Kind == site.Rule && !strings.HasPrefix(it.post, "的")) && len(title) > 0 && title[0].Kind == site.Suspend && !title[0].Weak {
		s, clause = title[0], d.title()
	}
	for n, x := range it.times {
		made := Sketch{Kind: s.Kind, Moment: x.Moment, Until: it.until, Start: x.Start, Text: d.formerText(it), Sure: likely, From: &x.Moment, FromUntil: it.until}
		made.rests(fmt.Sprintf("由“%s”推断：原定时间，已变更", issued.Excerpt(it.pre+it.post, 16)))
		name, _ := grammar.WhatOf(formerly.ReplaceAllString(it.pre, ""), clause, s)
		if back, ok := grammar.LabelSense(formerly.ReplaceAllString(it.pre, "")); ok && back.Kind == site.Resume && len(d.openStops()) > 0 && len(later) > 0 && newTime.MatchString(later[0].pre) {
			made.Kind, s, name = site.Resume, back, grammar.PlainName(it.pre[:min(back.Start, len(it.pre))])
		}
		if limitless.MatchString(formerly.ReplaceAllString(it.pre, "")) && !it.moment().Exact() {
			made.Kind = site.Deadline
		}
		if made.Kind != site.Suspend && made.Kind != site.Opening && made.Kind != site.Deadline && made.Kind != site.Resume {
			made.Kind = site.Rule
		}
		if made.Kind == site.Rule || made.Kind == site.Deadline {
			made.Until = nil
			made.FromUntil = nil
		} else {
			made.Service = d.service(name, it, s)[0]
		}
		if len(later) > 0 && newTime.MatchString(later[0].pre) && n == 0 && len(it.times) == 1 {
			next := &later[0]
			made.Moment, made.Until, made.Start = next.moment(), next.until, next.Start
			if made.Until == nil {
				made.FromUntil = nil
			}
			if made.Kind == site.Rule || made.Kind == site.Deadline {
				made.Until = nil
			}
			next.taken = true
		} else {
			made.Withdrawn = true
		}
		if made.Text == nothing {
			made.Text = d.naming(nothing, made.Service, made.Kind)
		}
		made.Label = labelOf(made.Text)
		d.At[x.Start] = nil
		if !d.formerlySaid(&made) {
			d.Sketches = append(d.Sketches, &made)
		}
	}
}

// formerlySaid reports whether an old time was told before.
func (d *Reading) formerlySaid(made *Sketch) bool {
	return slices.ContainsFunc(d.Sketches, func(o *Sketch) bool {
		return o.From != nil && o.From.Same(*made.From) && o.Kind == made.Kind && o.Service == made.Service && o.Withdrawn == made.Withdrawn && o.Moment.Same(made.Moment)
	})
}

// formerText is what was to happen at an old time.
func (d *Reading) formerText(it *item) string {
	for _, c := range clauses(it.post) {
		if text := tidy(strings.TrimPrefix(c, "的")); len([]rune(text)) >= 3 {
			return shorten(text)
		}
	}
	if text := tidy(formerly.ReplaceAllString(it.pre, "")); len([]rune(text)) >= 3 {
		return shorten(text)
	}
	return nothing
}

// anySense is that of the words around an item, or of the notice's title.
func (d *Reading) anySense(it *item) (grammar.Sense, string) {
	for _, c := range clauses(it.post) {
		if all := grammar.Senses(c, true); len(all) > 0 {
			return all[0], c
		}
	}
	return grammar.Sense{Kind: site.Rule}, ""
}

// moved states a time that took the place of another one which the text does not name:
// a deadline put off, else a date.
func (d *Reading) moved(it *item) bool {
	if it.taken {
		return true
	}
	if it.until != nil || !newTime.MatchString(it.pre) {
		return false
	}
	if ofSome.MatchString(issued.Clean(d.Doc.Text[d.Doc.Sentence(it.Start).Start:it.Start])) {
		d.Ask("原文写某时前后提交的申请另行处理的，没有写成时间节点，请核对是否补写")
		return true
	}
	what := newTime.ReplaceAllString(it.pre, "")
	kind := site.Rule
	if limitless.MatchString(what) {
		kind = site.Deadline
	}
	d.date(it, kind, likely, newTime.FindString(it.pre))
	return true
}

// date states a deadline or a rule.
func (d *Reading) date(it *item, kind site.Kind, sure sureness, words string) {
	for _, x := range it.times {
		text := d.textOf(x)
		if text == nothing {
			text = strings.TrimSpace(d.title()) + saying[kind]
		}
		made := Sketch{Kind: kind, Moment: x.Moment, Start: x.Start, Text: text, Label: labelOf(text), Sure: sure}
		made.rests(d.because(kind, words))
		d.At[x.Start] = d.keep(made)
	}
}

func (d *Reading) because(kind site.Kind, words string) string {
	return fmt.Sprintf("类型“%s”由“%s”推断", phrase.In(site.Chinese).Kind(kind), issued.Excerpt(issued.Clean(words), 10))
}

// bound states a deadline; or that something is back before a time: 13:30前恢复.
func (d *Reading) bound(it *item) {
	rest := byDay.ReplaceAllString(it.post, "")
	words := byDay.FindString(it.post) + latest.FindString(it.pre)
	for k, c := range clauses(rest) {
		all := grammar.Senses(c, false)
		if len(all) == 0 || k > 0 {
			continue
		}
		if s := all[0]; s.Kind == site.Resume || s.Kind == site.Partial && s.Gradual {
			for _, at := range d.eachDay(it) {
				d.state(it, s, c, it.pre, func(m *Sketch) { m.Before, m.Moment = &at, at })
			}
			return
		}
		if strings.HasPrefix(rest, c) && grammar.PlainName(c[:all[0].Start]) == "" && all[0].Start <= len("暂缓") {
			return // 前停水: neither a deadline nor a time
		}
		break
	}
	if strings.TrimSpace(strings.Trim(rest, "。；，")) == "" && it.pre == "" {
		return
	}
	d.date(it, site.Deadline, likely, words)
}

var eachOf = regexp.MustCompile(`这[两二三四五几]天|上述[^，。]{0,4}[日天]|以上[^，。]{0,4}[日天]`)

// eachDay returns the moments of an item: one on every day of the stops before it, where
// its words say so: 这两天当日13:30前.
func (d *Reading) eachDay(it *item) []site.Moment {
	at := it.moment()
	if !it.times[0].DateOmitted || !eachOf.MatchString(it.pre) {
		return []site.Moment{at}
	}
	var all []site.Moment
	for _, s := range d.Sketches {
		if s.Kind != site.Suspend || s.Withdrawn || s.Until == nil || !s.Moment.Exact() {
			continue
		}
		day := s.Moment.Day().Start()
		m := at
		m.Instant = day.Add(at.Instant.Sub(at.Day().Start()))
		all = append(all, m)
	}
	if len(all) == 0 {
		return []site.Moment{at}
	}
	return all
}

// onward states that something comes back after a time: 18时以后视情况恢复.
func (d *Reading) onward(it *item) {
	for _, c := range clauses(fromThen.ReplaceAllString(it.post, "")) {
		found := grammar.Senses(c, false)
		if len(found) == 0 {
			continue
		}
		s, edit := found[0], (func(*Sketch))(nil)
		if s.Kind == site.Resume || s.Kind == site.Partial && s.Gradual {
			edit = func(m *Sketch) { m.Later = &it.times[0].Moment }
		}
		d.state(it, s, c, it.pre, edit)
		return
	}
	parting := !it.moment().Exact() && len([]rune(fromThen.ReplaceAllString(it.post, ""))) >= 6 // 2月1日后新入院的病人
	if parting || d.Having(it.moment()) != nil {
		d.date(it, site.Rule, likely, fromThen.FindString(it.post))
	}
}

var titleTail = regexp.MustCompile(`(?:的)?(?:温馨)?(?:通知|公告|通告|公示|提示|告知书|说明|函)[（(]?.*$`)

// title is the notice's title without what all titles end with.
func (d *Reading) title() string {
	for _, b := range d.Doc.Blocks {
		if b.Role == issued.Title {
			words := titleTail.ReplaceAllString(issued.FullWidth(d.Doc.Words(b)), "")
			if i := strings.Index(words, "关于"); i >= 0 {
				words = words[i+len("关于"):]
			}
			return words
		}
	}
	return ""
}

var (
	unpending = regexp.MustCompile(`恕不?$|不再$|不$|^(?:如|若|因|遇)|取消|提前|延[期后]|调整|变[更化]`)
	ifOnly    = regexp.MustCompile(`^(?:如|若|遇|因[^，]{0,12}(?:不能|无法))`)
	restart   = regexp.MustCompile(`(?:重新开放|重新开馆|恢复|开放|开园|开馆|复航|开通|复运|通航|上线|启用|营业)`)
)
