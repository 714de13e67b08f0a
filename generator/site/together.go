package site

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// worst lays the steps of a service and of the one that it is part of over each
// other: at every instant the worse of the two holds.
func worst(own, whole []Step) []Step {
	return along(instantsOf(own, whole), func(t time.Time) Step {
		return worse(own[stepAt(own, t)], whole[stepAt(whole, t)])
	})
}

// worse chooses the worse of two steps, in the hours of both; the newer where the
// service works.
func worse(a, b Step) Step {
	s := a
	switch {
	case a.State == On && b.State == On:
		s = newer(a, b)
	case ranks[b.State] > ranks[a.State]:
		s = b
	}
	return s.with(a, b)
}

func newer(a, b Step) Step {
	if b.From.After(a.From) {
		return b
	}
	return a
}

// instantsOf returns the instants at which any of the steps begins, in order,
// after the beginning of time.
func instantsOf(all ...[]Step) []time.Time {
	instants := []time.Time{{}}
	for _, steps := range all {
		for _, s := range steps[1:] {
			instants = append(instants, s.From)
		}
	}
	slices.SortFunc(instants, time.Time.Compare)
	return slices.CompactFunc(instants, time.Time.Equal)
}

// along asks for the step of each instant and joins those that are the same.
func along(instants []time.Time, at func(time.Time) Step) []Step {
	var steps []Step
	for _, t := range instants {
		s := at(t)
		s.From = t
		if n := len(steps); n > 0 && steps[n-1].State == s.State && steps[n-1].Cause == s.Cause && steps[n-1].Over == s.Over && slices.EqualFunc(steps[n-1].Parts, s.Parts, samePart) {
			continue
		}
		steps = append(steps, s)
	}
	return steps
}

// Together joins the courses that one region's notices give the same part of a
// service, so that it has one state there too. Where one notice tells parts apart
// that another does not, each of them has what both say. The worst that a notice
// claims holds; but a newer notice that has brought the service back answers an
// older one that never said when, and a notice that has become history claims
// nothing. The courses keep the order of their notices, newest first.
func Together(courses []*Course) []*Course {
	var joined []*Course
	seen := map[string]bool{} // by id: a notice can have its own words for a service
	for _, c := range courses {
		if seen[c.Service.ID] {
			continue
		}
		seen[c.Service.ID] = true
		joined = append(joined, crossed(c.Service, spoken(c.Service, courses))...)
	}
	return joined
}

// spoken returns what each notice says of a service, newest first: its courses, or
// those of what it is part of where the notice does not name it.
func spoken(service *Service, courses []*Course) [][]*Course {
	var notices [][]*Course
	for i, c := range courses {
		if i > 0 && courses[i-1].Notice == c.Notice {
			continue
		}
		for s := service; s != nil; s = s.PartOf {
			own := slices.DeleteFunc(slices.Clone(courses), func(o *Course) bool { return o.Notice != c.Notice || o.Service.ID != s.ID })
			if len(own) > 0 {
				notices = append(notices, own)
				break
			}
		}
	}
	return notices
}

// crossed joins the courses of one service in several notices, a course for each
// part that they tell apart.
func crossed(service *Service, notices [][]*Course) []*Course {
	if len(notices) == 1 {
		return notices[0]
	}
	var rows []*Course
	for _, l := range common(notices) {
		var group []*Course
		for _, courses := range notices {
			if c := closest(courses, l); c != nil {
				group = append(group, c)
			}
		}
		row := *together(service, group)
		row.Service, row.Lane = service, l
		row.Outages = slices.DeleteFunc(slices.Clone(row.Outages), func(o *Outage) bool { return o.Service.ID != service.ID })
		rows = append(rows, &row)
	}
	markRest(rows)
	return rows
}

// Asked puts courses into the order of a vocabulary, which is that in which people
// ask: the author chooses it by the order of the services.
func Asked(courses []*Course, v Vocabulary) []*Course {
	place := func(c *Course) int {
		if i := slices.IndexFunc(v.Services, func(s *Service) bool { return s.ID == c.Service.ID }); i >= 0 {
			return i
		}
		return len(v.Services) // a notice's own
	}
	ordered := slices.Clone(courses)
	slices.SortStableFunc(ordered, func(a, b *Course) int { return cmp.Compare(place(a), place(b)) })
	return ordered
}

