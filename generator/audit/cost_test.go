package audit

import (
	"strings"
	"testing"
	"time"

	"tonggao/generator/site"
)

// BenchmarkGrowth measures what eight times a hostile text costs, as a ratio:
// about 8 for a walk that is linear, 64 for one that is quadratic.
func BenchmarkGrowth(b *testing.B) {
	v := site.Vocabulary{Services: []*site.Service{{ID: "settlement", Name: "联网结算"}, {ID: "counter", Name: "窗口经办"}}}
	for _, unit := range []string{"12月30日20时暂停联网结算，", "一、1. （一）", "1. 暂停\n", "停机前", "问：\n", "（", "附件\n", "。", "0571-85119460、", "https://a.b/c ", "暂停", "2021年12月30日\n", "另行通知，", "# a\n", "甲：2021年12月30日起\n1. 窗口\n"} {
		b.Run(strings.TrimSpace(unit), func(b *testing.B) {
			short, long := strings.Repeat(unit, (1<<12)/len(unit)), strings.Repeat(unit, (1<<15)/len(unit))
			var cost [2]time.Duration
			for b.Loop() {
				for i, text := range []string{short, long} {
					start := time.Now()
					Read("notice.txt", text, nil, v)
					cost[i] += time.Since(start)
				}
			}
			b.ReportMetric(float64(cost[1])/float64(cost[0]), "growth/8x")
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
