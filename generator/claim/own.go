package claim

import (
	"strings"
	"time"

	"tonggao/generator/grammar"
	"tonggao/generator/site"
)

// subject is what the words before a time name, without the word for its time: 准考证打印时间.
func (i *item) subject() string {
	return strings.TrimSuffix(strings.TrimSuffix(grammar.PlainName(grammar.SubjectOf(i.pre)), "起止"), "时间")
}

// listHours takes into a window of hours the days before it that its list shares them with: 6月9日、11日、
// 16日凌晨0:30—5:30.
func (i *item) listHours(days item, text string) bool {
	x := i.times[0]
	if days.until != nil || days.moment().Precision != site.ToDay || x.DateOmitted || x.Clock < 0 || !grammar.Listing.MatchString(text[days.End:i.Start]) || !days.moment().Instant.Before(x.Moment.Instant) {
		return false
	}
	from := x.Moment.Instant.Sub(x.Moment.Day().Start())
	long := i.until.Instant.Sub(x.Moment.Instant)
	if long <= 0 || long >= 24*time.Hour {
		return false
	}
	i.times, i.ends, i.Start = nil, nil, days.Start
	for _, day := range days.times {
		begin, end := *day, *i.close
		begin.Moment, end.Moment = x.Moment, *i.until
		begin.Moment.Instant = day.Moment.Day().Start().Add(from)
		end.Moment.Instant = begin.Moment.Instant.Add(long)
		i.times, i.ends = append(i.times, &begin), append(i.ends, &end)
	}
	i.times, i.ends = append(i.times, x), append(i.ends, i.close)
	return true
}

// onDay is an item as it is on one day of its list, where that has hours.
func (i *item) onDay(n int) *item {
	if len(i.ends) == 0 {
		return i
	}
	one := *i
	one.times, one.ends = i.times[n:n+1], nil
	one.close = i.ends[n]
	one.until = &one.close.Moment
	return &one
}
