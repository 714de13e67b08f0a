package claim

import (
	"fmt"
	"slices"
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
		if w.Manner != issued.Pending || strings.HasPrefix(d.Doc.Text[b.Body:b.End], "|") || b.Role == issued.Title || b.Role == issued.Heading || b.Role == issued.Question || b.Role == issued.AnnexHead || d.timedRow(w.Block) {
			continue
		}
		from := d.Doc.ClauseStart(w.Sentence.Start, w.Start)
		words := issued.FullWidth(issued.Clean(d.Doc.Text[from:w.Start]))
		all := issued.FullWidth(issued.Clean(d.Doc.Text[w.Sentence.Start:w.Start]))
		if grammar.Unpending.MatchString(words) || grammar.IfOnly.MatchString(all) || grammar.IfAlso.MatchString(all) || strings.Contains(d.Doc.In(w.Span), "提前") {
			continue
		}
		switch {
		case strings.TrimSpace(words) == "":
			words = all
		case grammar.ByWhom.MatchString(words):
			words = d.Doc.ClauseBefore(w.Sentence.Start, w.Start) // 恢复时间，由省局统一明确后另行通知
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
		if ids = d.Found(grammar.PlainName(words[:at[0]]), true); len(ids) == 0 {
			if name := d.pendingName(w, words[:at[0]]); name != "" {
				if ids = d.Found(name, true); len(ids) == 0 {
					ids = []string{d.Coin(name)}
				}
			} else if ids = d.Found(d.stoppedIn(w.Sentence.Start, w.Start), true); grammar.Above.MatchString(words) {
				ids = d.OpenStops()
			} else if len(ids) == 0 {
				ids = d.notBack(w)
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
	if d.LastStop(w.Start) < w.Sentence.Start {
		return d.stoppedHere(w.Start) // 网签同期暂停，恢复时间以公告为准
	}
	return ""
}

// notBack are the services that 恢复时间另行通知 is about where it names none: in a paragraph
// of its own all that have stopped and do not come back, else those of the last stop.
func (d *Reading) notBack(w issued.Wording) []string {
	open := slices.DeleteFunc(d.allBefore(w.Block, w.Start), func(id string) bool {
		return slices.ContainsFunc(d.Sketches, func(o *sketch.Sketch) bool {
			return o.Service == id && o.Kind == site.Resume && !o.Tbd && !o.Withdrawn
		})
	})
	if len(open) > 0 {
		return open
	}
	return d.StoppedBefore(w.Start)
}

// pends reports whether a service is pending already.
func (d *Reading) pends(made sketch.Sketch) bool {
	for _, s := range d.Sketches {
		if s.Tbd && s.Service == made.Service && s.Scope == made.Scope && (s.Service != "" || s.Text == made.Text) {
			return true
		}
	}
	return false
}

// timedRow reports whether a block is a row of a table with times, which its cells tell.
func (d *Reading) timedRow(block int) bool {
	b := d.Doc.Blocks[block]
	return strings.HasPrefix(d.Doc.Text[b.Body:], "|") && len(d.items(block, issued.Span{Start: b.Body, End: b.End})) > 0
}
