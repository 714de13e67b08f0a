package site

import (
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

func partOf[T comparable](part, whole []T) bool {
	return len(whole) == 0 || len(part) > 0 && !slices.ContainsFunc(part, func(x T) bool { return !slices.Contains(whole, x) })
}
