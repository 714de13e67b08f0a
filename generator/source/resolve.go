package source

import (
	"slices"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/schema"
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
		b.problems.Add(n.ValueAt("service"), unknownWord(id, "service", wordsOf(b.notice.Vocabulary.Services, serviceWord)),
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
	return resolve(b, n, "services", "service", b.notice.Vocabulary.Services, serviceWord)
}

// A word is one of the vocabulary: what files call it, and what readers do.
type word struct{ id, name string }

func serviceWord(s *site.Service) word   { return word{s.ID, s.Name} }
func audienceWord(a *site.Audience) word { return word{a.ID, a.Name} }
func channelWord(c *site.Channel) word   { return word{c.ID, c.Name} }

// unknownWord says what to do about a word that the vocabulary does not have: authors who
// write the name mean the id.
func unknownWord(written, kind string, known []word) message.Text {
	var all, names []string
	for _, w := range known {
		all, names = append(all, w.id), append(names, w.name)
	}
	if near := problem.Nearest(written, all); near != "" {
		return message.Say("did you mean %s?", near)
	}
	if i := slices.Index(names, problem.Nearest(written, names)); i >= 0 && names[i] != "" {
		return message.Say("write %s, the id of %q", all[i], names[i])
	}
	hint := message.Say("add [%s.%s] to site.toml, region.toml or notice.toml", kind, written)
	if !schema.Identifier.MatchString(written) {
		hint = message.Say("add [%s.ID] with name = %q to site.toml, region.toml or notice.toml, and write here what takes the place of ID: small letters, digits and hyphens", kind, written)
	}
	if len(known) > 0 {
		hint = message.Say("%s; known here: %s", hint, message.Names(all))
	}
	return hint
}

func wordsOf[T any](all []*T, as func(*T) word) []word {
	known := make([]word, 0, len(all))
	for _, w := range all {
		known = append(known, as(w))
	}
	return known
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
	return resolve(b, n, key, "audience", b.notice.Vocabulary.Audiences, audienceWord)
}

func (b *noticeBuilder) channels(n *toml.Node) []*site.Channel {
	return resolve(b, n, "channels", "channel", b.notice.Vocabulary.Channels, channelWord)
}

// resolve finds the words that a key names among all of their kind.
func resolve[T any](b *noticeBuilder, n *toml.Node, key, kind string, all []*T, as func(*T) word) []*T {
	v := n.Get(key)
	if v == nil {
		return nil
	}
	var found []*T
	for _, i := range v.List {
		named, _ := i.Scalar.(string)
		at := slices.IndexFunc(all, func(w *T) bool { return as(w).id == named })
		switch {
		case at < 0:
			b.problems.Add(i.Value, unknownWord(named, kind, wordsOf(all, as)), "%q is no %s of the vocabulary", named, kind)
		case slices.Contains(found, all[at]):
			b.problems.Add(i.Value, "name it once", "%s names %s twice", key, named)
		default:
			found = append(found, all[at])
		}
	}
	return found
}
