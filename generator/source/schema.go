package source

import (
	"slices"

	"tonggao/generator/site"
)

// The schema says which keys each file may have. It is the one description of
// the authors' contract: the reader checks files against it, and the JSON
// Schemas for editors and docs/reference.md are made from it.

// A valueKind is the kind of value that a key takes.
type valueKind int

const (
	aText   valueKind = iota // a string on one line
	aWords                   // likewise, with placeholders
	aFlag                    // true or false
	aDay                     // a date: 2021-12-20
	aHold                    // true, false, or a date
	aTime                    // "2021-12-30 20:00", "2022-03-31", "2022-01"
	aTexts                   // a list of strings
	aList                    // likewise, or one string
	aDays                    // a list of dates
	aTable                   // one table
	aNamed                   // tables named by the author: [milestone.ID]
	aSeries                  // an array of tables: [[revision]]
	aColors                  // a table of custom properties
	aNumber                  // a number between two bounds
)

// A key is one key of a table.
type key struct {
	name     string
	kind     valueKind
	required bool
	one      []string // the only values allowed; nil for any
	least    float64  // bounds of a number
	most     float64
	only     []site.Kind // the kinds of milestone that it has a place in; nil for every one
	asked    []site.Kind // those that cannot do without it, or without another that stands for it
	table    *table      // what aTable, aNamed and aSeries hold
	English  string      // what it is for
	Chinese  string      // likewise, shown by editors to a bureau's clerks
}

// fits reports whether the key has a place in a milestone of a kind.
func (k *key) fits(kind site.Kind) bool { return k.only == nil || slices.Contains(k.only, kind) }

// asks reports whether a milestone of a kind cannot do without the key, or another
// in its place.
func (k *key) asks(kind site.Kind) bool { return slices.Contains(k.asked, kind) }

// A table is the keys that stand together.
type table struct{ keys []key }

func (t *table) key(name string) *key {
	for i := range t.keys {
		if t.keys[i].name == name {
			return &t.keys[i]
		}
	}
	return nil
}

func (t *table) names() []string {
	var names []string
	for _, k := range t.keys {
		names = append(names, k.name)
	}
	return names
}

var serviceTable = &table{[]key{
	{name: "name", kind: aText, required: true, English: "the service's name as readers know it", Chinese: "业务名称，读者看到的叫法"},
	{name: "aliases", kind: aTexts, English: "other words for it", Chinese: "其他叫法，如 刷卡、扫码"},
	{name: "everyday", kind: aText, English: "what people call it, shown beside the name: 刷卡", Chinese: "群众的叫法，显示在名称旁，如 刷卡"},
	{name: "items", kind: aTexts, English: "what belongs to it", Chinese: "包含的具体事项"},
	{name: "except", kind: aTexts, English: "what does not belong to it", Chinese: "不包含的事项"},
	{name: "part_of", kind: aText, English: "the service that it is a part of: it is never on while that one is off", Chinese: "所属的业务：所属业务停时它也停"},
	{name: "on", kind: aText, English: "its own words for working: 正常供水", Chinese: "正常时的说法，如 正常供水"},
	{name: "off", kind: aText, English: "its own words for stopped and for stopping: 停水", Chinese: "停时的说法，如 停水"},
	{name: "partly", kind: aText, English: "its own words for working in part: 减压供水", Chinese: "部分可用时的说法，如 减压供水"},
	{name: "back", kind: aText, English: "its own words for coming back: 恢复供水", Chinese: "恢复的说法，如 恢复供水"},
	{name: "omit", kind: aFlag, English: "drop what is inherited", Chinese: "不继承上级的这一项"},
}}

var audienceTable = &table{[]key{
	{name: "name", kind: aText, required: true, English: "the audience's name", Chinese: "对象名称，如 参保人员"},
	{name: "omit", kind: aFlag, English: "drop what is inherited", Chinese: "不继承上级的这一项"},
}}

var channelTable = &table{[]key{
	{name: "name", kind: aText, required: true, English: "the channel's name", Chinese: "渠道名称，如 微信公众号、办事大厅"},
	{name: "url", kind: aText, English: "its address", Chinese: "网址"},
	{name: "omit", kind: aFlag, English: "drop what is inherited", Chinese: "不继承上级的这一项"},
}}

var contactTable = &table{[]key{
	{name: "name", kind: aText, required: true, English: "the office that answers", Chinese: "联系部门名称"},
	{name: "phones", kind: aTexts, English: "its numbers, with area code", Chinese: "电话号码，带区号"},
	{name: "line", kind: aNamed, table: lineTable, English: "numbers kept for one purpose", Chinese: "专用号码"},
	{name: "hours", kind: aText, English: "when it answers", Chinese: "办公时间"},
	{name: "url", kind: aText, English: "its address on the web", Chinese: "网址"},
	{name: "note", kind: aText, English: "anything else", Chinese: "说明"},
	{name: "omit", kind: aFlag, English: "drop what is inherited", Chinese: "不继承上级的这一项"},
}}

var lineTable = &table{[]key{
	{name: "purpose", kind: aText, required: true, English: "what the numbers are for", Chinese: "号码的用途，如 参保管理"},
	{name: "phones", kind: aTexts, required: true, English: "the numbers", Chinese: "电话号码，带区号"},
}}

// vocabularyKeys stand in every file that may add to the vocabulary.
var vocabularyKeys = []key{
	{name: "service", kind: aNamed, table: serviceTable, English: "services that stop and come back", Chinese: "会暂停、恢复的业务"},
	{name: "audience", kind: aNamed, table: audienceTable, English: "whom facts concern", Chinese: "事项所针对的对象"},
	{name: "channel", kind: aNamed, table: channelTable, English: "ways to reach a service", Chinese: "办理渠道、发布渠道"},
}

