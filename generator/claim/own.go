package claim

import (
	"strings"
	"time"

	"tonggao/generator/grammar"
	"tonggao/generator/site"
)

// tellsItself reports whether the words around a time say themselves what it is of, so that no
// heading, list or title does.
func (i *item) tellsItself(content string) bool {
	first := grammar.UpTo(content, "，")
	switch {
	case strings.HasSuffix(i.pre, "为") && !grammar.TimeIs.MatchString(i.pre): // 工期为
		return true
	case strings.HasSuffix(i.pre, "（") && content != "": // 汛期（……）水位较高
		return true
	case grammar.Event.MatchString(strings.TrimRight(i.label+i.pre, "：")):
		return true
	case i.until == nil:
		return false
	}
	handled := grammar.Handled.MatchString(first) && grammar.PlainName(i.pre) != "" // 年审由6月1日至6月30日办理
	return handled || grammar.OwnTerm.MatchString(i.pre) || grammar.GoesOn.MatchString(first) || grammar.Staff.MatchString(first) || grammar.EachDoing.MatchString(i.post)
}

// subject is what the words before a time name, without the word for its time: 准考证打印时间.
func (i *item) subject() string {
	return strings.TrimSuffix(strings.TrimSuffix(grammar.PlainName(grammar.SubjectOf(i.pre)), "起止"), "时间")
}

// ofSeason reports whether a window is that of a season whose hours of opening follow: 夏令（5月1日至
// 9月30日）开放时间：9:00—17:30.
func (i *item) ofSeason() bool {
	return i.until != nil && !i.moment().Exact() && (grammar.Season.MatchString(i.pre) && grammar.HoursBehind.MatchString(i.post) || grammar.SeasonHours.MatchString(i.pre))
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
