package amend

import (
	"strings"

	"tonggao/generator/toml"
)

// asking begins a comment that a draft wants answered.
const asking = "# 请核对"

// A Question is a comment of a draft that waits for its author.
type Question struct {
	Table []string // that it speaks of; none for what stands above the first
	Words string
}

// Questions lists the questions of a file in order.
func Questions(text string) []Question {
	f := open(text)
	var all []Question
	for _, c := range f.asked() {
		words := strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(c.In(f.text), asking), "："))
		all = append(all, Question{f.speaksOf(c), words})
	}
	return all
}

// Answer takes the questions about a table out; every other octet stays.
func Answer(text string, table []string) string {
	f := open(text)
	about := toml.Table{Path: table}
	var edits []edit
	for _, c := range f.asked() {
		if !about.Is(f.speaksOf(c)...) {
			continue
		}
		start, end := f.startOfLine(c.From), c.To
		if strings.TrimSpace(f.text[start:c.From]) == "" {
			end = f.endOfLine(c.From)
		} else {
			start = len(strings.TrimRight(f.text[:c.From], " \t"))
		}
		edits = append(edits, edit{toml.Span{From: start, To: end}, ""})
	}
	return f.mark + apply(f.text, edits)
}

// asked finds the comments that ask: behind a value or on a line of their own, never
// inside a value.
func (f *file) asked() (all []toml.Span) {
	for at := 0; at < len(f.text); at = f.endOfLine(at) {
		line := strings.TrimRight(f.text[at:f.endOfLine(at)], "\r\n")
		i := strings.Index(line, asking)
		if i < 0 || f.valued(at+i) {
			continue
		}
		all = append(all, toml.Span{From: at + i, To: at + len(line)})
	}
	return all
}

// valued reports whether an octet belongs to a value.
func (f *file) valued(at int) bool {
	for _, t := range f.layout.Tables {
		for _, k := range t.Keys {
			if k.Value.From <= at && at < k.Value.To {
				return true
			}
		}
	}
	return false
}

// speaksOf is the table of a comment: the one that begins behind it with only comments
// between, else the one that it stands in.
func (f *file) speaksOf(comment toml.Span) []string {
	rest := f.endOfLine(comment.From)
	for rest < len(f.text) && strings.HasPrefix(strings.TrimSpace(f.text[rest:f.endOfLine(rest)]), "#") {
		rest = f.endOfLine(rest)
	}
	alone := strings.TrimSpace(f.text[f.startOfLine(comment.From):comment.From]) == ""
	var table []string
	for _, t := range f.layout.Tables {
		switch {
		case t.Head.To == 0:
		case alone && t.Head.From >= rest && t.Head.From < f.endOfLine(min(rest, len(f.text))):
			return t.Path
		case t.Head.From < comment.From:
			table = t.Path
		}
	}
	return table
}
