package draft

import (
	"strings"

	"tonggao/generator/issued"
	"tonggao/generator/sketch"
)

// bulleted is the level of items without numbers.
const bulleted = 9

// A fragment is a Markdown file to be.
type fragment struct {
	base      string // preamble, section, closing, annex
	title     string
	kind      string
	audience  []string
	doubts    []string
	questions []string // they stand above the text, and bar its publication
	body      strings.Builder
	item      int    // level of the open list item; 0 outside lists
	first     int    // level of the open list
	nested    bool   // inside an item of the second level
	list      string // the number with which its lists begin, where it is not 1.
	numbers   [2]int
}

// fragments writes the prose: a file for what stands before the first section,
// for each section, for the closing words, for each annex.
func (d *drafter) fragments() []File {
	closing := d.closing()
	var all []*fragment
	current := &fragment{base: "preamble"}
	for i, b := range d.Doc.Blocks {
		switch {
		case b.Role == issued.Title || b.Role == issued.Meta || b.Role == issued.Signer || b.Role == issued.Signed || b.Role == issued.AnnexNote:
			continue
		case i > 0 && d.isAnnexItem(i), d.shape[i] == rest:
			continue
		case b.Role == issued.AnnexHead:
			all = append(all, current)
			current = &fragment{base: "annex", kind: "annex", title: d.headline(b)}
			continue
		case b.Role == issued.Heading && b.Level == 1 && d.shape[i] != joined && current.kind != "annex":
			all = append(all, current)
			current = d.section(b)
			continue
		case d.shape[i] == sentence && b.Level == 1 && current.kind != "annex":
			all = append(all, current)
			current = &fragment{base: "section"}
		case i == closing:
			all = append(all, current)
			current = &fragment{base: "closing"}
		}
		d.block(current, i)
	}
	return d.files(append(all, current))
}

// section begins a fragment under a heading of the first level.
func (d *drafter) section(b issued.Block) *fragment {
	f := &fragment{base: "section", title: d.headline(b)}
	for _, a := range d.Set.Vocabulary.Audiences {
		if strings.Contains(f.title, a.Name) && strings.HasSuffix(f.title, "版") {
			f.audience = append(f.audience, a.ID)
			f.doubts = append(f.doubts, "对象由标题推断")
		}
	}
	return f
}

// headline is the plain text of a heading, its times taken out: a title in front
// matter has no placeholders.
func (d *drafter) headline(b issued.Block) string {
	return timeless(strings.TrimRight(issued.FullWidth(d.Doc.Words(b)), "：。"), "请补写标题")
}

// closing returns the index of the first of the closing paragraphs: thanks, 特此通告.
func (d *drafter) closing() int {
	end := len(d.Doc.Blocks)
	for i, b := range d.Doc.Blocks {
		if b.Role == issued.Signer || b.Role == issued.Signed || b.Role == issued.AnnexNote {
			end = i
			break
		}
	}
	first := -1
	for i := end - 1; i > 0; i-- {
		b := d.Doc.Blocks[i]
		words := d.Doc.Brief(b)
		if b.Role != issued.Paragraph || d.shape[i] == rest || !(strings.HasPrefix(words, "特此") || strings.Contains(words, "谅解") || strings.Contains(words, "不便")) {
			break
		}
		first = i
	}
	return first
}

// isAnnexItem reports whether a block goes on in the list of annexes.
func (d *drafter) isAnnexItem(i int) bool {
	for j := i; j >= 0 && (j == i || d.Doc.Blocks[j].Role == issued.Item); j-- {
		if d.Doc.Blocks[j].Role != issued.Item {
			return false
		}
		if j > 0 && d.Doc.Blocks[j-1].Role == issued.AnnexNote {
			return true
		}
	}
	return false
}

