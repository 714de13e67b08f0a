// Package problem holds what is wrong with an author's files: a position, a
// message in the author's own words, a hint. It is the only way by which the
// reader, the checks and the planner speak of content; failures of the machine
// are ordinary wrapped errors and never appear here.
//
// It has no sentence of its own and no language: message has the texts, catalog the
// Chinese. Begin reading at Problem and List.
package problem

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unique"

	"tonggao/generator/message"
)

// A Position is a place in an author's file. Line and Column count from 1;
// Column counts characters, not octets, as an editor shows them. A zero Line
// means the file as a whole. A file that has no lines of its own, such as Word's, has
// a Place instead.
type Position struct {
	File   string `json:"file"` // path from the parent of regions/, with slashes
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	Place  Place  `json:"place,omitzero"`
}

// A Place says where words stand in a file without lines: paragraph 12; table 1, row 2,
// cell 3. A country's files have some hundred thousand positions, and hardly one a place, so
// that it has the room of one word. Equal places are the same value.
type Place struct {
	words unique.Handle[message.Twofold]
}

// PlaceOf is the place that is said so.
func PlaceOf(words message.Twofold) Place {
	if words == (message.Twofold{}) {
		return Place{}
	}
	return Place{unique.Make(words)}
}

// Words say the place, "" where a position has none.
func (p Place) Words() message.Twofold {
	if p == (Place{}) {
		return message.Twofold{}
	}
	return p.words.Value()
}

// MarshalText writes the English.
func (p Place) MarshalText() ([]byte, error) { return p.Words().MarshalText() }

// String writes the position as editors and terminals link it: file:line:column.
func (p Position) String() string {
	file := message.Visible(p.File)
	switch {
	case p.Place != Place{}:
		return file + ", " + message.Visible(p.Place.Words().English)
	case p.Line == 0:
		return file
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", file, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", file, p.Line, p.Column)
}

// Chinese writes the position as String does, a place in Chinese.
func (p Position) Chinese() string {
	place := p.Place.Words().Chinese
	if place == "" {
		return p.String()
	}
	return message.Visible(p.File) + "，" + message.Visible(place)
}

// Before reports whether p stands before q: by file, then line, then column.
func (p Position) Before(q Position) bool { return p.Compare(q) < 0 }

// Compare is negative when p stands before q, positive when after.
func (p Position) Compare(q Position) int {
	return cmp.Or(strings.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
}

// A Level says what a problem does to a build.
type Level int

// The levels, gravest first. An Error stops the build; a Warning does so only
// under --strict; a Note never does.
const (
	Error Level = iota
	Warning
	Note
)

// String is the word that stands before the message of a warning or a note.
func (l Level) String() string { return [...]string{"error", "warning", "note"}[l] }

// MarshalText writes the level as its word.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// A Problem is one thing that an author should mend.
type Problem struct {
	Position
	Level   Level  `json:"level"`
	Bars    bool   `json:"bars,omitempty"` // a warning while the files are written, an error for whoever publishes
	Message string `json:"message"`        // what is wrong, with the key and value as written
	Hint    string `json:"hint,omitempty"` // what to write instead; empty where the message says it

	Wrong  message.Text `json:"-"` // the message, before it was put into words
	Advice message.Text `json:"-"` // the hint, likewise
}

// String writes the problem as one line, and its hint as a second, indented.
func (p Problem) String() string {
	text := p.Position.String() + ": "
	if p.Level != Error {
		text += p.Level.String() + ": "
	}
	text += message.Visible(p.Message)
	if p.Hint != "" {
		text += "\n    " + message.Visible(p.Hint)
	}
	return text
}

// A List gathers the problems of a run. The zero List is empty and ready.
type List []Problem

// Add appends an error at a position. A hint without values is a form of the catalogue
// as it stands; one with values is a message.Text.
func (l *List) Add(at Position, hint any, form string, values ...any) {
	l.add(Error, at, hint, form, values)
}

// Warn appends a warning at a position.
func (l *List) Warn(at Position, hint any, form string, values ...any) {
	l.add(Warning, at, hint, form, values)
}

// Note appends a note at a position.
func (l *List) Note(at Position, hint any, form string, values ...any) {
	l.add(Note, at, hint, form, values)
}

// Bar appends a warning that bars a publication.
func (l *List) Bar(at Position, hint any, form string, values ...any) {
	l.Warn(at, hint, form, values...)
	(*l)[len(*l)-1].Bars = true
}

// Barred returns the problems as whoever publishes sees them: what bars a
// publication is an error.
func (l List) Barred() List {
	barred := slices.Clone(l)
	for i := range barred {
		if barred[i].Bars {
			barred[i].Level = Error
		}
	}
	return barred
}

func (l *List) add(level Level, at Position, hint any, form string, values []any) {
	wrong, advice := message.Say(form, values...), advise(hint)
	*l = append(*l, Problem{Position: at, Level: level, Message: wrong.String(), Hint: advice.String(), Wrong: wrong, Advice: advice})
}

func advise(hint any) message.Text {
	if text, ok := hint.(message.Text); ok {
		return text
	}
	return message.Say(hint.(string))
}

// Sorted returns the problems in file order, each once: an inherited file is
// read for every region that inherits it and must not be reported for each. Of
// several hints to one problem the first stays, which is the nearest to its file.
func (l List) Sorted() List {
	sorted := slices.Clone(l)
	slices.SortStableFunc(sorted, func(a, b Problem) int {
		return cmp.Or(a.Compare(b.Position), strings.Compare(a.Message, b.Message))
	})
	return slices.CompactFunc(sorted, func(a, b Problem) bool {
		return a.Position == b.Position && a.Level == b.Level && a.Message == b.Message
	})
}

// Count returns how many problems are of a level.
func (l List) Count(level Level) int {
	n := 0
	for _, p := range l {
		if p.Level == level {
			n++
		}
	}
	return n
}

// Same reports whether two lists say the same of the same places, in the same order.
func (l List) Same(m List) bool {
	return slices.EqualFunc(l, m, func(a, b Problem) bool {
		return a.Position == b.Position && a.Message == b.Message && a.Hint == b.Hint && a.Level == b.Level
	})
}

// Failed reports whether the list has an error.
func (l List) Failed() bool { return l.Count(Error) > 0 }
