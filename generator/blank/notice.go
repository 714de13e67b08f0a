package blank

import (
	"fmt"
	"strings"

	"tonggao/generator/schema"
	"tonggao/generator/site"
)

// A Notice is a notice to be.
type Notice struct {
	ID         string // its folder
	Title      string // "" where the author has not said it yet
	Issued     site.Day
	Region     *site.Region
	Services   []*site.Service // each gets a stop and a recovery
	Milestones *Copy           // instead: those of another notice
}

// Files are notice.toml and the fragments.
func (n Notice) Files() []File {
	files := []File{{n.ID + "/notice.toml", n.facts()}}
	fragment := func(name, front, text string) {
		files = append(files, File{n.ID + "/" + name, "+++\n" + front + "+++\n\n" + text + "\n"})
	}
	fragment("00-preamble.md", "# 序言没有标题。时间一律用占位符引用，如 {{"+n.example()+"}}，不要在正文里另写。\nkind = \"section\"\n",
		"因【原因】，{{region}}暂停办理部分业务。现将有关事项通告如下：")
	fragment("10-schedule.md", "# 标题不写序号，由程序编号。{{schedule}} 列出全部时间节点；{{schedule suspend resume}} 只列这几类。\ntitle = \"时间安排\"\n",
		"{{schedule}}")
	closing := "给您带来不便，敬请谅解。"
	if len(n.Region.Hotlines) > 0 {
		closing += "如有疑问，请拨打{{hotlines}}热线咨询。"
	}
	fragment("90-closing.md", "# 结语没有标题。落款和日期由程序写。\nkind = \"section\"\n", closing+"\n\n特此通告。")
	return files
}

// example is the name of a milestone that the notice has.
func (n Notice) example() string {
	switch {
	case n.Milestones != nil:
		return n.Milestones.first()
	case len(n.Services) > 0:
		return n.Services[0].ID + "-stop"
	}
	return "opening"
}

func (n Notice) facts() string {
	f := &form{}
	f.line(schemaLine(schema.NoticeFile, n.ID+"/notice.toml"))
	f.comment("通告的事实：时间只写在这里，网页、打印件、海报、日历都由它生成。",
		"边写边看：tonggao serve    检查：tonggao check    发布后改时间：tonggao move")
	f.line()
	f.key("title", quote(orAsk(n.Title, "标题")), asked(n.Title, "如 {{issuer}}关于暂停办理医保业务的通告；不写时间"))
	f.key("issued", n.Issued.String(), "成文日期")
	f.comment(`number  = "苏医保〔2021〕1号"   # 发文字号，没有就不写`)
	if len(n.Region.Children) > 0 {
		f.comment("cascade = true   # 下级地区以自己的名义发布同一通告；下级有不同的，再写同名文件夹")
	}
	f.line("\n# ---- 时间节点：一个时间一个表。方括号里的名称写进网址和日历，发布后不要改 ----")
	f.comment(`at 的写法："2024-05-06 20:00"，"2024-05-06 24:00"（24时），"2024-05-31"（只到日），"2024-05"（只到月），`,
		"或另一个时间节点的名称（跟着它走）。还没有定的写 tbd = true，即“另行通知”，定了以后用 tonggao move 填写。",
		"时间是预计的，加 expected = true。",
		`只写“至某日止”、没有另写恢复的，暂停里加 until = "2024-05-08"（含当日），不写恢复。`,
		`一件事涉及几项业务的，service 换成 services = ["…", "…"]。`)
	switch {
	case n.Milestones != nil:
		n.Milestones.write(f)
	case len(n.Services) > 0:
		for _, s := range n.Services {
			turn(f, s)
		}
		n.others(f)
	default:
		opening(f)
	}
	n.examples(f)
	return f.String()
}

// turn writes the stop and the recovery of a service.
func turn(f *form, s *site.Service) {
	f.line("\n[milestone.", s.ID, "-stop]")
	f.key("kind", quote(string(site.Suspend)), "暂停")
	f.key("service", quote(s.ID), s.Name)
	f.key("tbd", "true", `请填写：换成 at = "2024-05-06 20:00"`)
	f.key("text", quote("暂停"+s.Name), "事项，不写时间，不加句号")
	f.comment(`instead = "…"   # 期间怎么办`)
	f.line("\n[milestone.", s.ID, "-full]")
	f.key("kind", quote(string(site.Resume)), "全面恢复；先恢复一部分的，另加一个 partial")
	f.key("service", quote(s.ID), s.Name)
	f.key("tbd", "true", `请填写：换成 at = "2024-05-08 08:00"；没有定就不动，即“另行通知”`)
	f.key("text", quote("恢复"+s.Name), "")
}

// opening stands where the vocabulary has no service to stop.
func opening(f *form) {
	f.line("\n[milestone.opening]")
	f.key("kind", quote(string(site.Rule)), "重要日期；暂停、恢复要先在词汇表里写 [service.名称]")
	f.key("tbd", "true", `请填写：换成 at = "2024-05-06"`)
	f.key("label", quote("【短标题】"), "请填写：几个字，用于海报和日历")
	f.key("text", quote("【事项】"), "请填写：事项，不写时间，不加句号")
}

// others names the services that the notice could stop too.
func (n Notice) others(f *form) {
	var names []string
	for _, s := range n.Region.Vocabulary.Services {
		used := false
		for _, mine := range n.Services {
			used = used || mine == s
		}
		if !used {
			names = append(names, fmt.Sprintf("%s（%s）", s.ID, s.Name))
		}
	}
	if len(names) > 0 {
		f.line()
		f.comment("词汇表里还有：" + strings.Join(names, "、") + "。停哪一项，就照上面两个表各写一份。")
	}
}

// examples are the kinds of milestone that the notice may need besides.
func (n Notice) examples(f *form) {
	f.line()
	f.comment("截止时间的例子（去掉井号再改）：")
	f.comment("[milestone.refund]", `kind         = "deadline"`, `at           = "2024-05-31"`, "includes_day = true                # 当日算在内；不算写 false",
		`label        = "垫付费用退费截止"`, `text         = "持票据到原就医的定点单位退费"`)
	if words := words(n.Region.Vocabulary.Audiences); words != "" {
		f.comment(`audience     = ["` + n.Region.Vocabulary.Audiences[0].ID + `"]          # 只与谁有关；不写为全部。词汇表里有：` + words)
	}
}

func words(audiences []*site.Audience) string {
	var names []string
	for _, a := range audiences {
		names = append(names, fmt.Sprintf("%s（%s）", a.ID, a.Name))
	}
	return strings.Join(names, "、")
}
