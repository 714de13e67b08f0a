package issued_test

import (
	"testing"

	"tonggao/generator/issued"
	"tonggao/generator/site"
)

// The day of issue may share its line with the issuer, or with a word that says what it is; another
// day of the last line is none.
func TestDayOfIssueInALine(t *testing.T) {
	for line, want := range map[string]string{
		"（2020年10月15日发布）":    "2020-10-15",
		"青岚市渡运公司，2020年4月14日": "2020-04-14",
		"2020年10月15日恢复开放。":   "",
	} {
		facts, _ := issued.Read("notice.txt", "关于停渡的公告\n\n各位乘客：\n\n渡运暂停。\n\n"+line+"\n", site.Vocabulary{}, nil, site.Day{})
		if facts == nil {
			t.Fatal(line)
		}
		if got := facts.Issued; want == "" && !got.IsZero() || want != "" && got.String() != want {
			t.Errorf("%s: issued %v, not %s", line, got, want)
		}
	}
}
