package draft

import (
	"fmt"
	"strings"

	"tonggao/generator/issued"
	"tonggao/generator/mention"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// sketchTimes makes milestones of the times that stand for themselves, then of
// those that open a window, which mostly repeat the first.
func (d *drafter) sketchTimes(windows bool) {
	for i := range d.Times {
		x := &d.Times[i]
		if x.Use != issued.Stated || !x.Moment.Known() || x.Closes || x.Vague || x.Opens != windows {
			continue
		}
		for n, e := range x.Effects {
			if n == 2 || n > 0 && (windows || x.Effects[0].Kind == site.Deadline || e.Kind == site.Rule) {
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
func (d *drafter) sketchEffect(x *issued.Fact, e issued.Effect) *sketch {
	if s := d.having(x.Moment); s != nil && len(x.Services) == 0 && issued.TurnsLike(s.kind, e.Kind) && (e.Kind == site.Suspend || e.Kind == site.Partial || e.Kind == site.Resume) {
		return s // the same turn, said again without its service
	}
	made := sketch{kind: e.Kind, moment: x.Moment, gradual: e.Gradual, permanent: e.Permanent, start: x.Start, text: d.textOf(x)}
	made.doubts = append(made.doubts, d.kindDoubt(x, e))
	if x.YearOmitted && !x.DateOmitted {
		made.doubts = append(made.doubts, "原文省略了年份")
	}
	if x.Loose {
		made.doubts = append(made.doubts, "原文是简写，也可能不是日期")
	}
	if e.Kind == site.Deadline || e.Kind == site.Rule {
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

func (d *drafter) kindDoubt(x *issued.Fact, e issued.Effect) string {
	kind := phrase.In(site.Chinese).Kind(e.Kind)
	if !e.Sure {
		return "原文没有说明类型，暂按" + kind
	}
	return fmt.Sprintf("类型“%s”由“%s”推断", kind, issued.Excerpt(issued.Clean(e.Words), 8))
}

// keep adds a sketch, or returns the one that states the same already.
func (d *drafter) keep(made sketch) *sketch {
	for _, s := range d.sketches {
		turns := made.kind != site.Deadline && made.kind != site.Rule
		switch {
		case s.kind != made.kind || s.service != made.service || !s.moment.Same(made.moment):
		case turns, issued.Shared(s.text, made.text) >= 0.8 && issued.Shared(made.text, s.text) >= 0.8, s.text == made.text:
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
	for i := range d.Times {
		x := &d.Times[i]
		if !x.Closes || !x.Moment.Known() || x.Use != issued.Stated || x.Vague {
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
	for _, w := range d.Wordings {
		b := d.Doc.Blocks[w.Block]
		if b.Role == issued.Title || b.Role == issued.Heading || b.Role == issued.Question || b.Role == issued.AnnexHead {
			continue
		}
		switch {
		case w.Manner == issued.Pending && !strings.Contains(d.Doc.In(w.Span), "提前"):
			d.sketchPending(w)
		case w.Manner == issued.Relative && w.Side == "before" && !d.besideTime(w.Span):
			d.sketchHanging(w)
		}
	}
}

func (d *drafter) sketchPending(w issued.Wording) {
	text := tidy(issued.Clean(d.Doc.Text[d.clauseStart(w.Sentence.Start, w.Start):w.Start]))
	if len([]rune(text)) < 2 || len(mention.Find(text, site.Day{})) > 0 {
		text = "具体范围和时间"
	}
	made := sketch{kind: site.Rule, tbd: true, text: text, label: labelOf(text), start: w.Start,
		doubts: []string{fmt.Sprintf("由“%s”推断：时间待定", issued.Excerpt(issued.Clean(d.Doc.In(w.Span)), 12))}}
	services := []string{""}
	if len(w.Services) > 0 {
		services = nil
		for _, s := range w.Services {
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
func (d *drafter) besideTime(s issued.Span) bool {
	for i := range d.Times {
		if gap := s.Start - d.Times[i].End; gap >= 0 && gap <= 12 {
			return true
		}
	}
	return false
}

// sketchHanging makes a deadline that follows the stop of the service named, or
// the only stop there is.
func (d *drafter) sketchHanging(w issued.Wording) {
	var stop *sketch
	for _, s := range d.sketches {
		named := len(w.Services) == 0 || s.service == w.Services[0].ID
		if s.kind == site.Suspend && named && (stop == nil || len(w.Services) > 0) {
			stop = s
			break
		}
	}
	sentence := d.Doc.Part(w.Sentence, w.Start)
	text := shorten(d.whose(w.Sentence.Start, w.Start) + tidy(issued.Clean(d.Doc.Text[w.End:max(w.End, sentence.End)])))
	if stop == nil || len([]rune(text)) < 6 || len(mention.Find(text, site.Day{})) > 0 || strings.HasPrefix(text, "的") {
		return
	}
	d.keep(sketch{kind: site.Deadline, moment: stop.moment, follows: stop, text: text, label: labelOf(text), start: w.Start,
		doubts: []string{fmt.Sprintf("由“%s”推断，跟随该业务的暂停时间", issued.Excerpt(issued.Clean(d.Doc.In(w.Span)), 12))}})
}

// textOf returns what happens at a time: the clause behind it, else what stands
// before it, else the heading.
func (d *drafter) textOf(x *issued.Fact) string {
	part := d.Doc.Part(x.Sentence, x.Start)
	start, end, from := part.Start, part.End, x.End
	for i := range d.Times {
		t := &d.Times[i]
		switch {
		case t.Start == x.End || t.Start > x.Start && x.Opens && t.Closes && t.Start-x.End < 20:
			from = t.End
		case t.Start > from && t.Start < end:
			end = d.lastComma(from, t.Start)
		case t.End <= x.Start && t.End > start:
			start = t.End
		}
	}
	after, before := tidy(issued.Clean(d.Doc.Text[from:max(from, end)])), tidy(issued.Clean(d.Doc.Text[start:x.Start]))
	choices := [...]string{after, before, tidy(d.Doc.HeadOf(x.Block))}
	e := x.Effects[0]
	if e.Kind == site.Deadline && after != "" {
		choices[0] = d.whose(start, x.Start) + after
	}
	if turned := e.Kind != site.Deadline && e.Kind != site.Rule; turned && e.Ahead {
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
	i := strings.LastIndexAny(d.Doc.Text[from:at], "，,；;：:")
	if i < 0 {
		return from
	}
	return d.Doc.Whole(from + i + 1)
}

// whose is who must act, where the clause before a time or wording says so: 持垫付票据
// 在……前. Bare 必须 and 应 say nothing.
func (d *drafter) whose(from, at int) string {
	words := tidy(issued.Clean(d.Doc.Text[d.clauseStart(from, at):at]))
	if n := len([]rune(words)); n < 3 || n > 24 || len(mention.Find(words, site.Day{})) > 0 {
		return ""
	}
	return words
}

// lastComma returns where the last clause before an octet ends, so that words
// which lead to the next time are left out.
func (d *drafter) lastComma(from, to int) int {
	words := d.Doc.Text[from:to]
	if i := strings.LastIndexAny(words, "，,；;（("); i > 0 {
		return from + i
	}
	return to
}
