package draft

import (
	"strings"

	"tonggao/generator/issued"
)

// A shape is what a numbered block of the text becomes where its role alone does not say.
type shape int

// The shapes.
const (
	asRole   shape = iota
	joined         // an item: 一、营业网点：…… whose heading goes on in its line
	rest           // what goes on there
	sentence       // a heading that is a sentence, as its fellows are headings
)

// shapes tells what the numbered blocks of a text become. Fellows, which are numbered
// alike below one heading, become the same: all sections, or all items of a list. Where
// headings go on in their lines and have no further text they are items, as the office
// wrote them.
func (d *drafter) shapes() map[int]shape {
	all := map[int]shape{}
	var first, second []int
	for i, b := range d.Doc.Blocks {
		switch level := d.numbered(i); {
		case b.Role == issued.AnnexHead:
			d.fellows(first, all)
			d.fellows(second, all)
			first, second = nil, nil
		case level == 1, b.Role == issued.Heading && b.Level == 1:
			d.fellows(second, all)
			second = nil
			if level == 1 {
				first = append(first, i)
			}
		case level == 2:
			second = append(second, i)
		}
	}
	d.fellows(first, all)
	d.fellows(second, all)
	return all
}

// numbered is the level of the number that a heading or an item has, 0 for none.
func (d *drafter) numbered(i int) int {
	b := d.Doc.Blocks[i]
	if b.Role != issued.Heading && b.Role != issued.Item {
		return 0
	}
	level, _ := issued.Numbering(d.Doc.Text[b.Start:b.End])
	return level
}

// fellows gives shapes to blocks that are numbered alike below one heading.
func (d *drafter) fellows(group []int, all map[int]shape) {
	items, alone, lines := 0, 0, 0
	for n, i := range group {
		switch {
		case d.Doc.Blocks[i].Role == issued.Item:
			items++
		case !d.goesOn(i):
			alone++
		case n+1 < len(group) && group[n+1] == i+2 || n+1 == len(group):
			lines++
		}
	}
	if alone > 0 && items == 0 || items == 0 && lines < len(group) {
		return
	}
	for _, i := range group {
		switch item := d.Doc.Blocks[i].Role == issued.Item; {
		case alone > 0 && item:
			all[i] = sentence
		case alone == 0 && !item:
			all[i], all[i+1] = joined, rest
		}
	}
}

// goesOn reports whether a heading goes on in its line.
func (d *drafter) goesOn(i int) bool {
	blocks := d.Doc.Blocks
	return i+1 < len(blocks) && blocks[i+1].Role == issued.Paragraph && !strings.Contains(d.Doc.Text[blocks[i].End:blocks[i+1].Start], "\n")
}
