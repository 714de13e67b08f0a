package claim

import (
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/mention"
	"tonggao/generator/site"
)

// An item is a time of the text, or a window, or a list of days that share their
// verb, with the words around it.
type item struct {
	issued.Span
	times     []*issued.Fact // one, or the days of a list
	until     *site.Moment   // the end, where the item is a window
	close     *issued.Fact   // the time of that end
	block     int
	pre, post string // the words before, from the last comma on, and behind, up to the next item's
	label     string // 门诊 of 门诊：6月25日停诊
	expected  bool   // 预计 stands before it
	noSooner  bool   // 不早于 stands before it
	taken     bool   // stated as the new time of another
}

func (i *item) moment() site.Moment { return i.times[0].Moment }

// read goes through the blocks that can state facts.
func (d *Reading) read() {
	for i, b := range d.Doc.Blocks {
		switch b.Role {
		case issued.Title, issued.Meta, issued.Signer, issued.Signed, issued.AnnexNote, issued.AnnexHead, issued.Question:
			continue
		}
		if row := d.Doc.Text[b.Body:b.End]; strings.HasPrefix(row, "|") {
			d.row(i)
			continue
		}
		if d.places(i) || i+1 < len(d.Doc.Blocks) && d.Doc.RunIn(i+1) == i {
			continue
		}
		if !grammar.OwnLine.MatchString(d.Doc.Line(i)) {
			d.place = ""
		}
		d.said, d.saidLine, d.batch = nil, nil, ""
		d.stopAbove, d.stopAt = d.stopAt, nil
		if b.Role != issued.Item {
			d.listed = nil
		}
		if found := grammar.Batches.FindStringSubmatch(d.Doc.Text[b.Body:b.End]); found != nil && len(mention.Find(found[1]+found[2], site.Day{})) == 0 {
			d.batch = shortScope(found[1] + found[2])
		}
		for _, part := range d.Doc.Parts(issued.Span{Start: b.Body, End: b.End}) {
			d.part(i, part)
		}
		d.saidLine = d.said
		d.opensList(i)
	}
}

// part reads one part of a sentence. One without a time can go on with the time of
// the part before.
func (d *Reading) part(block int, s issued.Span) {
	items := d.items(block, s)
	d.alsoStops(block, s, items)
	if len(items) == 0 {
		d.timelessPart(block, s)
		return
	}
	d.spread(items, s)
	d.lastItem = &items[len(items)-1]
	for i := range items {
		switch d.movedTogether(items[i:]); {
		case items[i].taken:
		case i > 0 && d.stillFormer(items[i-1:]):
			items[i].pre = items[i-1].pre
			d.former(&items[i], nil)
		default:
			d.item(&items[i], items[i+1:])
		}
	}
}
