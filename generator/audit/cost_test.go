package audit

import (
	"strings"
	"testing"
	"time"

	"tonggao/generator/site"
)

// A hostile text must not cost the square of its length.
func TestLinear(t *testing.T) {
	v := site.Vocabulary{Services: []*site.Service{{ID: "settlement", Name: "联网结算"}, {ID: "counter", Name: "窗口经办"}}}
	for _, unit := range []string{"12月30日20时暂停联网结算，", "一、1. （一）", "1. 暂停\n", "停机前", "问：\n", "（", "附件\n", "。", "0571-85119460、", "https://a.b/c ", "暂停", "2021年12月30日\n", "另行通知，", "# a\n", "甲：2021年12月30日起\n1. 窗口\n"} {
		cost := func(octets int) time.Duration {
			text := strings.Repeat(unit, octets/len(unit))
			least := time.Hour
			for range 3 { // the least: a busy machine slows a run now and then
				start := time.Now()
				Read("notice.txt", text, nil, v)
				least = min(least, time.Since(start))
			}
			return least
		}
		short, long := cost(1<<12), cost(1<<15)
		if long > 8*10*max(short, time.Millisecond) {
			t.Errorf("%q: %v for 4 KiB, %v for 32 KiB", unit, short, long)
		}
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
