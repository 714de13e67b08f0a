package advice

import (
	"fmt"
	"slices"
	"time"

	"tonggao/generator/message"
	"tonggao/generator/site"
)

// longest is how long a service may plausibly be stopped before a year is more
// likely to be mistyped.
const longest = 180 * 24 * time.Hour

// lintCourse looks at every outage: does it end, and when.
func (b *brief) lintCourse() {
	for _, o := range b.notice.Outages {
		last := o.Stop
		if n := len(o.Stages); n > 0 {
			last = o.Stages[n-1]
		}
		switch {
		case o.End != nil:
			b.lintOpen(o)
			b.lintAtOnce(o)
		case o.Stop.Permanent || b.node(last).Flag("open_ended") || closes(o.Stop):
		case last == o.Stop && last.Kind == site.Partial:
			b.problems.Warn(last.At, message.Say(`add until = "…", the stated end; or a milestone of kind "resume" for %s; open_ended = true if the notice leaves it open`, o.Service.ID),
				"%s reduces the service %s%s, and nothing brings it back in full", last.ID, o.Service.ID, lane(o))
		case last == o.Stop:
			b.problems.Warn(o.Stop.At, message.Say(`add a milestone of kind "resume" for %s, with tbd = true for 另行通知; until = "…" for a stated end (至…止); permanent = true if it never comes back; open_ended = true if the notice leaves it open`, o.Service.ID),
				"%s stops the service %s%s, and nothing brings it back", o.Stop.ID, o.Service.ID, lane(o))
		case !last.Moment.Gradual:
			b.problems.Warn(last.At, message.Say(`add a milestone of kind "resume" for %s, with tbd = true for 另行通知; gradual = true if it comes back bit by bit; open_ended = true if the notice leaves it open`, o.Service.ID),
				"%s brings the service %s%s back in part, and nothing brings it back in full", last.ID, o.Service.ID, lane(o))
		}
		b.lintLength(o)
	}
}

func closes(m *site.Milestone) bool {
	_, closes := m.Closes()
	return closes
}

// lintOpen reports a milestone said to be open-ended that something ends.
func (b *brief) lintOpen(o *site.Outage) {
	for _, m := range append([]*site.Milestone{o.Stop}, o.Stages...) {
		if b.node(m).Flag("open_ended") {
			b.problems.Warn(b.valueOf(m, "open_ended"), "leave it out", "%s is said to be open_ended, but %s brings the service %s back", m.ID, o.End.ID, o.Service.ID)
		}
	}
}

// lintAtOnce reports a stop that something ends as it begins.
func (b *brief) lintAtOnce(o *site.Outage) {
	if o.Stop.Moment.Exact() && o.End.Moment.Exact() && o.Stop.Moment.Instant.Equal(o.End.Moment.Instant) {
		b.problems.Warn(b.valueOf(o.End, "at"), "check both times", "%s brings the service %s%s back at the instant at which %s stops it", o.End.ID, o.Service.ID, lane(o), o.Stop.ID)
	}
}

// lane names the part of a service that an outage is limited to.
func lane(o *site.Outage) message.Text {
	switch {
	case o.Lane.Scope != "":
		return message.Say(" (%s)", o.Lane.Scope)
	case len(o.Lane.Channels) > 0:
		return message.Say(" (channel %s)", o.Lane.Channels[0].ID)
	case len(o.Lane.Audience) > 0 && len(o.Stop.Audience) != len(o.Lane.Audience):
		return message.Say(" (audience %s)", o.Lane.Audience[0].ID)
	}
	return message.Text{}
}

func (b *brief) lintLength(o *site.Outage) {
	r := o.Recovery()
	if r == nil || r == o.Stop || !o.Stop.Moment.Known() || r.Moment.Start().Sub(o.Stop.Moment.Start()) <= longest {
		return
	}
	days := int(r.Moment.Start().Sub(o.Stop.Moment.Start()).Hours() / 24)
	b.problems.Warn(b.valueOf(r, "at"), "check the year", "%s brings the service %s back %d days after %s stops it", r.ID, o.Service.ID, days, o.Stop.ID)
}

