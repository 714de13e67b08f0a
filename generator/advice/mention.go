package advice

import (
	"maps"
	"slices"

	"tonggao/generator/message"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// mentions are the milestones that a notice's prose names, and the kinds that a
// {{schedule}} lists.
type mentions struct {
	ids   map[string]bool
	kinds []site.Kind
}

func (s *mentions) blocks(blocks []prose.Block) {
	prose.Walk(blocks, s.words)
	for _, block := range blocks {
		switch block := block.(type) {
		case *prose.List:
			for _, item := range block.Items {
				s.blocks(item)
			}
		case *prose.Insert:
			s.insert(block)
		}
	}
}

func (s *mentions) words(words prose.Words) {
	words.Walk(func(in prose.Inline) {
		if h, ok := in.(prose.Placeholder); ok {
			s.ids[h.Name] = true
			if h.To != nil {
				s.ids[h.To.Name] = true
			}
		}
	})
}

func (s *mentions) insert(i *prose.Insert) {
	switch {
	case i.Name != prose.Schedule:
	case len(i.Args) == 0:
		s.kinds = site.Kinds
	default:
		for _, arg := range i.Args {
			s.kinds = append(s.kinds, site.Kind(arg))
		}
	}
}

// add adds what another text mentions.
func (s *mentions) add(other *mentions) {
	maps.Copy(s.ids, other.ids)
	for _, kind := range other.kinds {
		if !slices.Contains(s.kinds, kind) {
			s.kinds = append(s.kinds, kind)
		}
	}
}

// has reports whether a milestone is mentioned, or one whose time it takes over.
func (s *mentions) has(m *site.Milestone) bool {
	for ; m != nil; m = m.Follows {
		if s.ids[m.ID] || slices.Contains(s.kinds, m.Kind) {
			return true
		}
	}
	return false
}

// mentioned reports whether a reader of the text meets the milestone; or the one
// whose time it takes over; or, where it has no time yet, the ones it lies between.
func (b *brief) mentioned(m *site.Milestone, in *mentions) bool {
	if has := in.has(m); has || m.Moment.Known() {
		return has
	}
	n := b.node(m)
	return in.has(b.notice.Milestone(n.Text("after"))) || in.has(b.notice.Milestone(n.Text("before")))
}

// lintMentions reports a milestone that has a page and a poster, but no place in
// the notice's own text. Where the notice above does mention it, the files of
// this one are at fault, which leave that out.
func (b *brief) lintMentions() {
	var theirs []File
	if b.above != nil {
		theirs = b.above.Files
	}
	here, above := b.mentions(b.files), b.mentions(theirs)
	for _, m := range b.notice.Milestones {
		if m.Withdrawn || b.mentioned(m, here) {
			continue
		}
		hint := message.Say("write {{%s}} where the text speaks of it, or {{schedule %s}}", m.ID, m.Kind)
		if m.At.File != b.facts.At.File && b.mentioned(m, above) {
			b.problems.Warn(b.facts.At, hint, "no text of the notice mentions %s, which it takes over from %s", m.ID, m.At)
			continue
		}
		b.problems.Warn(m.At, hint, "no text of the notice mentions %s", m.ID)
	}
}

// mentions are those of files, and of what the milestones say themselves.
func (b *brief) mentions(files []File) *mentions {
	all := &mentions{ids: map[string]bool{}}
	for _, f := range files {
		all.add(&b.readings.file(f).mentions)
	}
	for _, m := range b.notice.Milestones {
		all.add(&b.readings.line(m.Text).mentions)
		all.add(&b.readings.line(m.Instead).mentions)
	}
	return all
}

// lintEditions reports what is kept for an audience that has no edition: it is
// in the whole notice only.
func (b *brief) lintEditions() {
	b.lintEmpty()
	listed := b.facts.Get("editions")
	if listed == nil {
		return // every audience that is named has one
	}
	for _, f := range b.files {
		audience := f.Front.Get("audience")
		if audience == nil {
			continue
		}
		for _, i := range audience.List {
			if id, _ := i.Scalar.(string); !slices.Contains(b.facts.Texts("editions"), id) {
				b.problems.Warn(i.Value, message.Say("add %q to editions, or leave it away here", id), "the fragment is for %s, but editions (%s) does not list it", id, listed.Value)
			}
		}
	}
}
