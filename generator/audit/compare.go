package audit

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"tonggao/generator/issued"
	"tonggao/generator/mention"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// An auditor compares the facts of a text with a notice.
type auditor struct {
	n     *site.Notice
	f     *issued.Facts
	voice phrase.Voice
	prose string                    // every word that the notice itself prints
	meant []string                  // its dates that are meant literally
	seen  map[*site.Milestone]grade // how the text states a milestone
}

// A grade says how surely a text states a milestone.
type grade int

const (
	unseen   grade = iota
	timeOnly       // its time, in sentences about other services
	whole
)

func newAuditor(n *site.Notice, f *issued.Facts) *auditor {
	a := &auditor{n: n, f: f, voice: phrase.In(site.Chinese), seen: map[*site.Milestone]grade{}}
	a.read(a.voice.Article(n, nil))
	return a
}

// findings judges every fact of the text.
func (a *auditor) findings() []Finding {
	var all []Finding
	for i := range a.f.Times {
		all = append(all, a.time(&a.f.Times[i]))
	}
	for i := range a.f.Wordings {
		all = append(all, a.wording(&a.f.Wordings[i]))
	}
	for i := range a.f.Phones {
		all = append(all, a.phone(&a.f.Phones[i]))
	}
	for i := range a.f.Links {
		all = append(all, a.link(&a.f.Links[i]))
	}
	return inOrder(all)
}

// time judges one time.
func (a *auditor) time(x *issued.Fact) Finding {
	found := findingOf(a.f, x)
	switch {
	case x.Impossible:
		found.Verdict, found.Note = Unclear, "no such day or hour"
		return found
	case x.Use == issued.SignOff || x.Use == issued.Publisher:
		return a.document(x, found)
	case !x.Moment.Known():
		return a.incomplete(x, found)
	}
	same := a.same(x.Moment, x.Closes)
	a.mark(x, same)
	if against, why := a.against(x, same); len(against) > 0 {
		found.Verdict, found.Milestones, found.Note = Contradicts, ids(against), why
		a.explain(against...)
		return found
	}
	switch moved := a.moved(x.Moment); {
	case len(same) > 0:
		found.Verdict, found.Milestones = Has, ids(a.closest(x, same))
		if finer := same[0]; !finer.Moment.Same(x.Moment) && (finer.Until == nil || !sameTime(*finer.Until, x.Moment)) {
			found.Note = fmt.Sprintf("the data is more exact: %s", a.voice.Moment(finer.Moment))
		}
	case moved != nil:
		found.Verdict, found.Milestones, found.Note = Old, []string{moved.ID}, "moved since to "+a.say(moved)
		a.explain(moved)
	case a.isMeant(x):
		found.Verdict = Meant
	case a.isDocument(x.Moment):
		found.Verdict, found.Note = Document, "the day of issue, publication or revision"
	default:
		a.lacking(x.Moment, &found)
	}
	return found
}

// explain marks milestones whose other time in the text has been reported: that
// the text lacks their own need not be said again.
func (a *auditor) explain(milestones ...*site.Milestone) {
	for _, m := range milestones {
		a.seen[m] = whole
	}
}

// same returns the milestones that have a moment, as their time or as the end of
// their window: the instant with its precision, or any on a day or in a month that is
// all the text gives. A time that closes a window is rather such an end.
func (a *auditor) same(m site.Moment, closes bool) []*site.Milestone {
	var ends, exact, coarse []*site.Milestone
	for _, c := range a.n.Milestones {
		switch {
		case c.Until != nil && sameTime(*c.Until, m):
			ends = append(ends, c)
		case sameTime(c.Moment, m):
			exact = append(exact, c)
		case within(c.Moment, m), c.Until != nil && within(*c.Until, m):
			coarse = append(coarse, c)
		}
	}
	switch {
	case closes && len(ends) > 0:
		return ends
	case len(exact) > 0:
		return exact
	case len(ends) > 0:
		return ends
	}
	return coarse
}

// sameTime reports whether a time of the data is the one that a text gives.
func sameTime(data, text site.Moment) bool {
	return data.Known() && (data.Same(text) || data.Exact() && text.Exact() && data.Instant.Equal(text.Instant))
}

// within reports whether a time of the data lies on the day that is all a text gives.
func within(data, text site.Moment) bool {
	return text.Precision == site.ToDay && data.Exact() && data.Day() == text.Day()
}

