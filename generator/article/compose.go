package article

import (
	"fmt"
	"strings"

	"tonggao/generator/lexicon"
	"tonggao/generator/outline"
	"tonggao/generator/phrase"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// Of composes the text of a notice, or of the edition for one audience, in a voice.
func Of(v phrase.Voice, n *site.Notice, a *site.Audience) *Article {
	outline := outline.Of(n, a)
	c := newComposer(v.Within(outline), n)
	c.outline, c.audience = outline, a
	c.title()
	c.addressee()
	for _, f := range n.Fragments {
		if f.For(a) {
			c.fragment(f)
		}
	}
	c.annexNote()
	c.signOff()
	for _, x := range n.Annexes {
		if x.Prose != nil && x.For(a) {
			c.annex(x)
		}
	}
	return &Article{Notice: n, Edition: a, Blocks: c.blocks}
}

// A composer walks a notice in reading order and keeps count of its numbers.
type composer struct {
	voice    phrase.Voice
	outline  outline.Headings
	words    *lexicon.Words
	notice   *site.Notice
	audience *site.Audience
	lists    int // the level of the numbers of lists
	blocks   []Block
}

func newComposer(v phrase.Voice, n *site.Notice) *composer {
	return &composer{voice: v, words: v.Lexicon(), notice: n, lists: 3}
}

func (c *composer) add(b Block) { c.blocks = append(c.blocks, b) }

func (c *composer) runs(w prose.Words) []phrase.Run { return c.voice.Runs(c.notice, c.audience, w) }

// say words an author's name.
func (c *composer) say(text string) string { return c.voice.Name(text).Text }

func (c *composer) all(texts []string) []string {
	var said []string
	for _, t := range texts {
		said = append(said, c.say(t))
	}
	return said
}

func (c *composer) title() {
	t := &Title{Text: c.say(c.notice.Title), Number: c.notice.Number, Changes: c.changes()}
	if c.audience != nil {
		t.Edition = EditionOf(c.voice, c.audience)
	}
	c.add(t)
}

// EditionOf names an edition as its title does.
func EditionOf(v phrase.Voice, a *site.Audience) string {
	return fmt.Sprintf(v.Lexicon().Edition, v.Name(a.Name).Text)
}

// changes words each revision and under it what it moved: the old time, the new one,
// and the reason.
func (c *composer) changes() [][]phrase.Run {
	var lines [][]phrase.Run
	told := c.voice.Revisions(c.notice)
	revisions := c.notice.Revisions[1:]
	for i, r := range revisions {
		lines = append(lines, []phrase.Run{{Text: told[i]}})
		if i+1 < len(revisions) && revisions[i+1].On == r.On {
			continue // its moves are those of the day: they stand under the last
		}
		for _, s := range c.notice.Shifts(r.On) {
			if s.Milestone.For(c.audience) {
				lines = append(lines, c.voice.Shift(s, true))
			}
		}
	}
	return lines
}

// addressee sets 主送 under the title, closed by a colon.
func (c *composer) addressee() {
	to := strings.TrimRight(c.say(c.notice.Addressee), "：:")
	if to != "" {
		c.add(&Paragraph{Runs: []phrase.Run{{Text: to + c.words.Colon}}, Flush: true})
	}
}

func (c *composer) fragment(f *site.Fragment) {
	if f.Title != "" {
		c.heading(c.outline.Title(f, nil), []phrase.Run{c.voice.Name(f.Title)})
	}
	c.lists = f.Lists
	c.section(f.Prose.Blocks)
}

// number is that of an item in a list; depth counts the lists around that.
func (c *composer) number(depth, n int) string { return c.voice.Number(min(4, c.lists+depth), n) }

// section composes blocks. A heading that is for other audiences is not in the
// outline, and what stands below it is left out too.
func (c *composer) section(blocks []prose.Block) {
	hidden := false
	for _, b := range blocks {
		h, isHeading := b.(*prose.Heading)
		if !isHeading {
			if !hidden {
				c.blocks = append(c.blocks, c.block(b, 0)...)
			}
			continue
		}
		s := c.outline.Heading(h)
		if hidden = s == nil; !hidden {
			c.heading(s, c.runs(h.Words))
		}
	}
}

func (c *composer) heading(s *outline.Heading, runs []phrase.Run) {
	level, number := s.Level, s.Numbers[s.Level]
	written := c.voice.Number(level, number)
	if s.Question {
		written = c.voice.Number(3, number)
		runs = append([]phrase.Run{{Text: c.words.Question}}, runs...)
	}
	c.add(&Heading{Level: level, Number: written, Runs: runs, ID: s.Addresses[0], Former: s.Addresses[1:], Question: s.Question})
}

// block composes a block that is no heading; depth counts the lists around it.
func (c *composer) block(b prose.Block, depth int) []Block {
	switch b := b.(type) {
	case *prose.Paragraph:
		return []Block{&Paragraph{Runs: c.runs(b.Words)}}
	case *prose.List:
		return []Block{c.list(b, depth)}
	case *prose.Table:
		return []Block{c.table(b)}
	case *prose.Insert:
		return c.insert(b, depth)
	}
	return nil
}

func (c *composer) list(l *prose.List, depth int) *List {
	list := &List{Ordered: l.Ordered}
	for i, blocks := range l.Items {
		item := Item{}
		if l.Ordered {
			item.Number = c.number(depth, i+1)
		}
		for _, b := range blocks {
			item.Blocks = append(item.Blocks, c.block(b, depth+1)...)
		}
		list.Items = append(list.Items, item)
	}
	return list
}

func (c *composer) table(t *prose.Table) *Table {
	table := &Table{}
	for _, cell := range t.Head {
		table.Head = append(table.Head, c.runs(cell))
	}
	for _, row := range t.Rows {
		var cells [][]phrase.Run
		for _, cell := range row {
			cells = append(cells, c.runs(cell))
		}
		table.Rows = append(table.Rows, cells)
	}
	return table
}

// annexNote names the annexes under the text; a single one has no number.
func (c *composer) annexNote() {
	var items []string
	for i, x := range c.notice.Annexes {
		switch {
		case !x.For(c.audience):
		case len(c.notice.Annexes) == 1:
			items = append(items, c.annexItem(x))
		default: // the number is the whole notice's, as the text refers to it
			items = append(items, fmt.Sprintf("%d. %s", i+1, c.annexItem(x)))
		}
	}
	if len(items) == 0 {
		return
	}
	c.add(&AnnexNote{Label: c.words.AnnexNote, Items: items})
}

func (c *composer) annexItem(x *site.Annex) string {
	switch {
	case !x.Missing:
		return c.say(x.Title)
	case x.Note != "":
		return c.say(x.Title) + fmt.Sprintf(c.words.Aside, c.say(x.Note))
	}
	return fmt.Sprintf(c.words.Missing, c.say(x.Title))
}

func (c *composer) signOff() {
	issuers := c.all(c.notice.Issuers)
	if len(issuers) == 1 && c.notice.Issuers[0] == c.notice.Region.Issuer {
		for _, other := range c.notice.Region.OtherNames {
			issuers = append(issuers, fmt.Sprintf(c.words.Aside, c.say(other)))
		}
	}
	sign := &SignOff{Issuers: issuers, Date: c.voice.Day(c.notice.Issued), Seal: c.notice.Region.Seal}
	if len(c.notice.Revisions) > 1 {
		sign.Revised = fmt.Sprintf(c.words.Change.Revised, c.voice.Day(c.notice.Latest().On))
	}
	c.add(sign)
}

func (c *composer) annex(x *site.Annex) {
	s := c.outline.Title(nil, x)
	c.add(&AnnexHead{Label: c.voice.AnnexLabel(c.notice, x), Title: c.say(x.Title), ID: s.Addresses[0], Former: s.Addresses[1:]})
	c.lists = x.Lists
	c.section(x.Prose.Blocks)
}
