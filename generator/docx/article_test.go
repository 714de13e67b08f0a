package docx

import (
	"bytes"
	"fmt"
	"testing"

	"tonggao/generator/phrase"
	"tonggao/generator/testkit"
)

func runs(text string) []phrase.Run { return []phrase.Run{{Text: text}} }

func cells(texts ...string) (row [][]phrase.Run) {
	for _, text := range texts {
		row = append(row, runs(text))
	}
	return row
}

// every is an article with one of everything.
func every(seal bool) *phrase.Article {
	table := &phrase.Table{Head: cells("联系部门", "电话", "说明")}
	for i := range 12 {
		name := "经办服务指导科"
		if i%3 > 0 {
			name = ""
		}
		table.Rows = append(table.Rows, cells(name, fmt.Sprint("0571-8511946", i%10), "工作时间"))
	}
	item := func(number, text string) phrase.Item {
		return phrase.Item{Number: number, Blocks: []phrase.Block{&phrase.Paragraph{Runs: runs(text)}}}
	}
	return &phrase.Article{Blocks: []phrase.Block{
		&phrase.Title{Text: "常熟市医疗保障局　常熟市财政局关于切换上线国家医疗保障信息平台期间暂停医保业务办理的通告", Number: "常医保规〔2021〕12号",
			Edition: "（参保人员版）", Changes: [][]phrase.Run{{{Text: "2021年12月31日第2版：推迟全面恢复联网结算的时间"}}}},
		&phrase.Paragraph{Flush: true, Runs: runs("各定点医疗机构、定点零售药店：")},
		&phrase.Paragraph{Runs: []phrase.Run{{Text: "根据国家统一安排，自"}, {Text: "2021年12月30日20时", Datetime: "2021-12-30T20:00:00+08:00"},
			{Text: "起暂停医保费用联网结算（含“医保电子凭证”），"}, {Text: "请提前办理", Strong: true}, {Text: "，原定"}, {Text: "2022年1月1日", Gone: true}, {Text: "。详见"},
			{Text: "https://zhyb.ybj.zj.gov.cn/#/Index?a=1&b=2", URL: "https://zhyb.ybj.zj.gov.cn/#/Index?a=1&b=2"}, {Text: "，或拨打0571-85119460咨询。"}}},
		&phrase.Heading{Level: 1, Number: "一、", Runs: runs("时间安排")},
		&phrase.Heading{Level: 2, Number: "（一）", Runs: runs("联网结算")},
		&phrase.Heading{Level: 3, Number: "1.", Runs: runs("本地就医")},
		&phrase.Heading{Level: 4, Number: "（1）", Runs: runs("门诊")},
		&phrase.Heading{Level: 4, Number: "（2）", Runs: runs("住院")},
		&phrase.Heading{Level: 3, Number: "2.", Runs: runs("异地就医")},
		&phrase.List{Ordered: true, Items: []phrase.Item{
			item("1.", "自2021年12月30日20时起，全市定点医疗机构、定点零售药店（以下简称“定点单位”）暂停医保费用联网结算。"),
			item("2.", "2022年1月1日0时起，逐步恢复——具体时间由各定点单位公示……费用合计12,345.67元（占8.5%）的，使用APP 2.0办理。"),
		}},
		&phrase.Heading{Level: 1, Number: "二、", Runs: runs("联系方式")},
		&phrase.List{Items: []phrase.Item{item("", "无序的一项"), item("", "无序的另一项")}},
		&phrase.List{Ordered: true, Items: []phrase.Item{item("1.", "另起编号。"), item("2.", "接着的一项。"), item("4.", "跳过的编号。"), item("第五条", "不能自动编号的。")}},
		&phrase.Paragraph{Runs: []phrase.Run{{Text: "窗口电话："}, {Break: true}, {Text: "0512-52777777"}}},
		table,
		&phrase.Heading{Level: 1, Number: "三、", Question: true, Runs: runs("暂停期间怎么办？")},
		&phrase.Paragraph{Runs: runs("先行垫付。")},
		&phrase.AnnexNote{Label: "附件：", Items: []string{"1. 国家平台切换期间异地就医注意事项和办理流程说明以及有关表格的填写方法", "2. 定点单位名单"}},
		&phrase.SignOff{Issuers: []string{"常熟市医疗保障局", "常熟市财政局"}, Date: "2021年12月20日", Revised: "（2021年12月31日第2版）", Seal: seal},
		&phrase.AnnexHead{Label: "附件1", Title: "国家平台切换期间异地就医注意事项"},
		&phrase.Heading{Level: 1, Number: "一、", Runs: runs("重新起号")},
		&phrase.Paragraph{Runs: runs("停机前已入院的，应当及时办理出院手续。")},
	}}
}

// file is an article as a file.
func file(t testing.TB, a *phrase.Article) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, File{Article: a, Title: "通告", Author: "常熟市医疗保障局", Subject: "核对码 ABCD-1234", Day: testkit.Day(t, "2021-12-20")}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
