package site

import (
	"cmp"
	"fmt"
	"time"
)

// A Precision says how exactly a moment is known.
type Precision int

// The precisions. None is a moment without a time of its own: it is pending, or
// it has only bounds.
const (
	None Precision = iota
	Month
	ToDay
	Hour
	Minute
)

// String is the precision's name in notices.json.
func (p Precision) String() string { return [...]string{"none", "month", "day", "hour", "minute"}[p] }

// A Moment is a milestone's time: an instant, how exactly it is known, and how
// it is worded. The zero Moment has no time.
type Moment struct {
	Instant   time.Time // in China; the start of the day or month where that is the precision
	Precision Precision
	As24      bool    // worded 24时 of the day before; Instant is 00:00 of the next
	Gradual   bool    // 逐步, 陆续: from then on for more and more
	Expected  bool    // 预计: its author does not call it certain
	Includes  bool    // of a deadline or a rule by day: that day itself counts
	Pending   bool    // 另行通知: to be announced
	After     *Moment // a lower bound where there is no instant, or nil
	Before    *Moment // an upper bound, or nil
}

// Known reports whether the moment has a time of its own.
func (m Moment) Known() bool { return m.Precision != None }

// Exact reports whether the moment is an instant, not a day or a month.
func (m Moment) Exact() bool { return m.Precision >= Hour }

// Same reports whether two moments name one time with one precision, however
// they are worded.
func (m Moment) Same(o Moment) bool {
	return m.Precision == o.Precision && m.Instant.Equal(o.Instant)
}

// precedes reports whether one moment is over before the other begins, within whether it
// lies in the other; both are known.
func (m Moment) precedes(o Moment) bool {
	return m.Known() && o.Known() && m.Start().Before(o.Start()) && !m.End().After(o.Start())
}

func (m Moment) within(o Moment) bool {
	return m.Known() && o.Known() && !m.Start().Before(o.Start()) && !m.End().After(o.End())
}

// confined reports whether the moment has a bound that is known.
func (m Moment) confined() bool {
	_, bounded := m.bounded()
	return !m.Known() && bounded
}

// sameBounds reports whether two moments lie between the same bounds.
func (m Moment) sameBounds(o Moment) bool {
	same := func(a, b *Moment) bool { return a == b || a != nil && b != nil && a.Same(*b) }
	return same(m.After, o.After) && same(m.Before, o.Before)
}

// Day returns the day that the moment is worded with: for 24时 the day before
// the instant's.
func (m Moment) Day() Day {
	if m.As24 {
		return DayOf(m.Instant.AddDate(0, 0, -1))
	}
	return DayOf(m.Instant)
}

// Start returns the first instant that the moment covers, End the first one
// after it. Both are the instant itself for an exact moment, midnight bounds for
// a day or month, and zero where the time is not known.
func (m Moment) Start() time.Time { return m.Instant }

// End is described at Start.
func (m Moment) End() time.Time {
	switch m.Precision {
	case ToDay:
		return m.Instant.AddDate(0, 0, 1)
	case Month:
		return m.Instant.AddDate(0, 1, 0)
	}
	return m.Instant
}

// Limit returns the instant at which a deadline has passed: the instant itself,
// or for a day its start or end as the author said whether it counts.
func (m Moment) Limit() time.Time {
	if m.Includes {
		return m.End()
	}
	return m.Start()
}

// Datetime writes the moment as ISO 8601 for programs: with offset for an exact
// one, else 2006-01-02 or 2006-01; "" when there is no time. It never says 24.
func (m Moment) Datetime() string {
	switch m.Precision {
	case Month:
		return m.Instant.Format("2006-01")
	case ToDay:
		return m.Instant.Format(time.DateOnly)
	case Hour, Minute:
		return m.Instant.Format(time.RFC3339)
	}
	return ""
}

// String writes the moment as authors write it in notice.toml, the inverse of
// ParseMoment; "tbd" when there is no time.
func (m Moment) String() string {
	switch {
	case m.As24:
		return m.Day().String() + " 24:00"
	case m.Exact():
		return m.Instant.In(China).Format("2006-01-02 15:04")
	case m.Known():
		return m.Datetime()
	}
	return "tbd"
}

// Order is the instant by which a moment is sorted and bounded: its start, its
// bound where it has only bounds, and false where it has neither.
func (m Moment) Order() (time.Time, bool) {
	b, ok := m.bounded()
	return b.Instant, ok
}

// bounded is the moment itself where it is known, else the first of its bounds
// that is.
func (m Moment) bounded() (Moment, bool) {
	if m.Known() {
		return m, true
	}
	for _, bound := range []*Moment{m.After, m.Before} {
		if bound == nil {
			continue
		}
		if b, ok := bound.bounded(); ok {
			return b, true
		}
	}
	return Moment{}, false
}

// A Day is a date in China.
type Day struct {
	Year  int
	Month time.Month
	Day   int
}

// DayOf returns the day in China of an instant.
func DayOf(t time.Time) Day {
	y, m, d := t.In(China).Date()
	return Day{y, m, d}
}

// Start returns 00:00 of the day in China.
func (d Day) Start() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, China) }

// String writes the day as 2006-01-02, the form of TOML and ISO 8601.
func (d Day) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day) }

// IsZero reports whether the day is unset.
func (d Day) IsZero() bool { return d == Day{} }

// Compare is negative when d is before o, positive when after.
func (d Day) Compare(o Day) int {
	return cmp.Or(cmp.Compare(d.Year, o.Year), cmp.Compare(d.Month, o.Month), cmp.Compare(d.Day, o.Day))
}
