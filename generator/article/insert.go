package article

import (
	"slices"

	"tonggao/generator/phrase"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// insert composes a placeholder that stands for blocks.
func (c *composer) insert(i *prose.Insert, depth int) []Block {
	switch i.Name {
	case prose.Schedule:
		return []Block{c.schedule(i.Args, depth)}
	case prose.Contacts:
		return []Block{c.contacts(i.Args)}
	case prose.Unaffected:
		return []Block{c.unaffected(depth)}
	}
	return nil
}

func (c *composer) schedule(args []string, depth int) *List {
	var kinds []site.Kind
	for _, arg := range args {
		kinds = append(kinds, site.Kind(arg))
	}
	list := &List{Ordered: true}
	for i, m := range phrase.Schedule(c.notice, c.audience, kinds...) {
		list.Items = append(list.Items, Item{Number: c.number(depth, i+1), Blocks: []Block{&Paragraph{Runs: c.voice.Sentence(m)}}})
	}
	return list
}

func (c *composer) contacts(ids []string) *Table {
	head := c.words.Contacts
	table := &Table{Head: [][]phrase.Run{{{Text: head[0]}}, {{Text: head[1]}}, {{Text: head[2]}}}}
	for _, contact := range c.notice.Region.Contacts {
		if len(ids) > 0 && !slices.Contains(ids, contact.ID) {
			continue
		}
		table.Rows = append(table.Rows, c.contactRows(contact)...)
	}
	return table
}

// contactRows gives each purpose of a contact a row of its own; the name stands
// in the first only.
func (c *composer) contactRows(contact *site.Contact) [][][]phrase.Run {
	note := c.voice.List(c.all(present(contact.Hours, contact.Note, contact.URL)))
	var rows [][][]phrase.Run
	row := func(phones []string, note string) {
		name := c.say(contact.Name)
		if len(rows) > 0 {
			name = ""
		}
		rows = append(rows, [][]phrase.Run{{{Text: name}}, {{Text: c.voice.List(phones)}}, phrase.Addressed(note)})
	}
	if len(contact.Phones) > 0 || len(contact.Lines) == 0 {
		row(contact.Phones, note)
	}
	for _, l := range contact.Lines {
		row(l.Phones, c.voice.List(present(c.say(l.Purpose), note)))
	}
	return rows
}

func (c *composer) unaffected(depth int) *List {
	list := &List{Ordered: true}
	for _, u := range c.notice.Unaffected {
		if !u.For(c.audience) {
			continue
		}
		number := c.number(depth, len(list.Items)+1)
		list.Items = append(list.Items, Item{Number: number, Blocks: []Block{&Paragraph{Runs: c.voice.Unaffected(u)}}})
	}
	return list
}
