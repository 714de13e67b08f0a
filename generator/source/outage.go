package source

import (
	"fmt"

	"tonggao/generator/site"
)

// outages derives the outages and reports what fits into none.
func (b *noticeBuilder) outages() {
	named := map[*site.Service]bool{}
	for _, m := range b.notice.Milestones {
		named[m.Service] = true
	}
	for _, u := range b.notice.Unaffected {
		named[u.Service] = true
	}
	for _, s := range b.notice.Vocabulary.Services {
		if named[s] {
			b.notice.Services = append(b.notice.Services, s)
		}
	}
	b.notice.Outages = site.OutagesOf(b.notice.Services, b.notice.Milestones, b.stray)
}

func (b *noticeBuilder) stray(m *site.Milestone) {
	if b.uncertain || b.doubtful[m] {
		return
	}
	if m.Kind == site.Suspend {
		b.problems.Add(m.At, "give the first stop its recovery, or keep one of the two", "%s stops the service %s, which has stopped already", m.ID, m.Service.ID)
		return
	}
	hint := "check the times, or add the stop: kind = \"suspend\""
	for _, s := range b.notice.Milestones {
		if s.Kind == site.Suspend && s.Service == m.Service && s.Moment.Known() {
			hint = fmt.Sprintf("%s stops it at %s: check the two times", s.ID, s.Moment)
		}
	}
	b.problems.Add(m.At, hint, "%s brings back the service %s, which has not stopped before", m.ID, m.Service.ID)
}
