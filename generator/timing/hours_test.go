package timing_test

import (
	"testing"
	"time"

	"tonggao/generator/site"
)

// Hours in the three languages. The days beside the rule have their year where it is
// another than the year in which the hours begin.
func TestHoursAreWorded(t *testing.T) {
	night := []site.HourWindow{{From: 22 * 60, To: 30 * 60}}
	offices := []site.HourWindow{{From: 8 * 60, To: 12 * 60}, {From: 14 * 60, To: 17*60 + 30}}
	day := func(y int, m time.Month, d int) site.Day { return site.Day{Year: y, Month: m, Day: d} }
	for _, c := range []struct {
		hours             site.Hours
		zh, hant, english string
	}{
		{site.Hours{Windows: night, Days: site.EveryDay},
			"每天22时至次日6时", "每天22時至次日6時", "daily from 22:00 to 06:00 the next day"},
		{site.Hours{Windows: night, Days: 1<<time.Tuesday | 1<<time.Thursday | 1<<time.Sunday},
			"每周二、周四、周日22时至次日6时", "每周二、周四、周日22時至次日6時", "every Tuesday, Thursday, Sunday from 22:00 to 06:00 the next day"},
		{site.Hours{Windows: []site.HourWindow{{From: 7 * 60, To: 7 * 60}}, Days: site.EveryDay},
			"每天7时", "每天7時", "daily at 07:00"},
		{site.Hours{Windows: offices, Days: site.MonToFri, Workdays: true, Except: []site.Day{day(2024, 5, 1)}},
			"工作日8时至12时、14时至17时30分，5月1日除外", "工作日8時至12時、14時至17時30分，5月1日除外", "on working days from 08:00 to 12:00 and from 14:00 to 17:30, except 1 May"},
		{site.Hours{Windows: night, Days: site.MonToFri, Except: []site.Day{day(2024, 5, 1), day(2025, 1, 1)}, Also: []site.Day{day(2025, 1, 4)}},
			"每周一至周五22时至次日6时，5月1日、2025年1月1日除外，另加2025年1月4日", "每周一至周五22時至次日6時，5月1日、2025年1月1日除外，另加2025年1月4日",
			"every Monday to Friday from 22:00 to 06:00 the next day, except 1 May, 1 January 2025, also on 4 January 2025"},
		{site.Hours{Windows: []site.HourWindow{{From: 0, To: 1440}}, Days: site.SatAndSun, Also: []site.Day{day(2024, 5, 1), day(2024, 5, 2)}},
			"每周六、周日全天，另加5月1日、5月2日", "每周六、周日全天，另加5月1日、5月2日", "every Saturday, Sunday all day, also on 1 May, 2 May"},
	} {
		for language, want := range map[site.Language]string{site.Chinese: c.zh, site.Traditional: c.hant, site.English: c.english} {
			if got := wording(language).Hours(&c.hours, day(2024, 4, 1)); got != want {
				t.Errorf("%s, want %s", got, want)
			}
		}
	}
}
