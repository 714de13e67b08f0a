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
	all, cut := runs, false
	for i, run := range runs {
		words := run.URL == "" && run.Section == "" && run.Datetime == "" && !run.Meant && !run.Break && !run.Paper
		var places [][2]int
		if words {
			places = p.phones.In(run.Text)
		}
		if !cut && (len(places) > 0 || words && run.Text == "") {
			all, cut = append(make([]phrase.Run, 0, len(runs)+2*len(places)), runs[:i]...), true
		}
		switch {
		case cut && words:
			all = calls(all, run, places)
		case cut:
			all = append(all, run)
		}
	}
	return all
}

// calls adds the parts of a run, those at some places as links that call.
func calls(all []phrase.Run, run phrase.Run, places [][2]int) []phrase.Run {
	text, at := run.Text, 0
	cut := func(to int, url string) {
		if to > at {
			run.Text, run.URL = text[at:to], url
			all = append(all, run)
			at = to
		}
	}
	for _, place := range places {
		cut(place[0], "")
		cut(place[1], phone.Tel(text[place[0]:place[1]]))
	}
	cut(len(text), "")
	return all
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
