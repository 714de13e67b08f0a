package advice

import (
	"fmt"
	"time"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// A span is the time from one milestone to another, as it is and as it was before
// either was moved.
type span struct {
	from, to *site.Milestone
	now, was time.Duration
}

// lintLengths reports a typed length of time that is the time between two
// milestones: it goes stale when either moves, as a typed date does. In a line that
// names both, any such length; elsewhere, one that a move has made wrong.
func (b *brief) lintLengths(r *reading) {
	for _, l := range r.lengths {
		var near []*site.Milestone
		for _, name := range l.near {
			near = append(near, b.notice.Milestone(name))
		}
		b.lintTyped(l.at, l.written, l.length, spans(near), b.outageSpans())
	}
}

func (b *brief) lintTyped(at problem.Position, written string, length time.Duration, near, all []span) {
	hint := message.Say("leave it away: both times stand in the text; or write {{meant %s}} if it is another", written)
	for _, s := range near {
		if s.now == length {
			b.problems.Add(at, hint, "%s is typed, which is the time from %s to %s and will be wrong when either moves", written, s.from.ID, s.to.ID)
			return
		}
	}
	for _, s := range append(near, all...) {
		if s.was == length && s.now != length {
			b.problems.Add(at, hint, "%s is typed, which was the time from %s to %s before it moved; now it is %s", written, s.from.ID, s.to.ID, inHours(s.now))
			return
		}
	}
}

func inHours(d time.Duration) string {
	if d%time.Hour == 0 {
		return fmt.Sprintf("%d小时", d/time.Hour)
	}
	return fmt.Sprintf("%d小时%d分钟", d/time.Hour, d%time.Hour/time.Minute)
}

// spans pairs milestones that have times, each with those behind it.
func spans(milestones []*site.Milestone) []span {
	var all []span
	for i, from := range milestones {
		for _, to := range milestones[i+1:] {
			if from == nil || to == nil || from == to || !from.Moment.Known() || !to.Moment.Known() {
				continue
			}
			all = append(all, span{from, to, to.Moment.Instant.Sub(from.Moment.Instant), before(to).Sub(before(from))})
		}
	}
	return all
}

// outageSpans pairs each stop with what brings its service back.
func (b *brief) outageSpans() []span {
	var all []span
	for _, from := range b.notice.Milestones {
		if from.Kind != site.Suspend {
			continue
		}
		for _, to := range b.notice.Milestones {
			if to.Shares(from) && (to.Kind == site.Partial || to.Kind == site.Resume) {
				all = append(all, spans([]*site.Milestone{from, to})...)
			}
		}
	}
	return all
}

// before is the time that a milestone had before it was first moved.
func before(m *site.Milestone) time.Time {
	if len(m.Moves) > 0 && m.Moves[0].From.Known() {
		return m.Moves[0].From.Instant
	}
	return m.Moment.Instant
}
