package course

import (
	"slices"

	"tonggao/generator/site"
)

// lanes cuts a service into the smallest parts that its milestones tell apart, and
// those of the services that it is a part of: each of these has its turns in the
// chain. A part for "all the rest" exists where an unlimited recovery could end it.
func lanes(chain [][]*site.Milestone) []site.Lane {
	var parts []site.Lane
	scopes := parted(chain, scopeOf)
	audiences := parted(chain, func(m *site.Milestone) []*site.Audience { return m.Audience })
	channels := parted(chain, func(m *site.Milestone) []*site.Channel { return m.Channels })
	for _, scope := range scopes {
		for _, audience := range audiences {
			for _, channel := range channels {
				parts = append(parts, lane(scope, audience, channel))
			}
		}
	}
	return parts
}

func scopeOf(m *site.Milestone) []string {
	if m.Scope == "" {
		return nil
	}
	return []string{m.Scope}
}

// parted lists what the milestones are limited to, and the zero value for the
// rest where each of the services leaves one.
func parted[T comparable](chain [][]*site.Milestone, limits func(*site.Milestone) []T) []T {
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
func leavesRest[T comparable](turns []*site.Milestone, limits func(*site.Milestone) []T) bool {
	if !slices.ContainsFunc(turns, func(m *site.Milestone) bool { return len(limits(m)) > 0 }) {
		return true
	}
	recovers, limited := map[site.Kind]bool{}, map[site.Kind]bool{} // for everyone; for a part
	for _, m := range turns {
		if len(limits(m)) > 0 {
			limited[m.Kind] = true
			continue
		}
		recovers[m.Kind] = true
		end, closes := m.Closes()
		recovers[site.Resume] = recovers[site.Resume] || closes && m.Kind != site.Opening && slices.ContainsFunc(turns, func(o *site.Milestone) bool {
			at, ordered := o.Moment.Order()
			return ordered && len(limits(o)) > 0 && !at.Before(m.Moment.Start()) && at.Before(end)
		})
	}
	return recovers[site.Resume] || !limited[site.Resume] && (recovers[site.Partial] || !limited[site.Partial])
}

func lane(scope string, audience *site.Audience, channel *site.Channel) site.Lane {
	l := site.Lane{Scope: scope}
	if audience != nil {
		l.Audience = []*site.Audience{audience}
	}
	if channel != nil {
		l.Channels = []*site.Channel{channel}
	}
	return l
}

// covers reports whether a milestone applies to a smallest part of its service.
func covers(m *site.Milestone, l site.Lane) bool {
	if m.Scope != "" && m.Scope != l.Scope {
		return false
	}
	if len(m.Audience) > 0 && (len(l.Audience) == 0 || !slices.Contains(m.Audience, l.Audience[0])) {
		return false
	}
	return len(m.Channels) == 0 || len(l.Channels) > 0 && slices.Contains(m.Channels, l.Channels[0])
}

// leftBy reports whether a lane is what remains beside the parts that milestones
// name: everywhere else, everyone else.
func leftBy(l site.Lane, turns []*site.Milestone) bool {
	return slices.ContainsFunc(turns, func(m *site.Milestone) bool {
		return l.Scope == "" && m.Scope != "" || len(l.Audience) == 0 && len(m.Audience) > 0 ||
			len(l.Channels) == 0 && len(m.Channels) > 0
	})
}

// markRest marks the courses of one service that stand beside others, and of them the
// lanes that others are parts of.
func markRest(courses []*site.Course) {
	for _, c := range courses {
		c.Shared = len(courses) > 1
		c.Lane.Rest = slices.ContainsFunc(courses, func(o *site.Course) bool { return o != c && o.Lane.Within(c.Lane) })
	}
}

// join widens a lane: a limit that differs in scope or is absent in one falls.
func join(l, o site.Lane) site.Lane {
	joined := site.Lane{Audience: union(l.Audience, o.Audience), Channels: union(l.Channels, o.Channels)}
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
func common(notices [][]*site.Course) []site.Lane {
	var all []site.Lane
	add := func(to []site.Lane, l site.Lane) []site.Lane {
		if slices.ContainsFunc(to, func(o site.Lane) bool { return o.Within(l) && l.Within(o) }) {
			return to
		}
		return append(to, l)
	}
	for _, courses := range notices {
		var cut []site.Lane
		for _, l := range all {
			for _, c := range courses {
				if both, shared := l.Meet(c.Lane); shared {
					cut = add(cut, both)
				}
			}
			if !slices.ContainsFunc(courses, func(c *site.Course) bool { return l.Within(c.Lane) }) {
				cut = add(cut, l)
			}
		}
		for _, c := range courses {
			if !slices.ContainsFunc(all, c.Lane.Within) {
				cut = add(cut, c.Lane)
			}
		}
		all = cut
	}
	return all
}

// closest returns the course whose lane a lane lies in, the narrowest of several; nil
// for none.
func closest(courses []*site.Course, l site.Lane) *site.Course {
	var found *site.Course
	for _, c := range courses {
		if l.Within(c.Lane) && (found == nil || c.Lane.Within(found.Lane)) {
			found = c
		}
	}
	return found
}
