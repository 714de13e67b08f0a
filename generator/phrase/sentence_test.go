package phrase_test

import (
	"testing"
	"time"

	"tonggao/generator/phrase"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// TestSentencePending holds how a schedule says that a time is to be announced,
// which is also how it says that one was taken back.
func TestSentencePending(t *testing.T) {
	first := site.Moment{Instant: time.Date(2022, 1, 4, 9, 0, 0, 0, site.China), Precision: site.Hour}
	full := site.Moment{Instant: time.Date(2022, 1, 5, 8, 30, 0, 0, site.China), Precision: site.Minute}
	known := site.Moment{Instant: time.Date(2022, 2, 15, 0, 0, 0, 0, site.China), Precision: site.ToDay, Pending: true, Gradual: true}
	cases := []struct {
		text   string
		moment site.Moment
		want   string
	}{
		{"全面恢复联网结算", site.Moment{Pending: true}, "全面恢复联网结算，时间另行通知。"},
		{"窗口业务恢复的范围和时间", site.Moment{Pending: true}, "窗口业务恢复的范围和时间另行通知。"},
		{"窗口业务恢复的范围和时间", site.Moment{Pending: true, After: &first}, "窗口业务恢复的范围和时间另行通知（2022年1月4日9时以后）。"},
		{"恢复线上业务", site.Moment{Pending: true, After: &first, Before: &full}, "恢复线上业务，时间另行通知（2022年1月4日9时至1月5日8时30分之间）。"},
		{"恢复线上业务", site.Moment{After: &first}, "2022年1月4日9时以后，恢复线上业务。"},
		{"线上业务陆续恢复", known, "2022年2月15日起，具体时间另行通知，线上业务陆续恢复。"},
		{"线上业务陆续恢复，具体时间以平台恢复受理为准", known, "2022年2月15日起，线上业务陆续恢复，具体时间以平台恢复受理为准。"},
	}
	for _, c := range cases {
		m := &site.Milestone{Notice: &site.Notice{}, Kind: site.Resume, Moment: c.moment, Text: prose.Words{prose.Text{Value: c.text}}}
		if got := phrase.Plain(phrase.In(site.Chinese).Sentence(m)); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}
