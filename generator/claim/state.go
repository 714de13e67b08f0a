package claim

import (
	"slices"
	"strings"

	"tonggao/generator/beside"
	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/mention"
	"tonggao/generator/site"
	"tonggao/generator/sketch"
)

// state makes the sketches of one verb at one time, one for every service and day. It
// reports whether there was anything to state.
func (d *Reading) state(it *item, s grammar.Sense, clause, pre string, edit func(*sketch.Sketch)) bool {
	if !d.means(it, &s, clause) {
		return false
	}
	name, scope := grammar.WhatOf(pre, clause, s)
	b := d.Doc.Blocks[it.block]
	far := scope == "" || !strings.Contains(d.Doc.Text[b.Body:b.End], scope) // of the title, at the most
	if label := grammar.PlainName(d.labelOf(it)); far && name != "" && label != "" && !grammar.AboutNothing(label) && len([]rune(label)) <= 18 && !grammar.Alike(label, name, true) {
		scope, far = label, false
	}
	if s.Kind != site.Opening && d.batch+d.place != "" && far {
		scope = d.batch + d.place
	}
	if found := grammar.These.FindStringSubmatch(it.post); found != nil && strings.HasPrefix(s.Utility, "供") {
		scope = shortScope(found[1])
	}
	ids, level := d.atPlaces(it, name, s), sketch.Likely
	switch {
	case len(ids) > 0:
		scope = name // 芙蓉区、天心区窗口恢复受理业务
	case s.Kind == site.Partial && grammar.Only.MatchString(clause[:s.Start]) && name != "" && len(d.Found(name, true)) == 0 && len(d.OpenStops()) > 0:
		ids, scope = d.allBefore(it.block, it.Start), name // 闭馆，24日仅开放一号馆
	case s.Kind == site.Resume && strings.HasSuffix(name, "功能") && d.saidOpenTo(it) && len(d.Found(name, true)) == 0:
		ids, s.Kind = d.saidServices(), site.Partial // ATM暂停，恢复取款功能
	default:
		ids, level = d.named(pre+clause, name, it, s)
	}
	if d.past(it) && d.nothingBack(it, s.Kind, ids) {
		return true
	}
	some := grammar.Foremost.MatchString(clause[:s.Start]) || len(ids) == 1 && !strings.HasSuffix(clause[:s.Start], "全面") && grammar.PartOf(name, d.NameOf(ids[0]))
	if s.Kind == site.Resume && some && strings.Contains(d.Doc.Text[it.End:d.Doc.Sentence(it.Start).End], "全面恢复") {
		s.Kind = site.Partial // 先行恢复住院结算；28日全面恢复
	}
	if s.Kind == site.Suspend && d.stopAt == nil {
		d.stopAt = it
	}
	if scope == "" && s.Kind == site.Resume && d.sameSentence(it) {
		scope = d.saidScope(ids)
	}
	d.said, d.saidAt, d.saidKind, d.saidWeak = nil, it, s.Kind, s.Weak
	for _, x := range it.times {
		var first *sketch.Sketch
		for _, id := range ids {
			made := sketch.Sketch{Kind: s.Kind, Service: id, Named: name, Moment: x.Moment, Gradual: s.Gradual, Permanent: s.Permanent, Scope: scope, Start: x.Start, Text: d.saidText(x, pre, clause, id, s), Sure: level, Since: grammar.Since.MatchString(it.post), Sums: grammar.Sums.MatchString(it.post) || s.Weak && it.until != nil && beside.Opens(d.Doc, it.block), AsEver: name != "" && grammar.AsEver.MatchString(s.Verb)}
			d.window2(&made, it, s)
			near := grammar.About.MatchString(it.post)
			made.Expected = it.expected || x.Vague || near && it.until == nil
			if near && it.until != nil {
				made.Asks(aboutEnd)
			}
			if it.noSooner && issued.TurnsLike(s.Kind, site.Resume) {
				made.Later, made.Text = &x.Moment, d.NameOf(id)+saying[s.Kind]
			}
			made.Rests(d.because(s.Kind, s.Verb))
			d.omissions(&made, x)
			d.askEach(&made, it, s)
			if edit != nil {
				edit(&made)
			}
			kept := d.Keep(made)
			d.said = append(d.said, kept)
			if first == nil {
				first = kept
			}
		}
		if d.At[x.Start] == nil || d.At[x.Start].Kind == site.Rule {
			d.At[x.Start] = first
		}
		if it.close != nil && first != nil && first.Until != nil {
			d.Ends[it.close.Start] = first
		}
	}
	return true
}

// past reports whether a time lies before the day of issue, or its words say so: 已于.
func (d *Reading) past(it *item) bool {
	last := it.moment()
	if it.until != nil {
		last = *it.until
	}
	return grammar.Already.MatchString(it.pre) || !d.Issued.IsZero() && !last.End().After(d.Issued.Start())
}

