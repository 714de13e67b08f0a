// Package audit reads an issued notice as plain text, as people copy it from a
// page, a PDF or a chat, and compares it with the data of a notice.
//
// It lists every time, phone number, link and pending or relative wording of the
// text with its place, and says which the data has, lacks or contradicts; and
// which facts of the data the text never states. Draft turns a text into a
// notice.toml and fragments for the author to finish.
//
// The rules are few and can be told to the author. A time is in the data when a
// milestone has that instant with that precision; a bare date also when a
// milestone falls on that day. A time contradicts the data when its sentence
// says that a service stops or comes back, the data says the same of that
// service, and no milestone of that service has the time; or when the text stops
// what the data brings back at that instant; or when a deadline's sentence has
// the words of a milestone with another time. Everything else that no milestone
// has is lacking, and the nearest milestone is named.
//
// A damaged copy is refused: see package garble.
package audit

import (
	"fmt"

	"tonggao/generator/garble"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// Read finds the facts of a text and, where n is not nil, compares them with the
// notice. Positions name the file as given. A damaged text gives problems and no
// report. The vocabulary tells services from one another; it may be empty.
func Read(file, text string, n *site.Notice, v site.Vocabulary) (*Report, problem.List) {
	if problems := refuse(file, text); len(problems) > 0 {
		return nil, problems
	}
	doc := parse(file, text)
	facts := doc.facts(newWordbook(v, placesOf(n)...), site.Day{})
	report := &Report{File: file, Issued: facts.issued.String()}
	if n == nil {
		report.Findings = facts.list()
		return report, nil
	}
	report.Notice = n.ID
	a := newAuditor(n, facts)
	report.Findings = a.findings()
	report.Unstated = a.unstated()
	return report, nil
}

// placesOf returns the names of a notice's region and of those above it.
func placesOf(n *site.Notice) []string {
	var names []string
	if n == nil {
		return nil
	}
	for r := n.Region; r != nil; r = r.Parent {
		names = append(names, r.Name)
	}
	return names
}

// refuse reports the damage of a text, each sort once, at its first place.
func refuse(file, text string) problem.List {
	var problems problem.List
	damage := garble.Damaged(text)
	doc := &document{file: file, text: text, lines: lineStarts(text)}
	for _, sort := range [...]garble.Sort{garble.Pinyin, garble.Lost, garble.Traditional} {
		marks := damage[sort]
		if len(marks) == 0 {
			continue
		}
		first := marks[0]
		start := doc.back(first.Start, 4)
		problems.Add(doc.position(first.Start), hints[sort], "%s, %s, first in %q", names[sort], times(len(marks)), excerpt(text[start:], 12))
	}
	return problems
}

// lineStarts returns the octets at which the lines of a text begin.
func lineStarts(text string) []int {
	starts := []int{0}
	for i := range len(text) {
		if text[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

var names = map[garble.Sort]string{
	garble.Pinyin:      "pinyin stands in brackets behind characters",
	garble.Lost:        "characters were lost or changed in copying",
	garble.Traditional: "the text is in traditional characters",
}

var hints = map[garble.Sort]string{
	garble.Pinyin:      "copy the notice from its original; this copy was converted by a machine, and no date in it can be trusted",
	garble.Lost:        "copy the notice from its original; beside a lost character a digit may be lost too",
	garble.Traditional: "copy the simplified original; converted characters are not the issuer's words",
}

func times(n int) string {
	if n == 1 {
		return "in one place"
	}
	return fmt.Sprintf("in %d places", n)
}
