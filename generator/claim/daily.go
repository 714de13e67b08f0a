package claim

import (
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/site"
	"tonggao/generator/sketch"
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

// opensDaily states the days of a window whose hours of opening are named. Of a stop, which state
// asks about, it states the days.
func (d *Reading) opensDaily(it *item) {
	for _, c := range grammar.Clauses(it.post) {
		if all := grammar.Senses(c, false); len(all) > 0 && all[0].Kind != site.Resume && all[0].Kind != site.Opening {
			break
		} else if len(all) > 0 || strings.Contains(c, "办公") {
			d.lasts(it, c)
			return
		}
	}
	before := d.saidAt
	if d.turn(it); d.saidAt == before {
		d.askDaily()
	}
}

// askDaily asks about hours of each day that nothing states.
func (d *Reading) askDaily() {
	d.Ask("原文写“每天”某时段的，没有写成时间节点，请逐日补写")
}

// aboutEnd is asked where only the end of a window is near: 8时至17时左右. Its begin is sure, and of
// a milestone expected says both.
const aboutEnd = "原文只在截止时间后写“左右”，请核对"

// partly is asked about what is so only at some hours of each day, or on some days of each week.
// What comes back at such hours is open at them.
const (
	partly  = "原文说的只是每天或每周的某些时段，这里写成了整段时间，请按原文改写"
	atHours = "原文另有每天或每周的时段，这里没有写，请核对是否补写daily"
)

// askEach asks about a sketch where the words around its time, which lasts some days, name hours of
// each of them, or days of each week, or where another cell of its row does.
func (d *Reading) askEach(made *sketch.Sketch, it *item, s grammar.Sense) {
	back := it.until == nil && issued.TurnsLike(s.Kind, site.Resume)
	whole := !it.moment().Exact() && (it.until == nil || it.until.Precision == site.ToDay)
	if d.rowHours || (back || it.lasting()) && grammar.OfEach(it.label+"，"+it.pre, it.post, s.Verb, whole && it.lasting()) {
		made.Asks(map[bool]string{false: partly, true: atHours}[back])
	}
}

// lasting reports whether what is said of an item is so on more days than one, as far as is known.
func (i *item) lasting() bool {
	switch {
	case len(i.times) > 1:
		return true
	case i.until != nil:
		return i.until.Day().Compare(i.moment().Day()) > 0
	}
	return grammar.Since.MatchString(i.post)
}

// hoursOfStop asks about the stops before a sentence or line that names their hours of each day:
// 停水时间：每天9:00—17:00. It reports whether the words are of that kind.
func (d *Reading) hoursOfStop(block int, s issued.Span, words string) bool {
	all := grammar.Senses(words, false)
	often := grammar.Often(words)
	stops := len(all) > 0 && all[0].Kind == site.Suspend && (grammar.Often(words[:all[0].Start]) || grammar.HoursOnly(strings.Trim(words[:all[0].Start], "，")))
	if !grammar.StopHours(words) && !stops {
		return false
	}
	last, asked := d.LastStop(s.Start), false
	if stops && last < d.Doc.Blocks[block].Start {
		return false
	}
	for _, o := range d.Sketches {
		days := o.Until == nil || o.Until.Day().Compare(o.Moment.Day()) > 0
		if o.Kind == site.Suspend && !o.Withdrawn && o.Start == last && days && (often || !o.Moment.Exact()) {
			o.Asks(partly)
			asked = true
		}
	}
	if !asked && often {
		d.askDaily()
	}
	return asked
}
