package claim

import (
	"regexp"
	"strings"

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
		if d.places(i) {
			continue
		}
		d.said, d.saidLine, d.batch = nil, nil, ""
		if b.Role != issued.Item {
			d.listed = nil
		}
		if found := batches.FindStringSubmatch(d.Doc.Text[b.Body:b.End]); found != nil && len(mention.Find(found[1], site.Day{})) == 0 {
			d.batch = shortScope(found[1])
		}
		for _, part := range d.parts(issued.Span{Start: b.Body, End: b.End}) {
			d.part(i, part)
		}
		d.saidLine = d.said
		d.opensList(i)
	}
}

// batches begin a block with the places that its sentences are about.
var batches = regexp.MustCompile(`^第[一二三四五六七八九十0-9]+(?:批次?|阶段|组|轮|片区?)[：:]([^：:。；]{2,60})。`)

// parts cuts a stretch at the ends of its sentences and at semicolons.
func (d *Reading) parts(s issued.Span) []issued.Span {
	var all []issued.Span
	start := s.Start
	for i, r := range d.Doc.Text[s.Start:s.End] {
		if strings.ContainsRune("。！？；;!?", r) {
			end := s.Start + i + len(string(r))
			all = append(all, issued.Span{Start: start, End: end})
			start = end
		}
	}
	if start < s.End {
		all = append(all, issued.Span{Start: start, End: s.End})
	}
	return all
}

// part reads one part of a sentence. One without a time can go on with the time of
// the part before.
func (d *Reading) part(block int, s issued.Span) {
	items := d.items(block, s)
	if len(items) == 0 {
		d.timelessPart(block, s)
		return
	}
	d.spread(items, s)
	d.lastItem = &items[len(items)-1]
	for i := range items {
		d.item(&items[i], items[i+1:])
	}
}
