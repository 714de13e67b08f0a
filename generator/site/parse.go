package site

import (
	"regexp"
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

var moment = regexp.MustCompile(`^(\d{4})-(\d{2})(?:-(\d{2})(?:[ T](\d{2}):(\d{2}))?)?$`)

// ParseMoment reads the time forms of notice.toml: 2022-01-04 09:00 (hour when
// the minutes are 00, else minute), 2022-03-31 (day), 2022-01 (month).
// "2022-02-27 24:00" is 00:00 of the next day and keeps the wording 24时.
func ParseMoment(written string) (Moment, error) {
	f := moment.FindStringSubmatch(written)
	if f == nil {
		return Moment{}, ErrForm
	}
	year, month, day := number(f[1]), number(f[2]), 1
	if f[3] != "" {
		day = number(f[3])
	}
	start := time.Date(year, time.Month(month), day, 0, 0, 0, 0, China)
	if month < 1 || month > 12 || start.Day() != day || year < 1949 || year > 2999 {
		return Moment{}, ErrDay
	}
	switch {
	case f[3] == "":
		return Moment{Instant: start, Precision: Month}, nil
	case f[4] == "":
		return Moment{Instant: start, Precision: ToDay}, nil
	}
	return withClock(start, number(f[4]), number(f[5]))
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

// ParseDay reads 2006-01-02.
func ParseDay(written string) (Day, error) {
	m, err := ParseMoment(written)
	if err == nil && m.Precision != ToDay {
		err = ErrForm
	}
	return DayOf(m.Instant), err
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits) // the pattern lets only digits through
	return n
}
