package claim

import (
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/site"
)

// dailyHours takes the clocks behind a window of days for hours of each of them.
func (d *Reading) dailyHours() {
	for i := 0; i+2 < len(d.Times); i++ {
		from, to, next := &d.Times[i], &d.Times[i+1], &d.Times[i+2]
		days := from.Opens && to.Closes && from.Moment.Precision == site.ToDay && next.DateOmitted && next.Clock >= 0 && !next.Recurs
		if !days {
			continue
		}
		gap := d.Doc.Text[to.End:next.Start]
		switch {
		case to.Clock >= 0 && !to.DateOmitted && grammar.Dashed.MatchString(gap):
			at := grammar.ClockTail.FindStringIndex(d.Doc.In(spanOf(to)))
			if at == nil || at[0] == 0 {
				continue
			}
			to.End = to.Start + at[0]
			to.Clock, to.Moment = -1, site.Moment{Instant: to.Moment.Day().Start(), Precision: site.ToDay}
			recurs(next)
		case to.Moment.Precision == site.ToDay && next.Opens && i+3 < len(d.Times) && d.Times[i+3].Closes && grammar.BeforeDay.MatchString(gap):
			recurs(next)
			recurs(&d.Times[i+3])
		}
	}
}

func spanOf(x *issued.Fact) issued.Span { return issued.Span{Start: x.Start, End: x.End} }

// recurs takes a clock for one of every day.
func recurs(x *issued.Fact) { x.Recurs, x.Moment = true, site.Moment{} }

// hoursOfDays reports whether hours of each day follow a window of days.
func hoursOfDays(it *item) bool {
	return it.until != nil && it.until.Precision == site.ToDay && !it.moment().Exact() && (grammar.EachDay.MatchString(it.post) || grammar.Nightly.MatchString(it.post) || grammar.Daily.MatchString(it.post))
}

// opensDaily states the days of a window whose hours of opening are named, and asks about
// hours of a stop, whose days it states.
func (d *Reading) opensDaily(it *item) {
	for _, c := range grammar.Clauses(it.post) {
		if all := grammar.Senses(c, false); len(all) > 0 && all[0].Kind != site.Resume && all[0].Kind != site.Opening {
			d.Ask("原文写“每天”某时段的，没有写成时间节点，请逐日补写")
			break
		} else if len(all) > 0 || strings.Contains(c, "办公") {
			d.lasts(it, c)
			return
		}
	}
	d.turn(it)
}
