// Package schema is the authors' contract: which keys each of their files may have, of
// which kind, where, and what each is for, in Chinese and English. It is said once: the
// reader checks files against it, and the JSON Schemas of editors, docs/reference.md,
// completion and the files that authors begin with are made from it.
//
// It reads no file and judges none; toml and source do. Begin with Key and Table (keys.go);
// the tables stand in keys.go, notice.go and print.go, the placeholders of texts in
// placeholder.go, which names and addresses can be in names.go and address.go;
// jsonschema.go and manual.go spell them.
package schema

import (
	"slices"

	"tonggao/generator/site"
)

// PrintPath is where positions show the file of print settings.
const PrintPath = "templates/print.toml"

// A ValueKind is the kind of value that a key takes.
type ValueKind int

const (
	AText   ValueKind = iota // a string on one line
	AWords                   // likewise, with placeholders
	AFlag                    // true or false
	ADay                     // a date: 2021-12-20
	AHold                    // true, false, or a date
	ATime                    // "2021-12-30 20:00", "2022-03-31", "2022-01"
	ATexts                   // a list of strings
	AList                    // likewise, or one string
	ADays                    // a list of dates
	ATable                   // one table
	ANamed                   // tables named by the author: [milestone.ID]
	ASeries                  // an array of tables: [[revision]]
	AColors                  // a table of custom properties
	ANumber                  // a number between two bounds
)

// A key is one key of a table.
type Key struct {
	Name     string
	Kind     ValueKind
	Required bool
	One      []string // the only values allowed; nil for any
	Least    float64  // bounds of a number
	Most     float64
	Only     []site.Kind // the kinds of milestone that it has a place in; nil for every one
	Asked    []site.Kind // those that cannot do without it, or without another that stands for it
	Table    *Table      // what ATable, ANamed and ASeries hold
	English  string      // what it is for
	Chinese  string      // likewise, shown by editors to a bureau's clerks
}

// Fits reports whether the key has a place in a milestone of a kind.
func (k *Key) Fits(kind site.Kind) bool { return k.Only == nil || slices.Contains(k.Only, kind) }

// Asks reports whether a milestone of a kind cannot do without the key, or another
// in its place.
func (k *Key) Asks(kind site.Kind) bool { return slices.Contains(k.Asked, kind) }

// A table is the keys that stand together.
type Table struct{ Keys []Key }

// Key returns the key of a name, nil where the table has none.
func (t *Table) Key(name string) *Key {
	for i := range t.Keys {
		if t.Keys[i].Name == name {
			return &t.Keys[i]
		}
	}
	return nil
}

// Names lists the keys in the order of the table.
func (t *Table) Names() []string {
	var names []string
	for _, k := range t.Keys {
		names = append(names, k.Name)
	}
	return names
}

// ServiceTable is [service.ID].
var ServiceTable = &Table{[]Key{
	{Name: "name", Kind: AText, Required: true, English: "the service's name as readers know it", Chinese: "业务名称，读者看到的叫法"},
	{Name: "aliases", Kind: ATexts, English: "other words for it", Chinese: "其他叫法，如 刷卡、扫码"},
	{Name: "everyday", Kind: AText, English: "what people call it, shown beside the name: 刷卡", Chinese: "群众的叫法，显示在名称旁，如 刷卡"},
	{Name: "items", Kind: ATexts, English: "what belongs to it", Chinese: "包含的具体事项"},
	{Name: "except", Kind: ATexts, English: "what does not belong to it", Chinese: "不包含的事项"},
	{Name: "part_of", Kind: AText, English: "the service that it is a part of: it is never on while that one is off", Chinese: "所属的业务：所属业务停时它也停"},
	{Name: "on", Kind: AText, English: "its own words for working: 正常供水", Chinese: "正常时的说法，如 正常供水"},
	{Name: "off", Kind: AText, English: "its own words for stopped and for stopping: 停水", Chinese: "停时的说法，如 停水"},
	{Name: "partly", Kind: AText, English: "its own words for working in part: 减压供水", Chinese: "部分可用时的说法，如 减压供水"},
	{Name: "back", Kind: AText, English: "its own words for coming back: 恢复供水", Chinese: "恢复的说法，如 恢复供水"},
	{Name: "omit", Kind: AFlag, English: "drop what is inherited", Chinese: "不继承上级的这一项"},
}}

// AudienceTable is [audience.ID].
var AudienceTable = &Table{[]Key{
	{Name: "name", Kind: AText, Required: true, English: "the audience's name", Chinese: "对象名称，如 参保人员"},
	{Name: "omit", Kind: AFlag, English: "drop what is inherited", Chinese: "不继承上级的这一项"},
}}

