package schema

import (
	"fmt"

	"tonggao/generator/lexicon"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// A placeholderForm is a placeholder as authors write it, for docs/reference.md. A test
// holds the table against what the reader takes.
type placeholderForm struct {
	write   string
	shows   string // an example of what a reader sees
	English string
	Chinese string
}

// placeholders lists the placeholders that stand in a line of words.
var placeholders = []placeholderForm{
	{"{{ID}}", "2021年12月30日20时", "a milestone's time, as its author wrote it (24时 for 24:00)", "时间节点的时间，24:00 写作24时"},
	{"{{ID to ID}}", "2021年12月30日20时至2022年1月1日0时", "a window; options follow the id that they belong to", "起止时间；选项写在所属名称之后"},
	{"{{meant TEXT}}", "2022年度", "a date that is meant literally and is no milestone", "字面日期，不是时间节点"},
	{"{{region}}", "常熟市", "the region's name", "本地区名称"},
	{"{{issuer}}", "常熟市医疗保障局", "the (first) issuer", "发布单位（联合发布时为第一个）"},
	{"{{title}}", "关于暂停全市医保业务办理的通告", "the notice's title", "通告标题"},
	{"{{hotlines}}", "12345或12393", "the hotlines", "热线电话"},
	{"{{term.ID}}", "国家平台", "a name that the notice defines", "通告定义的简称"},
	{"{{term.ID define}}", "国家医疗保障信息平台（以下简称“国家平台”）", "its definition", "简称的定义"},
	{"{{service.ID}}", "医保费用联网结算", "a service's name", "业务名称"},
	{"{{audience.ID}}", "参保人员", "an audience's name", "对象名称"},
	{"{{channel.ID}}", "常熟医保微信公众号", "a channel's name", "渠道名称"},
	{"{{channels ID ID}}", "支付宝、微信", "names of several channels", "若干渠道的名称"},
	{"{{contact.ID}}", "经办科：0999-5550101", "a contact and its numbers", "联系部门及电话"},
	{"{{section.ID}}", "第三条第（二）项", "the number of a heading, by the file's name (guide of 20-guide.md) or the heading's {#id}; it follows the numbering and leads there on the page", "标题的序号，以文件名（20-guide.md 为 guide）或标题的 {#id} 指明；随编号更新，网页上可点"},
	{"{{annex.ID}}", "附件2", "how the text refers to an annex", "正文对附件的称呼"},
}

// inserts lists the placeholders that stand alone in a paragraph.
var inserts = []placeholderForm{
	{"{{" + prose.Schedule + "}}", "", "all milestones as a numbered list", "全部时间节点，编号列出"},
	{"{{" + prose.Schedule + " KIND KIND}}", "", "those of the kinds named: suspend, partial, resume, opening, deadline, rule", "所列类型的时间节点"},
	{"{{" + prose.Contacts + "}}", "", "the table of all contacts", "全部联系部门，列表"},
	{"{{" + prose.Contacts + " ID ID}}", "", "those named", "所列联系部门"},
	{"{{" + prose.Unaffected + "}}", "", "what goes on as usual, as a numbered list", "照常办理的事项，编号列出"},
}

// forms lists the options of a milestone's placeholder.
var forms = optionForms()

// optionForms takes the wording of its examples from where everything published has it.
func optionForms() []placeholderForm {
	w, _ := lexicon.In(site.Chinese)
	return []placeholderForm{
		{prose.DateOnly, "2021年12月30日", "the day only", "只写日期"},
		{prose.Short, "12月30日20时", "without the year", "不写年份"},
		{prose.Time, "20时", "the hour only", "只写时刻"},
		{prose.As24, "2021年12月31日24时", "midnight as the end of the day before", "零时写作前一日24时"},
		{prose.As0, "2022年1月1日0时", "midnight as the beginning of its day", "24时写作次日0时"},
		{prose.Weekday, fmt.Sprintf(w.Weekday, "2021年12月30日", w.Weekdays[4]) + "20时", "with the weekday", "加注星期"},
		{prose.Deadline, fmt.Sprintf(w.ThroughDay, "2022年3月31日"), "as a deadline, with whether the day counts", "写作截止时间，注明是否含当日"},
		{prose.Pending, w.Pending, "to be announced, without its bounds", "只写另行通知，不写范围"},
		{prose.Until, "2021年9月17日", "the stated end of its window", "写明的截止时间"},
		{prose.Window, fmt.Sprintf(w.Until, "2021年9月10日0时", "9月17日"), "the whole window", "整个起止时间"},
		{prose.Daily, "每天7时至23时", "its hours of every day", "每天开放的时段"},
	}
}
