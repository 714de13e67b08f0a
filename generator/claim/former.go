package claim

import (
	"fmt"
	"slices"
	"strings"

	"tonggao/generator/beside"
	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/site"
	"tonggao/generator/sketch"
)

// cites reports whether a time is one that another notice told.
func (d *Reading) cites(it *item) bool {
	return grammar.Cited.MatchString(d.Doc.Text[d.Doc.Sentence(it.Start).Start:it.Start])
}

// former states an old time: the move of the next item's fact, where that says what
// came in its place, else a fact withdrawn.
func (d *Reading) former(it *item, later []item) {
	s, clause, subject := d.formerSense(it, later)
	lead := grammar.Formerly.ReplaceAllString(it.pre, "")
	if before := d.clauseBefore(it); lead == "" && grammar.EndHead.MatchString(before) {
		lead = before // 上传截止时间，由原定的11日延长到17日
	}
	for n, x := range it.times {
		made := sketch.Sketch{Kind: s.Kind, Moment: x.Moment, Until: it.until, Start: x.Start, Text: d.formerText(it), Sure: sketch.Likely, From: &x.Moment, FromUntil: it.until}
		made.Rests(fmt.Sprintf("由“%s”推断：原定时间，已变更", issued.Excerpt(it.pre+it.post, 16)))
		name, _ := grammar.WhatOf(subject+grammar.Formerly.ReplaceAllString(it.pre, ""), clause, s)
		if back, ok := grammar.LabelSense(grammar.Formerly.ReplaceAllString(it.pre, "")); ok && (back.Kind == site.Resume && len(d.OpenStops()) > 0 || back.Kind == site.Suspend && !back.Weak) && replaces(later) {
			made.Kind, s, name = back.Kind, back, grammar.PlainName(it.pre[:min(back.Start, len(it.pre))])
		}
		if grammar.EndsThen.MatchString(it.post) || grammar.Limitless.MatchString(lead) && (!it.moment().Exact() || len(later) > 0 && grammar.Longer.MatchString(later[0].pre)) || len(later) > 0 && grammar.Extended.MatchString(later[0].pre) {
			made.Kind = site.Deadline
		}
		if made.Kind != site.Suspend && made.Kind != site.Opening && made.Kind != site.Deadline && made.Kind != site.Resume {
			made.Kind = site.Rule
		}
		if made.Kind == site.Rule || made.Kind == site.Deadline {
			made.Until = nil
			made.FromUntil = nil
		} else if subject != "" && len(d.Found(name, false)) == 0 {
			made.Service = d.Coin(name) // what is to be had from a later day on is none that has stopped
		} else {
			made.Service = d.service(name, it, s)[0]
		}
		if replaces(later) && n == 0 && len(it.times) == 1 {
			next := &later[0]
			made.Moment, made.Until, made.Start = next.moment(), next.until, next.Start
			if made.Until == nil {
				made.FromUntil = nil
			}
			if made.Kind == site.Rule || made.Kind == site.Deadline {
				made.Until = nil
			}
			if made.Kind == site.Resume && grammar.Gradually.MatchString(next.post) {
				made.Kind, made.Gradual = site.Partial, true
			}
			next.taken = true
		} else {
			made.Withdrawn = true
		}
		if made.Text == nothing && replaces(later) {
			if text := grammar.Tidy(grammar.NewTime.ReplaceAllString(strings.TrimPrefix(later[0].pre, "的"), "")); len([]rune(text)) >= 3 {
				made.Text = text // 原定4月23日的开标时间顺延至……
			}
		}
		if made.Text == nothing {
			made.Text = d.naming(nothing, made.Service, made.Kind)
		}
		made.Label = grammar.LabelOf(made.Text)
		d.At[x.Start] = nil
		if !d.formerlySaid(&made) {
			d.Sketches = append(d.Sketches, &made)
			d.saysMoved(&made, later, s)
		}
		switch {
		case made.Kind != site.Rule || it.until == nil:
		case made.Withdrawn:
			end := made
			end.Moment, end.From, end.Start = *it.until, it.until, it.close.Start
			d.Sketches = append(d.Sketches, &end)
		case later[0].until != nil:
			d.endMoved(made, it, &later[0])
		}
	}
}