// Key tells a service's lanes apart, the same in all notices.
func (c *Course) Key() string {
	parts := []string{c.Service.ID, c.Lane.Scope}
	for _, a := range c.Lane.Audience {
		parts = append(parts, "a:"+a.ID)
	}
	for _, ch := range c.Lane.Channels {
		parts = append(parts, "c:"+ch.ID)
	}
	return strings.Join(parts, "\x00")
}

func together(service *Service, group []*Course) *Course {
	if len(group) == 1 {
		own := *group[0]
		own.Outages = slices.Clone(own.Outages)
		return &own
	}
	all := [][]Step{}
	var ends []Step
	for _, c := range group {
		for _, steps := range c.alone {
			all = append(all, steps)
		}
		if !c.Notice.History.IsZero() {
			ends = append(ends, Step{From: c.Notice.History})
		}
	}
	instants := instantsOf(append(all, append([]Step{{}}, ends...))...)
	joined := *group[0]
	joined.Outages = nil
	for _, c := range group {
		joined.sources = append(joined.sources, c.Notice)
		joined.Outages = append(joined.Outages, c.Outages...)
	}
	slices.SortStableFunc(joined.Outages, func(a, b *Outage) int { return compareMoments(a.Stop.Moment, b.Stop.Moment) })
	joined.Steps = along(instants, func(t time.Time) Step { return claimed(service, group, t) })
	return &joined
}

// claimed chooses among what several notices say of a service and of those that it
// is part of at one instant. Each is answered by itself: the whole that is back
// brings no part back which stopped on its own.
func claimed(service *Service, group []*Course, t time.Time) Step {
	claim := Step{State: On}
	for s := service; s != nil; s = s.PartOf {
		var newer [][]Step
		for _, c := range group {
			steps := c.alone[s]
			if steps == nil || !c.Notice.History.IsZero() && !t.Before(c.Notice.History) {
				continue
			}
			if now := steps[stepAt(steps, t)]; now.State == On || !answered(steps, newer, t) {
				claim = worse(claim, now)
			}
			newer = append(newer, steps)
		}
	}
	return claim
}

// answered reports whether a service has stood still since some stop, and a newer
// notice has brought it back after that.
func answered(steps []Step, newer [][]Step, t time.Time) bool {
	i := stepAt(steps, t)
	if i != len(steps)-1 || steps[i].State == Ended {
		return false
	}
	return slices.ContainsFunc(newer, func(n []Step) bool {
		s := n[stepAt(n, t)]
		return s.State == On && s.Cause != nil && s.From.After(steps[i].From)
	})
}

// Last returns the milestone whose time, or window, or bound ends last, and when;
// nil where no time is known. Withdrawn ones do not count.
func (n *Notice) Last() (*Milestone, time.Time) {
	var last *Milestone
	var end time.Time
	for _, m := range n.Milestones {
		if at, known := m.ends(); known && !m.Withdrawn && (last == nil || at.After(end)) {
			last, end = m, at
		}
	}
	return last, end
}

// ends is the last instant that a milestone speaks of.
func (m *Milestone) ends() (time.Time, bool) {
	at, known := m.Moment.Order()
	if known {
		at = m.Moment.end()
		for _, bound := range []*Moment{m.Moment.After, m.Moment.Before} {
			if _, bounded := order(bound); bounded && bound.end().After(at) {
				at = bound.end()
			}
		}
	}
	if close, closes := m.Closes(); closes && close.After(at) {
		return close, true
	}
	return at, known
}

// Becomes returns when the notice becomes history: some days after the last of its
// times and its newest revision.
func (n *Notice) Becomes(history int) time.Time {
	_, last := n.Last()
	if revised := n.Latest().On.Start().AddDate(0, 0, 1); revised.After(last) {
		last = revised
	}
	return last.AddDate(0, 0, history)
}

// IsHistory reports whether the notice is history at an instant.
func (n *Notice) IsHistory(t time.Time) bool { return !n.History.IsZero() && !t.Before(n.History) }
