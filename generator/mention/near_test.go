package mention

import (
	"testing"

	"tonggao/generator/site"
)

// TestReadNear reads what people give for a new time of a milestone of 30 December
// 2026; "" is refused.
func TestReadNear(t *testing.T) {
	day := site.Day{Year: 2026, Month: 12, Day: 30}
	for written, want := range map[string]string{
		"2026-12-31 08:00": "2026-12-31 08:00", "2026年12月11日8时": "2026-12-11 08:00", "12月15日9时": "2026-12-15 09:00", "1月4日9时30分": "2027-01-04 09:30",
		"1月4日": "2027-01-04", "8:00": "2026-12-30 08:00", "20：00": "2026-12-30 20:00", "12月31日24时": "2026-12-31 24:00", "24时": "2026-12-30 24:00",
		" 12月15日 9时 ": "2026-12-15 09:00", "2027年1月": "2027-01", "下午3时": "2026-12-30 15:00",
		"明日": "", "明日8时": "", "次日8时": "", "明年1月4日": "", "下月4日": "", "今天20时": "", "每天8时": "", "周五8时": "", "1月底": "", "节后": "", "": "",
		"12月15日9时至11时": "", "12月15日9时前": "", "2月30日": "", "25:00": "", "12月15日25时": "", "2.5": "",
	} {
		m, err := ReadNear(written, day)
		switch {
		case want == "" && err == nil:
			t.Errorf("%q is read as %s", written, m)
		case want != "" && (err != nil || m.String() != want):
			t.Errorf("%q is read as %s (%v), want %s", written, m, err, want)
		}
	}
}