// lintParent reports a service that comes back here before it does in the notice
// above: a county's counters do not work before the province's system does. A
// milestone with its reason (why) is left alone.
func (b *brief) lintParent() {
	if b.above == nil {
		return
	}
	for _, o := range b.notice.Outages {
		first := o.Recovery()
		if first == nil || b.node(first).Get("why") != nil {
			continue
		}
		theirs, pending := firstRecovery(b.above.Notice, o.Service)
		at := b.valueOf(first, "at")
		where := fmt.Sprintf("%s (%s)", b.above.Notice.Region.Name, b.above.Notice.ID)
		switch {
		case theirs != nil && first.Moment.Start().Before(theirs.Moment.Start()):
			b.problems.Warn(at, `check the time; if it is meant, add why = "…"`, "%s brings the service %s back at %s, before %s does: %s at %s",
				first.ID, o.Service.ID, first.Moment, where, theirs.ID, theirs.Moment)
		case theirs == nil && pending:
			b.problems.Warn(at, `check the time; if it is meant, add why = "…"`, "%s brings the service %s back at %s, and %s has announced no time yet",
				first.ID, o.Service.ID, first.Moment, where)
		}
	}
}

// firstRecovery returns the milestone that first brings a service back in a
// notice; nil, and whether one is pending, where none has a time.
func firstRecovery(n *site.Notice, service *site.Service) (first *site.Milestone, pending bool) {
	for _, o := range n.Outages {
		if o.Service.ID != service.ID {
			continue
		}
		r := o.Recovery()
		if r == nil {
			pending = pending || len(o.Recoveries()) > 0
			continue
		}
		if first == nil || r.Moment.Start().Before(first.Moment.Start()) {
			first = r
		}
	}
	return first, pending
}

// lintDeadlines reports a deadline that nobody can meet on its last day, since its
// own service is stopped then. Whether it is put off (顺延) is for the bureau to
// decide; what it decided stands in instead. What a deadline that names no service
// needs, nobody can tell.
func (b *brief) lintDeadlines() {
	for _, m := range b.notice.Milestones {
		if m.Kind != site.Deadline || !m.Moment.Known() || m.Withdrawn || len(m.Instead) > 0 {
			continue
		}
		if stop := b.obstacle(m); stop != nil {
			b.problems.Warn(b.valueOf(m, "at"), `decide whether it is put off (顺延): move the time, or say in instead = "…" how it can still be met`,
				"the deadline %s (%s) falls into the time in which the service %s is stopped (from %s)", m.ID, m.Moment, m.Services[0].ID, stop.ID)
		}
	}
}

// obstacle returns what has surely stopped every service of a deadline at its last
// instant, for those whom it concerns.
func (b *brief) obstacle(m *site.Milestone) *site.Milestone {
	last := m.Moment.Limit().Add(-1)
	var stop *site.Milestone
	for _, service := range m.Services {
		found := b.stoppedBy(service, m, last)
		if found == nil {
			return nil
		}
		stop = found
	}
	return stop
}

func (b *brief) stoppedBy(service *site.Service, m *site.Milestone, t time.Time) *site.Milestone {
	for _, c := range b.notice.Courses {
		if c.Service != service || !meets(m, c) {
			continue
		}
		if state, i := c.At(t); state == site.Off || state == site.Ended {
			return c.Steps[i].Cause
		}
	}
	return nil
}

// meets reports whether a deadline concerns those whom a course does.
func meets(m *site.Milestone, c *site.Course) bool {
	return len(m.Audience) == 0 || len(c.Lane.Audience) == 0 ||
		slices.ContainsFunc(m.Audience, func(a *site.Audience) bool { return slices.Contains(c.Lane.Audience, a) })
}
