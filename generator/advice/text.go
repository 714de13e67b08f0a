package advice

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/prose"
)

// A linter looks at the words of one file, whatever they mean: marks, blanks,
// numbers typed by hand, damage (garble.go).
type linter struct {
	problems problem.List
	damage   damage
}

// A letter is a character of a line with its place. A placeholder is one letter,
// hole, since what it stands for is not known yet.
type letter struct {
	r  rune
	at problem.Position
}

const hole = '\uFFFC'

// plain is a line as text, letter by letter as spell lays it out. Few lines have what is
// looked for, so that most need no places.
func plain(words prose.Words) string {
	if len(words) == 1 {
		if text, alone := words[0].(prose.Text); alone {
			return text.Value
		}
	}
	length := 0
	words.Walk(func(in prose.Inline) {
		text, _ := in.(prose.Text)
		length += max(len(text.Value), len(string(hole)))
	})
	var line strings.Builder
	line.Grow(length)
	words.Walk(func(in prose.Inline) {
		switch in := in.(type) {
		case prose.Text:
			line.WriteString(in.Value)
		case prose.Placeholder, prose.Meant:
			line.WriteRune(hole)
		case prose.Break:
			line.WriteByte('\n')
		}
	})
	return line.String()
}

// placeOf is where a letter of plain text stands, by its octet.
func placeOf(words prose.Words, text string, octet int) problem.Position {
	return spell(words)[utf8.RuneCountInString(text[:octet])].at
}

// spell lays a line out as letters, the words of links and emphasis among them.
func spell(words prose.Words) []letter {
	length := 0
	words.Walk(func(in prose.Inline) {
		length++
		if text, ok := in.(prose.Text); ok {
			length += utf8.RuneCountInString(text.Value)
		}
	})
	letters := make([]letter, 0, length)
	words.Walk(func(in prose.Inline) {
		switch in := in.(type) {
		case prose.Text:
			letters = slices.Grow(letters, utf8.RuneCountInString(in.Value))
			in.Each(func(r rune, at problem.Position) { letters = append(letters, letter{r, at}) })
		case prose.Placeholder:
			letters = append(letters, letter{hole, in.At})
		case prose.Meant:
			letters = append(letters, letter{hole, in.At})
		case prose.Break:
			letters = append(letters, letter{'\n', problem.Position{}})
		}
	})
	return letters
}

// line looks at a line of running text.
func (l *linter) line(words prose.Words) {
	if !sound(words) {
		l.closely(words, true)
	}
}

// name looks at a name or an entry, in which a blank beside a figure, as in
// 工作日 8:30, is the author's business.
func (l *linter) name(text prose.Text) {
	if !soundText(text.Value) {
		l.closely(prose.Words{text}, false)
	}
}

func (l *linter) closely(words prose.Words, running bool) {
	text := plain(words)
	l.unfinished(words, text, running)
	if l.damage.find(words) {
		return // what is beside a lost character is not the author's
	}
	line := &row{runes: []rune(text), words: words}
	l.pairs(line)
	l.doubled(line)
	var marks, blanks bool // each is told once a line
	for i, r := range line.runes {
		if full := fullWidth(line.rune(i-1), r, line.rune(i+1)); full != "" && !marks {
			l.problems.Warn(line.at(i), message.Say("write %s", full), "the half-width mark %c stands in Chinese text", r)
			marks = true
		}
		if reason := stray(line.rune(i-1), r, line.rune(i+1), running); !reason.Empty() && !blanks && !marked(line.letters()[:i]) {
			l.problems.Warn(line.at(i), "take it away: the program sets indents and gaps", "%s", reason)
			blanks = true
		}
	}
}

// A row is the letters of a line. Where one stands is found when something is to be said
// of it.
type row struct {
	runes   []rune
	words   prose.Words
	spelled []letter
}

func (r *row) letters() []letter {
	if r.spelled == nil {
		r.spelled = spell(r.words)
	}
	return r.spelled
}

func (r *row) at(i int) problem.Position { return r.letters()[i].at }

// rune is a letter; beyond the ends stand line ends.
func (r *row) rune(i int) rune {
	if i < 0 || i >= len(r.runes) {
		return '\n'
	}
	return r.runes[i]
}

// widths pairs the half-width marks with those of Chinese text (GB/T 15834).
var widths = map[rune]string{'(': "（", ')': "）", ',': "，", ';': "；", ':': "：", '?': "？", '!': "！", '"': "“ ”", '\'': "‘ ’"}

// fullWidth returns the mark that belongs in place of a half-width one beside
// Chinese characters; "" where the mark is right: 8:30, https://…, A, B.
func fullWidth(before, r, after rune) string {
	full := widths[r]
	switch {
	case r == '.' && unicode.Is(unicode.Han, before) && !isNumeral(before) && (after == '\n' || isChinese(after)):
		return "。"
	case full == "" || !isChinese(before) && !isChinese(after):
		return ""
	}
	return full
}

// isNumeral keeps 一. for the rule of typed numbers.
func isNumeral(r rune) bool { return strings.ContainsRune("一二三四五六七八九十", r) }

func isChinese(r rune) bool { return r == hole || prose.Wide(r) }

var listMark = regexp.MustCompile(`^(?:[0-9]{1,9}[.)]|[-+*]|\[[ xX]?\]?)$`)

// marked reports whether all that stands before a blank on its line is the mark of
// a list that is none; that is told already, and to take the blank away would make
// it worse.
func marked(before []letter) bool {
	var line string
	for i := len(before) - 1; i >= 0 && len(line) <= 12 && before[i].at.Line == before[len(before)-1].at.Line; i-- {
		line = string(before[i].r) + line
	}
	return listMark.MatchString(line)
}

// stray says what is wrong with a blank; nothing where it may stand.
func stray(before, r, after rune, running bool) message.Text {
	switch {
	case r != ' ' && r != '\n' && (unicode.IsSpace(r) || r >= 0x200B && r <= 0x200D || r == 0x2060):
		return message.Say("an invisible or wide blank is typed")
	case r != ' ':
		return message.Text{}
	case before == '\n' || after == '\n' || before == ' ':
		return message.Say("a blank is typed where none shows")
	case isChinese(before) && isChinese(after):
		return message.Say("a blank is typed between Chinese characters")
	case running && (isChinese(before) || isChinese(after)):
		return message.Say("a blank is typed beside a Chinese character")
	}
	return message.Text{}
}

// begin reports a sign or a number that is typed at the beginning of a text.
func (l *linter) begin(words prose.Words) {
	if len(words) == 0 {
		return
	}
	first, ok := words[0].(prose.Text)
	if !ok {
		return
	}
	if wrong, hint := prose.Beginning(first.Value); !wrong.Empty() {
		l.problems.Warn(first.At, hint, "%s", wrong)
	}
}

// questions reports a question that has no answer. A heading above others asks
// none.
func (l *linter) questions(blocks []prose.Block) {
	for i, b := range blocks {
		question, ok := b.(*prose.Heading)
		if !ok {
			continue
		}
		if i+1 < len(blocks) {
			if next, ok := blocks[i+1].(*prose.Heading); !ok || next.Level > question.Level {
				continue
			}
		}
		l.problems.Warn(question.At, "write its answer below it, or take it away", "a question without an answer")
	}
}
