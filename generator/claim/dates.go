package claim

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/sketch"
)

// item makes sketches of what the text says of one time.
func (d *Reading) item(it *item, later []item) {
	switch {
	case grammar.Daily.MatchString(it.post) && it.until == nil && !it.moment().Exact():
		d.askDaily()
	case madeUp(it):
		d.date(it, site.Rule, sketch.Likely, grammar.Works.FindString(it.post))
	case it.ofSeason():
		d.askDaily()
	case hoursOfDays(it):
		d.opensDaily(it)
	case it.until != nil && strings.HasSuffix(it.pre, "除") && grammar.SaveIn.MatchString(it.post):
		d.state(it, grammar.Sense{Kind: site.Suspend, Verb: "除……外"}, "", strings.TrimSuffix(it.pre, "除"), func(m *sketch.Sketch) { m.Text = d.naming(nothing, m.Service, m.Kind) })
	case grammar.AfterWork.MatchString(it.post) && it.until == nil && !it.moment().Exact():
		d.Ask("原文写“下班后”的，没有写成时间节点，请写明几时几分")
	case it.until == nil && grammar.OpenTill.MatchString(it.pre) && !grammar.NewTime.MatchString(it.pre):
		d.state(it, grammar.Sense{Kind: site.Suspend, Verb: "停"}, "", grammar.OpenTill.ReplaceAllString(it.pre, ""), nil)
	case it.until == nil && grammar.ThatDay.MatchString(it.pre) && it.times[0].DateOmitted && it.moment().Exact() && strings.HasPrefix(it.times[0].Words(d.Doc.Text), "当"):
		d.askDaily()
	case grammar.FromWork.MatchString(it.pre) && it.until == nil && d.tillThen(it):
	case grammar.StopsTill.MatchString(it.pre) && it.until == nil:
		d.till(it)
	case d.aside(it):
	case grammar.Formerly.MatchString(it.pre) && grammar.Unchanged.MatchString(it.post):
		d.lasts(it, it.pre+it.post) // 原报名时间12月9日9:00—12月12日17:00不变
	case grammar.Formerly.MatchString(it.pre) && (!strings.HasSuffix(it.pre, "由") || replaces(later)), grammar.CalledOff.MatchString(it.post), d.putOff(it, later):
		d.former(it, later)
	case d.contingent(it):
		d.Ask("原文写遇某种情况才改期的，没有写成时间节点，请核对是否补写")
	case d.cites(it):
		d.former(it, nil)
	case grammar.OfThen.MatchString(it.post), grammar.OldNotice.MatchString(it.post), grammar.Lasting.MatchString(it.pre):
	case it.until == nil && !it.times[0].Opens && (grammar.ThenBack.MatchString(it.post) || grammar.LastsTo.MatchString(it.pre) && strings.Trim(it.post, "，") == "") && len(later) > 0 && grammar.BackAt.MatchString(later[0].post) && grammar.PlainName(it.pre) != "":
		d.state(it, grammar.Sense{Kind: site.Suspend, Verb: "截止"}, "", it.pre, func(m *sketch.Sketch) { m.Text = d.naming(nothing, m.Service, m.Kind) })
	case it.until == nil && !grammar.NotBy.MatchString(it.post) && (grammar.LastsTo.MatchString(it.pre) || grammar.EndsThen.MatchString(it.post) && !grammar.NewTime.MatchString(it.pre)):
		d.date(it, site.Deadline, sketch.Likely, grammar.LastsTo.FindString(it.pre)+grammar.EndsThen.FindString(it.post))
	case it.until == nil && it.pre == "" && grammar.Latest.MatchString(it.label):
		d.date(it, site.Deadline, sketch.Likely, it.label) // 报名截止时间：4月28日17:00
	case d.moved(it):
	case grammar.ClosesAt.MatchString(it.pre) && it.until == nil && d.closeHead(it):
	case grammar.NotBy.MatchString(it.post) && !grammar.About.MatchString(it.post) && it.until == nil:
	case grammar.ByDay.MatchString(it.post) && it.until == nil && !grammar.About.MatchString(it.post), grammar.UntilThen.MatchString(it.post) && it.until == nil, grammar.Latest.MatchString(it.pre):
		d.bound(it)
	case grammar.FromThen.MatchString(it.post) && it.until == nil:
		d.onward(it)
	default:
		d.turn(it)
	}
}

