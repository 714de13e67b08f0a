package docx

import (
	"fmt"
	"strings"

	"tonggao/generator/phrase"
)

// levels of numbers, GB/T 9704, 7.3.3, as Word counts and writes them.
var levels = []struct{ format, text string }{
	{"chineseCountingThousand", "%1、"}, {"chineseCountingThousand", "（%2）"}, {"decimal", "%3."}, {"decimal", "（%4）"},
}

// A count is one sequence of numbers; a number that does not follow begins a new one.
type count struct {
	id      int // of the sequence in the file, 0 before its first number
	reached [4]int
}

// A numbering is the sequences of a document: those of headings, which a heading that
// an office adds goes on with, and those of lists, each by itself.
type numbering struct {
	headings count
	begun    []sequence // the first is the one that styles of headings bring
	used     bool       // the first has its numbers
}

// A sequence begins at a number on one level, and at one on the others.
type sequence struct {
	heading     bool
	level, from int
}

// restart has the next heading begin a sequence of its own, as in an annex.
func (n *numbering) restart() { n.headings = count{} }

func (n *numbering) newCount() *count { return &count{} }

// unnumbered takes a heading out of the sequence that its style brings.
const unnumbered = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>`

func (n *numbering) headingNumber(number string) (string, bool) {
	return n.follow(&n.headings, number, true)
}

func (n *numbering) itemNumber(c *count, number string) (string, bool) {
	return n.follow(c, number, false)
}

// follow refers to the number in a sequence, or reports that Word has none such.
func (n *numbering) follow(c *count, number string, heading bool) (string, bool) {
	level, value := 0, 0
	for l := range levels {
		next := c.reached[l] + 1
		if number == phrase.Number(l+1, next) {
			level, value = l+1, next
			break
		}
		if v, found := valueOf(l+1, number); found && level == 0 {
			level, value = l+1, v
		}
	}
	if level == 0 {
		return "", false
	}
	switch {
	case c.id > 0 && value == c.reached[level-1]+1:
	case heading && !n.used && value == 1:
		n.used = true
		*c = count{id: 1}
	default:
		n.begun = append(n.begun, sequence{heading, level, value})
		*c = count{id: len(n.begun)}
	}
	c.reached[level-1] = value
	clear(c.reached[level:])
	return fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level-1, c.id), true
}

// mostCounted is how far a number is looked for that does not follow the one before.
const mostCounted = 200

func valueOf(level int, number string) (int, bool) {
	for v := 1; v <= mostCounted; v++ {
		if phrase.Number(level, v) == number {
			return v, true
		}
	}
	return 0, false
}

// definitions is the part that says how each sequence counts (ISO/IEC 29500-1, 17.9):
// two forms, that of headings bound to their styles, and where each sequence begins.
func (n *numbering) definitions() string {
	var b strings.Builder
	b.WriteString(`<w:numbering ` + wordSpace + `>`)
	for form, bound := range []bool{true, false} {
		fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="multilevel"/>`, form)
		for i, l := range levels {
			style, gap := "", "nothing"
			if bound {
				style = fmt.Sprintf(`<w:pStyle w:val="%s"/>`, headingStyles[i])
			}
			if i == 2 {
				gap = "space" // 1. 2022年 would else read like a decimal fraction
			}
			fmt.Fprintf(&b, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/>%s<w:suff w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr>%s</w:pPr></w:lvl>`,
				i, l.format, style, gap, l.text, indented)
		}
		b.WriteString(`</w:abstractNum>`)
	}
	for i, s := range n.begun {
		form := 1
		if s.heading {
			form = 0
		}
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="%d"/>`, i+1, form)
		for l := range levels {
			from := 1
			if l+1 == s.level {
				from = s.from
			}
			fmt.Fprintf(&b, `<w:lvlOverride w:ilvl="%d"><w:startOverride w:val="%d"/></w:lvlOverride>`, l, from)
		}
		b.WriteString(`</w:num>`)
	}
	b.WriteString(`</w:numbering>`)
	return b.String()
}
