package site

import (
	"strconv"
	"time"

	"tonggao/generator/message"
)

// Errors of ParseMoment. Each says what is wrong with the value in words that
// can stand behind it in a problem.
var (
	ErrForm  = message.New("is no time")
	ErrYear  = message.New("has no year")
	ErrDay   = message.New("names a day that does not exist")
	ErrClock = message.New("names an hour or minute that does not exist")
)

// form is the longest form of a time, of which the others are the beginning. A T may stand for
// the blank.
const form = "0000-00-00 00:00"

// hasForm reports whether a text is written in one of them.
func hasForm(written string) bool {
	switch len(written) {
	case len("0000-00"), len("0000-00-00"), len(form):
	default:
		return false
	}
	for i := range len(written) {
		c := written[i]
		switch form[i] {
		case '0':
			if c < '0' || c > '9' {
				return false
			}
		case ' ':
			if c != ' ' && c != 'T' {
				return false
			}
		default:
			if c != form[i] {
				return false
			}
		}
	}
	return true
}

// ParseMoment reads the time forms of notice.toml: 2022-01-04 09:00 (hour when
// the minutes are 00, else minute), 2022-03-31 (day), 2022-01 (month).
// "2022-02-27 24:00" is 00:00 of the next day and keeps the wording 24时.
func ParseMoment(written string) (Moment, error) {
	if !hasForm(written) {
		return Moment{}, ErrForm
	}
	year, month, day := number(written[:4]), number(written[5:7]), 1
	if len(written) > len("0000-00") {
		day = number(written[8:10])
	}
	start := time.Date(year, time.Month(month), day, 0, 0, 0, 0, China)
	if month < 1 || month > 12 || start.Day() != day || year < 1949 || year > 2999 {
		return Moment{}, ErrDay
	}
	switch len(written) {
	case len("0000-00"):
		return Moment{Instant: start, Precision: Month}, nil
	case len("0000-00-00"):
		return Moment{Instant: start, Precision: ToDay}, nil
	}
	return withClock(start, number(written[11:13]), number(written[14:]))
}

func withClock(day time.Time, hour, minute int) (Moment, error) {
	if hour > 24 || minute > 59 || hour == 24 && minute > 0 {
		return Moment{}, ErrClock
	}
	m := Moment{Instant: day.Add(time.Duration(hour*60+minute) * time.Minute), Precision: Hour, As24: hour == 24}
	if minute > 0 {
		m.Precision = Minute
	}
	return m, nil
}

// Clocked is the moment of an instant at which something ends: midnight is 24时 of the
// day that it ends.
func Clocked(end time.Time) Moment {
	day := DayOf(end.Add(-time.Second)).Start()
	minutes := int(end.Sub(day) / time.Minute)
	m, _ := withClock(day, minutes/60, minutes%60)
	return m
}

// ParseDay reads 2006-01-02.
func ParseDay(written string) (Day, error) {
	m, err := ParseMoment(written)
	if err == nil && m.Precision != ToDay {
		err = ErrForm
	}
	return DayOf(m.Instant), err
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits) // the form lets only digits through
	return n
}