// formerSense is what was to happen at an old time, as the words around it, the label before it,
// those between it and the new time, or the title say; its clause and what it was to happen to.
func (d *Reading) formerSense(it *item, later []item) (s grammar.Sense, clause, subject string) {
	s, clause = d.anySense(it)
	if thing := grammar.ThingOf(d.clauseBefore(it)); s.Kind == site.Rule && replaces(later) {
		if label, ok := grammar.LabelSense(thing); ok && !label.Weak {
			s, clause, subject = label, "", thing[:label.Start] // M3路开通时间推迟，由……
			s.Start, s.End = 0, 0
		} else if grammar.Supplies.MatchString(later[0].post) {
			s, clause, subject = grammar.Sense{Kind: site.Resume, Verb: "提供"}, "", thing
		}
	}
	if title := grammar.Senses(beside.Title(d.Doc), true); (s.Weak || s.Kind == site.Rule && !strings.HasPrefix(it.post, "的") && !strings.HasSuffix(grammar.Formerly.ReplaceAllString(it.pre, ""), "日")) && len(title) > 0 && title[0].Kind == site.Suspend && !title[0].Weak && !d.otherThan(it) && (s.Weak || grammar.PlainName(grammar.UpTo(it.post, "，")) == "" && grammar.ThingOf(grammar.Formerly.ReplaceAllString(it.pre, "")) == "") {
		s, clause = title[0], beside.Title(d.Doc)
	}
	if replaces(later) && it.post == "" && strings.HasPrefix(later[0].pre, "的") {
		words := strings.TrimPrefix(grammar.NewTime.ReplaceAllString(later[0].pre, ""), "的")
		if label, ok := grammar.LabelSense(words); ok && !label.Weak && label.Kind == site.Suspend {
			s, clause = label, words[:label.Start] // 原定24日至28日的业务停办时间调整为
			s.Start, s.End = label.Start, label.Start
		}
	}
	return s, clause, subject
}

// otherThan reports whether the words before an old time name something else than what the title
// says stops: 停机通知, and 补助发放由17日改为20日.
func (d *Reading) otherThan(it *item) bool {
	if !strings.HasSuffix(it.pre, "由") {
		return false
	}
	name := grammar.PlainName(grammar.Formerly.ReplaceAllString(it.pre, ""))
	return name != "" && !strings.Contains(name, "时间") && !grammar.Alike(name, beside.TitleName(d.Doc), true)
}

// saysMoved notes what stops or comes back at a new time, for what goes on with it: 现调整至
// 18日22时至19日6时。升级期间，手机银行暂停.
func (d *Reading) saysMoved(made *sketch.Sketch, later []item, s grammar.Sense) {
	if made.Service != "" && !made.Withdrawn {
		d.said, d.saidAt, d.saidKind, d.saidWeak = []*sketch.Sketch{made}, &later[0], made.Kind, s.Weak
	}
}

// contingent reports whether a time takes another one's place only if something happens: 如遇
// 暴雨，顺延至5月12日.
func (d *Reading) contingent(it *item) bool {
	part := d.Doc.Part(d.Doc.Sentence(it.Start), it.Start)
	return grammar.NewTime.MatchString(it.pre) && grammar.Contingent.MatchString(issued.FullWidth(issued.Clean(d.Doc.Text[part.Start:it.Start])))
}

// movedTogether states several old times that as many new ones replace in their order: 原定12日
// 停止、18日恢复，现推迟至19日停止、25日恢复.
func (d *Reading) movedTogether(items []item) {
	n := len(items) / 2
	if n < 2 || len(items)%2 > 0 || items[0].taken || !grammar.Formerly.MatchString(items[0].pre) || !replaces(items[n:]) {
		return
	}
	for i := 1; i < len(items); i++ {
		if i != n && (replaces(items[i:]) || grammar.Formerly.MatchString(items[i].pre)) {
			return
		}
	}
	for i := range n {
		items[n+i].pre = items[n].pre
		d.former(&items[i], items[n+i:])
		items[i].taken = true
	}
}

// stillFormer reports whether the second of some times goes on with old ones that none of them
// replaces: 原定10月29日8时恢复结算、11月1日恢复窗口业务.
func (d *Reading) stillFormer(items []item) bool {
	old, next := &items[0], &items[1]
	if !grammar.Formerly.MatchString(old.pre) || strings.HasSuffix(old.pre, "由") || next.pre != "" {
		return false
	}
	for i := range items {
		if replaces(items[i:]) {
			return false
		}
	}
	return !grammar.Undone.MatchString(issued.Clean(d.Doc.Text[old.End:next.Start]))
}

// replaces reports whether the next time takes the place of an old one: 延后两天，即4月27日.
func replaces(later []item) bool {
	return len(later) > 0 && (later[0].pre == "即" || grammar.NewTime.MatchString(later[0].pre))
}

// putOff reports whether nothing but what was to happen stands between a time and the one that
// takes its place: 5月17日东门封闭改至5月24日. What begins then and is made longer stays as it was.
func (d *Reading) putOff(it *item, later []item) bool {
	return len(later) > 0 && !strings.ContainsAny(d.Doc.Text[it.End:later[0].Start], "，；：") && !later[0].times[0].DateOmitted && grammar.Postponed.MatchString(later[0].pre) && grammar.WasToBe.MatchString(it.post)
}

