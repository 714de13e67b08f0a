package audit

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"tonggao/generator/issued"
	"tonggao/generator/message"
	"tonggao/generator/site"
)

// worded begins the finding of a wording.
func (a *auditor) worded(w *issued.Wording) Finding {
	found := place(a.f, w.Span, Sort(w.Manner), "")
	found.Side = w.Side
	for _, s := range w.Services {
		found.Services = append(found.Services, s.ID)
	}
	return found
}

// wording judges a fact without a time.
func (a *auditor) wording(w *issued.Wording) Finding {
	found := a.worded(w)
	switch w.Manner {
	case issued.Pending:
		return a.pending(w, found)
	case issued.Relative:
		switch w.Side {
		case "before":
			return a.hangs(w, found)
		case "during":
			return a.lasts(w, found)
		}
	}
	return found
}

// pending judges 另行通知: a milestone of one of its services must be pending, or
// any where no service is named.
func (a *auditor) pending(w *issued.Wording, found Finding) Finding {
	var open, other []*site.Milestone
	for _, m := range a.n.Milestones {
		switch {
		case !m.Moment.Pending:
		case len(w.Services) == 0 || len(m.Services) == 0 || concernsAny(m, w.Services):
			open = append(open, m)
		default:
			other = append(other, m)
		}
	}
	if len(open) == 0 {
		open = other
	}
	for _, m := range open {
		a.seen[m] = whole
	}
	found.Verdict, found.Milestones = Has, ids(open)
	switch {
	case len(open) == 0 && issued.SaysPending(a.prose):
		found.Note = message.Say("no milestone is tbd, but the prose says the like")
	case len(open) == 0:
		found.Verdict, found.Note = Lacks, message.Say("no milestone is tbd")
	}
	return found
}

// hangs judges 停机前: the data must have a fact that hangs on a stop. Where several
// do, the one whose words the sentence has is meant.
func (a *auditor) hangs(w *issued.Wording, found Finding) Finding {
	var hanging, others []*site.Milestone
	for _, m := range a.n.Milestones {
		switch on := a.leansOn(m); {
		case on == nil || on.Kind != site.Suspend:
		case len(w.Services) == 0 || concernsAny(on, w.Services):
			hanging = append(hanging, m)
		default:
			others = append(others, m)
		}
	}
	if len(hanging) == 0 {
		hanging = others
	}
	hanging = a.likest(hanging, a.f.Doc.Part(w.Sentence, w.Start))
	found.Verdict, found.Milestones = Has, ids(hanging)
	if len(hanging) > 0 {
		found.Means = a.leansOn(hanging[0]).Moment.Datetime()
		return found
	}
	found.Verdict, found.Note = Lacks, message.Say("no milestone follows the one that stops it")
	return found
}

// likest narrows milestones to the one whose words a part of a sentence has most
// of, when it has half of them at least.
func (a *auditor) likest(all []*site.Milestone, part issued.Span) []*site.Milestone {
	if len(all) < 2 {
		return all
	}
	words := issued.Clean(a.f.Doc.In(part))
	var best *site.Milestone
	most := 0.5
	for _, m := range all {
		if share := issued.Shared(a.textOf(m), words); share >= most && (best == nil || share > most) {
			best, most = m, share
		}
	}
	if best == nil {
		return all
	}
	return []*site.Milestone{best}
}

// leansOn returns the milestone that another follows, or whose instant it has as
// a deadline.
func (a *auditor) leansOn(m *site.Milestone) *site.Milestone {
	if m.Follows != nil {
		return m.Follows
	}
	if m.Kind != site.Deadline || !m.Moment.Exact() {
		return nil
	}
	for _, c := range a.n.Milestones {
		if c.Kind == site.Suspend && c.Moment.Same(m.Moment) {
			return c
		}
	}
	return nil
}

// lasts judges 停机期间: it is the outage of the services named, or of the stop
// under a heading with these words (业务经办停机时间). Several outages with one
// window are one; otherwise nothing says which is meant.
func (a *auditor) lasts(w *issued.Wording, found Finding) Finding {
	under := a.underHeading(strings.TrimSuffix(found.Words, "期间"))
	windows := map[string][]*site.Milestone{}
	last := ""
	for _, o := range a.n.Outages {
		recovery := o.Recovery()
		named := slices.Contains(w.Services, o.Service)
		switch {
		case recovery == nil || !o.Stop.Moment.Known():
			continue
		case !under.IsZero() && !o.Stop.Moment.Instant.Equal(under):
			continue
		case under.IsZero() && len(w.Services) > 0 && !named:
			continue
		}
		last = o.Stop.Moment.Datetime() + "/" + recovery.Moment.Datetime()
		windows[last] = append(windows[last], o.Stop, recovery)
	}
	if len(windows) == 1 {
		found.Verdict, found.Means, found.Milestones = Has, last, ids(windows[last])
	}
	return found
}

// underHeading returns the first time at which something stops under a heading
// with the given words, or the zero time.
func (a *auditor) underHeading(words string) time.Time {
	if utf8.RuneCountInString(words) < 5 {
		return time.Time{}
	}
	for _, x := range a.f.Times {
		under := a.f.Doc.Blocks[x.Block].Under
		if x.Effects[0].Kind == site.Suspend && x.Moment.Known() && under >= 0 && strings.Contains(a.f.Doc.Brief(a.f.Doc.Blocks[under]), words) {
			return x.Moment.Instant
		}
	}
	return time.Time{}
}
