package issued

import (
	"strings"
	"unicode/utf8"

	"tonggao/generator/later"
	"tonggao/generator/mention"
	"tonggao/generator/site"
)

// The numbers of a notice by level, GB/T 9704 7.3.3: 一、 （一） 1. （1）, and the ways in
// which people type them.
var numberings = [...]*later.Expression{
	later.Compile(`^[一二三四五六七八九十]{1,3}[ 　]*[、.．,，][ 　]*`),
	later.Compile(`^[（(][ 　]*[一二三四五六七八九十]{1,3}[ 　]*[)）][、.．]?[ 　]*`),
	later.Compile(`^[0-9０-９]{1,2}[ 　]*(?:[、，,][ 　]*|[.．][ 　]*)`),
	later.Compile(`^(?:[（(][ 　]*[0-9０-９]{1,2}[ 　]*[)）]|[0-9０-９]{1,2}[)）]|[①-⑳])[、.．]?[ 　]*`),
}

var (
	decimal     = later.Compile(`^[0-9０-９]{1,2}[.．,，][0-9０-９]`)
	enumerated  = later.Compile(`^[0-9]{1,3}(?:、[0-9]{1,3})+(?:[号路]|号?线)`) // 3、4、5号线
	yearAfter   = later.Compile(`^[0-9０-９]{1,2}[.．,，][ 　]*(?:[0-9０-９]{4}[ 　]*[年/-]|[0-9０-９]{1,2}[ 　]*月)`)
	asked       = later.Compile(`^(?:问|Q|q)[0-9０-９一二三四五六七八九十]{0,3}[ 　]*[、：:.．][ 　]*`)
	answered    = later.Compile(`^(?:答|A|a)[0-9]{0,2}[ 　]*[、：:.．][ 　]*`)
	about       = later.Compile(`^(?:来源|发布时间|发布日期|发布机构|信息来源|作者|编辑|责任编辑|浏览|阅读|字号|索引号|文号|摘要)[ 　]*[：:]`)
	besides     = later.Compile(`^(?:[（(]此件[^）)]*[）)]$|[【\[]?(?:打印(?:本页)?|关闭(?:窗口)?)[】\]]|[上下]一[篇条][：:]|分享到[：:])`)
	documentNo  = later.Compile(`^[\p{Han}]{2,16}[〔\[［（(][0-9]{4}[〕\]］）)][ 　]*(?:第[ 　]*)?[0-9]{1,4}[ 　]*号$`)
	annexLine   = later.Compile(`^附[ 　]*件[ 　]*[0-9一二三四五六七八九十]{0,2}[ 　]*[：:]?[ 　]*`)
	bracketed   = later.Compile(`^【[^【】]{2,20}】$`)
	labelled    = later.Compile(`^[\p{Han}]{2,14}[：:]`) // 咨询工作台：…… begins a line of its own
	noticeTitle = later.Compile(`(?:通告|公告|通知|提示|温馨提示|告知书|公示)$`)
	headTail    = later.Compile(`(?:版|指南|事项|安排|说明|问答|须知|须 知|方式|时间|业务|范围|渠道|要求)$`)
)

// Numbering returns the level of the number that a line begins with, and its
// length; 0 where it begins with none. 2.0 is no number, 1.2021年 is.
func Numbering(line string) (level, width int) {
	for n, pattern := range numberings {
		if width = len(pattern.FindString(line)); width == 0 {
			continue
		}
		if n == 2 && (decimal.MatchString(line) && !yearAfter.MatchString(line) || enumerated.MatchString(line)) {
			continue
		}
		return n + 1, width
	}
	return 0, 0
}

// TypedNumbers is the length of all the numbers that a heading begins with.
func TypedNumbers(line string) int {
	at := 0
	for {
		_, width := Numbering(line[at:])
		width += len(asked.FindString(line[at+width:]))
		if width == 0 {
			return at
		}
		at += width
	}
}

// IsDocumentNo reports whether a line is the number of a document: 苏医保发〔2021〕12号.
func IsDocumentNo(line string) bool { return documentNo.MatchString(line) }

