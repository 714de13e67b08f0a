package audit

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"tonggao/generator/article"
	"tonggao/generator/issued"
	"tonggao/generator/mention"
	"tonggao/generator/message"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// An auditor compares the facts of a text with a notice.
type auditor struct {
	n      *site.Notice
	f      *issued.Facts
	voice  phrase.Voice
	prose  string                    // every word that the notice itself prints
	meant  []string                  // its dates that are meant literally
	told   map[*site.Milestone]grade // how the text states a milestone
	blocks map[*site.Milestone][]int // the paragraphs that state it
	seen   map[*site.Milestone]grade // likewise, or what explains that it does not
}

// A grade says how surely a text states a milestone.
type grade int

const (
	unseen   grade = iota
	timeOnly       // its time, in sentences about other services
	whole
)

func newAuditor(n *site.Notice, f *issued.Facts) *auditor {
	a := &auditor{n: n, f: f, voice: phrase.In(site.Chinese), seen: map[*site.Milestone]grade{}, blocks: map[*site.Milestone][]int{}}
	a.read(article.Of(a.voice, n, nil))
	for i := range f.Times {
		if x := &f.Times[i]; x.Moment.Known() && x.Use != issued.SignOff && x.Use != issued.Publisher {
			a.mark(x, a.same(x))
		}
	}
	a.told = maps.Clone(a.seen)
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
		found.Verdict, found.Note = Unclear, message.Say("no such day or hour")
		return found
	case x.Clock < 0 && cutClock.MatchString(a.f.Doc.Text[x.End:]):
		found.Verdict, found.Note = Unclear, message.Say("the figures behind it are no hour: %s", issued.FirstRunes(a.f.Doc.Text[x.End:], 8))
		return found
	case x.Use == issued.SignOff || x.Use == issued.Publisher:
		return a.document(x, found)
	case !x.Moment.Known():
		return a.incomplete(x, found)
	}
	same := a.same(x)
	former, became := a.former(x.Moment)
	against, why := a.against(x, same)
	switch {
	case len(same) == 0 && former != nil:
		found.Verdict, found.Milestones, found.Note = Old, []string{former.ID}, became
		a.explain(former)
	case len(against) > 0:
		found.Verdict, found.Milestones, found.Note = Contradicts, ids(against), why
		a.explain(against...)
	case len(same) > 0:
		a.has(x, a.closest(x, same), &found)
	case a.isMeant(x):
		found.Verdict = Meant
	case a.isDocument(x.Moment):
		found.Verdict, found.Note = Document, message.Say("the day of issue, publication or revision")
	default:
		a.lacking(x, &found)
	}
	return found
}

// cutClock matches figures behind a date that would be an hour, were they not damaged:
// what was struck out and what was put in its place, one behind the other.
var cutClock = regexp.MustCompile(`^[ 　]*[0-9０-９]{1,6}[ 　]*[时時点點]`)

// has judges a time that milestones have: that the text hedges it otherwise, or counts
// its day otherwise, is a difference too.
func (a *auditor) has(x *issued.Fact, same []*site.Milestone, found *Finding) {
	found.Verdict, found.Milestones = Has, ids(same)
	for _, differs := range [...]func(*issued.Fact, []*site.Milestone) (Verdict, message.Text){a.countsDay, a.hedges, a.edges} {
		if v, note := differs(x, same); !note.Empty() {
			found.Verdict, found.Note = v, note
			return
		}
	}
	if finer := same[0]; within(finer.Moment, x.Moment) {
		found.Note = message.Say("the data is more exact: %s", a.voice.Moment(finer.Moment))
	}
}

// explain marks milestones whose other time in the text has been reported: that
// the text lacks their own need not be said again.
func (a *auditor) explain(milestones ...*site.Milestone) {
	for _, m := range milestones {
		a.seen[m] = whole
	}
}

