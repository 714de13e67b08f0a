package issued

import (
	"testing"

	"tonggao/generator/site"
)

// A notice without a day of issue has its year from its title; a feast at the begin of that
// year has days before it.
func TestYearOfTheTitle(t *testing.T) {
	for _, c := range []struct{ title, day, want string }{
		{"游泳馆2025年元旦开放公告", "12月31日闭馆。", "2024-12-31"},
		{"游泳馆2025年元旦开放公告", "1月2日起开放。", "2025-01-02"},
		{"2025年春节期间菜市场休市公告", "2月9日休市。", "2025-02-09"},
		{"游泳馆2025年年度检修公告", "12月1日闭馆。", "2025-12-01"},
		{"2025年春节期间菜市场休市公告", "今日休市。", ""},
	} {
		facts, _ := Read("notice.txt", c.title+"\n\n"+c.day+"\n", site.Vocabulary{}, nil, site.Day{})
		have := ""
		for _, x := range facts.Times {
			if x.Use == Stated {
				have = x.Moment.Datetime()
			}
		}
		if have != c.want {
			t.Errorf("%s: %s is %q, not %q", c.title, c.day, have, c.want)
		}
	}
}
