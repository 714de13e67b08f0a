package issued

import (
	"strings"
	"testing"
	"unicode/utf8"

	"tonggao/generator/site"
)

// FuzzRead holds for every text: it gives facts or problems, every fact stands in
// the text, on whole characters, and in the sentence and the block that it names.
func FuzzRead(f *testing.F) {
	f.Add("关于暂停的通告\n一、时间\n1. 自2021年12月24日17时起，暂停窗口业务；停机前办结，恢复时间另行通知。\n附件：甲\n某局\n2021年12月20日\n附件\n甲\n电话：0571-85119460，https://a.b/#/c。")
	f.Add("问：12月30日\n20时暂停刷卡吗？\n答：（联网结算除外）自 12 月 30 日 20 时起停用，拨打12393")
	v := site.Vocabulary{Services: []*site.Service{{ID: "settlement", Name: "联网结算"}, {ID: "counter", Name: "窗口经办"}}}
	f.Fuzz(func(t *testing.T, text string) {
		facts, problems := Read("notice.txt", text, v, []string{"青岚市"}, site.Day{Year: 2023, Month: 5, Day: 8})
		if (facts == nil) == (len(problems) == 0) {
			t.Fatalf("%q: facts or problems", text)
		}
		if facts == nil {
			return
		}
		for _, x := range facts.Times {
			b := facts.Doc.Blocks[x.Block]
			if x.Start < b.Start || x.Start >= b.End || len(x.Effects) == 0 {
				t.Errorf("%q: the time at %d is not in its block, or has no effect", text, x.Start)
			}
			within(t, facts.Doc, x.Sentence, Span{x.Start, x.Start})
		}
		for _, w := range facts.Wordings {
			within(t, facts.Doc, w.Sentence, Span{w.Start, w.Start})
			within(t, facts.Doc, Span{0, len(facts.Doc.Text)}, w.Span)
		}
		for _, p := range facts.Phones {
			within(t, facts.Doc, Span{0, len(facts.Doc.Text)}, p.Span)
		}
		for _, l := range facts.Links {
			if within(t, facts.Doc, Span{0, len(facts.Doc.Text)}, l.Span); facts.Doc.In(l.Span) != l.Address {
				t.Errorf("%q: %q is not what stands at its place", text, l.Address)
			}
		}
	})
}

// within holds that one span lies in another, and that valid text is not cut within
// a character.
func within(t *testing.T, d *Document, outer, inner Span) {
	t.Helper()
	if inner.Start < outer.Start || inner.End > outer.End || inner.End < inner.Start {
		t.Errorf("%q: %v is not within %v", d.Text, inner, outer)
		return
	}
	if utf8.ValidString(d.Text) && !utf8.ValidString(d.In(inner)) || strings.Contains(d.In(inner), "\n") {
		t.Errorf("%q: %v is no stretch of a line", d.Text, inner)
	}
}
