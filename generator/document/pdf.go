package document

import (
	"errors"
	"strings"
	"unicode/utf8"

	"tonggao/generator/garble"
	"tonggao/generator/later"
	"tonggao/generator/message"
	"tonggao/generator/pdftext"
)

// pdfFailures are what a PDF can have against being read, and what to do then.
var pdfFailures = []struct {
	err error
	failure
}{
	{pdftext.ErrLocked, failure{message.Say("the PDF is locked with a password"), message.Say("open it with the password and print it to a new PDF (打印为 PDF); or copy its words and save them as a text file (.txt)")}},
	{pdftext.ErrNames, failure{message.Say("the PDF does not say which characters its glyphs are, so its words cannot be read"), message.Say("take the .docx that it was made of")}},
	{pdftext.ErrTooMuch, failure{message.Say("the PDF has more than a notice has"), message.Say("save the pages of the notice alone")}},
	{pdftext.ErrBroken, failure{message.Say("the PDF is broken"), message.Say("open it in a reader and print it to a new PDF (打印为 PDF)")}},
}

var scanned = &failure{message.Say("the PDF has no words, only pictures of pages: it is a scan"), message.Say("take the .docx that it was made of; or have its words recognised (OCR) and compare them with the scan")}

// readPDF reads a PDF: heads and feet of pages are left out, lines joined to
// paragraphs as they are laid out, cells that stand beside one another put in rows.
func readPDF(raw []byte, w *writer) *failure {
	text, err := pdftext.Read(raw)
	pages := text.Pages
	for i := range pdfFailures {
		if errors.Is(err, pdfFailures[i].err) {
			return &pdfFailures[i].failure
		}
	}
	words := 0
	for _, p := range pages {
		for _, l := range p.Lines {
			words += len(l.Words)
		}
	}
	if words == 0 {
		return scanned
	}
	w.recognised = text.Recognised
	l := &layout{w: w}
	for _, line := range printLines(pages) {
		l.line(line)
	}
	l.flush()
	return nil
}

// A printLine is a line of a page with its place.
type printLine struct {
	pdftext.Line
	page, number int
	left, right  float64 // of the words of its page
	set          *setting
}

// printLines numbers the lines of pages, without heads and feet.
func printLines(pages []pdftext.Page) []printLine {
	repeated := repeatedEdges(pages)
	var all []printLine
	for i, p := range pages {
		left, right := margins(p)
		if i > 0 && len(p.Lines) < 6 && pages[i-1].Width == p.Width { // of a few lines, as the sign-off alone
			before, behind := margins(pages[i-1])
			left, right = min(left, before), max(right, behind)
		}
		set, from := &setting{}, len(all)
		for k, line := range p.Lines {
			words := strings.TrimFunc(line.Words, blank)
			if edge := edgeOf(p, line); edge && (pageNumber.MatchString(words) || repeated[shape(words)]) {
				continue
			}
			if clear, ok := garble.SeeThrough(words); ok {
				words = clear.Text
			}
			line.Words = words
			all = append(all, printLine{line, i + 1, k + 1, left, right, set})
		}
		set.learn(all[from:])
	}
	return all
}

// margins are where the lines of a page begin and end: the text stands within them.
func margins(p pdftext.Page) (left, right float64) {
	left, right = p.Width, 0
	for _, l := range p.Lines {
		if edgeOf(p, l) && pageNumber.MatchString(strings.TrimFunc(l.Words, blank)) {
			continue
		}
		left, right = min(left, l.X0), max(right, l.X1)
	}
	return left, right
}

// edgeOf reports whether a line stands where heads and feet do.
func edgeOf(p pdftext.Page, l pdftext.Line) bool {
	return l.Y < 0.12*p.Height || l.Y > 0.9*p.Height
}

var (
	// pageNumber matches - 1 -, 第1页 共3页, 1/3, and what a browser prints at a foot.
	pageNumber = later.Compile(`^(?:[-—–－·~ ]*[0-9０-９]{1,3}[-—–－·~ ]*|第? ?[0-9０-９一二三四五六七八九十]{1,3} ?页[，, /]*(?:共? ?[0-9０-９一二三四五六七八九十]{1,3} ?页)?|(?:Page )?[0-9]{1,3} ?(?:/|of) ?[0-9]{1,3}|(?:https?|file)://\S+(?: [0-9]+/[0-9]+)?)$`)
	digits     = later.Compile(`[0-9０-９一二三四五六七八九十]+`)
	// browserHead is what a browser prints over a page: the day of printing.
	browserHead = later.Compile(`^[0-9]{1,4}[/年-][0-9]{1,2}[/月-][0-9]{1,4}日?,? ?(?:[上下]午)?[0-9]{1,2}:[0-9]{2}`)
)

