// Package prose turns an author's Markdown into a small closed tree.
//
// The tree knows what a notice needs and nothing else: headings, paragraphs,
// lists, tables; text, emphasis, links, placeholders. Raw HTML, images and code
// blocks are problems, not nodes. Placeholders between double braces stay
// unresolved here, since one fragment may be issued by many regions, each with
// its own times; package phrase words them for a reader.
//
// This is the only package that imports goldmark.
//
// Begin reading at Fragment, the tree, and Parse, which makes it.
package prose

import (
	"sort"
	"unicode/utf8"

	"tonggao/generator/problem"
)

// A Fragment is one Markdown file, read.
type Fragment struct {
	File   string
	Blocks []Block
}

// A Block is one of *Heading, *Paragraph, *List, *Table or *Insert.
type Block interface{ block() }

// A Heading opens a section or, in a fragment of questions, asks one. Level
// counts from 1, as authors write #. The number is never part of the words.
type Heading struct {
	At       problem.Position
	Level    int
	Words    Words
	ID       string   // from {#id}; empty when the author gave none
	Audience []string // from {audience="insured provider"}; empty for all

	kept      string   // from {#id} too, where that is an address which the program made: no sheet shows a change
	addresses []string // see Addresses
}

// A Paragraph is a run of words between blank lines.
type Paragraph struct {
	At    problem.Position
	Words Words
}

// A List is a numbered or plain list. The program sets the numbers.
type List struct {
	At      problem.Position
	Ordered bool
	Items   [][]Block
}

// A Table has a head row and body rows; each cell is a line of words.
type Table struct {
	At   problem.Position
	Head []Words
	Rows [][]Words
}

// An Insert is a placeholder that stands alone in its paragraph and becomes
// blocks: {{schedule}}, {{contacts}}, {{channels}}.
type Insert struct {
	At   problem.Position
	Name string
	Args []string
}

func (*Heading) block()   {}
func (*Paragraph) block() {}
func (*List) block()      {}
func (*Table) block()     {}
func (*Insert) block()    {}

// Words is a line of author's text.
type Words []Inline

// An Inline is one of Text, Strong, Link, Break, Placeholder or Meant.
type Inline interface{ inline() }

// Text is plain characters, escapes already undone.
type Text struct {
	At    problem.Position
	Value string
	turns []turn // where the source goes on elsewhere than behind the character before
}

// A turn is a place in a text, in octets, and the position of its character.
type turn struct {
	octet int
	at    problem.Position
}

// Place returns the position of the character at an octet of the text.
func (t Text) Place(octet int) problem.Position {
	from, at := 0, t.At
	behind := sort.Search(len(t.turns), func(i int) bool { return t.turns[i].octet > octet })
	if behind > 0 {
		turn := t.turns[behind-1]
		from, at = turn.octet, turn.at
	}
	at.Column += utf8.RuneCountInString(t.Value[from:octet])
	return at
}

// Each calls f for every character of the text with its position.
func (t Text) Each(f func(r rune, at problem.Position)) {
	at, next := t.At, t.turns
	for i, r := range t.Value {
		if len(next) > 0 && next[0].octet <= i {
			at, next = next[0].at, next[1:]
		}
		f(r, at)
		at.Column++
	}
}

// Strong is text that the author stressed, by * or by **.
type Strong struct{ Words Words }

// A Link leads to an address of scheme http, https, tel or mailto.
type Link struct {
	At    problem.Position
	URL   string
	Words Words
}

// A Break is a line break that the author wants kept.
type Break struct{}

// A Placeholder is {{name option …}} or a window {{name option … to name option …}}.
// To is nil when it is no window.
type Placeholder struct {
	At      problem.Position
	Name    string
	Options []string
	To      *Placeholder
}

// Meant is a date that the author means literally: {{meant 2022年度}}.
type Meant struct {
	At    problem.Position
	Value string
}

func (Text) inline()        {}
func (Strong) inline()      {}
func (Link) inline()        {}
func (Break) inline()       {}
func (Placeholder) inline() {}
func (Meant) inline()       {}
