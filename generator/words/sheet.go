package words

import (
	"cmp"

	"tonggao/generator/prints"
	"tonggao/generator/site"
)

// A Sheet is what a kind of printed sheet is called where its files are offered.
type Sheet struct {
	Name string
	Note string // on what it is printed or what for; empty for a sheet whose note is its format

	OFD, DOCX string // its names in these formats, where they are not the name with the format behind it
	Packed    string // how the README of a bundle, in Chinese, has it, where that is not name and note
}

// Listed is a sheet in the README of a bundle.
func (s Sheet) Listed() string {
	if s.Packed == "" && s.Note != "" {
		return s.Name + "，" + s.Note
	}
	return cmp.Or(s.Packed, s.Name)
}

// SheetIn returns what a kind of sheet is called in a language; in Chinese for one that is
// not known.
func SheetIn(lang site.Language, kind string) Sheet {
	if s, ok := sheets[kind][lang]; ok {
		return s
	}
	return sheets[kind][site.Chinese]
}

var sheets = map[string]map[site.Language]Sheet{
	prints.Notice: {
		site.Chinese:     {Name: "通告（公文版式）", OFD: "通告（OFD 版式文件）", DOCX: "通告（Word 文档）", Packed: "通告全文"},
		site.Traditional: {Name: "通告（公文版式）", OFD: "通告（OFD 版式檔）", DOCX: "通告（Word 檔）"},
		site.English:     {Name: "Notice as PDF", OFD: "Notice as OFD", DOCX: "Notice as Word file"},
	},
	prints.LargeNotice: {
		site.Chinese: {Name: "大字版", Packed: "通告全文，大字"}, site.Traditional: {Name: "大字版"}, site.English: {Name: "Large print"},
	},
	prints.Summary: {
		site.Chinese: {Name: "一页摘要"}, site.Traditional: {Name: "一頁摘要"}, site.English: {Name: "One-page summary"},
	},
	prints.Change: {
		site.Chinese: {Name: "调整通告"}, site.Traditional: {Name: "調整通告"}, site.English: {Name: "Notice of the change"},
	},
	prints.Poster: {
		site.Chinese:     {Name: "海报", Note: "A4，可放大张贴"},
		site.Traditional: {Name: "海報", Note: "A4，可放大張貼"},
		site.English:     {Name: "Poster", Note: "A4, can be enlarged"},
	},
	prints.LargePoster: {
		site.Chinese: {Name: "海报", Note: "A3", Packed: "同一海报，按 A3 排版"}, site.Traditional: {Name: "海報", Note: "A3"}, site.English: {Name: "Poster", Note: "A3"},
	},
	prints.DoorSign: {
		site.Chinese:     {Name: "窗口告示", Note: "A4 横版，贴门上、摆柜台"},
		site.Traditional: {Name: "窗口告示", Note: "A4 橫版，貼門上、擺櫃檯"},
		site.English:     {Name: "Door sign", Note: "A4 landscape, for the door or counter"},
	},
}
