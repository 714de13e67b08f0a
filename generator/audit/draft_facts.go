package audit

import (
	"fmt"
	"strings"

	"tonggao/generator/mention"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// sketchTimes makes milestones of the times that stand for themselves, then of
// those that open a window, which mostly repeat the first.
func (d *drafter) sketchTimes(windows bool) {
	for i := range d.times {
		x := &d.times[i]
		if x.use != stated || !x.Moment.Known() || x.Closes || x.Vague || x.Opens != windows {
			continue
		}
		for n, e := range x.effects {
			if n == 2 || n > 0 && (windows || x.effects[0].kind == site.Deadline || e.kind == site.Rule) {
				break
			}
			first := d.sketchEffect(x, e)
			if d.at[x.Start] == nil || d.at[x.Start].kind == site.Rule {
				d.at[x.Start] = first
			}
		}
	}
}

// sketchEffect makes the milestones of one effect, one for every service, and
// returns the first.
func (d *drafter) sketchEffect(x *fact, e effect) *sketch {
	if s := d.having(x.Moment); s != nil && len(x.services) == 0 && turnsLike(s.kind, e.kind) && (e.kind == site.Suspend || e.kind == site.Partial || e.kind == site.Resume) {
		return s // the same turn, said again without its service
	}
	made := sketch{kind: e.kind, moment: x.Moment, gradual: e.gradual, permanent: e.permanent, start: x.Start, text: d.textOf(x)}
	made.doubts = append(made.doubts, d.kindDoubt(x, e))
	if x.YearOmitted && !x.DateOmitted {
		made.doubts = append(made.doubts, "原文省略了年份")
	}
	if x.Loose {
		made.doubts = append(made.doubts, "原文是简写，也可能不是日期")
	}
	if e.kind == site.Deadline || e.kind == site.Rule {
		made.label = labelOf(made.text)
		return d.keep(made)
	}
	var first *sketch
	services, doubt := d.serviceOf(x, e)
	for _, id := range services {
		one := made
		one.service, one.text = id, d.naming(made.text, id)
		one.doubts = append([]string{doubt}, made.doubts...)
		if kept := d.keep(one); first == nil {
			first = kept
		}
	}
	return first
}

func (d *drafter) kindDoubt(x *fact, e effect) string {
	kind := phrase.In(site.Chinese).Kind(e.kind)
	if !e.sure {
		return "原文没有说明类型，暂按" + kind
	}
	return fmt.Sprintf("类型“%s”由“%s”推断", kind, excerpt(clean(e.words), 8))
}

// keep adds a sketch, or returns the one that states the same already.
func (d *drafter) keep(made sketch) *sketch {
	for _, s := range d.sketches {
		turns := made.kind != site.Deadline && made.kind != site.Rule
		switch {
		case s.kind != made.kind || s.service != made.service || !s.moment.Same(made.moment):
		case turns, shared(s.text, made.text) >= 0.8 && shared(made.text, s.text) >= 0.8, s.text == made.text:
			return s
		}
	}
	s := &made
	if s.label != "" && s.label != s.text {
		s.doubts = append(s.doubts, "短标题截取自原文")
	}
	d.sketches = append(d.sketches, s)
	return s
}

// naming completes a text that says no more than 暂停时间 or 全面恢复 by its service.
func (d *drafter) naming(text, service string) string {
	name := ""
	if s := d.set.Vocabulary.Service(service); s != nil {
		name = s.Name
	}
	for _, c := range d.coined {
		if c.id == service {
			name = c.name
		}
	}
	first := upTo(text, "，。；")
	switch {
	case name == "" || len([]rune(first)) > 6 || strings.Contains(first, name):
		return text
	case noMore.MatchString(first):
		return strings.TrimSuffix(first, "时间") + name
	}
	return first + name
}

// sketchWindows gives the end of every window its milestone: one with that time,
// or a rule.
func (d *drafter) sketchWindows() {
	for i := range d.times {
		x := &d.times[i]
		if !x.Closes || !x.Moment.Known() || x.use != stated || x.Vague {
			continue
		}
		if d.at[x.Start] = d.having(x.Moment); d.at[x.Start] == nil {
			text := d.textOf(x)
			d.at[x.Start] = d.keep(sketch{kind: site.Rule, moment: x.Moment, start: x.Start, text: text, label: labelOf(text),
				doubts: []string{"这是期间的止点，原文没有说这时恢复了什么"}})
		}
	}
}

// having returns the first sketch with a moment, those that turn a service first.
func (d *drafter) having(m site.Moment) *sketch {
	var other *sketch
	for _, s := range d.sketches {
		switch {
		case s.tbd || !s.moment.Same(m):
		case s.kind != site.Deadline && s.kind != site.Rule:
			return s
		case other == nil:
			other = s
		}
	}
	return other
}

// sketchWordings makes milestones of 另行通知 and of deadlines such as 停机前.
func (d *drafter) sketchWordings() {
	for _, w := range d.wordings {
		b := d.doc.blocks[w.block]
		if b.role == title || b.role == heading || b.role == question || b.role == annexHead {
			continue
		}
		switch {
		case w.manner == pending && !strings.Contains(d.doc.in(w.span), "提前"):
			d.sketchPending(w)
		case w.manner == relative && w.side == "before" && !d.besideTime(w.span):
			d.sketchHanging(w)
		}
	}
}

func (d *drafter) sketchPending(w wording) {
	text := tidy(clean(d.doc.text[d.clauseStart(w.sentence.start, w.start):w.start]))
	if len([]rune(text)) < 2 || len(mention.Find(text, site.Day{})) > 0 {
		text = "具体范围和时间"
	}
	made := sketch{kind: site.Rule, tbd: true, text: text, label: labelOf(text), start: w.start,
		doubts: []string{fmt.Sprintf("由“%s”推断：时间待定", excerpt(clean(d.doc.in(w.span)), 12))}}
	services := []string{""}
	if len(w.services) > 0 {
		services = nil
		for _, s := range w.services {
			services = append(services, s.ID)
		}
		made.kind = site.Resume
	}
	for _, id := range services {
		one := made
		one.service = id
		if !d.pends(one) {
			d.sketches = append(d.sketches, &one)
		}
	}
}

// pends reports whether a service is pending already.
func (d *drafter) pends(made sketch) bool {
	for _, s := range d.sketches {
		if s.tbd && s.service == made.service && (s.service != "" || s.text == made.text) {
			return true
		}
	}
	return false
}

// besideTime reports whether a time stands right before words, which then belong
// to it: 12月30日20时停机前.
func (d *drafter) besideTime(s span) bool {
	for i := range d.times {
		if gap := s.start - d.times[i].End; gap >= 0 && gap <= 12 {
			return true
		}
	}
	return false
}

// sketchHanging makes a deadline that follows the stop of the service named, or
// the only stop there is.
func (d *drafter) sketchHanging(w wording) {
	var stop *sketch
	for _, s := range d.sketches {
		named := len(w.services) == 0 || s.service == w.services[0].ID
		if s.kind == site.Suspend && named && (stop == nil || len(w.services) > 0) {
			stop = s
			break
		}
	}
	sentence := d.doc.part(w.sentence, w.start)
	text := shorten(d.whose(w.sentence.start, w.start) + tidy(clean(d.doc.text[w.end:max(w.end, sentence.end)])))
	if stop == nil || len([]rune(text)) < 6 || len(mention.Find(text, site.Day{})) > 0 || strings.HasPrefix(text, "的") {
		return
	}
	d.keep(sketch{kind: site.Deadline, moment: stop.moment, follows: stop, text: text, label: labelOf(text), start: w.start,
		doubts: []string{fmt.Sprintf("由“%s”推断，跟随该业务的暂停时间", excerpt(clean(d.doc.in(w.span)), 12))}})
}

// textOf returns what happens at a time: the clause behind it, else what stands
// before it, else the heading.
func (d *drafter) textOf(x *fact) string {
	part := d.doc.part(x.sentence, x.Start)
	start, end, from := part.start, part.end, x.End
	for i := range d.times {
		t := &d.times[i]
		switch {
		case t.Start == x.End || t.Start > x.Start && x.Opens && t.Closes && t.Start-x.End < 20:
			from = t.End
		case t.Start > from && t.Start < end:
			end = d.lastComma(from, t.Start)
		case t.End <= x.Start && t.End > start:
			start = t.End
		}
	}
	after, before := tidy(clean(d.doc.text[from:max(from, end)])), tidy(clean(d.doc.text[start:x.Start]))
	choices := [...]string{after, before, tidy(d.doc.headOf(x.block))}
	e := x.effects[0]
	if e.kind == site.Deadline && after != "" {
		choices[0] = d.whose(start, x.Start) + after
	}
	if turned := e.kind != site.Deadline && e.kind != site.Rule; turned && e.ahead {
		choices = [...]string{before, after, choices[2]}
	}
	if runes := len([]rune(choices[0])); runes < 4 && !noMore.MatchString(choices[0]) {
		choices[0] = before + after
	}
	for i, text := range choices {
		enough := len([]rune(text)) >= 4 || noMore.MatchString(text) || i == 0 && len([]rune(text)) >= 2
		if enough && len(mention.Find(text, site.Day{})) == 0 {
			return shorten(text)
		}
	}
	return "请补写事项"
}

// clauseStart is where the clause before an octet begins, at from or later.
func (d *drafter) clauseStart(from, at int) int {
	i := strings.LastIndexAny(d.doc.text[from:at], "，,；;：:")
	if i < 0 {
		return from
	}
	return d.doc.whole(from + i + 1)
}

// whose is who must act, where the clause before a time or wording says so: 持垫付票据
// 在……前. Bare 必须 and 应 say nothing.
func (d *drafter) whose(from, at int) string {
	words := tidy(clean(d.doc.text[d.clauseStart(from, at):at]))
	if n := len([]rune(words)); n < 3 || n > 24 || len(mention.Find(words, site.Day{})) > 0 {
		return ""
	}
	return words
}

// lastComma returns where the last clause before an octet ends, so that words
// which lead to the next time are left out.
func (d *drafter) lastComma(from, to int) int {
	words := d.doc.text[from:to]
	if i := strings.LastIndexAny(words, "，,；;（("); i > 0 {
		return from + i
	}
	return to
}
