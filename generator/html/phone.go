package html

import (
	"slices"

	"tonggao/generator/article"
	"tonggao/generator/phone"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// numbers are those that a region's contacts and hotlines name.
func numbers(r *site.Region) []string {
	known := slices.Clone(r.Hotlines)
	for _, c := range r.Contacts {
		known = append(known, c.Phones...)
		for _, l := range c.Lines {
			known = append(known, l.Phones...)
		}
	}
	return known
}

// callable turns the numbers in words into links that call them.
func (p *page) callable(runs []phrase.Run) []phrase.Run {
	if p.phones == nil {
		p.phones = phone.Among(numbers(p.output.Notice.Region))
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
	for _, place := range p.phones.In(text) {
		cut(place[0], "")
		cut(place[1], phone.Tel(text[place[0]:place[1]]))
	}
	cut(len(text), "")
	return parts
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