// same returns the milestones that have a time, as their own, as the end of their
// window, or as a bound: the instant with its precision, or any on a day or in a month
// that is all the text gives. A time that closes a window is rather such an end.
func (a *auditor) same(x *issued.Fact) []*site.Milestone {
	var ends, exact, bounds, coarse []*site.Milestone
	edge := a.edge(x)
	for _, c := range a.n.Milestones {
		switch m := x.Moment; {
		case c.Withdrawn:
		case c.Until != nil && sameEnd(*c.Until, m), x.Closes && sameEnd(c.Moment, m) && !sameTime(c.Moment, m):
			ends = append(ends, c)
		case sameTime(c.Moment, m):
			exact = append(exact, c)
		case edge != before && sameBound(c.Moment.After, m), edge != after && sameBound(c.Moment.Before, m):
			bounds = append(bounds, c)
		case within(c.Moment, m), c.Until != nil && within(*c.Until, m), atMidnight(c.Moment, m):
			coarse = append(coarse, c)
		}
	}
	switch {
	case x.Closes && len(ends) > 0:
		return ends
	case edge != none && len(bounds) > 0:
		return bounds
	case len(exact) > 0:
		return exact
	case len(ends) > 0:
		return ends
	}
	return append(bounds, coarse...)
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

// former returns the milestone that had a time before it was moved or withdrawn, and
// what became of it.
func (a *auditor) former(m site.Moment) (*site.Milestone, message.Text) {
	for _, c := range a.n.Milestones {
		if c.Withdrawn && (sameTime(c.Moment, m) || within(c.Moment, m) || c.Until != nil && sameEnd(*c.Until, m)) {
			return c, message.Say("withdrawn since")
		}
		for _, move := range c.AllMoves() {
			if move.From.Known() && move.From.Same(m) || move.Ends != nil && sameEnd(move.Ends.From, m) {
				return c, message.Say("moved since to %s", a.say(c))
			}
		}
	}
	return nil, message.Text{}
}

// lacking names the nearest milestone that says the same of the services that the
// sentence names, else of these services, else of all.
func (a *auditor) lacking(x *issued.Fact, found *Finding) {
	found.Verdict = Lacks
	concerns := func(m *site.Milestone) bool { return concernsAny(m, x.Services) }
	for _, of := range [...]func(*site.Milestone) bool{
		func(m *site.Milestone) bool { return concerns(m) && issued.TurnsLike(m.Kind, x.Effects[0].Kind) },
		concerns,
		func(*site.Milestone) bool { return true },
	} {
		if nearest := a.nearest(x, of); nearest != nil {
			found.Milestones = []string{nearest.ID}
			found.Note = message.Say("no milestone has it; the nearest is %s, %s", nearest.ID, a.say(nearest))
			return
		}
	}
	found.Note = message.Say("no milestone has a time")
}

func (a *auditor) nearest(x *issued.Fact, of func(*site.Milestone) bool) *site.Milestone {
	var nearest *site.Milestone
	var least time.Duration
	for _, c := range a.n.Milestones {
		at, known := c.Moment.Order()
		if c.Withdrawn || !known || !of(c) {
			continue
		}
		if apart := at.Sub(x.Moment.Instant).Abs(); nearest == nil || apart < least {
			nearest, least = c, apart
		}
	}
	return nearest
}

// incomplete judges what is no single time: a year, a clock, what recurs.
func (a *auditor) incomplete(x *issued.Fact, found Finding) Finding {
	switch {
	case a.isMeant(x), strings.Contains(a.prose, issued.Clean(found.Words)):
		found.Verdict = Meant
	case a.daily(x), a.deskHours(x):
		found.Verdict = Has
	case x.Loose && x.Month == 0 && x.Day == 0:
		found.Verdict, found.Note = Unclear, message.Say("it names no date; if a milestone is meant, write its placeholder in the prose, else {{meant %s}}", issued.Clean(found.Words))
	case x.Recurs || x.DateOmitted:
		found.Verdict, found.Note = Unclear, message.Say("no date stands with it; write it in the prose as {{meant %s}}, or in daily, or in a contact's hours", issued.Clean(found.Words))
	case x.Finest == mention.Year:
		found.Verdict, found.Note = Lacks, message.Say("the prose does not have it; write {{meant %s}}", issued.Clean(found.Words))
	default:
		found.Verdict, found.Note = Unclear, message.Say("its year is not written, and nothing before it tells")
	}
	return found
}

// daily reports whether a clock is an end of a milestone's daily window.
func (a *auditor) daily(x *issued.Fact) bool {
	return slices.ContainsFunc(a.n.Milestones, func(m *site.Milestone) bool {
		return m.Hours != nil && x.Clock >= 0 && slices.ContainsFunc(m.Hours.Windows, func(w site.HourWindow) bool { return w.From == x.Clock || w.To == x.Clock || w.To == x.Clock+24*60 })
	})
}

// deskHours reports whether a clock is one of a contact's hours.
func (a *auditor) deskHours(x *issued.Fact) bool {
	return x.Clock >= 0 && slices.ContainsFunc(a.n.Region.Contacts, func(c *site.Contact) bool {
		return slices.ContainsFunc(mention.Find(c.Hours, site.Day{}), func(t mention.Time) bool { return t.Clock == x.Clock })
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
	return strings.Join(site.ServiceNames(services), "、")
}

// say words a milestone's time as a schedule does.
func (a *auditor) say(m *site.Milestone) string { return a.voice.When(m) }

func (a *auditor) sayAll(all []*site.Milestone) message.Names {
	var list message.Names
	for _, m := range all {
		list = append(list, m.ID+" "+a.say(m))
	}
	return list
}