// block writes one block.
func (d *drafter) block(f *fragment, i int) {
	if d.isRow(i) {
		d.row(f, i)
		return
	}
	b := d.Doc.Blocks[i]
	if b.Role == issued.Heading || b.Role == issued.Question {
		b.Body += issued.TypedNumbers(d.Doc.Text[b.Body:b.End])
	}
	switch d.shape[i] {
	case joined:
		b.Role, b.End = issued.Item, d.Doc.Blocks[i+1].End
	case sentence:
		b.Role = issued.Heading
	}
	words := d.inline(f, b)
	if b.Role == issued.Heading && d.shape[i] != sentence {
		words = strings.TrimRight(words, "：。")
	}
	if words == "" {
		return
	}
	switch b.Role {
	case issued.Question:
		if f.kind == "" {
			f.kind = "faq"
		}
		f.heading(1, strings.TrimSuffix(words, "：")+mark(words))
	case issued.Heading:
		f.heading(min(3, max(1, b.Level-1)), words)
	case issued.Item:
		if f.item == 0 {
			f.list = d.listForm(f, b)
		}
		f.listItem(b.Level, words)
	default:
		if f.item > 0 && d.listGoesOn(i) {
			f.body.WriteString("\n" + f.indent() + beginLine(words) + "\n")
			return
		}
		f.endList()
		f.body.WriteString(beginLine(words) + "\n\n")
	}
}

// mark is the question mark that a question lost.
func mark(words string) string {
	if strings.HasSuffix(words, "？") || strings.HasSuffix(words, "?") {
		return ""
	}
	return "？"
}

func (f *fragment) heading(level int, words string) {
	f.endList()
	f.body.WriteString(strings.Repeat("#", level) + " " + words + "\n\n")
}

// listForm is the number with which a fragment's lists begin as the office typed it, "" for
// 1. and where sections have it.
func (d *drafter) listForm(f *fragment, b issued.Block) string {
	switch number := d.Doc.Text[b.Start:b.Body]; {
	case f.first > 0: // of an earlier list
		return f.list
	case b.Level == 1 && f.title == "" && !d.sections():
		return "一、"
	case b.Level == 2:
		return "（一）"
	case b.Level == 4 && strings.ContainsAny(number, "（("):
		return "（1）"
	}
	return ""
}

// sections reports whether the text has sections with numbers of the first level.
func (d *drafter) sections() bool {
	for i, b := range d.Doc.Blocks {
		if b.Role == issued.Heading && b.Level == 1 && d.shape[i] != joined {
			return true
		}
	}
	return false
}

// listItem writes an item; （1） under 1. is nested, since lists have two levels.
func (f *fragment) listItem(level int, words string) {
	words = beginLine(words)
	if bullet := level == 0; f.item > 0 && bullet != (f.item == bulleted) {
		f.endList()
	}
	if f.item == 0 || level < f.first {
		f.first = level
	}
	f.nested = level > f.first
	f.item = level
	if level == 0 {
		f.item = bulleted
		f.body.WriteString("- " + words + "\n")
		return
	}
	if f.nested {
		f.numbers[1]++
		f.body.WriteString("   " + sketch.Digits(f.numbers[1]) + ". " + words + "\n")
		return
	}
	f.numbers = [2]int{f.numbers[0] + 1, 0}
	f.body.WriteString(sketch.Digits(f.numbers[0]) + ". " + words + "\n")
}

// indent is as wide as the number that its paragraph belongs under.
func (f *fragment) indent() string {
	if f.nested {
		return "      " + strings.Repeat(" ", len(sketch.Digits(f.numbers[1]))-1)
	}
	return "   " + strings.Repeat(" ", len(sketch.Digits(f.numbers[0]))-1)
}

func (f *fragment) endList() {
	if f.item > 0 {
		f.body.WriteByte('\n')
	}
	f.item, f.nested, f.numbers = 0, false, [2]int{}
}

// listGoesOn reports whether, behind paragraphs, the next item continues the
// list with a number above one.
func (d *drafter) listGoesOn(i int) bool {
	for ; i < len(d.Doc.Blocks); i++ {
		b := d.Doc.Blocks[i]
		if b.Role == issued.Paragraph {
			continue
		}
		number := strings.Trim(d.Doc.Text[b.Start:b.Body], "（）().、．,， 　#>-*")
		return b.Role == issued.Item && number != "" && number != "1" && number != "１" && number != "一" && number != "①"
	}
	return false
}
