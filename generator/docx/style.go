package docx

import (
	"fmt"
	"strings"
)

// Faces as offices have them, by what they are for, and what to take instead.
const (
	fang    = "仿宋_GB2312" // body
	song    = "方正小标宋简体"   // title
	hei     = "黑体"        // first level, stress
	kai     = "楷体_GB2312" // second level
	figures = "宋体"        // page numbers
)

var instead = []struct{ face, others, family string }{
	{fang, "仿宋,FangSong,STFangsong", "modern"}, {song, "方正小标宋_GBK,华文中宋,STZhongsong", "script"}, {hei, "SimHei,微软雅黑", "modern"},
	{kai, "楷体,KaiTi,STKaiti", "modern"}, {figures, "SimSun", "auto"},
}

// Styles by their identifiers. Word knows some of them by its own names and shows them
// in the language of its user.
const (
	styleText          = "Normal"
	styleTitle         = "Title"
	styleNumber        = "DocumentNumber"
	styleUnder         = "UnderTitle"
	styleFlush         = "Addressee"
	styleQuestion      = "Question"
	styleAnnexNote     = "AnnexNote"
	styleAnnexNoteMore = "AnnexNoteMore"
	styleAnnexLabel    = "AnnexLabel"
	styleAnnexTitle    = "AnnexTitle"
	styleSigned        = "SignOff"
	styleTableText     = "TableText"
	styleTableHead     = "TableHead"
	styleTable         = "NoticeTable"
	styleStrong        = "Strong"
	styleFooter        = "Footer"
)

var headingStyles = []string{"Heading1", "Heading2", "Heading3", "Heading4"}

// A style is a form of paragraphs: what it is called, the style that follows it, its
// face, its size in half points, and the rest in the order of the standard.
type style struct {
	id, name, next, face string
	size                 int
	form                 string
}

// An indent of two characters, and none, which a style that follows the text must say.
const (
	indented = `<w:ind w:firstLineChars="200" w:firstLine="640"/>`
	flush    = `<w:ind w:firstLineChars="0" w:firstLine="0"/>`
	centre   = flush + `<w:jc w:val="center"/>`
)

func heading(i int, face string) style {
	return style{headingStyles[i], fmt.Sprintf("heading %d", i+1), styleText, face, 32,
		fmt.Sprintf(`<w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val="%d"/></w:numPr>%s<w:outlineLvl w:val="%[1]d"/>`, i, indented)}
}

// styles are those of GB/T 9704, 7.3. Tables have no fixed pitch, which would cut
// lines of another size.
var styles = []style{
	{styleTitle, "Title", styleText, song, 44, `<w:keepNext/><w:keepLines/><w:snapToGrid w:val="0"/><w:spacing w:line="640" w:lineRule="exact"/>` + centre},
	{styleNumber, "发文字号", styleText, fang, 32, `<w:keepNext/>` + centre},
	{styleUnder, "标题下文字", styleText, kai, 32, `<w:keepNext/>` + centre},
	{styleFlush, "主送机关", styleText, fang, 32, flush},
	heading(0, hei), heading(1, kai), heading(2, fang), heading(3, fang),
	{styleQuestion, "问题", styleText, hei, 32, `<w:keepNext/><w:keepLines/>` + indented + `<w:outlineLvl w:val="2"/>`},
	{styleAnnexNote, "附件说明", styleAnnexNoteMore, fang, 32, `<w:spacing w:before="579"/><w:ind w:leftChars="500" w:left="1600" w:hangingChars="300" w:hanging="960"/>`},
	{styleAnnexNoteMore, "附件说明续", styleAnnexNoteMore, fang, 32, `<w:ind w:leftChars="500" w:left="1600" w:firstLineChars="0" w:firstLine="0"/>`},
	{styleSigned, "落款", styleSigned, fang, 32, `<w:keepLines/>` + flush + `<w:jc w:val="right"/>`},
	{styleAnnexLabel, "附件标识", styleAnnexTitle, hei, 32, `<w:keepNext/><w:pageBreakBefore/>` + flush},
	{styleAnnexTitle, "附件标题", styleText, song, 44, `<w:keepNext/><w:keepLines/><w:snapToGrid w:val="0"/><w:spacing w:before="579" w:after="579" w:line="640" w:lineRule="exact"/>` + centre + `<w:outlineLvl w:val="0"/>`},
	{styleTableText, "表格文字", styleTableText, fang, 28, `<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>` + flush + `<w:jc w:val="left"/>`},
	{styleTableHead, "表头", styleTableText, hei, 28, `<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>` + flush + `<w:jc w:val="left"/>`},
	{styleFooter, "footer", styleFooter, figures, 28, `<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>` + flush},
}

