package bundle

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/site"
	"tonggao/generator/words"
)

// readme tells the staff of a hall what a bundle holds and what to do with it.
// Names are the files that it has. Old editors in halls need a mark at the
// beginning to read UTF-8, and both characters at the end of a line.
func (b *Bundles) readme(n *site.Notice, names []string) string {
	r := &letter{voice: phrase.In(site.Chinese), notice: n, names: names}
	latest := n.Latest()
	r.line("%s", n.Title)
	r.line("%s", strings.Join(n.Issuers, " "))
	r.line("第%d版 %s 核对码 %s", latest.Number, r.voice.Day(latest.On), n.ShortCode(nil))
	r.line("网上版本：%s", b.plan.URL(plan.NoticeDir(n)))
	r.part("张贴", "按原大（A4）打印，不要缩小；海报可放大到A3、A2张贴。")
	for _, s := range prints.Of(prints.OfNotice) {
		r.sheet("", s, "")
	}
	r.file("notice.ofd", "通告全文，OFD 版式文件，供交换、归档")
	r.file("notice.docx", "通告全文，Word 文档，供办文流转")
	if c := n.Change(); c != nil {
		for _, s := range prints.Of(prints.OfChange) {
			r.sheet("change/", s, " 核对码 "+c.ShortCode(n))
		}
	}
	for _, m := range n.Milestones {
		of := prints.Of(prints.OfMilestone)
		r.file(m.ID+"/"+of[0].File+".pdf", fmt.Sprintf("海报：%s%s %s 核对码 %s", r.voice.Change(m), r.voice.Label(m), r.voice.When(m), m.ShortCode()))
		for _, s := range of[1:] { // what hangs beside the poster says the same
			r.sheet(m.ID+"/", s, "")
		}
	}
	for _, a := range n.Editions {
		dir, of := "for/"+a.ID+"/", prints.Of(prints.OfEdition)
		r.file(dir+of[0].File+".pdf", "通告（"+a.Name+"） 核对码 "+n.ShortCode(a))
		for _, s := range of[1:] {
			r.sheet(dir, s, "（"+a.Name+"）")
		}
	}
	r.part("在没有网络的电脑上查看", "先全部解压，再用浏览器打开。")
	r.file("index.html", "通告和全部时间")
	r.part("日历", "双击可加入手机或电脑的日历；改期后不会自动更新，能上网时请改用网上版本的订阅。")
	r.file("calendar.ics", "全部时间")
	r.part("换版", "时间可能调整。张贴前和每天上班时，请与网上版本核对：版次不同，墙上的旧件应立即撤下，换上新件。")
	r.part("核对", "manifest.json 列有每个文件的 SHA-256，用 tonggao verify 可核对整个文件夹是否被改动。")
	if b.plan.PublicKey != "" {
		r.line("manifest.json.minisig 是其签名（minisign），公钥：")
		r.line("%s", b.plan.PublicKey)
	}
	return "\ufeff" + strings.ReplaceAll(r.text.String(), "\n", "\r\n")
}

// A letter is a README in the making.
type letter struct {
	text   strings.Builder
	voice  phrase.Voice
	notice *site.Notice
	names  []string
}

func (r *letter) line(format string, args ...any) { fmt.Fprintf(&r.text, format+"\n", args...) }

func (r *letter) part(title, advice string) { r.line("\n【%s】%s", title, advice) }

// sheet names a sheet in a folder when the bundle has it, with what is to be said besides.
func (r *letter) sheet(dir string, s *prints.Sheet, more string) {
	r.file(dir+s.File+".pdf", words.SheetIn(site.Chinese, s.Kind).Listed()+more)
}

// file names a file when the bundle has it.
func (r *letter) file(name, what string) {
	if _, has := slices.BinarySearch(r.names, name); has {
		r.line("  %s  %s", path.Clean(name), what)
	}
}
