package garble

import (
	"fmt"
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"為(wèi)進(jìn)一步", "traditional:為 pinyin:(wèi) traditional:進 pinyin:(jìn)"},
		{"醫（yī）療", "traditional:醫 pinyin:（yī） traditional:療"},
		{"待遇不變?,F就具體", "traditional:變 lost:? traditional:體"},
		{"屬于醫?;鹬Ц兜", "traditional:屬 traditional:醫 lost:? lost:Ц"},
		{"醫??I務", "traditional:醫 lost:? traditional:務"},
		{"结算�服务", "lost:�"},
		{"锟斤拷锟斤拷", "lost:锟斤拷 lost:锟斤拷"},
		{"å…¬å‘Šç½‘", "lost:å…¬å‘Šç½‘"},
		{"医ｹ保", "lost:ｹ"},
		{"a\x00b", "lost:\x00"},
	} {
		var got []string
		for _, m := range Find(c.text) {
			got = append(got, fmt.Sprintf("%s:%s", m.Sort, c.text[m.Start:m.End]))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, strings.Join(got, " "), c.want)
		}
	}
}

func TestSound(t *testing.T) {
	for _, text := range []string{
		"", "何时暂停?何时恢复?怎么办??\n请拨打12345(工作日)。", "没有ca(CA)的单位", "医保电子凭证(含扫码)、APP（ios）", "屯昌县、烫伤、café",
		"一、时间安排\n1. 自2021年12月24日17时起,市政务服务中心医保窗口;", "《西安市…医保攻略》（媒体已刊载）", "江蘇省的老字號", "１２３４５　ＡＰＰ",
	} {
		if damage := Damaged(text); damage != nil {
			t.Errorf("%q: %v", text, damage)
		}
	}
}

func TestTraditionalText(t *testing.T) {
	if Damaged("醫療保險業務")[Traditional] == nil || Damaged("醫療")[Traditional] != nil {
		t.Error("five traditional characters make a text traditional, two do not")
	}
}

func FuzzFind(f *testing.F) {
	f.Add("屬于醫?;鹬Ц兜尼(yī)t藥å…¬�")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, m := range Find(text) {
			if m.Start < end || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("%q: %+v after %d", text, m, end)
			}
			end = m.End
		}
	})
}