// aside reports whether a time states nothing by itself: see grammar.Aside.
func (d *Reading) aside(it *item) bool {
	sentence := d.Doc.Sentence(it.Start)
	rest := issued.FullWidth(issued.Clean(d.Doc.Text[it.End:max(it.End, sentence.End)]))
	before := d.Doc.Text[sentence.Start:it.Start]
	ofNotice := grammar.LastsTo.MatchString(it.pre) && grammar.ThisNotice.MatchString(before)
	ofName := strings.Count(before, "《") > strings.Count(before, "》") // 《操作手册（5月6日版）》
	return ofNotice || ofName || grammar.Aside(it.pre, it.post, rest, it.moment().Exact())
}

// madeUp reports whether a day at a weekend is worked for a feast beside it: 4月28日（星期日）上班.
func madeUp(it *item) bool {
	day := it.moment().Instant.In(site.China).Weekday()
	return it.until == nil && !it.moment().Exact() && (day == time.Saturday || day == time.Sunday) && grammar.Works.MatchString(it.post)
}

// till states that something is back at a time which a stop lasts to: 暂停至11月15日.
func (d *Reading) till(it *item) {
	words := strings.TrimRight(it.pre, "至到 ")
	s, _ := grammar.LabelSense(words)
	subject := words[:min(s.Start, len(words))]
	back := grammar.Sense{Kind: site.Resume, Verb: "恢复", Start: len(subject), End: len(subject)}
	d.state(it, back, subject, "", func(m *sketch.Sketch) {
		m.Text = d.NameOf(m.Service) + saying[m.Kind]
		if !it.moment().Exact() {
			m.Later = &it.times[0].Moment // that day is still one of the stop
		}
	})
}

