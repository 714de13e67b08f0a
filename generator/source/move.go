package source

import (
	"slices"

	"tonggao/generator/message"
	"tonggao/generator/schema"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// moves reads how the time was changed, oldest first; each one leads to the
// next one's old time, the last to the time that holds now.
func (b *noticeBuilder) moves(m *site.Milestone) {
	series := b.nodes[m.ID].Get("move")
	if series == nil {
		return
	}
	var read []*toml.Node
	for _, n := range series.List {
		if !toml.Require(n, schema.MoveTable, message.Say("the move of %s", m.ID), b.problems) || !b.movesSomething(m, n) {
			continue
		}
		move := site.Move{From: b.former(n), On: b.day(n, "on"), Why: n.Text("why")}
		if i := len(m.Moves); i > 0 && move.On.Compare(m.Moves[i-1].On) < 0 {
			b.problems.Add(n.ValueAt("on"), "write moves in the order of their days", "this move of %s is older than the one before it", m.ID)
		}
		if move.On.Compare(b.notice.Issued) < 0 && n.At.File == b.facts.At.File && !b.takenOver(m, move) {
			b.problems.Add(n.ValueAt("on"), "correct the day; what changed before the issue is no move: write its time alone", "%s was moved on %s, before the notice was issued on %s", m.ID, move.On, b.notice.Issued)
		}
		m.Moves, read = append(m.Moves, move), append(read, n)
	}
	b.complete(m, read)
}

// takenOver reports whether a move stands in the notice above too: it moved what is at a
// time of its own now, and counts, also where this region issued the notice after it.
func (b *noticeBuilder) takenOver(m *site.Milestone, move site.Move) bool {
	above := b.above.facts.Get("milestone").Get(m.ID).Get("move")
	return above != nil && slices.ContainsFunc(above.List, func(n *toml.Node) bool {
		on := n.Get("on")
		return on != nil && on.Written() == move.On.String() && n.Text("why") == move.Why
	})
}

// movesSomething reports a move that does not say what was before it.
func (b *noticeBuilder) movesSomething(m *site.Milestone, n *toml.Node) bool {
	for _, key := range []string{"from", "after", "before", "until"} {
		if n.Get(key) != nil || n.Lacks(key) {
			return true
		}
	}
	b.problems.Add(n.At, message.Say("add from = … (%s)", message.Both(schema.MoveTable.Key("from").English, schema.MoveTable.Key("from").Chinese)), "the move of %s has no from", m.ID)
	return false
}

// former is the time before a move: from, or the bounds that it had.
func (b *noticeBuilder) former(n *toml.Node) site.Moment {
	from := site.Moment{Pending: n.Text("from") == "tbd", Expected: n.Flag("expected")}
	if written := n.Text("from"); written != "" && written != "tbd" {
		from = b.time(n, "from", written)
		from.Expected = n.Flag("expected")
	}
	for key, bound := range map[string]**site.Moment{"after": &from.After, "before": &from.Before} {
		if written := n.Text(key); written != "" {
			at := b.time(n, key, written)
			*bound = &at
		}
	}
	return from
}

// complete sets where each move leads and what it did, from the last to the first: a
// move that names no old time but an old end left the time as it was.
func (b *noticeBuilder) complete(m *site.Milestone, read []*toml.Node) {
	to, end := m.Moment, m.Until
	for i := len(read) - 1; i >= 0; i-- {
		n, move := read[i], &m.Moves[i]
		if move.To = to; n.Get("from") == nil && n.Get("after") == nil && n.Get("before") == nil {
			move.From = to
		}
		to = move.From
		end = b.moveEnd(m, n, move, end)
		if move.Kind = m.KindOf(*move); i == len(read)-1 && m.Withdrawn {
			move.Kind = site.Withdrawn
		}
		if lost := n.Get("until") != nil && move.Ends == nil; move.Kind == "" && !lost {
			b.changesNothing(m, n)
		}
	}
}

// moveEnd sets the ends of the window before and after a move, and returns the one
// before it.
func (b *noticeBuilder) moveEnd(m *site.Milestone, n *toml.Node, move *site.Move, end *site.Moment) *site.Moment {
	written := n.Text("until")
	switch {
	case written == "":
		return end
	case end == nil:
		b.problems.Add(n.ValueAt("until"), "add until = … to the milestone, or take it out of the move", "the move of %s had an end, but %s has none now", m.ID, m.ID)
		return nil
	}
	was := b.time(n, "until", written)
	move.Ends = &site.Ends{From: was, To: *end}
	return &was
}

func (b *noticeBuilder) changesNothing(m *site.Milestone, n *toml.Node) {
	for _, key := range []string{"from", "after", "before", "until"} {
		if n.Get(key) != nil {
			b.problems.Add(n.ValueAt(key), message.Say("%s is the old time, at the new one", key), "the move of %s changes nothing: %s is the time it has now", m.ID, key)
			return
		}
	}
}
