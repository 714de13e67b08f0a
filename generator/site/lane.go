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

// lanes cuts a service into the smallest parts that its milestones tell apart, and
// those of the services that it is a part of: each of these has its turns in the
// chain. A part for "all the rest" exists where an unlimited recovery could end it.
func lanes(chain [][]*Milestone) []Lane {
	var parts []Lane
	scopes := parted(chain, scopeOf)
	audiences := parted(chain, func(m *Milestone) []*Audience { return m.Audience })
	channels := parted(chain, func(m *Milestone) []*Channel { return m.Channels })
	for _, scope := range scopes {
		for _, audience := range audiences {
			for _, channel := range channels {
				parts = append(parts, lane(scope, audience, channel))
			}
		}
	}
	return parts
}

func scopeOf(m *Milestone) []string {
	if m.Scope == "" {
		return nil
	}
	return []string{m.Scope}
}

// parted lists what the milestones are limited to, and the zero value for the
// rest where each of the services leaves one.
func parted[T comparable](chain [][]*Milestone, limits func(*Milestone) []T) []T {
	var all []T
	rest := true
	for _, turns := range chain {
		for _, m := range turns {
			for _, limit := range limits(m) {
				if !slices.Contains(all, limit) {
					all = append(all, limit)
				}
			}
		}
		rest = rest && leavesRest(turns, limits)
	}
	if rest {
		var zero T
		all = append(all, zero)
	}
	return all
}

// leavesRest reports whether the parts that a service's turns are limited to leave a
// rest. When every full recovery names its part, those parts are all there is; when
// there are partial ones only, likewise. A stop with a stated end in which a part
// has its turn recovers by itself.
func leavesRest[T comparable](turns []*Milestone, limits func(*Milestone) []T) bool {
	recovers, limited := map[Kind]bool{}, map[Kind]bool{} // for everyone; for a part
	for _, m := range turns {
		if len(limits(m)) > 0 {
			limited[m.Kind] = true
			continue
		}
		recovers[m.Kind] = true
		end, closes := m.Closes()
		recovers[Resume] = recovers[Resume] || closes && m.Kind != Opening && slices.ContainsFunc(turns, func(o *Milestone) bool {
			at, ordered := o.Moment.Order()
			return ordered && len(limits(o)) > 0 && !at.Before(m.Moment.Start()) && at.Before(end)
		})
	}
	return len(limited) == 0 || recovers[Resume] || !limited[Resume] && (recovers[Partial] || !limited[Partial])
}

func lane(scope string, audience *Audience, channel *Channel) Lane {
	l := Lane{Scope: scope}
	if audience != nil {
		l.Audience = []*Audience{audience}
	}
	if channel != nil {
		l.Channels = []*Channel{channel}
	}
	return l
}

// covers reports whether a milestone applies to a smallest part of its service.
func (m *Milestone) covers(l Lane) bool {
	if m.Scope != "" && m.Scope != l.Scope {
		return false
	}
	if len(m.Audience) > 0 && (len(l.Audience) == 0 || !slices.Contains(m.Audience, l.Audience[0])) {
		return false
	}
	return len(m.Channels) == 0 || len(l.Channels) > 0 && slices.Contains(m.Channels, l.Channels[0])
}

// rest reports whether a lane is what remains beside the parts that milestones
// name: everywhere else, everyone else.
func (l Lane) rest(turns []*Milestone) bool {
	return slices.ContainsFunc(turns, func(m *Milestone) bool {
		return l.Scope == "" && m.Scope != "" || len(l.Audience) == 0 && len(m.Audience) > 0 ||
			len(l.Channels) == 0 && len(m.Channels) > 0
	})
}

// markRest marks the courses of one service that stand beside others, and of them the
// lanes that others are parts of.
func markRest(courses []*Course) {
	for _, c := range courses {
		c.Shared = len(courses) > 1
		c.Lane.Rest = slices.ContainsFunc(courses, func(o *Course) bool { return o != c && o.Lane.within(c.Lane) })
	}
}

// within reports whether a lane is a part of another.
func (l Lane) within(o Lane) bool {
	return (o.Scope == "" || o.Scope == l.Scope) && partOf(l.Audience, o.Audience) && partOf(l.Channels, o.Channels)
}

func partOf[T comparable](part, whole []T) bool {
	return len(whole) == 0 || len(part) > 0 && !slices.ContainsFunc(part, func(x T) bool { return !slices.Contains(whole, x) })
}

// join widens a lane: a limit that differs in scope or is absent in one falls.
func (l Lane) join(o Lane) Lane {
	joined := Lane{Audience: union(l.Audience, o.Audience), Channels: union(l.Channels, o.Channels)}
	if l.Scope == o.Scope {
		joined.Scope = l.Scope
	}
	return joined
}

func union[T comparable](a, b []T) []T {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	all := slices.Clone(a)
	for _, x := range b {
		if !slices.Contains(all, x) {
			all = append(all, x)
		}
	}
	return all
}

// common returns the lanes that several notices together tell apart: what a lane of
// one shares with a lane of another, and each lane that no other notice cuts.
func common(notices [][]*Course) []Lane {
	var all []Lane
	add := func(to []Lane, l Lane) []Lane {
		if slices.ContainsFunc(to, func(o Lane) bool { return o.within(l) && l.within(o) }) {
			return to
		}
		return append(to, l)
	}
	for _, courses := range notices {
		var cut []Lane
		for _, l := range all {
			for _, c := range courses {
				if both, shared := l.meet(c.Lane); shared {
					cut = add(cut, both)
				}
			}
			if !slices.ContainsFunc(courses, func(c *Course) bool { return l.within(c.Lane) }) {
				cut = add(cut, l)
			}
		}
		for _, c := range courses {
			if !slices.ContainsFunc(all, c.Lane.within) {
				cut = add(cut, c.Lane)
			}
		}
		all = cut
	}
	return all
}

// meet is what two lanes share, and false for nothing.
func (l Lane) meet(o Lane) (Lane, bool) {
	both := Lane{Scope: cmp.Or(l.Scope, o.Scope)}
	audience, a := shared(l.Audience, o.Audience)
	channels, c := shared(l.Channels, o.Channels)
	both.Audience, both.Channels = audience, channels
	return both, a && c && (l.Scope == o.Scope || l.Scope == "" || o.Scope == "")
}

// shared is what two limits share; an empty one is none.
func shared[T comparable](a, b []T) ([]T, bool) {
	if len(a) == 0 || len(b) == 0 {
		return append(slices.Clone(a), b...), true
	}
	both := slices.DeleteFunc(slices.Clone(a), func(x T) bool { return !slices.Contains(b, x) })
	return both, len(both) > 0
}

// closest returns the course whose lane a lane lies in, the narrowest of several; nil
// for none.
func closest(courses []*Course, l Lane) *Course {
	var found *Course
	for _, c := range courses {
		if l.within(c.Lane) && (found == nil || c.Lane.within(found.Lane)) {
			found = c
		}
	}
	return found
}
