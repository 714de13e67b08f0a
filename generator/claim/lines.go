package claim

import (
	"strings"

	"tonggao/generator/beside"
	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/mention"
	"tonggao/generator/site"
	"tonggao/generator/sketch"
)

// dayLines completes the clocks of lines and tables by the one day that stands above
// them, and takes that day for no fact of its own where its line has nothing else.
func (d *Reading) dayLines() {
	for i := range d.Times {
		x := &d.Times[i]
		if !d.bareWindow(i) || x.Block < 0 {
			continue
		}
		if day := beside.DayOfList(d.Facts, x.Block); day.Known() && beside.StopsBehind(d.Doc, d.Times[i+1].End) {
			above := &item{times: []*issued.Fact{{Time: mention.Time{Moment: day}}}}
			onDay(x, above)
			onDay(&d.Times[i+1], above)
			continue
		}
		row := strings.HasPrefix(d.Doc.Text[d.Doc.Blocks[x.Block].Body:], "|")
		if !row && !grammar.HoursLine.MatchString(d.Doc.Text[d.Doc.Blocks[x.Block].Body:x.Start]) || row && d.dayInRow(x.Block) {
			continue
		}
		day, alone := d.dayAbove(x.Block, row)
		if day == nil {
			continue
		}
		above := &item{times: []*issued.Fact{day}}
		onDay(x, above)
		end := &d.Times[i+1]
		if onDay(end, above); end.Moment.Known() && !end.Moment.Instant.After(x.Moment.Instant) {
			end.Moment.Instant = end.Moment.Instant.AddDate(0, 0, 1)
		}
		if alone {
			d.spent[day.Start] = true
		}
	}
}

// bareWindow reports whether a time opens a window of clocks without a day.
func (d *Reading) bareWindow(i int) bool {
	x := &d.Times[i]
	return x.Opens && x.DateOmitted && !x.Moment.Known() && !x.Recurs && x.Weekday == 0 && x.Clock >= 0 && i+1 < len(d.Times) && d.Times[i+1].Closes && d.Times[i+1].DateOmitted
}

// dayInRow reports whether a row of a table, or a line, has a day of its own.
func (d *Reading) dayInRow(block int) bool {
	for i := range d.Times {
		if x := &d.Times[i]; x.Block == block && x.Moment.Known() && !x.DateOmitted {
			return true
		}
	}
	return false
}

// dayAbove is the one day of the nearest block above with a time, at most four blocks up
// from a line and from the head of its table from a row; alone tells that its line has no
// more than it.
func (d *Reading) dayAbove(block int, row bool) (day *issued.Fact, alone bool) {
	from := block
	for row && from > 0 && strings.HasPrefix(d.Doc.Text[d.Doc.Blocks[from-1].Body:d.Doc.Blocks[from-1].End], "|") {
		from--
	}
	for j := from - 1; j >= 0 && j >= from-4; j-- {
		var found []*issued.Fact
		for i := range d.Times {
			if x := &d.Times[i]; x.Block == j && x.Use == issued.Stated {
				found = append(found, x)
			}
		}
		if len(found) == 0 {
			continue
		}
		b := d.Doc.Blocks[j]
		if len(found) > 1 || found[0].Moment.Precision != site.ToDay || !found[0].Moment.Known() || found[0].Vague {
			return nil, false
		}
		alone = grammar.DayLine.MatchString(d.Doc.Text[b.Body:found[0].Start]) && grammar.PlainName(d.Doc.Text[found[0].End:b.End]) == ""
		if !row && !alone {
			return nil, false
		}
		return found[0], alone
	}
	return nil, false
}

// places gives the stops just stated the place that a line of its own names, with its head
// before it: 二、停水范围：湖滨路以东.
func (d *Reading) places(block int) bool {
	words := d.Doc.Brief(d.Doc.Blocks[block])
	if head := d.Doc.RunIn(block); head >= 0 {
		words = d.Doc.Brief(d.Doc.Blocks[head]) + "：" + words
	}
	said := len(d.saidLine) > 0 && !grammar.OwnLine.MatchString(d.Doc.Line(block-1))
	if found := grammar.PlaceLine.FindStringSubmatch(words); found != nil && !said && !d.dayInRow(block) && beside.PlaceFirst(d.Facts, block) {
		d.place = sketch.ShortScope(found[1])
		return true
	}
	return !d.dayInRow(block) && sketch.Scoped(d.saidLine, words)
}
