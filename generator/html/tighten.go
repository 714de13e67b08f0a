package html

import (
	"path"
	"regexp"
	"strings"
)

// tightened leaves out of a style sheet or script what only its author reads. A
// phone on a slow line loads a third less, and the rules are simple enough to be
// sure of: they hold for the files of templates/assets, not for any file.
func tightened(name, text string) string {
	switch path.Ext(name) {
	case ".css":
		return tightStyle(text)
	case ".js":
		return tightScript(text)
	}
	return text
}

var styleComment = regexp.MustCompile(`(?s)/\*.*?\*/`)

// stylePoint takes a blank before and one behind punctuation out.
var stylePoint = func() *strings.Replacer {
	var pairs []string
	for _, point := range []string{"{", "}", ";", ",", ">"} {
		pairs = append(pairs, " "+point+" ", point, " "+point, point, point+" ", point)
	}
	return strings.NewReplacer(pairs...)
}()

// tightStyle takes comments and the white space around punctuation out. A colon
// keeps what stands before it, since "a :hover" is not "a:hover".
func tightStyle(text string) string {
	text = styleComment.ReplaceAllString(text, "")
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("\t\n\f\r ", r) }), " ")
	text = strings.ReplaceAll(stylePoint.Replace(text), ": ", ":")
	return strings.TrimSpace(strings.ReplaceAll(text, ";}", "}")) + "\n"
}

// tightScript takes lines that are comments, and indents, out. Line ends stay, so
// that no statement changes; no text in the scripts spans lines.
func tightScript(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "//") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n") + "\n"
}