// tillThen states that what the words behind a time stop is back then: 下班后至22日8:30暂停受理.
func (d *Reading) tillThen(it *item) bool {
	for _, c := range grammar.Clauses(it.post) {
		if all := grammar.Senses(c, true); len(all) > 0 && all[0].Kind == site.Suspend {
			name, _ := grammar.WhatOf("", c, all[0])
			return d.state(it, grammar.Sense{Kind: site.Resume, Verb: "恢复", Start: len(name), End: len(name)}, name, "", nil)
		}
	}
	return false
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

// date states a deadline or a rule of days to come; a day that parts those before from those
// after it, 8月1日后使用的, may have been.
func (d *Reading) date(it *item, kind site.Kind, sure sketch.Sureness, words string) {
	switch {
	case d.past(it) && !grammar.FromThen.MatchString(it.post):
		return
	case it.moment().Precision == site.Month:
		d.ofMonth() // 从10月起计发
		return
	}
	for _, x := range it.times {
		text := d.textOf(x, false)
		if of := it.subject(); of != "" && !strings.Contains(text, of) && (text == nothing || len([]rune(text)) < 4) {
			text = of + strings.TrimPrefix(text, nothing)
		}
		if text == nothing {
			text = strings.TrimSpace(d.title()) + saying[kind]
		}
		made := sketch.Sketch{Kind: kind, Moment: x.Moment, Start: x.Start, Text: text, Label: grammar.LabelOf(text), Sure: sure}
		made.Rests(d.because(kind, words))
		d.At[x.Start] = d.Keep(made)
	}
}

func (d *Reading) because(kind site.Kind, words string) string {
	return fmt.Sprintf("类型“%s”由“%s”推断", phrase.In(site.Chinese).Kind(kind), issued.Excerpt(issued.Clean(words), 10))
}

// bound states a deadline; or that something is back before a time: 13:30前恢复.
func (d *Reading) bound(it *item) {
	rest := grammar.ByDay.ReplaceAllString(it.post, "")
	words := grammar.ByDay.FindString(it.post) + grammar.Latest.FindString(it.pre)
	if s, back := grammar.LabelSense(grammar.Latest.ReplaceAllString(it.pre, "")); back && s.Kind == site.Resume {
		subject := it.pre[:s.Start]
		s.Start, s.End = len(subject), len(subject)
		d.state(it, s, subject, "", func(m *sketch.Sketch) { m.Before = &it.times[0].Moment }) // 复机时间最迟不晚于9月1日8时
		return
	}
	switch first := grammar.UpTo(strings.TrimLeft(rest, "，"), "，。；"); {
	case strings.Contains(first, "常") && grammar.GoesOn.MatchString(first), grammar.Keeps.MatchString(first):
		return // 9月30日24时前均可正常结算: until then nothing happens
	case grammar.Plans.MatchString(it.pre + "<" + first):
		d.Ask("原文写本单位计划某日前完成的工作，没有写成时间节点，请核对是否补写")
		return
	}
	for k, c := range grammar.Clauses(rest) {
		all := grammar.Senses(c, false)
		if len(all) == 0 || k > 0 {
			continue
		}
		s := all[0]
		if strings.HasPrefix(s.Verb, "可") {
			break
		}
		if grammar.MustDo.MatchString(c) && len(d.Found(grammar.PlainName(c[:s.Start]), true)) == 0 {
			break
		}
		if s.Kind == site.Partial && !grammar.Lessening.MatchString(s.Verb) && !s.Gradual {
			s.Kind = site.Resume // 优先恢复, by a latest time
		}
		if grammar.AsEver.MatchString(s.Verb) && !d.stopsBefore(it.moment()) {
			if d.Having(it.moment()) != nil {
				return // 停机前照常办理: nothing comes back
			}
			break
		}
		if s.Kind == site.Resume || s.Kind == site.Partial && s.Gradual {
			for _, at := range d.eachStop(it) {
				d.state(it, s, c, it.pre, func(m *sketch.Sketch) { m.Before, m.Moment = &at, at })
			}
			return
		}
		if strings.HasPrefix(rest, c) && grammar.PlainName(c[:all[0].Start]) == "" && all[0].Start <= len("暂缓") && !grammar.Wholly.MatchString(c) {
			return // 前停水: neither a deadline nor a time
		}
		break
	}
	if strings.TrimSpace(strings.Trim(rest, "。；，")) == "" && it.pre == "" {
		return
	}
	if it.moment().Precision == site.Month {
		d.ofMonth()
		return
	}
	d.date(it, site.Deadline, sketch.Likely, words)
}

// stopsBefore reports whether anything has stopped before a time.
func (d *Reading) stopsBefore(at site.Moment) bool {
	return slices.ContainsFunc(d.Sketches, func(o *sketch.Sketch) bool {
		return o.Kind == site.Suspend && !o.Withdrawn && o.Moment.Known() && o.Moment.Instant.Before(at.Instant)
	})
}

// ofMonth asks about a month that names no day for the reader: 10月底前如期上线, 1—3月应缴的.
func (d *Reading) ofMonth() {
	d.Ask("原文只写到某月（某月底前、某月至某月）的，没有写成时间节点，请核对是否补写")
}

// eachStop returns the moments of an item: one on every day of the stops before it, where
// its words say so: 这两天当日13:30前.
func (d *Reading) eachStop(it *item) []site.Moment {
	at := it.moment()
	if !it.times[0].DateOmitted || !grammar.EachOf.MatchString(it.pre) {
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
	for _, c := range grammar.Clauses(grammar.FromThen.ReplaceAllString(it.post, "")) {
		found := grammar.Senses(c, false)
		if len(found) == 0 {
			continue
		}
		s, edit := found[0], (func(*sketch.Sketch))(nil)
		if s.Kind == site.Suspend && !it.moment().Exact() {
			d.Ask("原文写某日后停办的，没有写成时间节点，请写明从哪天起停")
			return
		}
		if s.Kind == site.Resume || s.Kind == site.Partial && s.Gradual {
			edit = func(m *sketch.Sketch) { m.Later = &it.times[0].Moment }
		}
		d.state(it, s, c, it.pre, edit)
		return
	}
	rest := grammar.FromThen.ReplaceAllString(it.post, "")
	parting := !it.moment().Exact() && !d.TurnsOn(it.moment().Day()) && len([]rune(rest)) >= 6 && !strings.HasPrefix(rest, "的") // 2月1日后新入院的病人
	if (parting || d.Having(it.moment()) != nil) && !grammar.Bought.MatchString(it.pre) {
		d.date(it, site.Rule, sketch.Likely, grammar.FromThen.FindString(it.post))
	}
}