// closest narrows milestones of one time to those of the kind and the service
// that the sentence speaks of, where there are any.
func (a *auditor) closest(x *issued.Fact, same []*site.Milestone) []*site.Milestone {
	likeKind := slices.DeleteFunc(slices.Clone(same), func(m *site.Milestone) bool {
		return !slices.ContainsFunc(x.Effects, func(e issued.Effect) bool { return issued.TurnsLike(m.Kind, e.Kind) })
	})
	if len(likeKind) > 0 && !x.Closes {
		same = likeKind
	}
	ours := slices.DeleteFunc(slices.Clone(same), func(m *site.Milestone) bool { return !concernsAny(m, x.Services) })
	if len(ours) > 0 {
		same = ours
	}
	if x.Effects[0].Kind == site.Deadline || x.Effects[0].Kind == site.Rule {
		return a.likest(same, a.f.Doc.Part(x.Sentence, x.Start))
	}
	return same
}

// textOf is a milestone's text in words.
func (a *auditor) textOf(m *site.Milestone) string {
	return phrase.Plain(a.voice.Runs(a.n, nil, m.Text))
}

// moved returns the milestone that had a time before it was moved.
func (a *auditor) moved(m site.Moment) *site.Milestone {
	for _, c := range a.n.Milestones {
		for _, move := range c.AllMoves() {
			if move.From.Known() && move.From.Same(m) {
				return c
			}
		}
	}
	return nil
}

// lacking names the nearest milestone.
func (a *auditor) lacking(m site.Moment, found *Finding) {
	found.Verdict = Lacks
	var nearest *site.Milestone
	var least time.Duration
	for _, c := range a.n.Milestones {
		if !c.Moment.Known() {
			continue
		}
		if apart := c.Moment.Instant.Sub(m.Instant).Abs(); nearest == nil || apart < least {
			nearest, least = c, apart
		}
	}
	if nearest == nil {
		found.Note = "no milestone has a time"
		return
	}
	found.Milestones = []string{nearest.ID}
	found.Note = fmt.Sprintf("no milestone has it; the nearest is %s, %s", nearest.ID, a.say(nearest))
}

// incomplete judges what is no single time: a year, a clock, what recurs.
func (a *auditor) incomplete(x *issued.Fact, found Finding) Finding {
	switch {
	case a.isMeant(x), strings.Contains(a.prose, issued.Clean(found.Words)):
		found.Verdict = Meant
	case a.daily(x):
		found.Verdict = Has
	case x.Loose && x.Month == 0 && x.Day == 0:
		found.Verdict, found.Note = Unclear, "it names no date; if a milestone is meant, write its placeholder in the prose, else {{meant "+issued.Clean(found.Words)+"}}"
	case x.Recurs || x.DateOmitted:
		found.Verdict, found.Note = Unclear, "no date stands with it; write it in the prose as {{meant "+issued.Clean(found.Words)+"}}, or in daily, or in a contact's hours"
	case x.Finest == mention.Year:
		found.Verdict, found.Note = Lacks, "the prose does not have it; write {{meant "+issued.Clean(found.Words)+"}}"
	default:
		found.Verdict, found.Note = Unclear, "its year is not written, and nothing before it tells"
	}
	return found
}

// daily reports whether a clock is an end of a milestone's daily window.
func (a *auditor) daily(x *issued.Fact) bool {
	return slices.ContainsFunc(a.n.Milestones, func(m *site.Milestone) bool {
		return m.Hours != nil && x.Clock >= 0 && slices.ContainsFunc(m.Hours.Windows, func(w site.HourWindow) bool { return w.From == x.Clock || w.To == x.Clock || w.To == x.Clock+24*60 })
	})
}

func ids(all []*site.Milestone) []string {
	var list []string
	for _, m := range all {
		list = append(list, m.ID)
	}
	return list
}

func serviceNames(services []*site.Service) string {
	var list []string
	for _, s := range services {
		list = append(list, s.Name)
	}
	return strings.Join(list, "、")
}

// say words a milestone's time as a schedule does.
func (a *auditor) say(m *site.Milestone) string { return a.voice.When(m) }

func (a *auditor) sayAll(all []*site.Milestone) string {
	var list []string
	for _, m := range all {
		list = append(list, m.ID+" "+a.say(m))
	}
	return strings.Join(list, ", ")
}
