package audit

import (
	"strings"
	"testing"

	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// BenchmarkGrowth measures what eight times a hostile text costs.
func BenchmarkGrowth(b *testing.B) {
	v := site.Vocabulary{Services: []*site.Service{{ID: "settlement", Name: "联网结算"}, {ID: "counter", Name: "窗口经办"}}}
	for _, unit := range []string{"12月30日20时暂停联网结算，", "一、1. （一）", "1. 暂停\n", "停机前", "问：\n", "（", "附件\n", "。", "0571-85119460、", "https://a.b/c ", "暂停", "2021年12月30日\n", "另行通知，", "# a\n", "甲：2021年12月30日起\n1. 窗口\n"} {
		b.Run(strings.TrimSpace(unit), func(b *testing.B) {
			testkit.Growth(b, unit, 1<<12, 8, func(text string) { Read("notice.txt", text, nil, v) })
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add("关于暂停的通告\n一、时间\n1. 自2021年12月24日17时起，暂停窗口业务；\n附件：甲\n某局\n2021年12月20日\n附件\n甲\n电话：0571-85119460，https://a.b/#/c。")
	v := site.Vocabulary{Services: []*site.Service{{ID: "settlement", Name: "联网结算"}, {ID: "counter", Name: "窗口经办"}}}
	f.Fuzz(func(t *testing.T, text string) {
		report, problems := Read("notice.txt", text, nil, v)
		if (report == nil) == (len(problems) == 0) {
			t.Fatalf("%q: a report or problems", text)
		}
	})
}
