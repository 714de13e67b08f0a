package audit

import (
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/issued"
	"tonggao/generator/message"
	"tonggao/generator/site"
)

// against returns the milestones that a time contradicts, and why. What the text states
// rightly in another place it does not contradict: the time is of another fact.
func (a *auditor) against(x *issued.Fact, same []*site.Milestone) ([]*site.Milestone, message.Text) {
	turn := x.Effects[0]
	switch {
	case x.Use != issued.Stated:
		return nil, message.Text{}
	case x.Closes:
		return a.otherEnd(x, same)
	case !turn.Sure:
		return nil, message.Text{}
	case turn.Kind == site.Deadline || turn.Kind == site.Rule:
		if len(same) > 0 {
			return nil, message.Text{}
		}
		return a.byWords(x)
	case x.Naming != issued.InClause && x.Naming != issued.InHeading:
		return nil, message.Text{}
	}
	ours := slices.DeleteFunc(slices.Clone(same), func(m *site.Milestone) bool { return !concernsAny(m, x.Services) })
	opposed := slices.DeleteFunc(slices.Clone(ours), func(m *site.Milestone) bool {
		return !opposes(m.Kind, turn.Kind) || m.Until != nil && !sameTime(m.Moment, x.Moment)
	})
	switch {
	case len(ours) > 0 && len(opposed) == len(ours):
		return opposed, message.Say("the sentence says %s of %s; the data says %s at that time", turn.Words, serviceNames(x.Services), a.voice.Kind(opposed[0].Kind))
	case len(ours) > 0:
		return nil, message.Text{}
	}
	if rivals := a.rivals(x, turn.Kind); len(rivals) > 0 {
		return rivals, message.Say("the sentence says %s of %s; the data says %s", turn.Words, serviceNames(x.Services), a.sayAll(rivals))
	}
	return nil, message.Text{}
}

// rivals are the milestones that say the same of the same service at another time. One
// whose time the text states too is a rival only of a time on its own day that stands in
// another paragraph: other days are other facts, and so are the times of one sentence.
func (a *auditor) rivals(x *issued.Fact, kind site.Kind) []*site.Milestone {
	var all []*site.Milestone
	for _, m := range a.n.Milestones {
		if concernsAny(m, x.Services) && issued.TurnsLike(m.Kind, kind) && m.Moment.Known() && !m.Withdrawn && a.alike(x, m) && !a.apart(x, m) {
			all = append(all, m)
		}
	}
	return all
}

var again = regexp.MustCompile(`再次|再度|第[二三四五六2-6]次|又[暂停恢]`)

// apart reports whether a time is of another fact than a milestone that the text states.
func (a *auditor) apart(x *issued.Fact, m *site.Milestone) bool {
	if a.told[m] != whole {
		return false
	}
	return m.Moment.Day() != x.Moment.Day() || slices.Contains(a.blocks[m], x.Block) || again.MatchString(a.f.Doc.In(x.Sentence))
}

// alike reports whether a milestone that is limited to a place or a way is about those
// that a sentence or its heading names.
func (a *auditor) alike(x *issued.Fact, m *site.Milestone) bool {
	words := a.f.Doc.In(x.Sentence) + a.f.Doc.HeadOf(x.Block)
	switch {
	case m.Scope != "":
		return strings.Contains(words, m.Scope)
	case len(m.Channels) > 0:
		return slices.ContainsFunc(m.Channels, func(c *site.Channel) bool { return strings.Contains(words, c.Name) })
	}
	return true
}

// otherEnd returns the milestone that begins the window which a time closes, and that
// the data ends at another time.
func (a *auditor) otherEnd(x *issued.Fact, same []*site.Milestone) ([]*site.Milestone, message.Text) {
	at := slices.IndexFunc(a.f.Times, func(o issued.Fact) bool { return o.Start == x.Start })
	if len(same) > 0 || at < 1 || !a.f.Times[at-1].Opens {
		return nil, message.Text{}
	}
	opening := &a.f.Times[at-1]
	var all []*site.Milestone
	for _, m := range a.closest(opening, a.same(opening)) {
		if m.Until == nil || !sameTime(m.Moment, opening.Moment) || a.endTold(m) {
			return nil, message.Text{}
		}
		all = append(all, m)
	}
	if len(all) == 0 {
		return nil, message.Text{}
	}
	return all, message.Say("the window ends at another time in the data: %s", a.sayAll(all))
}

// endTold reports whether the text has the end of a milestone's window.
func (a *auditor) endTold(m *site.Milestone) bool {
	return slices.ContainsFunc(a.f.Times, func(x issued.Fact) bool { return x.Closes && sameEnd(*m.Until, x.Moment) })
}

// opposes reports whether one kind stops what the other brings back.
func opposes(a, b site.Kind) bool {
	turns := func(k site.Kind) bool { return k == site.Suspend || k == site.Partial || k == site.Resume }
	return turns(a) && turns(b) && !issued.TurnsLike(a, b)
}

// likeness is the share of a milestone's pairs of characters that a sentence
// must hold to be about the same thing.
const likeness = 0.6

// byWords finds the deadlines and rules whose words a sentence has, with another
// time.
func (a *auditor) byWords(x *issued.Fact) ([]*site.Milestone, message.Text) {
	sentence := issued.Clean(a.f.Doc.In(x.Sentence))
	var best *site.Milestone
	most := likeness
	for _, m := range a.n.Milestones {
		if m.Kind != x.Effects[0].Kind || !m.Moment.Known() || m.Withdrawn || a.apart(x, m) {
			continue
		}
		if share := issued.Shared(a.textOf(m), sentence); share >= most {
			best, most = m, share
		}
	}
	if best == nil {
		return nil, message.Text{}
	}
	return []*site.Milestone{best}, message.Say("the sentence has the words of %s, whose time is %s", best.ID, a.say(best))
}
