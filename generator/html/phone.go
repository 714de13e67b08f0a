package html

import (
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/article"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// wholeNumber is a telephone number that says so itself: with its area code, of a
// mobile phone, or of the 400 and 800 services.
const wholeNumber = `(?:[(（]0\d{2,3}[)）]|0\d{2,3}[-－—])\d{7,8}|1[3-9]\d{9}|[48]00[-－—]?\d{3}[-－—]?\d{4}`

// phones finds telephone numbers in a text: those that say so themselves, and those
// that the region's contacts and hotlines name.
func phones(r *site.Region) *regexp.Regexp {
	known := slices.Clone(r.Hotlines)
	for _, c := range r.Contacts {
		known = append(known, c.Phones...)
		for _, l := range c.Lines {
			known = append(known, l.Phones...)
		}
	}
	slices.SortStableFunc(known, func(a, b string) int { return len(b) - len(a) }) // the longest of several is meant
	form := wholeNumber
	for _, number := range present(known...) {
		form = regexp.QuoteMeta(number) + "|" + form
	}
	return regexp.MustCompile("(?:" + form + ")(?:[转轉]\\d{1,5})?")
}

// callable turns the numbers in words into links that call them.
func (p *page) callable(runs []phrase.Run) []phrase.Run {
	if p.phones == nil {
		p.phones = phones(p.output.Notice.Region)
	}
	var all []phrase.Run
	for _, run := range runs {
		if run.URL != "" || run.Section != "" || run.Datetime != "" || run.Meant || run.Break || run.Paper {
			all = append(all, run)
			continue
		}
		all = append(all, p.calls(run)...)
	}
	return all
}

func (p *page) calls(run phrase.Run) []phrase.Run {
	var parts []phrase.Run
	text, at := run.Text, 0
	cut := func(to int, url string) {
		if to > at {
			part := run
			part.Text, part.URL = text[at:to], url
			parts = append(parts, part)
			at = to
		}
	}
	for _, place := range p.phones.FindAllStringIndex(text, -1) {
		if digits(text[:place[0]], text[place[1]:]) {
			continue // a part of something longer, such as a document's number
		}
		cut(place[0], "")
		cut(place[1], site.Tel(text[place[0]:place[1]]))
	}
	cut(len(text), "")
	return parts
}

// digits reports whether a number goes on before or behind a place.
func digits(before, after string) bool {
	const goesOn = "0123456789-.〔〕号"
	return strings.ContainsAny(lastLetter(before), goesOn) || strings.ContainsAny(firstLetter(after), goesOn)
}

func firstLetter(text string) string {
	for _, r := range text {
		return string(r)
	}
	return ""
}

func lastLetter(text string) string {
	letters := []rune(text)
	if len(letters) == 0 {
		return ""
	}
	return string(letters[len(letters)-1])
}

// callableRows does so in the cells of a table.
func (p *page) callableRows(t *article.Table) *article.Table {
	with := &article.Table{Head: t.Head}
	for _, row := range t.Rows {
		var cells [][]phrase.Run
		for _, cell := range row {
			cells = append(cells, p.callable(cell))
		}
		with.Rows = append(with.Rows, cells)
	}
	return with
}