// nothingBack reports whether what comes back has not stopped before, in a notice that is not of a
// recovery: where that is past, 先行区已于3月1日上线, it is none of the notice's facts.
func (d *Reading) nothingBack(it *item, kind site.Kind, ids []string) bool {
	ofBack := slices.ContainsFunc(grammar.Senses(d.title(), false), func(s grammar.Sense) bool { return grammar.Again.MatchString(s.Verb) })
	return kind != site.Suspend && !ofBack && !slices.ContainsFunc(d.Sketches, func(o *sketch.Sketch) bool {
		return o.Kind == site.Suspend && !o.Withdrawn && slices.Contains(ids, o.Service) && !o.Moment.Instant.After(it.moment().Instant)
	})
}

// saidScope is where the last statement said that services stop, if they are these.
func (d *Reading) saidScope(ids []string) string {
	for _, o := range d.said {
		if o.Kind != site.Resume && slices.Contains(ids, o.Service) {
			return o.Scope
		}
	}
	return ""
}

// labelOf is what a colon before a time names, or the heading at the begin of its line.
func (d *Reading) labelOf(it *item) string {
	b := d.Doc.Blocks[it.block]
	if head := grammar.Headed.FindStringSubmatch(d.Doc.Text[b.Body:b.End]); it.label == "" && head != nil {
		return head[1] + head[2] + strings.TrimSuffix(head[3], "：")
	}
	if head := d.Doc.RunIn(it.block); it.label == "" && head >= 0 {
		return issued.FullWidth(d.Doc.Brief(d.Doc.Blocks[head]))
	}
	return it.label
}

// saidText is the clause of a statement with the words that led to its time; else what
// stands around the time.
func (d *Reading) saidText(x *issued.Fact, pre, clause, service string, s grammar.Sense) string {
	if d.Set.Vocabulary.Service(service) == nil {
		text := grammar.Tidy(grammar.Trails.ReplaceAllString(pre, "") + clause)
		if n := len([]rune(text)); n >= 4 && n <= 60 && len(mention.Find(text, site.Day{})) == 0 && len(grammar.Senses(clause, true)) > 0 && strings.Contains(text, grammar.Stem(d.NameOf(service))) {
			return text
		}
	}
	return d.naming(d.textOf(x, true), service, s.Kind)
}

// means settles what a verb means with a window or a day: 开放 within a stop opens for
// once, 正常办公 is back only where something has stopped.
func (d *Reading) means(it *item, s *grammar.Sense, clause string) bool {
	window := it.until != nil
	switch {
	case s.Kind == site.Opening:
		return d.anyStop()
	case window && strings.HasPrefix(s.Verb, "正常"):
		return false
	case window && s.Kind == site.Resume && s.Verb == "开放":
		if s.Kind = site.Opening; !d.anyStop() {
			return false
		}
	case window && s.Kind == site.Resume:
		return false
	case strings.HasPrefix(s.Verb, "正常"), strings.HasPrefix(s.Verb, "可"), s.Kind == site.Resume && grammar.AsUsual.MatchString(clause[:s.Start]):
		return d.anyStop()
	case s.Kind == site.Resume && s.Verb == "开放" && strings.Contains(clause, "时间"):
		return false
	case !window && s.Kind == site.Suspend && it.moment().Precision == site.Month && !grammar.Since.MatchString(it.post):
		return false // 10月停办: on which day?
	case switches(*s) && (it.times[0].Vague || it.moment().Precision == site.Month):
		d.ofMonth() // 11月上线: an intention
		return false
	case s.Weak && !window && !d.backAgain(it):
		return false
	}
	return true
}

func (d *Reading) anyStop() bool {
	for _, s := range d.Sketches {
		if s.Kind == site.Suspend && !s.Withdrawn {
			return true
		}
	}
	return d.window != nil
}

// window2 sets the end of a window, and of a day of a list the day itself.
func (d *Reading) window2(made *sketch.Sketch, it *item, s grammar.Sense) {
	switch {
	case made.Kind == site.Partial && grammar.Lessening.MatchString(s.Verb):
		made.State = s.Verb
		fallthrough
	case made.Kind == site.Suspend, made.Kind == site.Opening:
		made.Until = it.until
		if it.until == nil && !made.Moment.Exact() && (len(it.times) > 1 || grammar.OneDay.MatchString(it.post)) {
			made.Until = &made.Moment
		}
	}
	if made.Until != nil {
		made.Permanent = false
	}
}

// omissions notes what the text left out of a time.
func (d *Reading) omissions(made *sketch.Sketch, x *issued.Fact) {
	if x.YearOmitted && !x.DateOmitted {
		made.Rests("原文省略了年份")
	}
	if x.Loose {
		made.Rests("原文是简写，也可能不是日期")
	}
	if strings.Contains(x.Words(d.Doc.Text), "下半夜") {
		made.Asks("“下半夜”是当日凌晨还是次日凌晨")
	}
}
