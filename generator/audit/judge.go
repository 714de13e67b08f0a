package audit

import (
	"fmt"
	"slices"
	"strings"

	"tonggao/generator/issued"
	"tonggao/generator/mention"
	"tonggao/generator/message"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// uncompared is what a text states, without data to compare with.
func uncompared(f *issued.Facts) []Finding {
	a := &auditor{f: f}
	var all []Finding
	for i := range f.Times {
		found := findingOf(f, &f.Times[i])
		switch {
		case f.Times[i].Impossible:
			found.Verdict, found.Note = Unclear, message.Say("no such day or hour")
		case f.Times[i].Use == issued.SignOff || f.Times[i].Use == issued.Publisher:
			found.Verdict = Document
		}
		all = append(all, found)
	}
	for i := range f.Wordings {
		all = append(all, a.worded(&f.Wordings[i]))
	}
	for _, p := range f.Phones {
		all = append(all, place(f, p.Span, Phone, p.Number))
	}
	for _, l := range f.Links {
		all = append(all, place(f, l.Span, Link, l.Address))
	}
	return inOrder(all)
}

func inOrder(all []Finding) []Finding {
	slices.SortStableFunc(all, func(x, y Finding) int {
		if x.Line != y.Line {
			return x.Line - y.Line
		}
		return x.Column - y.Column
	})
	return all
}

// place begins a finding.
func place(f *issued.Facts, s issued.Span, sort Sort, means string) Finding {
	return Finding{Position: f.Doc.Position(s.Start), Sort: sort, Words: issued.Clean(f.Doc.In(s)), Means: means, Verdict: Found}
}

// findingOf begins the finding of a time.
func findingOf(f *issued.Facts, x *issued.Fact) Finding {
	found := place(f, issued.Span{Start: x.Start, End: x.End}, Time, x.Moment.Datetime())
	if x.Finest == mention.Year && found.Means == "" && x.Year > 0 {
		found.Means = fmt.Sprint(x.Year)
	}
	switch {
	case x.Opens:
		found.Window = "opens"
	case x.Closes:
		found.Window = "closes"
	}
	if x.Use == issued.Stated && x.Moment.Known() {
		found.Kind = x.Effects[0].Kind
		for _, s := range x.Services {
			found.Services = append(found.Services, s.ID)
		}
	}
	return found
}

// read gathers what the notice itself prints.
func (a *auditor) read(article *phrase.Article) {
	var text strings.Builder
	for _, runs := range runsOf(article) {
		for _, r := range runs {
			if r.Meant {
				a.meant = append(a.meant, r.Text)
			}
			text.WriteString(r.Text)
			text.WriteString(" ")
			text.WriteString(r.URL)
		}
		text.WriteByte('\n')
	}
	a.prose = text.String()
}

// runsOf flattens an article.
func runsOf(article *phrase.Article) [][]phrase.Run {
	var all [][]phrase.Run
	var walk func(blocks []phrase.Block)
	walk = func(blocks []phrase.Block) {
		for _, b := range blocks {
			switch b := b.(type) {
			case *phrase.Heading:
				all = append(all, b.Runs)
			case *phrase.Paragraph:
				all = append(all, b.Runs)
			case *phrase.List:
				for _, i := range b.Items {
					walk(i.Blocks)
				}
			case *phrase.Table:
				all = append(all, b.Head...)
				for _, row := range b.Rows {
					all = append(all, row...)
				}
			}
		}
	}
	walk(article.Blocks)
	return all
}

// isMeant reports whether the notice has a time as a literal one.
func (a *auditor) isMeant(x *issued.Fact) bool {
	words := issued.Clean(x.Words(a.f.Doc.Text))
	for _, meant := range a.meant {
		if issued.Clean(meant) == words || strings.Contains(issued.Clean(meant), words) {
			return true
		}
		for _, t := range mention.Find(meant, a.n.Issued) {
			if t.Moment.Known() && t.Moment.Same(x.Moment) || t.Finest == mention.Year && x.Finest == mention.Year && t.Year == x.Year {
				return true
			}
		}
	}
	return false
}

// document judges the day of issue and the time of a publisher. When a site posted the
// notice the data need not say.
func (a *auditor) document(x *issued.Fact, found Finding) Finding {
	found.Verdict = Document
	posted := x.Use == issued.Publisher && !a.n.Published.Known()
	if !posted && !a.isDocument(x.Moment) {
		found.Verdict = Contradicts
		found.Note = message.Say("the data has issued = %s", a.n.Issued)
		if a.n.Published.Known() {
			found.Note = message.Say("the data has issued = %s, published = %s", a.n.Issued, a.voice.Moment(a.n.Published))
		}
	}
	return found
}

// isDocument reports whether a moment is the day of issue, of a revision, or the
// time of the publisher.
func (a *auditor) isDocument(m site.Moment) bool {
	if m.Exact() {
		return a.n.Published.Same(m)
	}
	day := m.Day()
	return day == a.n.Issued || a.n.Published.Known() && a.n.Published.Day() == day ||
		slices.ContainsFunc(a.n.Revisions, func(r site.Revision) bool { return r.On == day })
}

// mark keeps which milestones a time states.
func (a *auditor) mark(x *issued.Fact, same []*site.Milestone) {
	for _, m := range same {
		g := timeOnly
		if len(m.Services) == 0 || concernsAny(m, x.Services) || concernsAny(m, x.Also) || m.Kind == site.Deadline || m.Kind == site.Rule {
			g = whole
		}
		a.seen[m] = max(a.seen[m], g)
		a.blocks[m] = append(a.blocks[m], x.Block)
	}
}

// concernsAny reports whether a milestone is about one of some services.
func concernsAny(m *site.Milestone, services []*site.Service) bool {
	return slices.ContainsFunc(services, m.Concerns)
}
