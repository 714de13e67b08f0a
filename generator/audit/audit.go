// Package audit compares an issued notice, as package issued reads it, with the
// data of a notice.
//
// It lists every time, phone number, link and pending or relative wording of the
// text with its place, and says which the data has, lacks or contradicts; and
// which facts of the data the text never states. It writes nothing: draft makes
// data of a text.
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
// A damaged copy is refused: see package garble. Begin with Read; compare.go
// judges a time, hang.go a wording, reach.go numbers and addresses.
package audit

import (
	"tonggao/generator/issued"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// Read finds the facts of a text and, where n is not nil, compares them with the
// notice. A year that the text leaves out, and no day of issue in it tells, is that of
// the data's own. Positions name the file as given. A damaged text gives problems and no
// report. The vocabulary tells services from one another; it may be empty.
func Read(file, text string, n *site.Notice, v site.Vocabulary) (*Report, problem.List) {
	var day site.Day
	if n != nil {
		day = n.Issued
	}
	facts, problems := issued.Read(file, text, v, placesOf(n), day)
	if facts == nil {
		return nil, problems
	}
	report := &Report{File: file, Issued: facts.Issued.String()}
	if n == nil {
		report.Findings = uncompared(facts)
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