// assign gives every block its role.
func (d *Document) assign() {
	d.assignTitle()
	annex := false
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Start == b.End || b.Role == Title {
			continue
		}
		line := d.Text[b.Body:b.End]
		switch {
		case annexLine.MatchString(line) && b.Level == 0 || b.Role == Heading && strings.HasPrefix(line, "附件"):
			d.assignAnnex(i, annex || b.Role == Heading)
		case about.MatchString(line) || besides.MatchString(line) || IsDocumentNo(Clean(line)):
			b.Role = Meta
		case asked.MatchString(line):
			b.Role, b.Body = Question, b.Body+len(asked.FindString(line))
		case b.Role == Heading && endsAsking(line):
			b.Role = Question
		case bracketed.MatchString(line) && b.Level == 0:
			b.Role, b.Level = Heading, d.bracketLevel(i)
		case b.Role == Heading || b.Role == Item:
		case dateOnly(line) && b.Level == 0:
			d.sign(i)
			annex = true
		default:
			d.assignText(b, line)
		}
	}
	d.signInline()
}

// assignTitle finds the title among the first lines.
func (d *Document) assignTitle() {
	first, best := -1, -1
	seen := 0
	for i := range d.Blocks {
		b := d.Blocks[i]
		if b.Start == b.End || about.MatchString(d.Text[b.Body:b.End]) {
			continue
		}
		if seen++; seen > 6 || best >= 0 {
			break
		}
		line := Clean(d.Text[b.Body:b.End])
		if first < 0 && b.Level == 0 && utf8.RuneCountInString(line) <= 60 && !strings.HasSuffix(line, "。") {
			first = i
		}
		if b.Level <= 1 && utf8.RuneCountInString(line) <= 60 && noticeTitle.MatchString(line) {
			best = i
		}
	}
	if best < 0 {
		best = first
	}
	if best < 0 {
		return
	}
	d.Blocks[best].Role, d.Blocks[best].Level = Title, 0
	if before := best - 1; before >= 0 && d.parted(d.Words(d.Blocks[before]), d.Words(d.Blocks[best])) {
		d.Blocks[before].Role, d.Blocks[before].End = Title, d.Blocks[best].End
		d.Blocks[best].End = d.Blocks[best].Start
	}
}

// parted reports whether two lines are one title: 某局关于 / 停办业务的公告; 某局 / 关于停办业务的公告.
func (d *Document) parted(before, title string) bool {
	if strings.HasPrefix(title, "关于") {
		return issuerTail.MatchString(before) && !IsDocumentNo(before)
	}
	return !strings.Contains(title, "关于") && strings.Contains(before, "关于")
}

// assignAnnex tells an annex's own heading from the line that names it.
func (d *Document) assignAnnex(i int, signedBefore bool) {
	b := &d.Blocks[i]
	b.Level = 0
	width := len(annexLine.FindString(d.Text[b.Body:b.End]))
	if !signedBefore {
		b.Role, b.Body = AnnexNote, b.Body+width
		return
	}
	b.Role = AnnexHead
	if b.Body+width < b.End {
		b.Body += width
		return
	}
	for j := i + 1; j < len(d.Blocks); j++ {
		if next := &d.Blocks[j]; next.End > next.Start { // 附件 stands alone: the next line is its title
			b.Body, b.End, b.Start = next.Body, next.End, next.Start
			next.End = next.Start
			return
		}
	}
}

// assignText tells headings from items and paragraphs. A numbered line is a
// heading when it is short and holds no sentence and no time.
func (d *Document) assignText(b *Block, line string) {
	line = strings.TrimSpace(line)
	short := utf8.RuneCountInString(line) <= 30 && !strings.ContainsAny(line, "。；;，") && len(mention.Find(line, site.Day{})) == 0
	switch {
	case endsAsking(line) && b.Level != 4 && utf8.RuneCountInString(line) <= 120:
		b.Role = Question
	case answered.MatchString(line):
		b.Body += len(answered.FindString(line))
	case short && b.Level >= 1 && b.Level <= 2:
		b.Role = Heading
	case b.Level > 0:
		b.Role = Item
	case short && headTail.MatchString(line) && utf8.RuneCountInString(line) <= 20 && !strings.ContainsAny(line, "：:、"):
		b.Role, b.Level = Heading, 1
	}
}

// bracketLevel is the level of a heading in brackets of its own: below those with numbers.
func (d *Document) bracketLevel(i int) int {
	for _, b := range d.Blocks[:i] {
		if b.Role == Heading && !bracketed.MatchString(d.Text[b.Body:b.End]) {
			return 3
		}
	}
	return 1
}

// endsAsking reports whether a line ends with a question mark.
func endsAsking(line string) bool {
	line = strings.TrimRight(line, "*# \u3000")
	return strings.HasSuffix(line, "？") || strings.HasSuffix(line, "?")
}
