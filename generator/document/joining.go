package document

import (
	"strings"
	"unicode/utf8"
)

// beside reports whether a line is the next cell of a row: it stands to the right of
// the cell before, and no lower.
func beside(top, last, next printLine) bool {
	return next.page == last.page && next.X0 > last.X0+last.Size && next.X0 > last.X1-0.5*last.Size &&
		next.Y > last.Y-0.3*last.Size && next.Y < top.Y+2*top.Size+60
}

// inner reports whether a line stands in a cell that is not as wide as the page.
func inner(l printLine) bool {
	return l.Cell.Right > 0 && l.Cell.Right-l.Cell.Left < 0.85*(l.right-l.left)
}

// sameCell reports whether two lines stand in one cell with edges.
func sameCell(last, next printLine) bool {
	return inner(last) && last.page == next.page && next.Y < last.Y && last.Y-next.Y < 2.6*last.Size && sameEdges(last, next)
}

// sameEdges reports whether two lines stand between the same edges, or between none.
func sameEdges(last, next printLine) bool {
	near := func(a, b float64) bool { return a-b < 1.5 && b-a < 1.5 }
	a, b := last.Cell, next.Cell
	return near(a.Left, b.Left) && near(a.Right, b.Right) && near(a.Low, b.Low) && near(a.High, b.High)
}

// inCell reports whether a line goes on in a cell that has one beside it.
func inCell(held []printLine, next printLine) bool {
	last := held[len(held)-1]
	return next.page == last.page && sameEdges(last, next) && next.X0 > held[0].X0-2*last.Size && next.X0 < max(last.X1, held[0].X1) && held[0].X0 > held[0].left+3*last.Size &&
		last.Y-next.Y < 2*last.Size && next.Y < last.Y && next.Size < 1.1*last.Size
}

// goesOn reports whether a line is the rest of a paragraph: the one before is full,
// both are of one size and near, and the next does not begin as a paragraph does.
func goesOn(held []printLine, next printLine) bool {
	last := held[len(held)-1]
	if next.Size > 1.12*last.Size || last.Size > 1.12*next.Size || numbered.MatchString(next.Words) {
		return false
	}
	if next.page == last.page && (next.Y > last.Y || last.Y-next.Y > 2.6*last.Size) {
		return false
	}
	if centred(last) && centred(next) && next.page == last.page && len(held) < 3 && last.X0 > last.left+1.5*last.Size && next.X0 > next.left+1.5*next.Size && !sentenceEnd(last.Words) {
		return last.X1-last.X0 > 0.4*(last.right-last.left) && last.Y-next.Y < 2*last.Size
	}
	if !last.full(next) || next.set.begins(next) || next.Y < last.Y && next.set.parted(last, next) || strings.HasSuffix(last.Words, "？") && numbered.MatchString(held[0].Words) {
		return false // a question is a line of its own
	}
	indent := next.X0 - next.left
	if indent > 0.3*(next.right-next.left) && !centred(next) {
		return false // 落款: it stands at the right, under another line of it
	}
	switch {
	case !sentenceEnd(last.Words):
		return true
	case strings.HasSuffix(last.Words, "。") && !sentenceEnd(next.Words) && !strings.HasSuffix(next.Words, "…") && next.right-next.X1 > 6*next.Size:
		return false // no rest of a paragraph ends so: it is signed there
	case len(held) == 1: // it is indented as the first line was, or more
		return indent <= 1.2*next.Size || next.X0 < last.X0-0.5*next.Size
	}
	return next.X0 <= last.X0+1.2*next.Size && (indent <= 1.2*next.Size || next.X0 <= last.X0+0.5*next.Size)
}

// centred reports whether a line stands in the middle of its page.
func centred(l printLine) bool {
	before, behind := l.X0-l.left, l.right-l.X1
	return before > -1 && behind > -1 && max(before, behind)-min(before, behind) < 1.5*l.Size
}

func sentenceEnd(words string) bool {
	r, _ := utf8.DecodeLastRuneInString(words)
	return strings.ContainsRune("。；！？：;!?”》", r)
}

func letter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
