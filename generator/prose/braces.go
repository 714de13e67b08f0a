package prose

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"tonggao/generator/message"
	"tonggao/generator/problem"
)

// braced is what was meant for a placeholder and is none: a Chinese keyboard wrote its
// braces, a blank stands between them, or one stands where two are meant. Between single
// braces stands an id, since those that hold other words may be the author's own.
var braced = regexp.MustCompile(`[{｛][ \t\x{3000}]*[{｛]([^{}｛｝\n]*)[}｝][ \t\x{3000}]*[}｝]|[{｛]([a-zａ-ｚ][a-z0-9. ａ-ｚ０-９_-]*)[}｝]`)

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
	inside = strings.Map(func(r rune) rune {
		switch {
		case r > '＀' && r <= '～':
			return r - '！' + '!'
		case r == '\u3000':
			return ' '
		}
		return r
	}, inside)
	fields := strings.Fields(strings.ToLower(inside))
	for i, field := range fields {
		if field == "至" || field == "到" || field == "~" || field == "-" {
			fields[i] = "to"
		}
	}
	return strings.Join(fields, " ")
}

var doubled = regexp.MustCompile(`[{｛][ \t\x{3000}]*[{｛][^{}｛｝\n]*[}｝][ \t\x{3000}]*[}｝]`)

// Unfilled reports the first placeholder in a text that is printed to the letter, and begins
// at a place.
func Unfilled(key, text string, at problem.Position, problems *problem.List) {
	if found := doubled.FindStringIndex(text); found != nil {
		at.Column += utf8.RuneCountInString(text[:found[0]])
		problems.Add(at, "write the words themselves", "%s would be printed as it is typed: %s has no placeholders", text[found[0]:found[1]], key)
	}
}
