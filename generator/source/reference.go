package source

import (
	"slices"
	"strings"

	"tonggao/generator/advice"
	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/schema"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// names are the placeholders that need no id.
var names = []string{"region", "issuer", "title", "hotlines", "channels"}

// checkWords checks every placeholder of the notice and every time that its
// author typed instead of using one.
func (b *noticeBuilder) checkWords(files []*fragment) {
	for _, m := range b.notice.Milestones {
		b.checkLine(m.Text)
		b.checkLine(m.Instead)
		b.checkTimes(b.line(b.nodes[m.ID], "text").times)
		b.checkTimes(b.line(b.nodes[m.ID], "instead").times)
	}
	for _, u := range b.notice.Unaffected {
		b.checkLine(u.Text)
		b.checkTimes(b.line(b.facts.Get("unaffected").Get(u.ID), "text").times)
	}
	for _, f := range files {
		b.checkTimes(f.Times)
	}
}

func (b *noticeBuilder) checkTimes(typed []advice.TypedTime) {
	*b.problems = append(*b.problems, advice.Typed(b.notice, typed)...)
}

// prose checks a fragment's placeholders and its headings' audiences.
func (b *noticeBuilder) prose(f *fragment) {
	prose.Walk(f.Prose.Blocks, b.checkLine)
	b.checkInserts(f.Prose.Blocks)
	for h := range headings(f.Prose) {
		for _, id := range h.Audience {
			if b.notice.Vocabulary.Audience(id) == nil {
				b.problems.Add(h.At, unknownWord(id, "audience", wordsOf(b.notice.Vocabulary.Audiences, audienceWord)),
					"the heading is for %q, which is no audience of the vocabulary", id)
			}
		}
	}
}

func (b *noticeBuilder) checkLine(words prose.Words) {
	words.Walk(func(in prose.Inline) {
		if h, ok := in.(prose.Placeholder); ok {
			b.checkPlaceholder(h)
		}
	})
}

func (b *noticeBuilder) checkPlaceholder(h prose.Placeholder) {
	if b.nodes[h.Name] != nil {
		b.checkOptions(h)
		if h.To == nil {
			b.checkOwn(h)
			return
		}
		b.checkEnd(*h.To)
		b.checkWindow(h)
		return
	}
	if b.lost() {
		return
	}
	kind, id, dotted := strings.Cut(h.Name, ".")
	switch {
	case slices.Contains(prose.Inserts, h.Name):
		b.problems.Add(h.At, "put empty lines around it", "{{%s}} stands inside a paragraph; it becomes a paragraph of its own", h.Name)
	case h.Name == "channels":
		b.checkIDs(h.At, "channel", h.Options)
	case !dotted && slices.Contains(names, h.Name):
	case dotted && b.known(kind, id):
	default:
		b.problems.Add(h.At, problem.DidYouMean(h.Name, b.placeholders()), "{{%s}} names nothing in %s", h.Name, b.where(h.Name))
	}
}

// where says in which notice a name is not known: that of the text, unless the
// notice above has it and this one took it away. A name that nobody knows has to
// be told once, and not again for every notice that takes the text over.
func (b *noticeBuilder) where(name string) message.Text {
	if b.above.notice == nil || b.above.notice.Milestone(name) == nil {
		return message.Say("this notice")
	}
	return message.Say("%s, which takes this text over", b.notice.ID)
}

func (b *noticeBuilder) checkEnd(h prose.Placeholder) {
	if b.nodes[h.Name] == nil && b.lost() {
		return
	}
	if b.nodes[h.Name] == nil {
		b.problems.Add(h.At, problem.DidYouMean(h.Name, sortedKeys(b.nodes)), "the window ends at %s, which is no milestone of this notice", h.Name)
		return
	}
	b.checkOptions(h)
}

func (b *noticeBuilder) checkOptions(h prose.Placeholder) {
	for _, o := range h.Options {
		if !slices.Contains(prose.Options, o) {
			b.problems.Add(h.At, problem.DidYouMean(o, prose.Options), "{{%s %s}}: %s is no way to word a time", h.Name, o, o)
		}
	}
}

// ownKeys are the keys of a milestone that an option words instead of its time.
var ownKeys = map[string]string{prose.Until: "until", prose.Window: "until", prose.Daily: "daily"}

// checkOwn reports an option whose key the milestone lacks: its time would stand in
// the place and mean something else.
func (b *noticeBuilder) checkOwn(h prose.Placeholder) {
	for _, o := range h.Options {
		if key := ownKeys[o]; key != "" && b.nodes[h.Name].Get(key) == nil {
			b.problems.Add(h.At, message.Say("add %s to the milestone %s, or leave the option out", key, h.Name), "{{%s %s}}: %s has no %s", h.Name, o, h.Name, key)
		}
	}
}

// checkWindow reports an end of a window of two that is to be worded by what is no
// moment of that milestone.
func (b *noticeBuilder) checkWindow(h prose.Placeholder) {
	for _, end := range []prose.Placeholder{h, *h.To} {
		for _, o := range end.Options {
			if ownKeys[o] != "" {
				b.problems.Add(end.At, message.Say("write {{%s %s}} by itself", end.Name, o), "{{%s to %s}} goes from one time to another; %s is neither", h.Name, h.To.Name, o)
			}
		}
	}
}

// known reports whether a dotted placeholder's id is one of its kind.
func (b *noticeBuilder) known(kind, id string) bool {
	switch kind {
	case "term":
		return b.notice.Term(id) != nil
	case "service":
		return b.notice.Vocabulary.Service(id) != nil
	case "audience":
		return b.notice.Vocabulary.Audience(id) != nil
	case "channel":
		return b.notice.Vocabulary.Channel(id) != nil
	case "contact":
		return b.region.Contact(id) != nil
	case "annex":
		return b.hasAnnex(id)
	case "section":
		return b.sections().At(id) != nil
	}
	return false
}

// hasAnnex asks the facts and files, since annexes are read with the prose.
func (b *noticeBuilder) hasAnnex(id string) bool {
	return b.facts.Get("annex").Get(id) != nil || slices.Contains(b.annexes, id)
}

// placeholders lists every name that a placeholder can have here.
func (b *noticeBuilder) placeholders() []string {
	all := append(sortedKeys(b.nodes), names...)
	all = append(all, prose.Inserts...)
	add := func(kind string, ids []string) {
		for _, id := range ids {
			all = append(all, kind+"."+id)
		}
	}
	words := b.notice.Vocabulary
	add("term", ids(b.notice.Terms, func(t *site.Term) string { return t.ID }))
	add("service", ids(words.Services, func(s *site.Service) string { return s.ID }))
	add("audience", ids(words.Audiences, func(a *site.Audience) string { return a.ID }))
	add("channel", ids(words.Channels, func(c *site.Channel) string { return c.ID }))
	add("contact", ids(b.region.Contacts, func(c *site.Contact) string { return c.ID }))
	add("annex", b.annexes)
	add("annex", ids(b.facts.Get("annex").Entries(), func(n *toml.Node) string { return n.Key }))
	for _, h := range b.sections() {
		all = append(all, "section."+h.Addresses[0])
	}
	return all
}

func (b *noticeBuilder) checkIDs(at problem.Position, kind string, written []string) {
	for _, id := range written {
		if !b.known(kind, id) {
			b.problems.Add(at, problem.DidYouMean(kind+"."+id, b.placeholders()), "%s is no %s here", id, kind)
		}
	}
}

// checkInserts checks the arguments of placeholders that become blocks.
func (b *noticeBuilder) checkInserts(blocks []prose.Block) {
	for _, block := range blocks {
		switch block := block.(type) {
		case *prose.List:
			for _, i := range block.Items {
				b.checkInserts(i)
			}
		case *prose.Insert:
			b.checkInsert(block)
		}
	}
}

func (b *noticeBuilder) checkInsert(i *prose.Insert) {
	switch i.Name {
	case prose.Contacts:
		b.checkIDs(i.At, "contact", i.Args)
	case prose.Schedule:
		for _, arg := range i.Args {
			if !slices.Contains(site.Kinds, site.Kind(arg)) {
				b.problems.Add(i.At, problem.DidYouMean(arg, schema.MilestoneTable.Key("kind").One), "{{schedule %s}}: %s is no kind of milestone", arg, arg)
			}
		}
	}
}