// fonts names a face for every script: a theme's faces would else win over it.
func fonts(face string) string {
	return fmt.Sprintf(`<w:rFonts w:ascii="%s" w:hAnsi="%[1]s" w:eastAsia="%[1]s" w:cs="%[1]s"/>`, face)
}

// styleSheet is the part with all styles (ISO/IEC 29500-1, 17.7).
func styleSheet() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:styles %s><w:docDefaults><w:rPrDefault><w:rPr>%s<w:kern w:val="0"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`, wordSpace, fonts(fang))
	fmt.Fprintf(&b, `<w:style w:type="paragraph" w:default="1" w:styleId="%s"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="%d" w:lineRule="exact"/>%s<w:jc w:val="both"/></w:pPr><w:rPr><w:spacing w:val="%d"/></w:rPr></w:style>`, styleText, pitch, indented, tightened)
	b.WriteString(`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>`)
	for _, s := range styles {
		form := s.form
		for i, id := range headingStyles {
			if id == s.id { // the first sequence of headings, which every new one goes on with
				form = strings.Replace(form, fmt.Sprintf(`<w:ilvl w:val="%d"/>`, i), fmt.Sprintf(`<w:ilvl w:val="%d"/><w:numId w:val="1"/>`, i), 1)
			}
		}
		fmt.Fprintf(&b, `<w:style w:type="paragraph"%s w:styleId="%s"><w:name w:val="%s"/>%s<w:basedOn w:val="%s"/><w:next w:val="%s"/><w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s<w:b w:val="0"/><w:sz w:val="%d"/><w:szCs w:val="%[9]d"/></w:rPr></w:style>`,
			custom(s), s.id, s.name, aliases(s), styleText, s.next, form, fonts(s.face), s.size)
	}
	fmt.Fprintf(&b, `<w:style w:type="character" w:styleId="%s"><w:name w:val="Strong"/><w:qFormat/><w:rPr>%s</w:rPr></w:style>`, styleStrong, fonts(hei))
	fmt.Fprintf(&b, `<w:style w:type="table" w:customStyle="1" w:styleId="%s"><w:name w:val="公文表格"/><w:tblPr><w:tblBorders>%s</w:tblBorders><w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="57" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`, styleTable, borders())
	b.WriteString(`</w:styles>`)
	return b.String()
}

// custom marks a style that Word has no name of its own for.
func custom(s style) string {
	if s.name[0] > 0x7F {
		return ` w:customStyle="1"`
	}
	return ""
}

// aliases are the names by which offices ask for the levels.
func aliases(s style) string {
	for i, id := range headingStyles {
		if id == s.id {
			return fmt.Sprintf(`<w:aliases w:val="%s标题"/>`, []string{"一级", "二级", "三级", "四级"}[i])
		}
	}
	return ""
}

// borders are those of a table: strong above and below, thin inside, none at the sides.
func borders() string {
	var b strings.Builder
	for _, e := range []struct {
		side string
		size int // eighths of a point
	}{{"top", 8}, {"bottom", 8}, {"insideH", 4}, {"insideV", 4}} {
		fmt.Fprintf(&b, `<w:%s w:val="single" w:sz="%d" w:space="0" w:color="auto"/>`, e.side, e.size)
	}
	return b.String()
}
