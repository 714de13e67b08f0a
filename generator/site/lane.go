package site

import (
	"cmp"
	"slices"
)

// A Lane is the part of a service that a milestone can be limited to. Empty
// fields mean no limit.
type Lane struct {
	Scope    string
	Audience []*Audience
	Channels []*Channel
	Rest     bool // beside it stand lanes that are parts of it: it is what they leave
}

// Within reports whether a lane is a part of another.
func (l Lane) Within(o Lane) bool {
	return (o.Scope == "" || o.Scope == l.Scope) && partOf(l.Audience, o.Audience) && partOf(l.Channels, o.Channels)
}

// Meet is what two lanes share, and false for nothing.
func (l Lane) Meet(o Lane) (Lane, bool) {
	both := Lane{Scope: cmp.Or(l.Scope, o.Scope)}
	audience, a := shared(l.Audience, o.Audience)
	channels, c := shared(l.Channels, o.Channels)
	both.Audience, both.Channels = audience, channels
	return both, a && c && (l.Scope == o.Scope || l.Scope == "" || o.Scope == "")
}

// A word is what a limit names. Every notice can call it otherwise, so it is known by its id.
type word interface{ id() string }

func (a *Audience) id() string { return a.ID }
func (c *Channel) id() string  { return c.ID }

// within reports whether a limit has a word.
func within[T word](limit []T, x T) bool {
	return slices.ContainsFunc(limit, func(o T) bool { return o.id() == x.id() })
}

// shared is what two limits share; an empty one is none.
func shared[T word](a, b []T) ([]T, bool) {
	if len(a) == 0 || len(b) == 0 {
		return append(slices.Clone(a), b...), true
	}
	both := slices.DeleteFunc(slices.Clone(a), func(x T) bool { return !within(b, x) })
	return both, len(both) > 0
}

// Lane is the part of its services that the milestone is limited to.
func (m *Milestone) Lane() Lane {
	return Lane{Scope: m.Scope, Audience: m.Audience, Channels: m.Channels}
}

func partOf[T word](part, whole []T) bool {
	return len(whole) == 0 || len(part) > 0 && !slices.ContainsFunc(part, func(x T) bool { return !within(whole, x) })
}
