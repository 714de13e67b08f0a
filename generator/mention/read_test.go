package mention

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"tonggao/generator/site"
)

func TestReadMoment(t *testing.T) {
	for written, want := range map[string]string{
		"2026-12-11 08:00": "2026-12-11 08:00", "2026-12-11 24:00": "2026-12-11 24:00", "2026-12-11": "2026-12-11", "2026-12": "2026-12",
		"2026年12月11日8时": "2026-12-11 08:00", "2026年12月11日8时30分": "2026-12-11 08:30", "2026年12月11日": "2026-12-11", "2026年12月": "2026-12",
		"2026-12-11 8:00": "2026-12-11 08:00", "2026-12-11 20：00": "2026-12-11 20:00", "2026/12/11 8:00": "2026-12-11 08:00", "2026.12.11": "2026-12-11",
		"2026年12月11日24时": "2026-12-11 24:00", "2026年12月11日下午3点": "2026-12-11 15:00", "２０２６年１２月１１日８时": "2026-12-11 08:00", " 2026-12-11 8:00 ": "2026-12-11 08:00",
		"2026年12⽉11⽇8时": "2026-12-11 08:00", "二〇二六年十二月十一日": "2026-12-11", "2026-12-11T8:00": "2026-12-11 08:00", "2026-1-2": "2026-01-02", "2026-12-11 20时": "2026-12-11 20:00",
	} {
		if m, err := ReadMoment(written); err != nil || m.String() != want {
			t.Errorf("%q: %s, %v; want %s", written, m, err, want)
		}
	}
	for written, want := range map[string]error{
		"2026-02-30": site.ErrDay, "2026年2月30日": site.ErrDay, "2026年13月1日": site.ErrDay, "2026-12-11 25:00": site.ErrClock, "2026年12月11日25时": site.ErrClock,
		"2026年12月11日下周五8时": site.ErrForm, "2026年12月11日（星期五8时": site.ErrForm, "2026-12-11 星期五 8:00": site.ErrForm, "12月11日（星期五）8时": site.ErrYear, "2026年2月30日（星期五）": site.ErrDay,
		"": site.ErrForm, "12月11日8时": site.ErrYear, "8:00": site.ErrForm, "20：00": site.ErrForm, "2026": site.ErrForm, "2026年": site.ErrForm, "2026年12月底": site.ErrForm,
		"2026年12月11日8时起": site.ErrForm, "2026年12月11日至13日": site.ErrForm, "2026年12月11日8时30分15秒": site.ErrForm, "settlement-stop": site.ErrForm, "每天8时": site.ErrForm, "明日": site.ErrForm,
	} {
		if m, err := ReadMoment(written); err != want {
			t.Errorf("%q: %s, %v; want %v", written, m, err, want)
		}
	}
}

// TestReadWeekday reads times with the weekday behind their day: where it is the day's they
// are what they are without it, else the error names the day's.
func TestReadWeekday(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 1))
	forms := []string{"（星期%s）", "(星期%s)", "（周%s）", "周%s", "星期%s", " 星期%s ", "（礼拜%s）"}
	clocks := []string{"", "0时", "8时", "8时30分", "24时", "17:00", "夜24时", "夜里24时", "夜里12点", "下午3点"}
	for range 5000 {
		day := site.DayOf(time.Date(2020+r.IntN(20), 1, 1+r.IntN(366), 0, 0, 0, 0, site.China))
		date, clock := fmt.Sprintf("%d年%d月%d日", day.Year, day.Month, day.Day), clocks[r.IntN(len(clocks))]
		is, named := (int(day.Start().Weekday())+6)%7, r.IntN(7)
		written := date + fmt.Sprintf(forms[r.IntN(len(forms))], weekdays[named]) + clock
		want, err := ReadMoment(date + clock)
		if err != nil {
			t.Fatalf("%s: %v", date+clock, err)
		}
		have, err := ReadMoment(written)
		switch {
		case named == is && (err != nil || have != want):
			t.Errorf("%s: %s, %v; want %s", written, have, err, want)
		case named != is && (err == nil || !strings.Contains(err.Error(), day.String()+", a 星期"+weekdays[is])):
			t.Errorf("%s: %s, %v", written, have, err)
		}
		near, err := ReadNear(strings.TrimPrefix(written, fmt.Sprintf("%d年", day.Year)), day)
		if named == is && (err != nil || near != want) || named != is && err == nil {
			t.Errorf("%s near %s: %s, %v", written, day, near, err)
		}
	}
	if m, err := ReadMoment("2026年12月11日夜24时"); err != nil || m.String() != "2026-12-11 24:00" {
		t.Error(m, err)
	}
}
