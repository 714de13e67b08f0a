package issued

import (
	"slices"
	"strings"

	"tonggao/generator/mention"
	"tonggao/generator/site"
)

// nows are words for the day of issue.
var nows = []string{"即日起", "即日", "自发布之日起", "自公布之日起", "即时起", "即刻起"}

// sinceToday finds the first word of a text for the day of issue, and where it begins, or "".
func sinceToday(text string) (int, string) {
	best, found := -1, ""
	for _, w := range nows {
		if i := strings.Index(text, w); i >= 0 && (best < 0 || i < best) {
			best, found = i, w
		}
	}
	return best, found
}

// FromToday adds the times that are written as 即日起: the day of issue, or the one given
// where the text has none. Where neither is known it adds nothing.
func (f *Facts) FromToday(day site.Day) {
	if !f.Issued.IsZero() {
		day = f.Issued
	}
	if day.IsZero() {
		return
	}
	for i, b := range f.Doc.Blocks {
		if b.Role == Title || b.Role == Meta {
			continue
		}
		for at := b.Body; at < b.End; {
			start, word := sinceToday(f.Doc.Text[at:b.End])
			if word == "" {
				break
			}
			start += at
			at = start + len(word)
			t := mention.Time{Start: start, End: start + len(strings.TrimSuffix(word, "起")), Finest: mention.Day, Year: day.Year, Month: int(day.Month), Day: day.Day, Clock: -1, YearOmitted: true, Loose: true}
			t.Moment = site.Moment{Instant: day.Start(), Precision: site.ToDay}
			f.insert(Fact{Time: t, Block: i, Sentence: f.Doc.Sentence(start), Effects: []Effect{{Kind: site.Rule, At: t.End}}})
		}
	}
}

// insert puts a time among the others; it opens a window where 至 joins it to the next.
func (f *Facts) insert(x Fact) {
	at, found := slices.BinarySearchFunc(f.Times, x.Start, func(o Fact, start int) int { return o.Start - start })
	if found || at < len(f.Times) && f.Times[at].Start < x.End {
		return
	}
	if at < len(f.Times) {
		next := &f.Times[at]
		if gap := Clean(f.Doc.Text[x.End:next.Start]); slices.Contains([]string{"起至", "至", "起到", "到", "—", "起—", "-"}, gap) {
			x.Opens, next.Closes = true, true
		}
	}
	f.Times = slices.Insert(f.Times, at, x)
}
