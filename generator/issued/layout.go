package issued

import "strings"

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

// Intro is the line that opens the list which a block stands in.
func (d *Document) Intro(block int) string {
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
		if d.Blocks[j].Role == Heading || strings.HasSuffix(words, "。") && d.Blocks[block].Role != Item {
			return ""
		}
	}
	return ""
}

// HeadsOver are the words of the headings over the nearest one.
func (d *Document) HeadsOver(block int) []string {
	var all []string
	for under := d.Blocks[block].Under; under >= 0; under = d.Blocks[under].Under {
		all = append(all, strings.TrimRight(FullWidth(d.Brief(d.Blocks[under])), "：。"))
	}
	return all
}
