package claim

import (
	"regexp"
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/site"
)

// Hours of every day are no window of one milestone: 26日、27日每天22:00至次日5:00; 2月11日至2月17日
// 10:00—16:30. Of the second only the days are a window.
var (
	daily     = regexp.MustCompile(`^(?:（[^）]*）)?\s*[，,]?\s*每(?:天|日|晚|夜)`)
	eachDay   = regexp.MustCompile(`^(?:（[^）]*）)?\s*[，,]?\s*(?:每[天日晚夜]的?)?(?:凌晨|早上?|上午|中午|下午|晚上?|夜间)?\s*[0-9]{1,2}(?:[:：时点])`)
	dashed    = regexp.MustCompile(`^\s*(?:—+|－|-+|–|~|～|至|到)\s*(?:次日)?$`)
	beforeDay = regexp.MustCompile(`^\s*(?:（[^）]*）)?\s*[，,]?\s*(?:的|每[天日晚夜]的?)?\s*$`)
	clockTail = regexp.MustCompile(`(?:凌晨|早上?|上午|中午|下午|晚上?|夜间)?\s*[0-9]{1,2}(?:[:：][0-9]{2}|[时点][0-9]{0,2}分?)$`)
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
		case to.Clock >= 0 && !to.DateOmitted && dashed.MatchString(gap):
			at := clockTail.FindStringIndex(d.Doc.In(spanOf(to)))
			if at == nil || at[0] == 0 {
				continue
			}
			to.End = to.Start + at[0]
			to.Clock, to.Moment = -1, site.Moment{Instant: to.Moment.Day().Start(), Precision: site.ToDay}
			recurs(next)
		case to.Moment.Precision == site.ToDay && next.Opens && i+3 < len(d.Times) && d.Times[i+3].Closes && beforeDay.MatchString(gap):
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
	return it.until != nil && it.until.Precision == site.ToDay && !it.moment().Exact() && (eachDay.MatchString(it.post) || daily.MatchString(it.post))
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
