package claim

import (
	"strings"
	"time"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/mention"
	"tonggao/generator/site"
)

// items gathers the times of a part.
func (d *Reading) items(block int, s issued.Span) []item {
	var all []item
	for i := 0; i < len(d.Times); i++ {
		x := &d.Times[i]
		if x.Start >= s.Start && x.End <= s.End {
			d.complete(i, all, s)
		}
		if x.Start >= s.Start && (d.spent[x.Start] || d.OfDecree(x)) {
			continue
		}
		if i > 0 && x.Closes && d.Times[i-1].Opens && (d.Times[i-1].Recurs || !d.Times[i-1].Moment.Known()) {
			continue // 每天22:00至次日5:00: the end of no one day
		}
		if x.Start < s.Start || x.End > s.End || x.Use != issued.Stated || !x.Moment.Known() {
			continue
		}
		if words := x.Words(d.Doc.Text); x.Vague && (x.Finest != mention.Month || strings.HasSuffix(words, "旬")) {
			d.vague()
			continue
		}
		it := item{Span: issued.Span{Start: x.Start, End: x.End}, times: []*issued.Fact{x}, block: block}
		if x.Opens && i+1 < len(d.Times) && d.Times[i+1].Closes && d.Times[i+1].Moment.Known() && d.Times[i+1].End <= s.End {
			it.close = &d.Times[i+1]
			it.until, it.End = &it.close.Moment, it.close.End
			i++
			if !it.until.End().After(x.Moment.Instant) {
				continue
			}
			if n := len(all); n > 0 && it.listHours(all[n-1], d.Doc.Text) {
				all[n-1] = it
				continue
			}
			if n := len(all); n > 0 && x.DateOmitted && all[n-1].until == nil && grammar.Beside.MatchString(d.Doc.Text[all[n-1].End:it.Start]) {
				it.Start, all = all[n-1].Start, all[:n-1]
			}
		}
		if n := len(all); n > 0 && it.until == nil && all[n-1].until == nil && !x.Moment.Exact() && x.Moment.Precision == all[n-1].moment().Precision && grammar.Listing.MatchString(d.Doc.Text[all[n-1].End:it.Start]) {
			all[n-1].times = append(all[n-1].times, x)
			all[n-1].End = it.End
			continue
		}
		if n := len(all); n > 0 && it.until == nil && all[n-1].until == nil && grammar.FromFirst.MatchString(d.Doc.Text[all[n-1].End:it.Start]) && x.Moment.Instant.After(all[n-1].moment().Instant) {
			all[n-1].until, all[n-1].close, all[n-1].End = &x.Moment, x, it.End
			continue
		}
		if n := len(all); n > 0 && !all[n-1].moment().Exact() && grammar.Sometime.MatchString(d.Doc.Text[all[n-1].End:it.Start]) {
			d.vague()
			all = all[:n-1]
			continue
		}
		all = append(all, it)
	}
	return all
}

// vague asks about a time that no milestone can have: 12月中旬.
func (d *Reading) vague() {
	d.Ask("原文只写某月中旬、月底或某日晚上一类，没有写明日期或时刻的，没有写成时间节点，请写明")
}

// complete gives a clock without a day that of the time before it in its sentence. The
// bounds of a window need words that say what stops, which hours of opening have not.
func (d *Reading) complete(i int, all []item, s issued.Span) {
	x, last := &d.Times[i], (*item)(nil)
	if len(all) > 0 {
		last = &all[len(all)-1]
	} else if o := d.lastItem; o != nil && o.End < s.Start && strings.HasSuffix(d.Doc.Text[:s.Start], "；") && d.Doc.Sentence(o.Start).Start == d.Doc.Sentence(x.Start).Start {
		last = o // 18时前上传；19时前对账
	}
	switch {
	case last == nil, x.Closes:
	case !x.Opens:
		onDay(x, last)
		if grammar.Earlier.MatchString(d.Doc.Text[last.End:x.Start]) && !x.Moment.Known() {
			onDay(x, &item{times: []*issued.Fact{{Time: mention.Time{Moment: site.Moment{Instant: last.moment().Day().Start(), Precision: site.ToDay}}}}})
		}
	case i+1 < len(d.Times) && d.Times[i+1].Closes:
		gap := d.Doc.Text[last.End:x.Start]
		if grammar.OpeningHours.MatchString(gap) {
			return
		}
		_, stops := grammar.LabelSense(gap)
		more := last.until != nil && last.until.Exact() && grammar.GoesOnBehind.MatchString(gap) // 9:00—11:00检录、14:30—16:30决赛
		if !more && (last.until != nil || last.moment().Precision != site.ToDay || !stops && !grammar.Beside.MatchString(gap)) {
			return
		}
		onDay(x, last)
		if x.Moment.Known() && !d.Times[i+1].Moment.Known() {
			onDay(&d.Times[i+1], &item{times: []*issued.Fact{x}})
		}
	}
}

// onDay completes a bare clock by the time before it in its sentence: 2月8日正常开放，
// 下午3时停止入馆; 8时起停电，16时恢复. A clock that would go back is another day's.
func onDay(x *issued.Fact, last *item) {
	if x.Moment.Known() || !x.DateOmitted || x.Clock < 0 || x.Recurs || x.Weekday > 0 || x.Impossible || last == nil || len(last.times) > 1 {
		return
	}
	before := last.moment()
	if last.until != nil {
		before = *last.until
	}
	if first := last.moment(); last.until != nil && first.Exact() && first.Day() != before.Day() && x.Clock > first.Instant.In(site.China).Hour()*60+first.Instant.In(site.China).Minute() {
		return // 20:00至次日2:00升级，其中22:00后……: of the first day or of the last
	}
	day := before.Day().Start()
	at := site.Moment{Instant: day.Add(time.Duration(x.Clock) * time.Minute), Precision: site.Hour}
	if x.Clock%60 > 0 {
		at.Precision = site.Minute
	}
	switch {
	case before.Precision == site.ToDay && last.until == nil:
	case !before.Exact(), at.Instant.Before(before.Instant), last.until == nil && at.Instant.Equal(before.Instant):
		return
	}
	x.Moment = at
}
