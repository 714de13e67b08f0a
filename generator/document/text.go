package document

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"tonggao/generator/message"
	"tonggao/generator/problem"
)

// A Text is the words of a file, one paragraph or row of a table a line. The rows
// stand as in Markdown: | 业务 | 时间 |.
type Text struct {
	Words  string
	places []placed // in order; none for plain text, whose lines are its places
}

// A Place is where words stand in a file. What does not apply is 0.
type Place struct {
	Note       string // footnote, endnote, text box; or the words of a page's head
	Number     int    // of the note
	Page       int
	Paragraph  int // in the body, tables left out, as a reader counts those with words
	Table      int
	Row, Cell  int
	LineOnPage int
}

// placed says that words have a place from a line and a column on, both from 1, the
// columns in characters.
type placed struct {
	line, column int
	Place
}

// String says the place in English: table 1, row 2, cell 3.
func (p Place) String() string {
	return p.spell([...]string{"%s", "%s %d", "page %d", "paragraph %d", "table %d", "row %d", "cell %d", "line %d"}, ", ")
}

// Chinese says the place as a draft does: 表1第2行第3格.
func (p Place) Chinese() string {
	p.Note = notes[p.Note]
	return p.spell([...]string{"%s", "%s%d", "第%d页", "第%d段", "表%d", "第%d行", "第%d格", "第%d行"}, "")
}

// notes are the Chinese names of what stands beside the text.
var notes = map[string]string{footnote: "脚注", endnote: "尾注", textBox: "文本框", pageHead: "网页信息"}

// What stands beside the text of a file.
const (
	footnote = "footnote"
	endnote  = "endnote"
	textBox  = "text box"
	pageHead = "head of the page"
)

func (p Place) spell(words [8]string, between string) string {
	var parts []string
	if p.Number > 0 {
		parts = append(parts, fmt.Sprintf(words[1], p.Note, p.Number))
	} else if p.Note != "" {
		parts = append(parts, fmt.Sprintf(words[0], p.Note))
	}
	for i, n := range [...]int{p.Page, p.Paragraph, p.Table, p.Row, p.Cell, p.LineOnPage} {
		if n > 0 {
			parts = append(parts, fmt.Sprintf(words[i+2], n))
		}
	}
	return strings.Join(parts, between)
}

// At turns a position in the words into one in the file.
func (t *Text) At(p problem.Position) problem.Position {
	place, found := t.place(p)
	if !found {
		return p
	}
	return problem.Position{File: p.File, Place: problem.PlaceOf(message.Twofold{English: place.String(), Chinese: place.Chinese()})}
}

// InFile turns the positions of problems into those in the file.
func (t *Text) InFile(problems problem.List) problem.List {
	for i := range problems {
		problems[i].Position = t.At(problems[i].Position)
	}
	return problems
}

// Where says in Chinese where a position of the words stands in the file: 第3段, and
// 第 3 行 for plain text.
func (t *Text) Where(p problem.Position) string {
	place, found := t.place(p)
	if !found {
		return fmt.Sprintf("第 %d 行", p.Line)
	}
	return place.Chinese()
}

// place finds the last mark at or before a position.
func (t *Text) place(p problem.Position) (Place, bool) {
	column := max(p.Column, 1)
	low, high := 0, len(t.places)
	for low < high {
		mid := (low + high) / 2
		if x := t.places[mid]; x.line < p.Line || x.line == p.Line && x.column <= column {
			low = mid + 1
			continue
		}
		high = mid
	}
	if low == 0 || p.Line == 0 {
		return Place{}, false
	}
	return t.places[low-1].Place, true
}

// A writer gathers words with their places.
type writer struct {
	out          strings.Builder
	places       []placed
	line, column int // of what is written next, from 0
	full         bool
	recognised   bool // the words are those that a program saw in a picture
}

// add writes words that stand at a place.
func (w *writer) add(at Place, words string) {
	if words == "" || w.full {
		return
	}
	if w.out.Len()+len(words) > mostWords {
		w.full = true
		return
	}
	if n := len(w.places); n == 0 || w.places[n-1].Place != at {
		w.places = append(w.places, placed{w.line + 1, w.column + 1, at})
	}
	w.out.WriteString(words)
	if i := strings.LastIndexByte(words, '\n'); i >= 0 {
		w.line += strings.Count(words, "\n")
		w.column, words = 0, words[i+1:]
	}
	w.column += utf8.RuneCountInString(words)
}

// paragraph writes a line of its own, with an empty one behind it, so that nobody
// takes it for the beginning of the next. Lines within it stay lines.
func (w *writer) paragraph(at Place, words string) {
	if words = tidy(words); words == "" {
		return
	}
	w.add(at, words)
	w.out.WriteString("\n\n")
	w.line, w.column = w.line+2, 0
}

// tidy takes blanks off the ends of lines, and lines without words.
func tidy(words string) string {
	if !strings.ContainsRune(words, '\n') {
		return strings.TrimFunc(words, blank)
	}
	var kept []string
	for line := range strings.SplitSeq(words, "\n") {
		if line = strings.TrimFunc(line, blank); line != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

// judge says what is wrong with what was gathered.
func (w *writer) judge() *failure {
	if w.full {
		return &failure{message.Say("the file has more than %d KB of words: it is no notice", mostWords>>10), message.Say("save the notice alone")}
	}
	if strings.TrimFunc(w.out.String(), blank) == "" {
		return refusals[empty]
	}
	return nil
}
