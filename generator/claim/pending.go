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

// pending makes facts of 恢复时间另行通知.
func (d *Reading) pending() {
	for _, w := range d.Wordings {
		b := d.Doc.Blocks[w.Block]
		if w.Manner != issued.Pending || strings.HasPrefix(d.Doc.Text[b.Body:b.End], "|") || b.Role == issued.Title || b.Role == issued.Heading || b.Role == issued.Question || b.Role == issued.AnnexHead {
			continue
		}
		from := d.clauseStart(w.Sentence.Start, w.Start)
		words := issued.FullWidth(issued.Clean(d.Doc.Text[from:w.Start]))
		all := issued.FullWidth(issued.Clean(d.Doc.Text[w.Sentence.Start:w.Start]))
		if grammar.Unpending.MatchString(words) || grammar.IfOnly.MatchString(all) || grammar.IfAlso.MatchString(all) || strings.Contains(d.Doc.In(w.Span), "提前") {
			continue
		}
		switch {
		case strings.TrimSpace(words) == "":
			words = all
		case grammar.ByWhom.MatchString(words):
			words = d.lastClause(w.Sentence.Start, w.Start) // 恢复时间，由省局统一明确后另行通知
		}
		if label, _, found := strings.Cut(all, "："); found && !strings.ContainsAny(label, "，。；") && (grammar.Nameless.MatchString(words) || grammar.ItsTimes.MatchString(grammar.Tidy(words))) {
			words = label + words
		}
		d.sketchPending(w, words)
	}
}

func (d *Reading) sketchPending(w issued.Wording, words string) {
	text := grammar.Tidy(words)
	if len([]rune(text)) < 2 || len([]rune(text)) > 30 || len(mention.Find(text, site.Day{})) > 0 {
		text = "具体范围和时间"
	}
	made := sketch.Sketch{Kind: site.Rule, Tbd: true, Text: text, Label: grammar.LabelOf(text), Start: w.Start, Sure: sketch.Likely}
	made.Rests(fmt.Sprintf("由“%s”推断：时间待定", issued.Excerpt(issued.Clean(d.Doc.In(w.Span)), 12)))
	var ids []string
	for _, s := range w.Services {
		ids = append(ids, s.ID)
	}
	if at := grammar.Restart.FindStringIndex(words); len(ids) == 0 && at != nil {
		if ids = d.found(grammar.PlainName(words[:at[0]]), true); len(ids) == 0 {
			if name := d.pendingName(w, words[:at[0]]); name != "" {
				if ids = d.found(name, true); len(ids) == 0 {
					ids = []string{d.coin(name)}
				}
			} else if ids = d.found(d.stoppedIn(w.Sentence.Start, w.Start), true); grammar.Above.MatchString(words) {
				ids = d.openStops()
			} else if len(ids) == 0 {
				ids = d.stoppedBefore(w.Start)
			}
		}
	}
	switch {
	case len(ids) > 0:
		made.Kind = site.Resume
	case len([]rune(text)) < 4:
		return // 具体以通知为准: of what?
	default:
		ids = []string{""}
	}
	for _, id := range ids {
		one := made
		one.Service = id
		if !d.pends(one) {
			d.Sketches = append(d.Sketches, &one)
		}
	}
}

// pendingName is what is to come back: as its clause names it, else the subject before it:
// 专区因部门系统调整，恢复时间另行公告.
func (d *Reading) pendingName(w issued.Wording, words string) string {
	if name := grammar.PlainName(words); name != "" {
		return name
	}
	before := issued.FullWidth(issued.Clean(d.Doc.Text[w.Sentence.Start:w.Start]))
	if i := strings.LastIndex(before, "，"); i >= 0 && grammar.WhyBehind.MatchString(before[:i]) {
		return grammar.PlainName(grammar.SubjectOf(before[:i]))
	}
	return ""
}

// pends reports whether a service is pending already.
func (d *Reading) pends(made sketch.Sketch) bool {
	for _, s := range d.Sketches {
		if s.Tbd && s.Service == made.Service && (s.Service != "" || s.Text == made.Text) {
			return true
		}
	}
	return false
}

// affected is what a label of the same line, or of one of the next two, says is affected by
// its one stop.
func (d *Reading) affected(it *item) string {
	for j := it.block; j < len(d.Doc.Blocks) && j <= it.block+2; j++ {
		b := d.Doc.Blocks[j]
		words := issued.FullWidth(issued.Clean(d.Doc.Text[b.Body:b.End]))
		if found := grammar.Affects.FindStringSubmatchIndex(words); found != nil && (j == it.block || found[0] == 0) {
			return grammar.PlainName(words[found[2]:found[3]])
		}
	}
	return ""
}
