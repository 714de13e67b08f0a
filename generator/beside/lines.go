package beside

import (
	"slices"
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/site"
)

// DayOfList is the one day that the line tells which opens the list of an item: 5月26日1:00至9:00升级，
// 以下服务受到影响：, whose items stop at clocks of that day.
func DayOfList(f *issued.Facts, block int) (day site.Moment) {
	if f.Doc.Blocks[block].Role != issued.Item {
		return day
	}
	intro := block - 1
	for intro >= 0 && f.Doc.Blocks[intro].Role == issued.Item {
		intro--
	}
	if intro < 0 || !strings.HasSuffix(f.Doc.Line(intro), "：") {
		return day
	}
	for i := range f.Times {
		switch x := &f.Times[i]; {
		case x.Block != intro:
		case !x.Moment.Known() || x.Use != issued.Stated || day.Known() && day.Day() != x.Moment.Day():
			return site.Moment{}
		default:
			day = site.Moment{Instant: x.Moment.Day().Start(), Precision: site.ToDay}
		}
	}
	return day
}

// StopsBehind reports whether the clause behind a window says that something stops in it.
func StopsBehind(d *issued.Document, at int) bool {
	clause := grammar.UpTo(issued.FullWidth(issued.Clean(d.Text[at:max(at, d.Sentence(at-1).End)])), "，。；")
	all := grammar.Senses(clause, true)
	return len(all) > 0 && all[0].Kind == site.Suspend && !all[0].Weak
}

// PlaceFirst reports whether of the lines with labels around one those of places stand before those
// of times: 停电线路：……, 停电时间：…….
func PlaceFirst(f *issued.Facts, block int) bool {
	for block > 0 && grammar.OwnLine.MatchString(f.Doc.Line(block-1)) {
		block--
	}
	first := false
	for ; block < len(f.Doc.Blocks) && grammar.OwnLine.MatchString(f.Doc.Line(block)); block++ {
		first = first || grammar.PlaceLine.MatchString(f.Doc.Line(block))
		if slices.ContainsFunc(f.Times, func(x issued.Fact) bool { return x.Block == block }) {
			return first
		}
	}
	return false
}
