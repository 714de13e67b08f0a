package prose

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"tonggao/generator/halfwidth"
	"tonggao/generator/message"
	"tonggao/generator/problem"
)

// doubled are two braces on each side, of whichever keyboard, with blanks between them or not.
const doubled = `[{｛][ \t\x{3000}]*[{｛]([^{}｛｝\n]*)[}｝][ \t\x{3000}]*[}｝]`

// braced is what was meant for a placeholder and is none: so is one brace where two are meant.
// An id stands between such, since those that hold other words may be the author's own.
var braced, inPairs = regexp.MustCompile(doubled + `|[{｛]([a-zａ-ｚ][a-z0-9. ａ-ｚ０-９_-]*)[}｝]`), regexp.MustCompile(doubled)

// unbraced reports such, which would be printed with its braces.
func unbraced(text string, at func(int) problem.Position, problems *problem.List) {
	if !strings.ContainsAny(text, "{｛") {
		return
	}
	for _, found := range braced.FindAllStringSubmatchIndex(text, -1) {
		inside := found[2:4]
		if inside[0] < 0 {
			inside = found[4:6]
		}
		problems.Add(at(found[0]), message.Say("write %s", "{{"+respelled(text[inside[0]:inside[1]])+"}}"), "%s would be printed as it is typed: a placeholder stands between two straight braces on each side", text[found[0]:found[1]])
	}
}

// respelled is what stands between braces in the letters that names have.
func respelled(inside string) string {
	fields := strings.Fields(strings.ToLower(strings.Map(halfwidth.Of, inside)))
	for i, field := range fields {
		if field == "至" || field == "到" || field == "~" || field == "-" {
			fields[i] = "to"
		}
	}
	return strings.Join(fields, " ")
}

// Unfilled reports the first placeholder in a text that is printed to the letter, and begins
// at a place.
func Unfilled(key, text string, at problem.Position, problems *problem.List) {
	if found := inPairs.FindStringIndex(text); found != nil {
		at.Column += utf8.RuneCountInString(text[:found[0]])
		problems.Add(at, "write the words themselves", "%s would be printed as it is typed: %s has no placeholders", text[found[0]:found[1]], key)
	}
}