// shape is a line with its numbers taken out, by which heads are found again.
func shape(words string) string { return digits.ReplaceAllString(words, "0") }

// repeatedEdges finds the lines that stand at the edge of more than one page, and the
// head that a browser printed over its foot.
func repeatedEdges(pages []pdftext.Page) map[string]bool {
	counts := map[string]int{}
	repeated := map[string]bool{}
	for _, p := range pages {
		seen := map[string]bool{}
		for _, l := range p.Lines {
			words := shape(strings.TrimFunc(l.Words, blank))
			if !edgeOf(p, l) || seen[words] {
				continue
			}
			seen[words] = true
			if counts[words]++; counts[words] > 1 && counts[words]*2 > len(pages) {
				repeated[words] = true
			}
			if browserHead.MatchString(l.Words) && l.Y > 0.95*p.Height {
				repeated[words] = true
			}
		}
	}
	return repeated
}

// A layout joins lines.
type layout struct {
	w     *writer
	held  []printLine // of the paragraph
	row   []printCell // of the row of a table, if more than one
	table int
	rows  int
}

// A printCell is a cell of a row, of one or more lines.
type printCell struct {
	lines []printLine
}

// line takes a line on: as the rest of the paragraph, as a cell beside the one before,
// or as the begin of a paragraph.
func (l *layout) line(next printLine) {
	if len(l.held) == 0 {
		l.held = []printLine{next}
		return
	}
	last := l.held[len(l.held)-1]
	switch {
	case beside(l.cellTop(), last, next):
		l.row = append(l.row, printCell{l.held})
		l.held = []printLine{next}
		return
	case sameCell(last, next), len(l.row) > 0 && inCell(l.held, next), len(l.row) == 0 && goesOn(l.held, next):
		l.held = append(l.held, next)
		return
	}
	l.flush()
	l.held = []printLine{next}
}

// cellTop is the first line of the row: the next cell begins no lower than its end.
func (l *layout) cellTop() printLine {
	if len(l.row) > 0 {
		return l.row[0].lines[0]
	}
	return l.held[0]
}

// numbered is how a paragraph begins that has a number.
var numbered = later.Compile(`^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.．、][^0-9]|[①-⑳•·●○■◆])`)

// flush writes what is held.
func (l *layout) flush() {
	if len(l.held) == 0 {
		return
	}
	if len(l.row) == 0 {
		l.endTable()
		l.w.paragraph(placeOf(l.held[0]), linesOf(l.held))
		l.held = nil
		return
	}
	l.row = append(l.row, printCell{l.held})
	if l.rows == 0 {
		l.table++
	}
	l.rows++
	for _, c := range l.row {
		at := placeOf(c.lines[0])
		l.w.add(at, "| "+strings.ReplaceAll(linesOf(c.lines), "|", "｜")+" ")
	}
	l.w.endRow(len(l.row), l.rows == 1)
	l.row, l.held = nil, nil
}

// endTable sets a table apart from what follows.
func (l *layout) endTable() {
	if l.rows > 0 {
		l.w.add(l.w.lastPlace(), "\n")
	}
	l.rows = 0
}

func placeOf(l printLine) Place { return Place{Page: l.page, LineOnPage: l.number} }

// linesOf joins lines; between letters of two lines stood a blank.
func linesOf(held []printLine) string {
	var out strings.Builder
	var end rune
	for i, l := range held {
		first, _ := utf8.DecodeRuneInString(l.Words)
		if letter(end) && letter(first) || i > 0 && inner(held[i-1]) && held[i-1].X1 < l.Cell.Right-3*l.Size && !sentenceEnd(held[i-1].Words) {
			out.WriteByte(' ')
		}
		out.WriteString(l.Words)
		end, _ = utf8.DecodeLastRuneInString(l.Words)
	}
	return out.String()
}
