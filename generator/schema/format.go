package schema

import (
	"strings"

	"tonggao/generator/prints"
	"tonggao/generator/site"
)

// A moreFormat is a word of formats in site.toml: what is made besides the usual, and what
// it is, as the reference says behind the word.
type moreFormat struct{ word, english, chinese string }

// moreFormats lists them: the formats in which sheets are spelled, the sheets that not every
// site prints, then what is no sheet.
func moreFormats() []moreFormat {
	list := []moreFormat{
		{site.OFD, " (GB/T 33190) beside each PDF", "版式文件，与 PDF 并列"},
		{site.DOCX, " (Word) for the office's own flow", "Word 文档，供办文流转"},
	}
	for _, s := range prints.All {
		if s.Asked != "" {
			list = append(list, moreFormat{s.Asked, ", " + s.English, s.Chinese})
		}
	}
	return append(list,
		moreFormat{site.EditionTexts, ", texts to publish elsewhere for each edition", "各分版的发布素材"},
		moreFormat{site.Monitors, ", Statuspage files in each region", "各地区的 Statuspage 数据"},
		moreFormat{site.Pictures, ", PNG of summaries and posters to share", "摘要和海报的图片，供转发和链接预览"})
}

// formatsKey is the key that asks for them.
func formatsKey() Key {
	var words, english, chinese []string
	for _, f := range moreFormats() {
		words = append(words, f.word)
		english = append(english, f.word+f.english)
		chinese = append(chinese, f.word+"（"+f.chinese+"）")
	}
	return Key{Name: "formats", Kind: ATexts, One: words,
		English: "what is made besides the usual: " + strings.Join(english, "; "), Chinese: "常规之外还要生成的：" + strings.Join(chinese, "；")}
}
