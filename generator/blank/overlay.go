package blank

import (
	"path"
	"strings"

	"tonggao/generator/origin"
	"tonggao/generator/phrase"
	"tonggao/generator/schema"
	"tonggao/generator/site"
)

// An Overlay is the folder of a region that issues a notice of a region above in
// its own name, and wants to say something of its own in it.
type Overlay struct {
	ID        string
	Inherited *site.Notice   // as the region issues it without a folder of its own
	Values    []origin.Value // what it says, as origin.Origins explains it
	Above     string         // the folder of the notice above
}

// Files is notice.toml: all of it is comments until the author takes one away.
// Times are not among them: the one above can move, and a comment would not.
func (o Overlay) Files() []File {
	f := &form{}
	name := o.ID + "/notice.toml"
	f.line(schemaLine(schema.NoticeFile, name))
	f.comment(o.Inherited.Region.Name+"沿用 "+o.Above+" 的通告，这里只写不同的地方：去掉井号，改成本地的写法。",
		"没有写的都沿用。每个值从哪里来：tonggao explain "+o.ID)
	f.line()
	f.comment("title  = "+o.written("title"), "issued = "+o.Inherited.Issued.String()+"   # 本地的成文日期")
	f.line("\n# ---- 沿用的时间节点。本地的时间与上级不同的，写 at 并用 why 说明原因；发布以后用 tonggao move … --here ----")
	voice := phrase.In(site.Chinese)
	for _, m := range o.Inherited.Milestones {
		f.line()
		f.comment("[milestone."+m.ID+"]   # "+voice.Label(m), "text = "+o.written("milestone."+m.ID+".text"))
	}
	if files := o.fragments(); files != "" {
		f.line()
		f.comment("沿用的正文：" + files + "。要改写哪一个，就在本文件夹放一个同名文件。")
	}
	return []File{{name, f.String()}}
}

// written is a value as it stands in the file above.
func (o Overlay) written(key string) string {
	for _, v := range o.Values {
		if v.Key == key {
			return literal(v.Value)
		}
	}
	return quote("…")
}

func (o Overlay) fragments() string {
	var names []string
	for _, fragment := range o.Inherited.Fragments {
		names = append(names, path.Base(fragment.Prose.File))
	}
	return strings.Join(names, "、")
}
