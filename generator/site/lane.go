package site

import "slices"

// A Lane is the part of a service that a milestone can be limited to. Empty
// fields mean no limit.
type Lane struct {
	Scope    string
	Audience []*Audience
	Channels []*Channel
	Rest     bool // beside it stand lanes that are parts of it: it is what they leave
}

// lanes cuts a service into the smallest parts that its milestones tell apart. A
// part for "all the rest" exists where an unlimited recovery could end it.
func lanes(turns []*Milestone) []Lane {
	var parts []Lane
	scopes := parted(turns, func(m *Milestone) []string {
		if m.Scope == "" {
			return nil
		}
		return []string{m.Scope}
	})
	audiences := parted(turns, func(m *Milestone) []*Audience { return m.Audience })
	channels := parted(turns, func(m *Milestone) []*Channel { return m.Channels })
	for _, scope := range scopes {
		for _, audience := range audiences {
			for _, channel := range channels {
				parts = append(parts, lane(scope, audience, channel))
			}
		}
	}
	return parts
}

// parted lists what the milestones are limited to, and the zero value for the
// rest where there is one. When every full recovery names its part, those parts
// are all there is; when there are partial ones only, likewise. A stop with a
// stated end recovers by itself.
func parted[T comparable](turns []*Milestone, limits func(*Milestone) []T) []T {
	var all []T
	recovers, limited := map[Kind]bool{}, map[Kind]bool{} // for everyone; for a part
	for _, m := range turns {
		if len(limits(m)) == 0 {
			recovers[m.Kind] = true
			_, closes := m.Closes()
			recovers[Resume] = recovers[Resume] || closes && m.Kind != Opening
			continue
		}
		limited[m.Kind] = true
		for _, limit := range limits(m) {
			if !slices.Contains(all, limit) {
				all = append(all, limit)
			}
		}
	}
	if len(all) == 0 || recovers[Resume] || !limited[Resume] && (recovers[Partial] || !limited[Partial]) {
		var zero T
		all = append(all, zero)
	}
	return all
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

// markRest marks the lanes that others of the same service are parts of.
func markRest(courses []*Course) {
	for _, c := range courses {
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
