package claim

import (
	"fmt"
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/mention"
	"tonggao/generator/site"
	"tonggao/generator/sketch"
)

// besideTime reports whether a time stands right before words, which then belong
// to it: 12月30日20时停机前.
func (d *Reading) besideTime(s issued.Span) bool {
	for i := range d.Times {
		if gap := s.Start - d.Times[i].End; gap >= 0 && gap <= 12 {
			return true
		}
	}
	return false
}

// sketchHanging makes a deadline that follows the stop of the service named, or
// the only stop there is.
func (d *Reading) sketchHanging(w issued.Wording) {
	var stop *sketch.Sketch
	for _, s := range d.Sketches {
		named := len(w.Services) == 0 || s.Service == w.Services[0].ID
		if s.Kind == site.Suspend && !s.Withdrawn && s.Moment.Known() && named && (stop == nil || len(w.Services) > 0) {
			stop = s
			break
		}
	}
	sentence := d.Doc.Part(w.Sentence, w.Start)
	text := grammar.Shorten(d.whose(w.Sentence.Start, w.Start) + grammar.Tidy(issued.Clean(d.Doc.Text[w.End:max(w.End, sentence.End)])))
	if stop == nil || len([]rune(text)) < 6 || len(mention.Find(text, site.Day{})) > 0 || strings.HasPrefix(text, "的") {
		return
	}
	made := sketch.Sketch{Kind: site.Deadline, Moment: stop.Moment, Follows: stop, Text: text, Label: grammar.LabelOf(text), Start: w.Start, Sure: sketch.Likely}
	made.Rests(fmt.Sprintf("由“%s”推断，跟随该业务的暂停时间", issued.Excerpt(issued.Clean(d.Doc.In(w.Span)), 12)))
	d.Keep(made)
}

// nothing stands for a text that the notice does not have; the service's name and what
// happens to it take its place.
const nothing = "请补写事项"

// saying is what happens to a service, where the text has no words for it by themselves.
var saying = map[site.Kind]string{site.Suspend: "暂停", site.Partial: "部分恢复", site.Resume: "恢复", site.Opening: "开放", site.Rule: "调整", site.Deadline: "截止"}

// textOf returns what happens at a time: the clause behind it, else what stands
// before it, else the heading. Where hours of each day stand behind a window they are passed over for
// what a verb says.
func (d *Reading) textOf(x *issued.Fact, verb bool) string {
	if x.Block >= 0 && strings.HasPrefix(d.Doc.Text[d.Doc.Blocks[x.Block].Body:], "|") {
		return nothing // the cells of a row are no sentence
	}
	part := d.Doc.Part(x.Sentence, x.Start)
	start, end, from := part.Start, part.End, x.End
	for i := range d.Times {
		t := &d.Times[i]
		switch {
		case t.Start == x.End || t.Start > x.Start && x.Opens && t.Closes && t.Start-x.End < 20:
			from = t.End
		case verb && t.Start >= from && t.Start < end && (!t.Moment.Known() || t.Closes) && grammar.BesideHours(d.Doc.Text[from:t.Start]):
			from = t.End // 7月6日至7月9日每日22:00—次日6:00暂停
		case t.Start > from && t.Start < end:
			end = d.Doc.ClauseEnd(from, t.Start)
		case t.End <= x.Start && t.End > start:
			start = t.End
		}
	}
	after, before := grammar.Tidy(issued.Clean(d.Doc.Text[from:max(from, end)])), grammar.Tidy(issued.Clean(d.Doc.Text[start:x.Start]))
	choices := [...]string{after, before, grammar.Tidy(d.Doc.HeadOf(x.Block))}
	e := x.Effects[0]
	if e.Kind == site.Deadline && after != "" {
		choices[0] = d.whose(start, x.Start) + after
	}
	if turned := e.Kind != site.Deadline && e.Kind != site.Rule; turned && e.Ahead {
		choices = [...]string{before, after, choices[2]}
	}
	if runes := len([]rune(choices[0])); runes < 4 && !grammar.NoMore.MatchString(choices[0]) {
		choices[0] = before + after
	}
	for i, text := range choices {
		enough := len([]rune(text)) >= 4 || grammar.NoMore.MatchString(text) || i == 0 && len([]rune(text)) >= 2
		if enough && len(mention.Find(text, site.Day{})) == 0 {
			return grammar.Shorten(text)
		}
	}
	return nothing
}

// whose is who must act, where the clause before a time or wording says so: 持垫付票据
// 在……前. Bare 必须 and 应 say nothing.
func (d *Reading) whose(from, at int) string {
	words := grammar.Tidy(issued.Clean(d.Doc.Text[d.Doc.ClauseStart(from, at):at]))
	if n := len([]rune(words)); n < 3 || n > 24 || len(mention.Find(words, site.Day{})) > 0 {
		return ""
	}
	return words
}

// hanging makes deadlines of 停机前 and its like.
func (d *Reading) hanging() {
	for _, w := range d.Wordings {
		b := d.Doc.Blocks[w.Block]
		if b.Role == issued.Title || b.Role == issued.Heading || b.Role == issued.Question || b.Role == issued.AnnexHead {
			continue
		}
		if w.Manner == issued.Relative && w.Side == "before" && !d.besideTime(w.Span) {
			d.sketchHanging(w)
		}
	}
}

// naming completes a text that says no more than 暂停时间 or 全面恢复 by its service.
func (d *Reading) naming(text, service string, kind site.Kind) string {
	name := d.NameOf(service)
	if text == nothing {
		return name + saying[kind]
	}
	first := grammar.UpTo(text, "，。；")
	switch {
	case name == "" || len([]rune(first)) > 6 || strings.Contains(first, name):
		return text
	case grammar.NoMore.MatchString(first):
		return strings.TrimSuffix(first, "时间") + name
	case grammar.Itself.MatchString(first):
		return name + first
	}
	return first + name
}