// ChannelTable is [channel.ID].
var ChannelTable = &Table{[]Key{
	{Name: "name", Kind: AText, Required: true, English: "the channel's name", Chinese: "渠道名称，如 微信公众号、办事大厅"},
	{Name: "url", Kind: AText, English: "its address", Chinese: "网址"},
	{Name: "omit", Kind: AFlag, English: "drop what is inherited", Chinese: "不继承上级的这一项"},
}}

// ContactTable is [contact.ID].
var ContactTable = &Table{[]Key{
	{Name: "name", Kind: AText, Required: true, English: "the office that answers", Chinese: "联系部门名称"},
	{Name: "phones", Kind: ATexts, English: "its numbers, with area code", Chinese: "电话号码，带区号"},
	{Name: "line", Kind: ANamed, Table: LineTable, English: "numbers kept for one purpose", Chinese: "专用号码"},
	{Name: "hours", Kind: AText, English: "when it answers", Chinese: "办公时间"},
	{Name: "url", Kind: AText, English: "its address on the web", Chinese: "网址"},
	{Name: "note", Kind: AText, English: "anything else", Chinese: "说明"},
	{Name: "omit", Kind: AFlag, English: "drop what is inherited", Chinese: "不继承上级的这一项"},
}}

// LineTable is [contact.ID.line.ID].
var LineTable = &Table{[]Key{
	{Name: "purpose", Kind: AText, Required: true, English: "what the numbers are for", Chinese: "号码的用途，如 参保管理"},
	{Name: "phones", Kind: ATexts, Required: true, English: "the numbers", Chinese: "电话号码，带区号"},
}}

// VocabularyKeys stand in every file that may add to the vocabulary.
var VocabularyKeys = []Key{
	{Name: "service", Kind: ANamed, Table: ServiceTable, English: "services that stop and come back", Chinese: "会暂停、恢复的业务"},
	{Name: "audience", Kind: ANamed, Table: AudienceTable, English: "whom facts concern", Chinese: "事项所针对的对象"},
	{Name: "channel", Kind: ANamed, Table: ChannelTable, English: "ways to reach a service", Chinese: "办理渠道、发布渠道"},
}

// SiteTable is site.toml.
var SiteTable = &Table{append([]Key{
	{Name: "name", Kind: AText, Required: true, English: "the site's name", Chinese: "网站名称"},
	{Name: "base_url", Kind: AText, Required: true, English: "where it is published, such as https://tonggao.example", Chinese: "发布网址，不以斜杠结尾"},
	{Name: "sample", Kind: AFlag, English: "the site is a sample: it may be built for an address that is nobody's, such as https://tonggao.example", Chinese: "示例网站：网址是示例域名时也能生成；正式网站不写这一行"},
	{Name: "languages", Kind: ATexts, One: []string{"zh-CN", "en", "zh-Hant"}, English: "languages of the pages, zh-CN first", Chinese: "页面语言，zh-CN 在最前"},
	formatsKey(),
	{Name: "bundles", Kind: ATexts, English: "regions, such as jiangsu/suzhou, where each notice, there and below, has a ZIP for a hall off the net: it holds the notice's files once more; everywhere where it says nothing, nowhere for []", Chinese: "哪些地区（如 jiangsu/suzhou，含下级）的通告要打成供不联网大厅用的压缩包：包里的文件都是再存一份；不填则都打包，写 [] 则都不打"},
	{Name: "hotlines", Kind: ATexts, English: "numbers that answer for everyone", Chinese: "热线电话"},
	{Name: "history_after", Kind: ANumber, Least: 0, Most: 3650, English: "days after its last time from which a notice is history (30)", Chinese: "最后一个时间过后多少天算历史通告，不填为30"},
	{Name: "framers", Kind: ATexts, English: "sites that may show the widget embed/, such as https://www.example.gov.cn; any where it says nothing", Chinese: "可以嵌入 embed/ 小窗的网站，如 https://www.example.gov.cn；不填则不限"},
	{Name: "words", Kind: ATable, Table: WordsTable, English: "the site's own words", Chinese: "本站用语"},
	{Name: "mark", Kind: ATable, Table: MarkTable, English: "the site's look", Chinese: "网站标识与配色"},
	{Name: "foot", Kind: ATable, Table: FootTable, English: "what stands at every page's end", Chinese: "页脚必备信息"},
}, VocabularyKeys...)}

