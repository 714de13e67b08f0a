package source

import (
	"fmt"
	"slices"
	"time"

	"tonggao/generator/site"
)

// longest is how long a service may plausibly be stopped before a year is more
// likely to be mistyped.
const longest = 180 * 24 * time.Hour

// lintCourse looks at every outage: does it end, and when.
func (b *noticeBuilder) lintCourse() {
	for _, o := range b.notice.Outages {
		last := o.Stop
		if n := len(o.Stages); n > 0 {
			last = o.Stages[n-1]
		}
		switch {
		case o.End != nil:
			b.lintOpen(o)
		case o.Stop.Permanent || b.nodes[last.ID].flag("open_ended"):
		case last == o.Stop:
			b.problems.Warn(o.Stop.At, fmt.Sprintf(`add a milestone of kind "resume" for %s, with tbd = true for 另行通知; permanent = true if it never comes back; open_ended = true if the notice leaves it open`, o.Service.ID),
				"%s stops the service %s%s, and nothing brings it back", o.Stop.ID, o.Service.ID, lane(o))
		case !last.Moment.Gradual:
			b.problems.Warn(last.At, fmt.Sprintf(`add a milestone of kind "resume" for %s, with tbd = true for 另行通知; gradual = true if it comes back bit by bit; open_ended = true if the notice leaves it open`, o.Service.ID),
				"%s brings the service %s%s back in part, and nothing brings it back in full", last.ID, o.Service.ID, lane(o))
		}
		b.lintLength(o)
	}
}

// lintOpen reports a milestone said to be open-ended that something ends.
func (b *noticeBuilder) lintOpen(o *site.Outage) {
	for _, m := range append([]*site.Milestone{o.Stop}, o.Stages...) {
		if b.nodes[m.ID].flag("open_ended") {
			b.problems.Warn(b.valueOf(m, "open_ended"), "leave it out", "%s is said to be open_ended, but %s brings the service %s back", m.ID, o.End.ID, o.Service.ID)
		}
	}
}

// lane names the part of a service that an outage is limited to.
func lane(o *site.Outage) string {
	switch {
	case o.Lane.Scope != "":
		return " (" + o.Lane.Scope + ")"
	case len(o.Lane.Channels) > 0:
		return " (channel " + o.Lane.Channels[0].ID + ")"
	case len(o.Lane.Audience) > 0 && len(o.Stop.Audience) != len(o.Lane.Audience):
		return " (audience " + o.Lane.Audience[0].ID + ")"
	}
	return ""
}

func (b *noticeBuilder) lintLength(o *site.Outage) {
	r := o.Recovery()
	if r == nil || !o.Stop.Moment.Known() || r.Moment.Start().Sub(o.Stop.Moment.Start()) <= longest {
		return
	}
	days := int(r.Moment.Start().Sub(o.Stop.Moment.Start()).Hours() / 24)
	b.problems.Warn(b.valueOf(r, "at"), "check the year", "%s brings the service %s back %d days after %s stops it", r.ID, o.Service.ID, days, o.Stop.ID)
}

// lintParent reports a service that comes back here before it does in the notice
// above: a county's counters do not work before the province's system does. A
// milestone with its reason (why) is left alone.
func (b *noticeBuilder) lintParent() {
	if b.above.notice == nil {
		return
	}
	for _, o := range b.notice.Outages {
		first := o.Recovery()
		if first == nil || b.nodes[first.ID].get("why") != nil {
			continue
		}
		theirs, pending := firstRecovery(b.above.notice, first.Service)
		at := b.valueOf(first, "at")
		where := fmt.Sprintf("%s (%s)", b.above.notice.Region.Name, b.above.notice.ID)
		switch {
		case theirs != nil && first.Moment.Start().Before(theirs.Moment.Start()):
			b.problems.Warn(at, `check the time; if it is meant, add why = "…"`, "%s brings the service %s back at %s, before %s does: %s at %s",
				first.ID, first.Service.ID, first.Moment, where, theirs.ID, theirs.Moment)
		case theirs == nil && pending:
			b.problems.Warn(at, `check the time; if it is meant, add why = "…"`, "%s brings the service %s back at %s, and %s has announced no time yet",
				first.ID, first.Service.ID, first.Moment, where)
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

// lintDeadlines reports a deadline that nobody can meet on its last day, since
// the service is stopped then. Whether it is put off (顺延) is for the bureau to
// decide; what it decided stands in instead.
func (b *noticeBuilder) lintDeadlines() {
	for _, m := range b.notice.Milestones {
		if m.Kind != site.Deadline || !m.Moment.Known() || m.Withdrawn || len(m.Instead) > 0 {
			continue
		}
		if o := b.obstacle(m); o != nil {
			b.problems.Warn(b.valueOf(m, "at"), `decide whether it is put off (顺延): move the time, or say in instead = "…" how it can still be met`,
				"the deadline %s (%s) falls into the time in which the service %s is stopped (from %s)", m.ID, m.Moment, o.Service.ID, o.Stop.ID)
		}
	}
}

// obstacle returns an outage of the deadline's service that covers its last
// instant. A deadline that names no service is obstructed when every service
// that the notice stops for its audience is off.
func (b *noticeBuilder) obstacle(m *site.Milestone) *site.Outage {
	last := m.Moment.Limit().Add(-1)
	var found *site.Outage
	off := map[*site.Service]bool{}
	for _, o := range b.notice.Outages {
		if !meets(m, o) {
			continue
		}
		off[o.Service] = off[o.Service] || stopped(o, last)
		if found == nil && off[o.Service] {
			found = o
		}
	}
	for _, isOff := range off {
		if !isOff {
			return nil
		}
	}
	return found
}

// meets reports whether a deadline can depend on the service of an outage.
func meets(m *site.Milestone, o *site.Outage) bool {
	if m.Service != nil && m.Service != o.Service {
		return false
	}
	return len(m.Audience) == 0 || len(o.Lane.Audience) == 0 ||
		slices.ContainsFunc(m.Audience, func(a *site.Audience) bool { return slices.Contains(o.Lane.Audience, a) })
}

// stopped reports whether a service is surely off: a recovery that is known only
// to come after some time may have come.
func stopped(o *site.Outage, t time.Time) bool {
	if state, _ := o.At(t); state != site.Off {
		return false
	}
	return !slices.ContainsFunc(o.Recoveries(), func(r *site.Milestone) bool { return passed(r.Moment, t) })
}

func passed(m site.Moment, t time.Time) bool {
	return !m.Known() && !m.Pending && m.After != nil && !t.Before(m.After.Start())
}
