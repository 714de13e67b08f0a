package claim

import (
	"slices"
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/mention"
	"tonggao/generator/site"
)

// fromToday adds the times that are written as 即日起, where the day of issue is known.
func (d *Reading) fromToday() {
	day := d.Issued
	if day.IsZero() {
		day = d.Set.Issued
	}
	if day.IsZero() {
		return
	}
	for i, b := range d.Doc.Blocks {
		if b.Role == issued.Title || b.Role == issued.Meta {
			continue
		}
		for at := b.Body; at < b.End; {
			start, word := grammar.SinceToday(d.Doc.Text[at:b.End])
			if word == "" {
				break
			}
			start += at
			at = start + len(word)
			t := mention.Time{Start: start, End: start + len(strings.TrimSuffix(word, "起")), Finest: mention.Day, Year: day.Year, Month: int(day.Month), Day: day.Day, Clock: -1, YearOmitted: true, Loose: true}
			t.Moment = site.Moment{Instant: day.Start(), Precision: site.ToDay}
			d.insert(issued.Fact{Time: t, Block: i, Sentence: d.Doc.Sentence(start), Effects: []issued.Effect{{Kind: site.Rule, At: t.End}}})
		}
	}
}

// insert puts a time among the others; it opens a window where 至 joins it to the next.
func (d *Reading) insert(x issued.Fact) {
	at, found := slices.BinarySearchFunc(d.Times, x.Start, func(o issued.Fact, start int) int { return o.Start - start })
	if found || at < len(d.Times) && d.Times[at].Start < x.End {
		return
	}
	if at < len(d.Times) {
		next := &d.Times[at]
		if gap := issued.Clean(d.Doc.Text[x.End:next.Start]); slices.Contains([]string{"起至", "至", "起到", "到", "—", "起—", "-"}, gap) {
			x.Opens, next.Closes = true, true
		}
	}
	d.Times = slices.Insert(d.Times, at, x)
}
