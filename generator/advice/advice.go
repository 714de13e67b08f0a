// Package advice says what a careful colleague would say of files that can be read. What
// would publish a wrong fact is an error; what a bureau should decide or mend first is a
// warning; the rest is a note. It takes what was read, a notice with the trees of its facts,
// which know where each value stands, and returns problems; it reads no file and changes
// nothing. What keeps a file from being read at all is said by toml, prose and source.
//
// Three rounds, each a method of Colleague: a file's own words, once for each file (Facts,
// Prose: text.go, pairs.go, garble.go, phone.go, gap.go); a notice as one region issues it,
// once inheritance is done (Notice: course.go, words.go, time.go, mention.go, revision.go,
// section.go, length.go, family.go); and what stands in several files, at the end (Site:
// spelling.go, related.go). Beside them stand what is typed where a placeholder belongs
// (typed.go), translations of what nobody says (written.go) and what is cited though it was
// withdrawn (cited.go).
//
// A new check is a method of brief, called in lint below, with its Chinese in catalog.
//
// Begin reading at Colleague.
package advice

import (
	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/schema"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// A Colleague reads along, file by file and notice by notice, and remembers what is to be
// held against what stands elsewhere. The zero Colleague has read nothing.
type Colleague struct {
	spellings spellings
	family    family
	related   []relation
	links     []prose.Link // of published notices
	readings  readings
}

// A Notice is a notice as its region issues it, with what it was read from.
type Notice struct {
	Notice    *site.Notice
	Facts     *toml.Node // notice.toml, with what it takes over
	Files     []File
	Above     *Notice // that of the region above, from which it takes over; nil where there is none
	Family    string  // the id of the notice that it and others inherit from
	Published bool    // false: only the regions below issue it, or nobody yet
	Sound     bool    // false: a file of it has an error, and half of what could be said would follow from that
}

// A File is a Markdown file of a notice.
type File struct {
	Front *toml.Node // its front matter
	Prose *prose.Fragment
}

// Facts looks at the words of a TOML file.
func (c *Colleague) Facts(facts *toml.Node, t *schema.Table) problem.List {
	l := &linter{}
	toml.EachText(facts, t, func(n *toml.Node, k *schema.Key) {
		text, _ := n.Scalar.(string)
		at := n.Inside()
		if k.Name == "phones" || k.Name == "hotlines" {
			l.phone(text, at)
		}
		if k.Kind != schema.AWords {
			l.name(prose.Text{At: at, Value: text})
			c.spellings.value(k.Name, text, at)
			return
		}
		words, _ := prose.ParseWords(text, at) // its problems are told once, with the notice
		l.begin(words)
		l.line(words)
		l.calls(words)
		c.spellings.words(words)
	})
	l.report()
	return l.problems
}

// Prose looks at the words of a Markdown file. One that asks has questions for headings.
func (c *Colleague) Prose(blocks []prose.Block, asks bool) problem.List {
	l := &linter{}
	prose.Walk(blocks, func(words prose.Words) {
		l.line(words)
		l.calls(words)
		c.spellings.words(words)
	})
	l.report()
	if asks {
		l.questions(blocks)
	}
	return l.problems
}

// Join takes over what another read of other files. Of one family, which is the regions that
// issue one notice, one colleague reads all: only then are its times held against each other.
func (c *Colleague) Join(other *Colleague) {
	c.spellings.add(other.spellings)
	c.related = append(c.related, other.related...)
	c.links = append(c.links, other.links...)
}

// Notice looks at a notice as its region issues it.
func (c *Colleague) Notice(n *Notice) problem.List {
	b := &brief{notice: n.Notice, facts: n.Facts, files: n.Files, above: n.Above, readings: &c.readings}
	if n.Sound {
		b.lint()
	}
	if c.family == nil {
		c.family = family{}
	}
	b.lintFamily(c.family, n.Family)
	if n.Published {
		c.relate(b)
	}
	return b.problems
}

// Site looks at what stands in several files.
func (c *Colleague) Site(s *site.Site) problem.List {
	var problems problem.List
	c.spellings.report(&problems)
	c.lintRelated(s, &problems)
	c.lintLinks(s, &problems)
	return problems
}

// A brief is what lies before the colleague: one notice, and what was said of it.
type brief struct {
	notice   *site.Notice
	facts    *toml.Node
	files    []File
	above    *Notice
	readings *readings
	problems problem.List
}

func (b *brief) lint() {
	b.lintCourse()
	b.lintParent()
	b.lintDeadlines()
	b.lintTimes()
	b.lintHung()
	b.lintKinds()
	b.each(func(r *reading) {
		for _, words := range r.spoken {
			b.lintLine(words)
		}
	})
	b.each(b.lintLengths)
	b.each(b.lintReferences)
	b.lintMentions()
	b.lintEditions()
	b.lintRevisions()
}

// node is the table of a milestone.
func (b *brief) node(m *site.Milestone) *toml.Node { return b.facts.Get("milestone").Get(m.ID) }

// valueOf is where a milestone's key has its value; the milestone itself where
// it has no such key.
func (b *brief) valueOf(m *site.Milestone, key string) problem.Position {
	return b.node(m).ValueAt(key)
}
