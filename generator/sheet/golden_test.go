package sheet

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"tonggao/generator/article"
	"tonggao/generator/look"
	"tonggao/generator/phrase"
	"tonggao/generator/placed"
	"tonggao/generator/sense"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
	"tonggao/generator/typeset"
)

var update = flag.Bool("update", false, "rewrite the files under testdata")

// every is an article with one of everything.
func every() *article.Article {
	runs := func(text string) []phrase.Run { return []phrase.Run{{Text: text}} }
	cells := func(texts ...string) (row [][]phrase.Run) {
		for _, text := range texts {
			row = append(row, runs(text))
		}
		return row
	}
	table := &article.Table{Head: cells("联系部门", "电话", "说明")}
	for i := range 12 {
		table.Rows = append(table.Rows, cells("经办服务指导科", "0571-8511946"+fmt.Sprint(i%10), "工作时间"))
	}
	item := func(number, text string) article.Item {
		return article.Item{Number: number, Blocks: []article.Block{&article.Paragraph{Runs: runs(text)}}}
	}
	return &article.Article{Blocks: []article.Block{
		&article.Title{Text: "常熟市医疗保障局　常熟市财政局关于切换上线国家医疗保障信息平台期间暂停医保业务办理的通告", Number: "常医保规〔2021〕12号",
			Edition: "（参保人员版）", Changes: [][]phrase.Run{{{Text: "2021年12月31日第2版：推迟全面恢复联网结算的时间"}}}},
		&article.Paragraph{Runs: []phrase.Run{{Text: "根据国家统一安排，自"}, {Text: "2021年12月30日20时", Datetime: "2021-12-30T20:00:00+08:00"},
			{Text: "起暂停医保费用联网结算（含“医保电子凭证”），"}, {Text: "请提前办理", Strong: true}, {Text: "。详见"},
			{Text: "https://zhyb.ybj.zj.gov.cn/#/Index", URL: "https://zhyb.ybj.zj.gov.cn/#/Index"}, {Text: "，或拨打0571-85119460咨询。"}}},
		&article.Heading{Level: 1, Number: "一、", Runs: runs("时间安排")},
		&article.Heading{Level: 2, Number: "（一）", Runs: runs("联网结算")},
		&article.Heading{Level: 3, Number: "1.", Runs: runs("本地就医")},
		&article.Heading{Level: 4, Number: "（1）", Runs: runs("门诊")},
		&article.List{Ordered: true, Items: []article.Item{
			item("1.", "自2021年12月30日20时起，全市定点医疗机构、定点零售药店（以下简称“定点单位”）暂停医保费用联网结算。"),
			item("2.", "2022年1月1日0时起，逐步恢复——具体时间由各定点单位公示……费用合计12,345.67元（占8.5%）的，使用APP 2.0办理。"),
		}},
		&article.Paragraph{Runs: []phrase.Run{{Text: "窗口电话："}, {Break: true}, {Text: "0512-52777777"}}},
		table,
		&article.AnnexNote{Label: "附件：", Items: []string{"1. 国家平台切换期间异地就医注意事项和办理流程说明以及有关表格的填写方法", "2. 定点单位名单"}},
		&article.SignOff{Issuers: []string{"常熟市医疗保障局", "常熟市财政局"}, Date: "2021年12月20日", Seal: true},
		&article.AnnexHead{Label: "附件1", Title: "国家平台切换期间异地就医注意事项"},
		&article.Paragraph{Runs: runs("停机前已入院的，应当及时办理出院手续。")},
	}}
}

// dump writes sheets as text: place in millimetres, face, size, words. Bytes of a
// file depend on the compressor; this does not.
func dump(k *typeset.Kit, sheets []placed.Sheet) []byte {
	var b bytes.Buffer
	for i, s := range sheets {
		fmt.Fprintf(&b, "page %d\n", i+1)
		for _, t := range s.Texts {
			size := t.Size / typeset.PointsAMM / typeset.Em
			first, last := t.Cells[0], t.Cells[len(t.Cells)-1]
			fmt.Fprintf(&b, "%6.2f %6.2f %6.2f  %-5s %5.2f  %s\n", t.X+float64(first.X)*size, t.X+float64(last.X+last.Width)*size, t.Y,
				[]string{"fang", "song", "hei", "kai"}[first.Face], t.Size, t.Line.Text())
		}
	}
	return b.Bytes()
}

func TestLayout(t *testing.T) {
	k, _, err := openKit(look.New(testkit.Templates()), site.Print{}, sense.New(nil).Prices)
	if err != nil {
		t.Fatal(err)
	}
	g := gridOf(site.Print{}, bodySize)
	sheets := g.paginate(layOut(k, g, every()))
	golden(t, "testdata/layout.txt", dump(k, sheets))
}

// golden compares with a file of testdata, or rewrites it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	a, b := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("%s:%d: got\n%s\nwant\n%s", name, i+1, a[i], b[i])
		}
	}
	if len(a) != len(b) {
		t.Errorf("%s has %d lines, got %d", name, len(b), len(a))
	}
}
