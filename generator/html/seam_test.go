package html

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

// Whatever a title says, its seams say it too, in order; no part of one is wider than
// a phone's line of large text unless it cannot be cut, and none leaves one
// character alone at the end.
func FuzzSeams(f *testing.F) {
	s, _, err := source.Read(os.DirFS("../../regions"))
	if err != nil {
		f.Fatal(err)
	}
	for _, r := range s.Regions {
		for _, n := range r.Notices {
			f.Add(n.Title)
		}
	}
	f.Add("西安市医疗保障局关于切换上线国家医疗保障信息平台的通告")
	f.Add("关于某某某某某某某某某某某某某某某某某某某某某某某")
	f.Add("Notice of 2022 关于A股")
	w, err := New(look.New(os.DirFS("../../templates")), &plan.Plan{Site: s})
	if err != nil {
		f.Fatal(err)
	}
	p := w.page(plan.Output{Language: site.Chinese}, &notes{})
	f.Fuzz(func(t *testing.T, title string) {
		if !utf8.ValidString(title) {
			return
		}
		var said strings.Builder
		var last string
		for _, s := range p.seams(title, title) {
			said.WriteString(s.Text)
			if s.Parts != nil && strings.Join(s.Parts, "") != s.Text {
				t.Errorf("%q became %q", s.Text, s.Parts)
			}
			last = s.Text
			for _, part := range s.Parts {
				last = part
				if ems(part) > largeLine && !strings.ContainsFunc(part, func(r rune) bool { return !isHan(r) }) {
					t.Errorf("%q has the part %q", title, part)
				}
			}
		}
		if said.String() != title {
			t.Errorf("%q became %q", title, said.String())
		}
		if utf8.RuneCountInString(title) > 1 && utf8.RuneCountInString(last) < 2 {
			t.Errorf("%q ends in %q alone", title, last)
		}
	})
}

func TestTimesInALineStayWhole(t *testing.T) {
	for text, want := range map[string]string{
		"9月3日8时40分（星期五）起": `<span class="whole">9月3日</span><wbr><span class="whole">8时40分</span><wbr><span class="whole">（星期五）</span>起`,
		"2022年1月<b>&":     `<span class="whole">2022年1月</span>&lt;b&gt;&amp;`,
		"8時起，全面恢復":        `<span class="whole">8時</span>起，全面恢復`,
		"from 1 May":      "from 1 May",
	} {
		if got := string(whole(text)); got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
}
