package prose

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"tonggao/generator/message"
	"tonggao/generator/problem"
)

// What people write who know Markdown from elsewhere, or do not know it: a list
// glued to the line above, a sign without its blank, marks of other programs. All
// of it would be printed sign by sign.

const (
	footnoteHint  = "say it in brackets where it belongs, or in a paragraph of its own"
	referenceHint = "write the address behind its words: [words](https://…)"
)

var (
	glued    = regexp.MustCompile(`^([0-9]{1,9}[.)]|[-+*])[ \t]+[^ \t]`)
	numbered = regexp.MustCompile(`^\s*(第?[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十0-9]+[）)]|[0-9０-９]{1,2}[.．、)）]|[①-⑳])`)
	hash     = regexp.MustCompile(`^[#＃]+`)
	bullet   = regexp.MustCompile(`^[-+*－＋＊•·∙‧●○▪■◆◇]`)
)

// Beginning says what is wrong with how a line begins, which is printed as it is
// typed, and what to write; nothing where nothing is.
func Beginning(line string) (wrong, hint message.Text) {
	if worded(line) {
		return message.Text{}, message.Text{}
	}
	if number := numbered.FindString(line); number != "" && !decimal(line[len(number):], number) {
		hint = message.Say(`begin the line with "1. " and a blank: it becomes a list, and the program sets the numbers`)
		if strings.ContainsAny(number, "一二三四五六七八九十") {
			hint = message.Say("make it a heading (# …) or an item of a list (1. …): the program sets the numbers")
		}
		return message.Say("the number %s is typed", strings.TrimSpace(number)), hint
	}
	if sign := hash.FindString(line); sign != "" && line != sign {
		return message.Say("the sign %s is printed as it is typed", sign), message.Say(`a heading begins with "# " and a blank: %s …`, strings.Repeat("#", utf8.RuneCountInString(sign)))
	}
	sign := bullet.FindString(line)
	if next, _ := utf8.DecodeRuneInString(line[len(sign):]); sign != "" && opens(next) {
		return message.Say("the sign %s is printed as it is typed", sign), message.Say(`an item of a list begins with "- " and a blank`)
	}
	return message.Text{}, message.Text{}
}

// worded reports whether a line begins with a Chinese character that is no numeral, as nearly
// all do: then it has no mark there.
func worded(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return r >= 0x4E00 && r <= 0x9FFF && !strings.ContainsRune("第一二三四五六七八九十", r)
}

// decimal reports that what looked like a number of a list is 1.5倍.
func decimal(rest, number string) bool {
	return strings.HasSuffix(number, ".") && rest != "" && rest[0] >= '0' && rest[0] <= '9'
}

// opens reports whether a character can be the first of an item: -5℃ is a figure.
func opens(r rune) bool {
	return unicode.IsLetter(r) || r == ' ' || r == '\t' || strings.ContainsRune("“‘（《【[{", r)
}

// habits looks at how the lines of a paragraph begin.
func (p *parser) habits(n ast.Node) {
	lines := n.Lines()
	for i := range lines.Len() {
		start := lines.At(i).Start
		start += len(p.source[start:]) - len(bytes.TrimLeft(p.source[start:], " \t"))
		if start >= lines.At(i).Stop || !p.published(start) {
			continue
		}
		p.habit(p.places.at(start), strings.TrimRight(p.places.text[start:lines.At(i).Stop], " \t\r\n"), i > 0)
		if i > 0 {
			p.lazy(n, start)
		}
	}
}

func (p *parser) habit(at problem.Position, line string, follows bool) {
	if worded(line) {
		return
	}
	if follows && glued.MatchString(line) {
		p.problems.Add(at, "put an empty line above it, and begin the list with 1.", "a list begins behind an empty line; this line is printed as part of the one above")
		return
	}
	if box := taskBox.FindString(line); box != "" {
		p.problems.Add(at, "take it away: an item of a list is enough", "%s would be printed as it is typed: boxes to tick are not known here", strings.TrimSpace(box))
		return
	}
	if wrong, hint := Beginning(line); !wrong.Empty() {
		p.problems.Warn(at, hint, "%s", wrong)
	}
}

var taskBox = regexp.MustCompile(`^\[[ xX]\][ \t]`)

// lazy reports a line that belongs to the item above only because no empty line
// parts the two.
func (p *parser) lazy(n ast.Node, start int) {
	width := 0
	for up := n.Parent(); up != nil; up = up.Parent() {
		if item, ok := up.(*ast.ListItem); ok {
			width += item.Offset
		}
	}
	at := p.places.at(start)
	if at.Column-1 < width {
		p.problems.Warn(at, "put an empty line above it where a new paragraph is meant, else begin it below the item's words", "this line is read as part of the item above")
	}
}

// The marks of other programs, which are printed as they are typed. Those that are
// seldom anything else are errors.
var foreign = []struct {
	form       *regexp.Regexp
	level      problem.Level
	name, hint string
}{
	{regexp.MustCompile(`~~`), problem.Error, "words struck out", "take what no longer holds away: the program strikes a time that moved; \\~ is the sign itself"},
	{regexp.MustCompile(`\[\^[^\]\s]+\]`), problem.Error, "footnotes", footnoteHint},
	{regexp.MustCompile(`==[^=\s][^=]*==`), problem.Warning, "words marked in colour", "write **words** to stress them"},
	{regexp.MustCompile(`\+\+[^+\s][^+]*\+\+`), problem.Warning, "words underlined", "write **words** to stress them"},
	{regexp.MustCompile(`(?i)\[toc\]`), problem.Warning, "marks for the contents", "take it away: the program makes the contents"},
	{regexp.MustCompile(`^:::`), problem.Warning, "boxes", "make it a heading with its paragraphs"},
	{regexp.MustCompile(`\$\$`), problem.Warning, "formulas", "write the formula in words and figures"},
}

// foreignMarks reports the marks of other programs in a line of the tree.
func (p *parser) foreignMarks(text string, at func(int) problem.Position) {
	if !mayBeForeign(text) {
		return
	}
	for _, f := range foreign {
		found := f.form.FindStringIndex(text)
		switch {
		case found == nil:
		case f.level == problem.Error:
			p.problems.Add(at(found[0]), f.hint, "%s would be printed as it is typed: %s are not known here", text[found[0]:found[1]], message.Say(f.name))
		default:
			p.problems.Warn(at(found[0]), f.hint, "%s is printed as it is typed: %s are not known here", text[found[0]:found[1]], message.Say(f.name))
		}
	}
}

// mayBeForeign spares nearly all texts the search: they have none of the signs that such
// marks begin with.
func mayBeForeign(text string) bool {
	for _, sign := range []byte("~[=+$") {
		if strings.IndexByte(text, sign) >= 0 {
			return true
		}
	}
	return strings.HasPrefix(text, ":::")
}
