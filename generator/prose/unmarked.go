package prose

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"tonggao/generator/message"
	"tonggao/generator/problem"
)

// marked lists the signs of Markdown and HTML that a value of a TOML file, which
// is plain text, would show on every page, poster and calendar.
var marked = []struct {
	form *regexp.Regexp
	name string
	hint string
}{
	{regexp.MustCompile(`\*\*[^*]+\*\*|__[^_]+__|\*[^*]*\p{Han}[^*]*\*`), "emphasis", "take the signs away: only prose can stress words"},
	{regexp.MustCompile(`!?\[[^\[\]]*\]\([^()\s]*\)`), "a link or a picture", "write the words alone; a link belongs in prose, or in the key url"},
	{regexp.MustCompile("`[^`]+`"), "code", "take the ` signs away"},
	{regexp.MustCompile(`~~`), "words struck out", "take what no longer holds away"},
	{regexp.MustCompile(`\[\^[^\]\s]+\]`), "a footnote", "say it in brackets where it belongs"},
	{regexp.MustCompile(`^(?:#{1,6}|[-+*>])[ \t]`), "a heading, a list or a quotation", "take the sign away: a value is one line of words"},
	{regexp.MustCompile(`\\[` + "`" + `*_\[\]<>#~|&\\]`), "a sign that is escaped", `take the \ away: no sign means anything here`},
	{regexp.MustCompile(`</?[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>` + "`" + `]+))?)*\s*/?>|<!--`), "HTML", "write words alone, or leave it out"},
	{regexp.MustCompile(`<(?:https?://|mailto:)[^<>\s]*>`), "a link", "write the address without < and >"},
	{regexp.MustCompile(`&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos|nbsp|middot|times|mdash|ndash|hellip|copy|reg|deg|emsp|ensp);`), "the writing of HTML for a character", "write the character itself"},
}

// mayBeMarked spares nearly all texts the search: telephone numbers and days have a - in
// them, which is a mark at the beginning alone.
func mayBeMarked(text string) bool {
	return text != "" && (strings.ContainsAny(text[:1], "#-+") || strings.ContainsAny(text, "*_[`~<>&\\"))
}

// Unmarked reports the first sign of Markdown or HTML in a plain text, which
// begins at a place.
func Unmarked(text string, at problem.Position, problems *problem.List) {
	if !mayBeMarked(text) {
		return
	}
	for _, m := range marked {
		if found := m.form.FindStringIndex(text); found != nil {
			at.Column += utf8.RuneCountInString(text[:found[0]])
			problems.Add(at, m.hint, "%s would be printed as it is typed: a value has no Markdown or HTML, and this is %s", text[found[0]:found[1]], message.Say(m.name))
			return
		}
	}
}
