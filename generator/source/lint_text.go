package source

import (
	"regexp"
	"strings"
	"unicode"

	"tonggao/generator/problem"
	"tonggao/generator/prose"
)

// A linter looks at the words of one file, whatever they mean: marks, blanks,
// numbers typed by hand, damage (lint_garble.go).
type linter struct {
	problems *problem.List
	damage   damage
}

func newLinter(problems *problem.List) *linter { return &linter{problems: problems} }

// A letter is a character of a line with its place. A placeholder is one letter,
// hole, since what it stands for is not known yet.
type letter struct {
	r  rune
	at problem.Position
}

const hole = '\uFFFC'

// spell lays a line out as letters, the words of links and emphasis among them.
func spell(words prose.Words) []letter {
	var letters []letter
	words.Walk(func(in prose.Inline) {
		switch in := in.(type) {
		case prose.Text:
			at := in.At
			for _, r := range in.Value {
				letters = append(letters, letter{r, at})
				at.Column++
			}
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
func (l *linter) line(words prose.Words) { l.letters(words, true) }

// name looks at a name or an entry, in which a blank beside a figure, as in
// 工作日 8:30, is the author's business.
func (l *linter) name(words prose.Words) { l.letters(words, false) }

func (l *linter) letters(words prose.Words, running bool) {
	l.unfinished(words)
	if l.damage.find(words) {
		return // what is beside a lost character is not the author's
	}
	letters := spell(words)
	at := func(i int) rune {
		if i < 0 || i >= len(letters) {
			return '\n'
		}
		return letters[i].r
	}
	var marks, blanks bool // each is told once a line
	for i, c := range letters {
		if full := fullWidth(at(i-1), c.r, at(i+1)); full != "" && !marks {
			l.problems.Warn(c.at, "write "+full, "the half-width mark %c stands in Chinese text", c.r)
			marks = true
		}
		if reason := stray(at(i-1), c.r, at(i+1), running); reason != "" && !blanks {
			l.problems.Warn(c.at, "take it away: the program sets indents and gaps", "%s", reason)
			blanks = true
		}
	}
}

// widths pairs the half-width marks with those of Chinese text (GB/T 15834).
var widths = map[rune]string{'(': "（", ')': "）", ',': "，", ';': "；", ':': "：", '?': "？", '!': "！", '"': "“ or ”", '\'': "‘ or ’"}

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

// stray says what is wrong with a blank; "" where it may stand.
func stray(before, r, after rune, running bool) string {
	switch {
	case r != ' ' && r != '\n' && (unicode.IsSpace(r) || r >= 0x200B && r <= 0x200D || r == 0x2060):
		return "an invisible or wide blank is typed"
	case r != ' ':
		return ""
	case before == '\n' || after == '\n' || before == ' ':
		return "a blank is typed where none shows"
	case isChinese(before) && isChinese(after):
		return "a blank is typed between Chinese characters"
	case running && (isChinese(before) || isChinese(after)):
		return "a blank is typed beside a Chinese character"
	}
	return ""
}

var typedNumber = regexp.MustCompile(`^\s*(第?[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十0-9]+[）)]|[0-9]{1,2}[.．、)）]|[①-⑳])`)

// beginnings looks at the beginning of every paragraph.
func (l *linter) beginnings(blocks []prose.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *prose.Paragraph:
			l.begin(b.Words)
		case *prose.List:
			for _, item := range b.Items {
				l.beginnings(item)
			}
		}
	}
}

// begin reports a number that is typed at the beginning of a paragraph.
func (l *linter) begin(words prose.Words) {
	if len(words) == 0 {
		return
	}
	first, ok := words[0].(prose.Text)
	if !ok {
		return
	}
	number := typedNumber.FindString(first.Value)
	if number == "" || startsDecimal(first.Value[len(number):], number) {
		return
	}
	hint := `begin the line with "1. " and a blank: it becomes a list, and the program sets the numbers`
	if strings.ContainsAny(number, "一二三四五六七八九十") {
		hint = "make it a heading (# …) or an item of a list (1. …): the program sets the numbers"
	}
	l.problems.Warn(first.At, hint, "the number %s is typed", strings.TrimSpace(number))
}

// startsDecimal reports that what looked like a number of a list is 1.5倍.
func startsDecimal(rest, number string) bool {
	return strings.HasSuffix(number, ".") && rest != "" && rest[0] >= '0' && rest[0] <= '9'
}
