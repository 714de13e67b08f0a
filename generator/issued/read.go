// Package issued reads an issued notice as plain text, as people copy it from a
// page, a PDF or a chat: its blocks, its times with what their sentences say
// happens then and to which services, its telephone numbers and links, and what
// it says instead of a time.
//
// It knows no notice of the site: audit compares with one, draft makes one. Nor
// does it find times in words, which is mention's. A damaged copy is refused: see
// package garble.
//
// Begin with Read; document.go cuts the text, effect.go reads a sentence.
package issued

import (
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// Read finds the facts of a text. Positions name the file as given. A damaged text
// gives problems and no facts. The vocabulary tells services from one another, the
// names of places keep theirs from being taken for a service's; both may be empty.
// Years that are left out are taken from the day of issue; where the text has
// none, from today.
func Read(file, text string, v site.Vocabulary, places []string, today site.Day) (*Facts, problem.List) {
	if problems := refuse(file, text); len(problems) > 0 {
		return nil, problems
	}
	return Parse(file, text).facts(newWordbook(v, places...), today), nil
}
