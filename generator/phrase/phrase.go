// Package phrase is the one place that puts facts into words: moments, kinds,
// states, moves, and the running text of a notice with its placeholders filled
// in and its headings numbered. Every writer takes its words from here, so that
// page, print, calendar and data cannot disagree.
package phrase

import (
	"strings"

	"tonggao/generator/site"
)

// A Voice words facts in one language.
type Voice struct {
	Language site.Language
	words    *words

	dictionary site.Dictionary // of authors' words; nil without one
	outline    site.Outline    // of the article that is being worded; nil outside one
}

// In returns the voice of a language; Chinese for one that it does not know.
func In(lang site.Language) Voice {
	w, ok := vocabulary[lang]
	if !ok {
		lang, w = site.Chinese, vocabulary[site.Chinese]
	}
	return Voice{Language: lang, words: w}
}

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