// WordsTable is [words] of site.toml.
var WordsTable = &Table{[]Key{
	{Name: "place", Kind: AText, English: "what a reader's place is called: 参保地", Chinese: "读者所在地的叫法，如 参保地；不填为 所在地区"},
	{Name: "now", Kind: AText, English: "what stands above the answer for the present: 现在能办吗", Chinese: "“现在”一栏的标题，如 现在能办吗；不填为 现在的情况"},
	{Name: "on", Kind: AText, English: "what a service without own words is called when it works: 正常办理", Chinese: "各业务正常时的统一说法，如 正常办理；不填为 正常"},
	{Name: "off", Kind: AText, English: "likewise, when it is stopped or stops: 停办", Chinese: "各业务停时的统一说法，如 停办；不填为 暂停"},
	{Name: "partly", Kind: AText, English: "likewise, when it works in part", Chinese: "各业务部分可用时的统一说法；不填为 部分恢复"},
	{Name: "back", Kind: AText, English: "likewise, when it comes back: 恢复办理", Chinese: "各业务恢复的统一说法，如 恢复办理；不填为 恢复"},
}}

// MarkTable is [mark] of site.toml.
var MarkTable = &Table{[]Key{
	{Name: "logo", Kind: AText, English: "an SVG file under templates/assets", Chinese: "标识图，templates/assets 下的 SVG 文件"},
	{Name: "colors", Kind: AColors, English: "colours by name: paper, ground, ink, quiet, rule, red, link, off, partly, on, deadline, pending, today; with -dark for dark pages, such as off-dark",
		Chinese: "配色：paper 底色、ground 衬底、ink 文字、quiet 次要文字、rule 线条、red 红头、link 链接、off 停、partly 部分、on 正常、deadline 截止和重要日期、pending 待定、today 当日；深色页面的加 -dark，如 off-dark"},
}}

// FootTable is [foot] of site.toml.
var FootTable = &Table{[]Key{
	{Name: "host", Kind: AText, English: "the body that answers for the site", Chinese: "主办单位"},
	{Name: "organiser", Kind: AText, English: "the body that runs it", Chinese: "承办单位"},
	{Name: "contact", Kind: AText, English: "how to reach it", Chinese: "联系方式"},
	{Name: "icp", Kind: AText, English: "ICP record number", Chinese: "ICP 备案号"},
	{Name: "police", Kind: AText, English: "public-security record number", Chinese: "公安备案号"},
	{Name: "site_id", Kind: AText, English: "site identity code", Chinese: "网站标识码"},
	{Name: "report_url", Kind: AText, English: "where errors of government sites are reported", Chinese: "“我为政府网站找错”入口网址"},
}}

// RegionTable is region.toml.
var RegionTable = &Table{append([]Key{
	{Name: "name", Kind: AText, Required: true, English: "the place or body", Chinese: "地区或机构名称"},
	{Name: "former", Kind: ATexts, English: "names that the folder had, the oldest first: old addresses lead on, calendars go on; one that lay elsewhere is written from regions on", Chinese: "文件夹曾用名，最早的在前：旧网址继续可用，日历不断；从别处移来的写完整路径"},
	{Name: "code", Kind: AText, English: "GB/T 2260 code, six digits; none for bodies", Chinese: "行政区划代码（GB/T 2260），机构可不填"},
	{Name: "issuer", Kind: AText, English: "who signs its notices; needed where it issues any", Chinese: "发布单位全称"},
	{Name: "other_names", Kind: ATexts, English: "further names of the issuer", Chinese: "发布单位的其他名称"},
	{Name: "seal", Kind: AFlag, English: "leave room for a seal", Chinese: "落款处是否预留印章位置"},
	{Name: "site_id", Kind: AText, English: "site identity code of its own site", Chinese: "网站标识码"},
	{Name: "hotlines", Kind: ATexts, English: "its own hotlines; else those above", Chinese: "热线电话，不填则用上级的"},
	{Name: "contact", Kind: ANamed, Table: ContactTable, English: "offices that answer", Chinese: "联系部门"},
}, VocabularyKeys...)}

// FrontTable is a fragment's front matter.
var FrontTable = &Table{[]Key{
	{Name: "title", Kind: AText, English: "becomes the heading of the first level", Chinese: "一级标题，不写序号；序言、结语不填"},
	{Name: "kind", Kind: AText, One: []string{"section", "faq", "annex"}, English: "section, faq or annex", Chinese: "类型：section 正文、faq 问答、annex 附件"},
	{Name: "audience", Kind: ATexts, English: "whom it concerns; all where it says nothing", Chinese: "对象，不填为全部"},
	{Name: "list", Kind: AText, One: []string{"一、", "（一）", "1.", "（1）"}, English: "the number with which its numbered lists begin; default 1., lists in lists go one level down", Chinese: "编号列表的序号形式：一、（一）1.（1），默认 1.；列表内的列表低一级"},
	{Name: "former", Kind: ATexts, English: "names that the file had, without number and ending: links to its headings stay", Chinese: "文件曾用名（不含序号和 .md），指向其标题的旧链接继续有效"},
	{Name: "omit", Kind: AFlag, English: "drop the inherited file of this name", Chinese: "不继承上级的同名文件"},
}}
