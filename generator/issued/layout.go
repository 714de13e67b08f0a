package issued

import (
	"slices"
	"strings"

	"tonggao/generator/later"
)

// Parts cuts a stretch at the ends of its sentences and at semicolons.
func (d *Document) Parts(s Span) []Span {
	var all []Span
	start := s.Start
	for i, r := range d.Text[s.Start:s.End] {
		if strings.ContainsRune("。！？；;!?", r) {
			end := s.Start + i + len(string(r))
			all = append(all, Span{Start: start, End: end})
			start = end
		}
	}
	if start < s.End {
		all = append(all, Span{Start: start, End: s.End})
	}
	return all
}

// Cells cuts a row at its bars. Empty cells are some too.
func (d *Document) Cells(b Block) []Span {
	var all []Span
	start := b.Body
	for i, r := range d.Text[b.Body:b.End] {
		if r == '|' {
			if i > 0 {
				all = append(all, Span{Start: start, End: b.Body + i})
			}
			start = b.Body + i + 1
		}
	}
	if start < b.End {
		all = append(all, Span{Start: start, End: b.End})
	}
	return all
}

// TableHead is the first row of the table that a row stands in.
func (d *Document) TableHead(block int) []string {
	first := block
	for first > 0 && strings.HasPrefix(d.Text[d.Blocks[first-1].Body:d.Blocks[first-1].End], "|") {
		first--
	}
	var all []string
	for _, c := range d.Cells(d.Blocks[first]) {
		all = append(all, FullWidth(Clean(d.In(c))))
	}
	return all
}

// isRow reports whether a block is a row of a table.
func (d *Document) isRow(block int) bool {
	b := d.Blocks[block]
	return strings.HasPrefix(d.Text[b.Body:b.End], "|")
}

// plainHead is the head of a column that says no more of its times than the heading over the table.
var plainHead = later.Compile(`^(?:具体|起止|开始|结束)?(?:时间|日期|时段|时点|起止|安排)*(?:（[^）]*）)?$`)

// overTime are the words over a time: its column's own head, else the nearest heading's. Rows are
// asked of in order, so that a table's first one is looked for once.
func (f *Facts) overTime(block, at int) string {
	d := f.Doc
	if !d.isRow(block) {
		return d.HeadOf(block)
	}
	first := block
	for first > 0 && first != f.row && d.isRow(first-1) {
		first--
	}
	if first == f.row {
		first = f.head
	}
	f.row, f.head = block, first
	n := slices.IndexFunc(d.Cells(d.Blocks[block]), func(c Span) bool { return c.Start <= at && at < c.End })
	if heads := d.Cells(d.Blocks[first]); first < block && n >= 0 && n < len(heads) {
		if own := FullWidth(Clean(d.In(heads[n]))); !plainHead.MatchString(own) {
			return own
		}
	}
	return d.HeadOf(block)
}

// Intro is the line that opens the list which a block stands in. Where the block has no more words
// of its own than a heading in its line, those of other blocks are passed over: 一、东区：…….
func (d *Document) Intro(block int, bare bool) string {
	for j := block - 1; j >= 0 && j > block-12; j-- {
		words := FullWidth(d.Brief(d.Blocks[j]))
		if strings.HasSuffix(words, "：") {
			parts := strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune("。；", r) })
			last := parts[len(parts)-1]
			if i := strings.LastIndex(last, "，"); i >= 0 && strings.HasPrefix(last[i+len("，"):], "以下") {
				return last[i+len("，"):] // 通话不受影响，以下业务暂停：
			}
			return last
		}
		if bare && d.Blocks[j].Role == Heading && d.runsIn(j) {
			continue
		}
		if d.Blocks[j].Role == Heading || strings.HasSuffix(words, "。") && d.Blocks[block].Role != Item {
			return ""
		}
	}
	return ""
}

// runsIn reports whether the text under a heading goes on in its line.
func (d *Document) runsIn(head int) bool {
	return head+1 < len(d.Blocks) && !strings.Contains(d.Text[d.Blocks[head].Start:d.Blocks[head+1].Start], "\n")
}

// HeadsOver are the words of the headings over the nearest one.
func (d *Document) HeadsOver(block int) []string {
	var all []string
	for under := d.Blocks[block].Under; under >= 0; under = d.Blocks[under].Under {
		all = append(all, strings.TrimRight(FullWidth(d.Brief(d.Blocks[under])), "：。"))
	}
	return all
}
