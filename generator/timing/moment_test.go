package timing_test

import (
	"strings"
	"testing"
	"time"

	"tonggao/generator/lexicon"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
	"tonggao/generator/timing"
)

// wording is that of a language.
func wording(language site.Language) timing.Wording {
	words, _ := lexicon.In(language)
	return timing.In(words)
}

// form adds up forms by the names that authors have for them.
func form(names string) (form timing.Form) {
	for _, name := range strings.Fields(names) {
		form |= map[string]timing.Form{"date": timing.DateOnly, "short": timing.Short, "time": timing.Time, "24": timing.As24, "0": timing.As0,
			"weekday": timing.Weekday, "deadline": timing.Deadline}[name]
	}
	return form
}

func TestMomentForms(t *testing.T) {
	zh, en, hant := wording(site.Chinese), wording(site.English), wording(site.Traditional)
	for _, c := range []struct{ written, form, want string }{
		{"2021-12-30 20:00", "", "2021年12月30日20时"},
		{"2021-12-30 20:00", "date", "2021年12月30日"},
		{"2021-12-30 20:00", "short", "12月30日20时"},
		{"2021-12-30 20:00", "time", "20时"},
		{"2021-12-30 20:00", "weekday", "2021年12月30日（星期四）20时"},
		{"2022-01-04 08:05", "", "2022年1月4日8时05分"},
		{"2022-01-01 00:00", "", "2022年1月1日0时"},
		{"2022-01-01 00:00", "24", "2021年12月31日24时"},
		{"2022-01-01 00:00", "24 short", "12月31日24时"},
		{"2021-12-31 24:00", "", "2021年12月31日24时"},
		{"2021-12-31 24:00", "0", "2022年1月1日0时"},
		{"2021-12-31 24:00", "date", "2021年12月31日"},
		{"2021-12-31 24:00", "weekday", "2021年12月31日（星期五）24时"},
		{"2022-01-02 08:00", "24", "2022年1月2日8时"}, // no midnight: there is no 24时 of it
		{"2022-03-31", "", "2022年3月31日"},
		{"2022-03-31", "deadline", "2022年3月31日前（不含当日）"},
		{"2021-12-30 20:00", "deadline", "2021年12月30日20时前"},
		{"2022-01", "", "2022年1月"},
		{"2022-01", "deadline", "2022年1月前（不含当月）"},
	} {
		if got := zh.Moment(testkit.At(t, c.written), form(c.form)); got != c.want {
			t.Errorf("%s %s: have %s, want %s", c.written, c.form, got, c.want)
		}
	}
	midnight := testkit.At(t, "2021-12-31 24:00")
	if got := hant.Moment(midnight); got != "2021年12月31日24時" {
		t.Error(got)
	}
	if got := en.Moment(midnight); got != "24:00 on 31 December 2021" {
		t.Error(got)
	}
}

func TestUnknownMoments(t *testing.T) {
	after, before := testkit.At(t, "2022-01-01 05:00"), testkit.At(t, "2022-01-02")
	for want, m := range map[string]site.Moment{
		"另行通知":          {Pending: true},
		"2022年1月1日5时以后": {After: &after},
		"2022年1月1日5时以后，具体时间另行通知": {After: &after, Pending: true},
		"2022年1月2日前":                  {Before: &before},
		"2022年1月1日5时至1月2日之间":          {After: &after, Before: &before},
		"2022年1月1日5时至1月2日之间，具体时间另行通知": {After: &after, Before: &before, Pending: true},
	} {
		if got := wording(site.Chinese).Moment(m); got != want {
			t.Errorf("have %s, want %s", got, want)
		}
	}
}

func TestWindowSaysTheYearOnce(t *testing.T) {
	zh := wording(site.Chinese)
	for _, c := range [][3]string{
		{"2021-12-30 20:00", "2022-01-01 00:00", "2021年12月30日20时至2022年1月1日0时"},
		{"2022-01-01 00:00", "2022-01-02 08:00", "2022年1月1日0时至1月2日8时"},
		{"2022-02-27 24:00", "2022-03-11 24:00", "2022年2月27日24时至3月11日24时"},
		{"2021-12-30 20:00", "2021-12-31 24:00", "2021年12月30日20时至12月31日24时"},
	} {
		if got := zh.Window(testkit.At(t, c[0]), testkit.At(t, c[1])); got != c[2] {
			t.Errorf("have %s, want %s", got, c[2])
		}
	}
}

// TestABoundByDayCounts says of a day, or a month, before which something is to be done that
// it counts itself, where its author says so.
func TestABoundByDayCounts(t *testing.T) {
	for written, want := range map[string][2]string{
		"2028-01-31": {"2028年1月31日前（含当日）", "2028年1月31日前"}, "2028-01": {"2028年1月前（含当月）", "2028年1月前"}, "2028-01-31 12:00": {"2028年1月31日12时前", "2028年1月31日12时前"},
	} {
		before, err := site.ParseMoment(written)
		if err != nil {
			t.Fatal(err)
		}
		counts, plain := wording(site.Chinese).Moment(site.Moment{Before: &before, Includes: true}), wording(site.Chinese).Moment(site.Moment{Before: &before})
		if counts != want[0] || plain != want[1] {
			t.Errorf("before %s is %s and %s, want %s", written, counts, plain, want)
		}
	}
}

// An expected time that ends with its weekday has both in the same brackets.
func TestOneBracketForTwoThings(t *testing.T) {
	words, _ := lexicon.In(site.English)
	at := site.Moment{Instant: time.Date(2026, 5, 10, 0, 0, 0, 0, site.China), Precision: site.ToDay, Expected: true}
	for form, want := range map[timing.Form]string{0: "10 May 2026 (expected)", timing.Weekday: "10 May 2026 (Sunday, expected)"} {
		if got := timing.In(words).Moment(at, form); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
