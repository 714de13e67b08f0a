package issued

import "strings"

// ClauseStart is where the clause before an octet begins, at from or later.
func (d *Document) ClauseStart(from, at int) int {
	i := strings.LastIndexAny(d.Text[from:at], "，,；;：:")
	if i < 0 {
		return from
	}
	return d.Whole(from + i + 1)
}

// ClauseEnd is where the last clause before an octet ends, so that words which lead to the
// next time are left out.
func (d *Document) ClauseEnd(from, to int) int {
	if i := strings.LastIndexAny(d.Text[from:to], "，,；;（("); i > 0 {
		return from + i
	}
	return to
}

// ClauseBefore is the last clause but one of a stretch.
func (d *Document) ClauseBefore(from, to int) string {
	words := FullWidth(Clean(d.Text[from:to]))
	all := strings.FieldsFunc(words, func(r rune) bool { return r == '，' || r == '；' })
	if len(all) < 2 {
		return ""
	}
	return all[len(all)-2]
}

// Line is the words of a block, its marks in full width.
func (d *Document) Line(block int) string { return FullWidth(d.Words(d.Blocks[block])) }

// RunIn is the heading that a block shares its line with, or -1.
func (d *Document) RunIn(block int) int {
	under := d.Blocks[block].Under
	if under < 0 || strings.Contains(d.Text[d.Blocks[under].Start:d.Blocks[block].Start], "\n") {
		return -1
	}
	return under
}
