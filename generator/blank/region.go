package blank

import (
	"strings"

	"tonggao/generator/schema"
	"tonggao/generator/site"
)

// Site is site.toml for a new folder of regions, with the words that most
// notices of a bureau need.
func Site() File {
	f := &form{}
	f.line(schemaLine(schema.SiteFile, "site.toml"))
	f.comment("全站设置和共用词汇。一地专有的服务、对象、渠道写在该地的 region.toml 里。", "全部写法见 "+SchemaDir+"/reference.md。")
	f.line()
	f.key("name", quote("通告"), "请填写：本站名称")
	f.key("base_url", quote("https://tonggao.example"), "请填写：发布后的网址，末尾不加斜线；发布前一定要改，二维码和订阅地址都用它")
	f.key("languages", list([]string{"zh-CN"}), "还可以加 \"en\"、\"zh-Hant\"")
	f.key("hotlines", list([]string{"12345"}), "热线；各地可以另定")
	f.line()
	f.comment("页脚：主办单位、备案号等，没有依据的不写。", "[foot]", `host    = "…"`, `site_id = "…"`)
	f.line("\n# ---- 业务：会暂停、恢复的事项。方括号里的名称用小写英文，写进网址，发布后不要改 ----")
	f.comment(`有自己说法的，加 on、off、partly、back，如 off = "停水"、back = "恢复供水"；属于另一项业务的，加 part_of = "…"。`)
	for _, s := range [][2]string{{"settlement", "医保费用联网结算"}, {"counter", "窗口经办"}, {"online", "线上经办"}} {
		f.named("service", s[0], s[1])
	}
	f.line("\n# ---- 对象：与谁有关，也是通告分版的依据 ----")
	for _, a := range [][2]string{{"insured", "参保人员"}, {"provider", "定点医药机构"}, {"employer", "参保单位"}} {
		f.named("audience", a[0], a[1])
	}
	f.line("\n# ---- 渠道：窗口、小程序、网站 ----")
	f.line()
	f.comment("[channel.hall]", `name = "政务服务大厅"`)
	return File{"site.toml", f.String()}
}

func (f *form) named(kind, id, name string) {
	f.line("\n[", kind, ".", id, "]")
	f.key("name", quote(name), "")
}

// A Region is a region to be.
type Region struct {
	ID     string       // its folder
	Name   string       // "" where the author has not said it yet
	Issuer string       // likewise
	Code   string       // GB/T 2260, or ""
	Above  *site.Region // nil at the top
}

// File is the region's region.toml.
func (r Region) File() File {
	name := r.ID + "/region.toml"
	f := &form{}
	f.line(schemaLine(schema.RegionFile, name))
	f.comment("地区或机构。这里写的联系部门、渠道、热线和词汇，下级没有另写的都沿用；", "没有写的沿用上级。每个值从哪里来：tonggao explain "+r.ID)
	f.line()
	f.key("name", quote(orAsk(r.Name, "地区名称")), asked(r.Name, "地区或机构名称，如 常熟市"))
	f.key("issuer", quote(orAsk(r.Issuer, "发布单位全称")), asked(r.Issuer, "落款的发布单位全称，如 常熟市医疗保障局"))
	if r.Code != "" {
		f.key("code", quote(r.Code), "行政区划代码（GB/T 2260）")
	} else {
		f.comment(`code   = "320581"   # 行政区划代码（GB/T 2260），六位数字；机构不填`)
	}
	f.comment("seal   = true   # 落款处预留印章位置")
	f.line()
	f.comment("热线：不写则沿用上级"+heard(r.Above)+"。", `hotlines = ["12345"]`)
	f.line()
	f.comment("联系部门：正文里 {{contacts}} 列出全部，{{contact.desk}} 写出一个。不写则沿用上级" + desks(r.Above) + "。")
	f.comment("[contact.desk]", `name   = "经办服务指导科"`, `phones = ["0512-00000000"]`, `hours  = "工作时间"`)
	f.line()
	f.comment("渠道：本地的窗口、公众号、网站。", "[channel.hall]", `name = "医保经办大厅"`, `url  = "https://…"`)
	return File{name, f.String()}
}

// orAsk is a value, or the place for one.
func orAsk(value, what string) string {
	if value != "" {
		return value
	}
	return "【" + what + "】"
}

// asked is the explanation of a key, which asks when there is no value yet.
func asked(value, what string) string {
	if value != "" {
		return ""
	}
	return "请填写：" + what
}

func heard(above *site.Region) string {
	if above == nil || len(above.Hotlines) == 0 {
		return ""
	}
	return "：" + strings.Join(above.Hotlines, "、")
}

func desks(above *site.Region) string {
	if above == nil || len(above.Contacts) == 0 {
		return ""
	}
	var names []string
	for _, c := range above.Contacts {
		names = append(names, c.Name)
	}
	return "：" + strings.Join(names, "、")
}

// IssuerOf guesses the issuer of a region from those that its neighbours have:
// 苏州市医疗保障局 of 苏州市 makes 常熟市医疗保障局 of 常熟市. It is "" where no
// neighbour's issuer begins with its name.
func IssuerOf(name string, neighbours []*site.Region) string {
	for _, r := range neighbours {
		body, found := strings.CutPrefix(r.Issuer, r.Name)
		if name != "" && found && body != "" {
			return name + body
		}
	}
	return ""
}
