package source

import (
	"slices"

	"tonggao/generator/course"
	"tonggao/generator/message"
	"tonggao/generator/site"
)

// outages derives the outages and reports what fits into none.
func (b *noticeBuilder) outages() {
	named := map[*site.Service]bool{}
	for _, m := range b.notice.Milestones {
		for _, s := range m.Services {
			named[s] = true
		}
	}
	for _, u := range b.notice.Unaffected {
		named[u.Service] = true
	}
	for _, s := range b.notice.Vocabulary.Services {
		if named[s] {
			b.notice.Services = append(b.notice.Services, s)
		}
	}
	b.notice.Courses, b.notice.Outages = course.Of(b.notice, b.stray)
	b.checkKept()
	b.checkOpenings()
}

func (b *noticeBuilder) stray(m *site.Milestone) {
	if b.uncertain || slices.Contains(b.doubtful, m) {
		return
	}
	service := m.Services[0].ID
	if m.Kind == site.Suspend {
		b.problems.Add(m.At, "give the first stop its recovery, or keep one of the two", "%s stops the service %s, which has stopped already", m.ID, service)
		return
	}
	b.problems.Add(m.At, b.unstopped(m), "%s brings back the service %s, which has not stopped before", m.ID, service)
}

// unstopped says what to do about a recovery that ends no stop: what the last of the stops
// and recoveries of its services has to do with it, which stand in the order of their times.
func (b *noticeBuilder) unstopped(m *site.Milestone) message.Text {
	hint := message.Say("check the times, or add the stop: kind = \"suspend\"")
	if m.Kind == site.Partial {
		hint = message.Say("%s; a stage of reduced service that begins from normal service has a name: state = \"…\"", hint)
	}
	at, ordered := m.Moment.Order()
	behind := false
	for _, s := range b.notice.Milestones {
		end, closes := s.Closes()
		behind = behind || s == m
		switch {
		case s.Kind == site.Resume && !behind && !s.Withdrawn && s.Shares(m) && m.Lane().Within(s.Lane()):
			hint = broughtBack(s, m)
		case s.Kind != site.Suspend || !s.Shares(m) || !s.Moment.Known():
		case closes && m.Moment.Known() && end.Before(m.Moment.Start()):
			hint = message.Say("until = … of %s ends the stop already: keep until or %s", s.ID, m.ID)
		case limited(s) && (!ordered || s.Moment.Start().Before(at)):
			hint = message.Say("%s stops a part of it only: write its scope, audience and channels here, to the letter", s.ID)
		default:
			hint = message.Say("%s stops it at %s: check the two times", s.ID, s.Moment)
		}
	}
	return hint
}

// broughtBack says that a full recovery comes before another recovery. Of what is known by
// the day or the month, or by a bound alone, the beginning counts, so that it can come first
// without being meant to.
func broughtBack(full, m *site.Milestone) message.Text {
	at, ordered := m.Moment.Order()
	switch {
	case m.Kind == site.Partial && !full.Moment.Known():
		return message.Say("%s, of which a bound alone is known, comes before it: write after = %q there", full.ID, m.ID)
	case m.Kind == site.Partial && !full.Moment.Exact() && ordered && at.Before(full.Moment.End()):
		return message.Say("%s counts from the beginning of %s, which comes before it: give it a later time, or tbd = true and after = %q instead of at", full.ID, full.Moment, m.ID)
	}
	return message.Say("%s brings all of it back at %s already: check the two times", full.ID, full.Moment)
}

// limited reports whether a milestone is about a part of its services.
func limited(m *site.Milestone) bool {
	return m.Scope != "" || len(m.Audience) > 0 || len(m.Channels) > 0
}
