package audit

import (
	"fmt"
	"slices"
	"strings"

	"tonggao/generator/mention"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// uncompared is what a text states, without data to compare with.
func uncompared(f *facts) []Finding {
	a := &auditor{f: f}
	var all []Finding
	for i := range f.times {
		found := findingOf(f, &f.times[i])
		switch {
		case f.times[i].Impossible:
			found.Verdict, found.Note = Unclear, "no such day or hour"
		case f.times[i].use == signOff || f.times[i].use == publisher:
			found.Verdict = Document
		}
		all = append(all, found)
	}
	for i := range f.wordings {
		all = append(all, a.worded(&f.wordings[i]))
	}
	for _, p := range f.phones {
		all = append(all, place(f, p.span, Phone, p.number))
	}
	for _, l := range f.links {
		all = append(all, place(f, l.span, Link, l.address))
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
func place(f *facts, s span, sort Sort, means string) Finding {
	return Finding{Position: f.doc.position(s.start), Sort: sort, Words: clean(f.doc.in(s)), Means: means, Verdict: Found}
}

// findingOf begins the finding of a time.
func findingOf(f *facts, x *fact) Finding {
	found := place(f, span{x.Start, x.End}, Time, x.Moment.Datetime())
	if x.Finest == mention.Year && found.Means == "" && x.Year > 0 {
		found.Means = fmt.Sprint(x.Year)
	}
	switch {
	case x.Opens:
		found.Window = "opens"
	case x.Closes:
		found.Window = "closes"
	}
	if x.use == stated && x.Moment.Known() {
		found.Kind = x.effects[0].kind
		for _, s := range x.services {
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
func (a *auditor) isMeant(x *fact) bool {
	words := clean(x.Words(a.f.doc.text))
	for _, meant := range a.meant {
		if clean(meant) == words || strings.Contains(clean(meant), words) {
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

// document judges the day of issue and the time of a publisher.
func (a *auditor) document(x *fact, found Finding) Finding {
	found.Verdict = Document
	sameDay := x.Moment.Known() && x.Moment.Day() == a.n.Issued && !a.n.Published.Known()
	if !sameDay && !a.isDocument(x.Moment) {
		found.Verdict = Contradicts
		found.Note = fmt.Sprintf("the data has issued = %s", a.n.Issued)
		if a.n.Published.Known() {
			found.Note += ", published = " + a.voice.Moment(a.n.Published)
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
func (a *auditor) mark(x *fact, same []*site.Milestone) {
	for _, m := range same {
		g := timeOnly
		if len(m.Services) == 0 || concernsAny(m, x.services) || concernsAny(m, x.also) || m.Kind == site.Deadline || m.Kind == site.Rule {
			g = whole
		}
		a.seen[m] = max(a.seen[m], g)
	}
}

// concernsAny reports whether a milestone is about one of some services.
func concernsAny(m *site.Milestone, services []*site.Service) bool {
	return slices.ContainsFunc(services, m.Concerns)
}
