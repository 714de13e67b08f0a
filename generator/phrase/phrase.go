// Package phrase is the one place that puts facts into words: kinds, states, moves, with
// their times as timing has them, and the running text of a notice with its placeholders filled
// in and its headings numbered. Every writer takes its words from here, so that
// page, print, calendar and data cannot disagree. The words themselves are the lexicon's;
// which times a text names is mention's. Begin reading at Voice and Sentence.
package phrase

import (
	"strings"

	"tonggao/generator/lexicon"
	"tonggao/generator/outline"
	"tonggao/generator/site"
	"tonggao/generator/timing"
)

// A Voice words facts in one language.
type Voice struct {
	Language site.Language
	timing.Wording
	words *lexicon.Words

	dictionary site.Dictionary  // of authors' words; nil without one
	outline    outline.Headings // of the article that is being worded; nil outside one
}

// In returns the voice of a language; Chinese for one that it does not know.
func In(lang site.Language) Voice {
	w, known := lexicon.In(lang)
	return Voice{Language: known, Wording: timing.In(w), words: w}
}

// Within returns the voice inside an article with an outline: there a text that refers to
// a section by its number leads to it.
func (v Voice) Within(o outline.Headings) Voice {
	v.outline = o
	return v
}

// Lexicon is the voice's words.
func (v Voice) Lexicon() *lexicon.Words { return v.words }

// A Run is a stretch of words with one meaning for a writer.
type Run struct {
	Text     string
	Datetime string // ISO 8601, when the run is a moment: it becomes a time element
	URL      string // when the run is a link
	Section  string // the address in its article of the heading that the run refers to
	Strong   bool
	Meant    bool // a date that the author means literally
	Break    bool // a line break; the run has no text
	Former   bool // a time that was taken away, told as such: a page strikes it out too
	Gone     bool // what holds no more: struck out where it stands beside what does
	Chinese  bool // words that are Chinese although the voice is not
	Paper    bool // the address of the link before it: readers of paper need it, a screen leads there
}

// Plain is the text of runs without their marks; a break becomes a new line.
func Plain(runs []Run) string {
	if len(runs) == 1 && !runs[0].Break {
		return runs[0].Text
	}
	var text strings.Builder
	size := 0
	for _, r := range runs {
		size += len(r.Text) + 1
	}
	text.Grow(size)
	for _, r := range runs {
		if r.Break {
			text.WriteByte('\n')
			continue
		}
		text.WriteString(r.Text)
	}
	return text.String()
}

// Kind words what a kind of milestone does.
func (v Voice) Kind(k site.Kind) string { return v.words.Kinds[k] }

// State words how a service stands that has no words of its own, for legends and
// columns; Standing words how one stands at an instant.
func (v Voice) State(s site.State) string { return v.words.States[s] }

// Status words a milestone's standing.
func (v Voice) Status(s site.Status) string { return v.words.Statuses[s] }
