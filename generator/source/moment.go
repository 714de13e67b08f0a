package source

import (
	"slices"
	"strings"
	"time"

	"tonggao/generator/mention"
	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/schema"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// moments gives every milestone its time. One that follows another takes the
// other's, so those are settled in the order of who follows whom.
func (b *noticeBuilder) moments() {
	settled := map[string]bool{}
	for _, m := range b.notice.Milestones {
		b.settle(m, nil, settled)
	}
	for _, m := range b.notice.Milestones {
		b.bounds(m)
		b.until(m)
		b.checkHours(m)
		b.moves(m)
		b.checkMoment(m)
		b.checkParent(m, b.nodes[m.ID])
	}
}

// settle sets a milestone's own time. path is the chain of those that wait for it.
func (b *noticeBuilder) settle(m *site.Milestone, path []string, settled map[string]bool) {
	n := b.nodes[m.ID]
	if settled[m.ID] {
		return
	}
	if slices.Contains(path, m.ID) {
		b.problems.Add(n.ValueAt("at"), "give one of them a time of its own", "%s follows itself: %s", m.ID, strings.Join(append(path, m.ID), " → "))
		return
	}
	if id := n.Text("at"); schema.Identifier.MatchString(id) {
		if m.Follows = b.milestone(n, "at"); m.Follows != nil {
			b.settle(m.Follows, append(path, m.ID), settled)
			m.Moment = m.Follows.Moment
		}
	} else if id != "" {
		m.Moment = b.time(n, "at", id)
	}
	settled[m.ID] = true
	m.Moment.Gradual = n.Flag("gradual")
	m.Moment.Includes = n.Flag("includes_day")
	if m.Follows == nil || n.Get("expected") != nil { // one time is not certain here and expected there
		m.Moment.Expected = n.Flag("expected")
	}
	m.Moment.Pending = m.Moment.Pending && m.Follows != nil || n.Flag("tbd")
}

// time reads a time and reports one that cannot be.
func (b *noticeBuilder) time(n *toml.Node, key, written string) site.Moment {
	m, err := mention.ReadMoment(written)
	if err != nil {
		b.uncertain = true
		hint := message.Say(`write "2021-12-30 20:00", "2021-12-30 24:00", "2022-03-31" or "2022-01"`)
		if key == "at" || key == "after" || key == "before" || key == "until" {
			hint = message.Say("%s, or the id of a milestone", hint)
		}
		if err == site.ErrForm {
			if near := problem.Nearest(written, sortedKeys(b.nodes)); near != "" {
				hint = message.Say("did you mean the milestone %s?", near)
			}
		}
		b.problems.Add(n.ValueAt(key), hint, "%s = %q %s", key, written, err)
	}
	return m
}

// bounds sets what a time without an instant must lie between.
func (b *noticeBuilder) bounds(m *site.Milestone) {
	n := b.nodes[m.ID]
	m.Moment.After = b.bound(m, "after", m.Moment.After)
	m.Moment.Before = b.bound(m, "before", m.Moment.Before)
	if m.Moment.After == nil || m.Moment.Before == nil {
		return
	}
	from, okFrom := m.Moment.After.Order()
	to, okTo := m.Moment.Before.Order()
	if okFrom && okTo && !from.Before(to) {
		b.problems.Add(n.ValueAt("before"), "after is the earlier bound, before the later one", "before = %q is not later than after = %q", n.Text("before"), n.Text("after"))
	}
}

// afternoon is an end that an opening could have, eight hours after it begins.
func afternoon(m site.Moment) string {
	if !m.Known() {
		return "…"
	}
	m.Instant, m.As24 = m.Instant.Add(8*time.Hour), false
	return m.String()
}

// until sets the stated end of a window and reports one that cannot be.
func (b *noticeBuilder) until(m *site.Milestone) {
	n := b.nodes[m.ID]
	if m.Until = b.bound(m, "until", nil); m.Until == nil {
		if schema.MilestoneTable.Key("until").Asks(m.Kind) && (m.Moment.Exact() || !m.Moment.Known() && !m.Moment.Pending) {
			b.problems.Add(n.At, message.Say("add until = %q; or give at as a day, which is then open", afternoon(m.Moment)), "the opening %s has no end", m.ID)
		}
		return
	}
	at, ordered := m.Moment.Order()
	if end, closes := m.Closes(); closes && m.Until.Known() && ordered && !at.Before(end) {
		b.problems.Add(n.ValueAt("until"), "until is the end of the window that at begins", "%s ends at %s, before it begins at %s", m.ID, m.Until, m.Moment)
	}
	if !m.Until.Known() {
		b.problems.Add(n.ValueAt("until"), "give the end as a time; a stop whose end is to be announced has a recovery with tbd = true", "until = %q has no time", n.Text("until"))
		m.Until = nil
	}
}

func (b *noticeBuilder) bound(m *site.Milestone, key string, followed *site.Moment) *site.Moment {
	n := b.nodes[m.ID]
	written := n.Text(key)
	if written == "" {
		return followed
	}
	if schema.Identifier.MatchString(written) {
		other := b.milestone(n, key)
		if other == nil {
			return nil
		}
		if other.ID == n.Key {
			b.problems.Add(n.ValueAt(key), "name another milestone, or a time", "%s = %q: %s bounds itself", key, written, written)
			return nil
		}
		m.BoundBy = append(m.BoundBy, other)
		moment := other.Moment
		return &moment
	}
	moment := b.time(n, key, written)
	return &moment
}

// checkMoment reports a time that is missing, doubled or unclear.
func (b *noticeBuilder) checkMoment(m *site.Milestone) {
	n := b.nodes[m.ID]
	at, tbd := n.Get("at"), n.Get("tbd")
	switch {
	case n.Lacks(timeNames...):
	case at == nil && !n.Flag("tbd") && n.Get("after") == nil && n.Get("before") == nil:
		b.problems.Add(n.At, `add at = "2021-12-30 20:00", or tbd = true for 另行通知`, "%s has no time", m.ID)
	case at != nil && n.Flag("tbd") && m.Moment.Exact():
		b.problems.Add(tbd.At, "leave tbd out; or give at as a day, when only the day is known", "%s has a time by the hour and is to be announced", m.ID)
	case at != nil && (n.Get("after") != nil || n.Get("before") != nil):
		b.problems.Add(at.At, "leave at out, or the bounds", "%s has a time and bounds", m.ID)
	}
	if schema.MilestoneTable.Key("includes_day").Asks(m.Kind) && n.Get("includes_day") == nil {
		b.checkIncludes(m, n)
	}
}

// checkIncludes wants a deadline at a day or month to say whether that counts; where a bound
// is all that is known of it, it is but reminded.
func (b *noticeBuilder) checkIncludes(m *site.Milestone, n *toml.Node) {
	key, day, tell := "at", m.Moment, b.problems.Add
	if before := day.Before; before != nil && day.After == nil && !day.Pending {
		key, day, tell = "before", *before, b.problems.Warn
	}
	if day.Known() && !day.Exact() {
		tell(n.ValueAt(key), message.Say("add includes_day = true if %s itself still counts, false if it does not", day),
			"the deadline %[1]s names a %[2]s, but not whether that %[2]s counts", m.ID, message.Say(day.Precision.String()))
	}
}