var siteTable = &table{append([]key{
	{name: "name", kind: aText, required: true, English: "the site's name", Chinese: "网站名称"},
	{name: "base_url", kind: aText, required: true, English: "where it is published, such as https://tonggao.example", Chinese: "发布网址，不以斜杠结尾"},
	{name: "sample", kind: aFlag, English: "the site is a sample: it may be built for an address that is nobody's, such as https://tonggao.example", Chinese: "示例网站：网址是示例域名时也能生成；正式网站不写这一行"},
	{name: "languages", kind: aTexts, one: []string{"zh-CN", "en", "zh-Hant"}, English: "languages of the pages, zh-CN first", Chinese: "页面语言，zh-CN 在最前"},
	{name: "hotlines", kind: aTexts, English: "numbers that answer for everyone", Chinese: "热线电话"},
	{name: "history_after", kind: aNumber, least: 0, most: 3650, English: "days after its last time from which a notice is history (30)", Chinese: "最后一个时间过后多少天算历史通告，不填为30"},
	{name: "words", kind: aTable, table: wordsTable, English: "the site's own words", Chinese: "本站用语"},
	{name: "mark", kind: aTable, table: markTable, English: "the site's look", Chinese: "网站标识与配色"},
	{name: "foot", kind: aTable, table: footTable, English: "what stands at every page's end", Chinese: "页脚必备信息"},
}, vocabularyKeys...)}

var wordsTable = &table{[]key{
	{name: "place", kind: aText, English: "what a reader's place is called: 参保地", Chinese: "读者所在地的叫法，如 参保地；不填为 所在地区"},
	{name: "now", kind: aText, English: "what stands above the answer for the present: 现在能办吗", Chinese: "“现在”一栏的标题，如 现在能办吗；不填为 现在的情况"},
	{name: "on", kind: aText, English: "what a service without own words is called when it works: 正常办理", Chinese: "各业务正常时的统一说法，如 正常办理；不填为 正常"},
	{name: "off", kind: aText, English: "likewise, when it is stopped or stops: 停办", Chinese: "各业务停时的统一说法，如 停办；不填为 暂停"},
	{name: "partly", kind: aText, English: "likewise, when it works in part", Chinese: "各业务部分可用时的统一说法；不填为 部分恢复"},
	{name: "back", kind: aText, English: "likewise, when it comes back: 恢复办理", Chinese: "各业务恢复的统一说法，如 恢复办理；不填为 恢复"},
}}

var markTable = &table{[]key{
	{name: "logo", kind: aText, English: "an SVG file under templates/assets", Chinese: "标识图，templates/assets 下的 SVG 文件"},
	{name: "colors", kind: aColors, English: "custom properties and their colours", Chinese: "配色（CSS 自定义属性）"},
}}

var footTable = &table{[]key{
	{name: "host", kind: aText, English: "the body that answers for the site", Chinese: "主办单位"},
	{name: "organiser", kind: aText, English: "the body that runs it", Chinese: "承办单位"},
	{name: "contact", kind: aText, English: "how to reach it", Chinese: "联系方式"},
	{name: "icp", kind: aText, English: "ICP record number", Chinese: "ICP 备案号"},
	{name: "police", kind: aText, English: "public-security record number", Chinese: "公安备案号"},
	{name: "site_id", kind: aText, English: "site identity code", Chinese: "网站标识码"},
	{name: "report_url", kind: aText, English: "where errors of government sites are reported", Chinese: "“我为政府网站找错”入口网址"},
}}

var regionTable = &table{append([]key{
	{name: "name", kind: aText, required: true, English: "the place or body", Chinese: "地区或机构名称"},
	{name: "former", kind: aTexts, English: "names that the folder had, the oldest first: old addresses lead on, calendars go on; one that lay elsewhere is written from regions on", Chinese: "文件夹曾用名，最早的在前：旧网址继续可用，日历不断；从别处移来的写完整路径"},
	{name: "code", kind: aText, English: "GB/T 2260 code, six digits; none for bodies", Chinese: "行政区划代码（GB/T 2260），机构可不填"},
	{name: "issuer", kind: aText, English: "who signs its notices; needed where it issues any", Chinese: "发布单位全称"},
	{name: "other_names", kind: aTexts, English: "further names of the issuer", Chinese: "发布单位的其他名称"},
	{name: "seal", kind: aFlag, English: "leave room for a seal", Chinese: "落款处是否预留印章位置"},
	{name: "site_id", kind: aText, English: "site identity code of its own site", Chinese: "网站标识码"},
	{name: "hotlines", kind: aTexts, English: "its own hotlines; else those above", Chinese: "热线电话，不填则用上级的"},
	{name: "contact", kind: aNamed, table: contactTable, English: "offices that answer", Chinese: "联系部门"},
}, vocabularyKeys...)}

var frontTable = &table{[]key{
	{name: "title", kind: aText, English: "becomes the heading of the first level", Chinese: "一级标题，不写序号；序言、结语不填"},
	{name: "kind", kind: aText, one: []string{"section", "faq", "annex"}, English: "section, faq or annex", Chinese: "类型：section 正文、faq 问答、annex 附件"},
	{name: "audience", kind: aTexts, English: "whom it concerns; all where it says nothing", Chinese: "对象，不填为全部"},
	{name: "former", kind: aTexts, English: "names that the file had, without number and ending: links to its headings stay", Chinese: "文件曾用名（不含序号和 .md），指向其标题的旧链接继续有效"},
	{name: "omit", kind: aFlag, English: "drop the inherited file of this name", Chinese: "不继承上级的同名文件"},
}}
