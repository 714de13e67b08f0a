package audit

import (
	"fmt"
	"slices"

	"tonggao/generator/issued"
	"tonggao/generator/site"
)

// against returns the milestones that a time contradicts, and why.
func (a *auditor) against(x *issued.Fact, same []*site.Milestone) ([]*site.Milestone, string) {
	turn := x.Effects[0]
	switch {
	case !turn.Sure || x.Closes || x.Use != issued.Stated:
		return nil, ""
	case turn.Kind == site.Deadline || turn.Kind == site.Rule:
		if len(same) > 0 {
			return nil, ""
		}
		return a.byWords(x)
	case x.Naming != issued.InClause && x.Naming != issued.InHeading:
		return nil, ""
	}
	var rivals []*site.Milestone
	for _, m := range a.n.Milestones {
		if concernsAny(m, x.Services) && issued.TurnsLike(m.Kind, turn.Kind) && m.Moment.Known() {
			rivals = append(rivals, m)
		}
	}
	ours := slices.DeleteFunc(slices.Clone(same), func(m *site.Milestone) bool { return !concernsAny(m, x.Services) })
	opposed := slices.DeleteFunc(slices.Clone(ours), func(m *site.Milestone) bool { return !opposes(m.Kind, turn.Kind) })
	switch {
	case len(ours) == 0 && len(rivals) > 0:
		return rivals, fmt.Sprintf("the sentence says %s of %s; the data says %s", turn.Words, serviceNames(x.Services), a.sayAll(rivals))
	case len(ours) > 0 && len(opposed) == len(ours):
		return opposed, fmt.Sprintf("the sentence says %s of %s; the data says %s at that time", turn.Words, serviceNames(x.Services), a.voice.Kind(opposed[0].Kind))
	}
	return nil, ""
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
func (a *auditor) byWords(x *issued.Fact) ([]*site.Milestone, string) {
	sentence := issued.Clean(a.f.Doc.In(x.Sentence))
	var best *site.Milestone
	most := likeness
	for _, m := range a.n.Milestones {
		if m.Kind != x.Effects[0].Kind || !m.Moment.Known() {
			continue
		}
		if share := issued.Shared(a.textOf(m), sentence); share >= most {
			best, most = m, share
		}
	}
	if best == nil {
		return nil, ""
	}
	return []*site.Milestone{best}, fmt.Sprintf("the sentence has the words of %s, whose time is %s", best.ID, a.say(best))
}
