package source

import (
	"slices"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// milestone resolves a key that names a milestone.
func (b *noticeBuilder) milestone(n *toml.Node, key string) *site.Milestone {
	id := n.Text(key)
	if id == "" {
		return nil
	}
	m := b.notice.Milestone(id)
	if m == nil && !b.lost() {
		b.problems.Add(n.ValueAt(key), problem.DidYouMean(id, sortedKeys(b.nodes)), "%s = %q names no milestone of this notice", key, id)
	}
	return m
}

func (b *noticeBuilder) service(n *toml.Node) *site.Service {
	id := n.Text("service")
	if id == "" {
		return nil
	}
	s := b.notice.Vocabulary.Service(id)
	if s == nil {
		b.problems.Add(n.ValueAt("service"), unknownWord(id, "service", ids(b.notice.Vocabulary.Services, func(s *site.Service) string { return s.ID })),
			"service = %q is not in the vocabulary", id)
	}
	return s
}

// services resolves the services that a milestone is about, which one key or the
// other names.
func (b *noticeBuilder) services(n *toml.Node) []*site.Service {
	if n.Get("services") == nil {
		if s := b.service(n); s != nil {
			return []*site.Service{s}
		}
		return nil
	}
	if n.Get("service") != nil {
		b.problems.Add(n.ValueAt("service"), "put it into the list and leave the key out", "%s has service and services", n.Key)
	}
	return resolve(b, n, "services", "service", b.notice.Vocabulary.Services, func(s *site.Service) string { return s.ID })
}

func unknownWord(id, kind string, known []string) message.Text {
	if near := problem.Nearest(id, known); near != "" {
		return message.Say("did you mean %s?", near)
	}
	hint := message.Say("add [%s.%s] to site.toml, region.toml or notice.toml", kind, id)
	if len(known) > 0 {
		hint = message.Say("%s; known here: %s", hint, message.Names(known))
	}
	return hint
}

func ids[T any](all []*T, id func(*T) string) []string {
	var known []string
	for _, w := range all {
		known = append(known, id(w))
	}
	return known
}

// audience resolves a key that lists audiences.
func (b *noticeBuilder) audience(n *toml.Node, key string) []*site.Audience {
	return resolve(b, n, key, "audience", b.notice.Vocabulary.Audiences, func(a *site.Audience) string { return a.ID })
}

func (b *noticeBuilder) channels(n *toml.Node) []*site.Channel {
	return resolve(b, n, "channels", "channel", b.notice.Vocabulary.Channels, func(c *site.Channel) string { return c.ID })
}

// resolve finds the words that a key names among all of their kind.
func resolve[T any](b *noticeBuilder, n *toml.Node, key, kind string, all []*T, id func(*T) string) []*T {
	v := n.Get(key)
	if v == nil {
		return nil
	}
	var found []*T
	for _, i := range v.List {
		named, _ := i.Scalar.(string)
		at := slices.IndexFunc(all, func(word *T) bool { return id(word) == named })
		switch {
		case at < 0:
			b.problems.Add(i.Value, unknownWord(named, kind, ids(all, id)), "%q is no %s of the vocabulary", named, kind)
		case slices.Contains(found, all[at]):
			b.problems.Add(i.Value, "name it once", "%s names %s twice", key, named)
		default:
			found = append(found, all[at])
		}
	}
	return found
}
