package mention

import (
	"testing"

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
		"": site.ErrForm, "12月11日8时": site.ErrYear, "8:00": site.ErrForm, "20：00": site.ErrForm, "2026": site.ErrForm, "2026年": site.ErrForm, "2026年12月底": site.ErrForm,
		"2026年12月11日8时起": site.ErrForm, "2026年12月11日至13日": site.ErrForm, "2026年12月11日8时30分15秒": site.ErrForm, "settlement-stop": site.ErrForm, "每天8时": site.ErrForm, "明日": site.ErrForm,
	} {
		if m, err := ReadMoment(written); err != want {
			t.Errorf("%q: %s, %v; want %v", written, m, err, want)
		}
	}
}