// endMoved states the end of a window that was moved, of what neither stops nor comes back: a
// deadline where people may do something in it.
func (d *Reading) endMoved(made sketch.Sketch, it, next *item) {
	if grammar.MayDo.MatchString(it.post) || grammar.MayDo.MatchString(it.pre) || grammar.MayDo.MatchString(beside.Title(d.Doc)) {
		made.Kind = site.Deadline
	}
	made.Moment, made.From, made.Start = *next.until, it.until, next.close.Start
	d.At[next.close.Start] = &made
	d.Sketches = append(d.Sketches, &made)
}

// formerlySaid reports whether an old time was told before.
func (d *Reading) formerlySaid(made *sketch.Sketch) bool {
	return slices.ContainsFunc(d.Sketches, func(o *sketch.Sketch) bool {
		return o.From != nil && o.From.Same(*made.From) && o.Kind == made.Kind && o.Service == made.Service && o.Withdrawn == made.Withdrawn && o.Moment.Same(made.Moment)
	})
}

// formerText is what was to happen at an old time.
func (d *Reading) formerText(it *item) string {
	for _, c := range grammar.Clauses(it.post) {
		if text := grammar.Tidy(strings.TrimPrefix(c, "的")); len([]rune(text)) >= 3 && !grammar.Because.MatchString(text) {
			return grammar.Shorten(text)
		}
	}
	if text := grammar.Tidy(grammar.Formerly.ReplaceAllString(it.pre, "")); len([]rune(text)) >= 3 {
		return grammar.Shorten(text)
	}
	return nothing
}

// anySense is that of the words around an item, or of the notice's title.
func (d *Reading) anySense(it *item) (grammar.Sense, string) {
	for _, c := range grammar.Clauses(it.post) {
		if all := grammar.Senses(c, true); len(all) > 0 {
			return all[0], c
		}
	}
	return grammar.Sense{Kind: site.Rule}, ""
}

// moved states a time that took the place of another one which the text does not name:
// a deadline put off, what stops or comes back then, else a date.
func (d *Reading) moved(it *item) bool {
	if it.taken {
		return true
	}
	if !grammar.NewTime.MatchString(it.pre) || grammar.ByDay.MatchString(it.post) && !grammar.NotBy.MatchString(it.post) {
		return false
	}
	sentence := issued.Clean(d.Doc.Text[d.Doc.Sentence(it.Start).Start:it.Start])
	if it.until != nil {
		return grammar.MayDo.MatchString(sentence) && len(grammar.Senses(it.post, true)) == 0 && d.mayDo(it, grammar.NewTime.FindString(it.pre))
	}
	if grammar.OfSome.MatchString(sentence) {
		d.Ask("原文写某时前后提交的申请另行处理的，没有写成时间节点，请核对是否补写")
		return true
	}
	if d.turnsThen(it) || d.backThen(it) {
		return true
	}
	what := grammar.NewTime.ReplaceAllString(it.pre, "")
	if what == "" && grammar.Longer.MatchString(it.pre) {
		what = sentence // 报名时间由原12月6日截止，延长至12月9日
	}
	kind := site.Rule
	if !it.moment().Exact() && grammar.Lengthens.MatchString(it.pre) || grammar.Limitless.MatchString(what) || grammar.EndsThen.MatchString(it.post) {
		kind = site.Deadline
	}
	d.date(it, kind, sketch.Likely, grammar.NewTime.FindString(it.pre))
	return true
}

// backThen states what comes back, or stops, at a new time that no old one stands before: 恢复时间
// 调整为9月13日8时.
func (d *Reading) backThen(it *item) bool {
	s, ok := grammar.LabelSense(grammar.NewTime.ReplaceAllString(it.pre, ""))
	if !ok || s.Kind == site.Suspend && s.Utility == "" || s.Kind == site.Resume && len(d.OpenStops()) == 0 {
		return false
	}
	subject := it.pre[:min(s.Start, len(it.pre))]
	s.Start, s.End = len(subject), len(subject)
	return d.state(it, s, subject, "", nil)
}

// turnsThen states what comes back at a time that was put off: 两处受理点因装修，推迟至1月20日恢复.
func (d *Reading) turnsThen(it *item) bool {
	all := grammar.Clauses(it.post)
	if len(all) == 0 {
		return false
	}
	found := grammar.Senses(all[0], false)
	if len(found) == 0 || found[0].Weak {
		return false
	}
	subject := grammar.NewTime.ReplaceAllString(it.pre, "")
	if subject == "" {
		subject = grammar.SubjectOf(d.clauseBefore(it))
	}
	if subject == "" {
		subject = d.stoppedHere(it.Start)
	}
	return d.state(it, found[0], all[0], subject, nil)
}
