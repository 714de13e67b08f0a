// Package article makes a notice into a text: the whole of it, an edition for one audience,
// or the notice of a change, as blocks in reading order with their numbers. How a fact is
// told inside a block is phrase's; how a block looks is that of the rooms that set it.
//
// Begin reading at Of, and at OfChange for the notice of a change.
package article

import (
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// An Article is the whole text of a notice or of one of its editions, in reading
// order: what the page shows in article .prose and what notice.pdf prints. Every
// word that a reader sees in it stands in its blocks, numbers included.
type Article struct {
	Notice  *site.Notice
	Edition *site.Audience // nil for the whole notice
	Blocks  []Block
}

// A Block is one of *Title, *Heading, *Paragraph, *List, *Table, *AnnexNote,
// *SignOff or *AnnexHead.
type Block interface{ block() }

// A Title opens the article. Number is the document number; Edition names the
// audience of an edition; Changes lists a revised notice's revisions in words.
type Title struct {
	Text    string
	Number  string
	Edition string
	Changes [][]phrase.Run
}

// A Heading has a level from 1 to 4 and its number in the form of that level:
// 一、（一）1.（1）. Question marks a heading of a fragment of questions.
type Heading struct {
	Level    int
	Number   string
	Runs     []phrase.Run
	ID       string   // its address in the page, unique there; it does not follow from the number
	Former   []string // addresses that it had
	Question bool
}

// A Paragraph is set with its first line indented by two, or from the margin on as
// the addressees are (GB/T 9704, 7.3.2).
type Paragraph struct {
	Runs  []phrase.Run
	Flush bool
}

// A List holds numbered items, or items without a number.
type List struct {
	Ordered bool
	Items   []Item
}

// An Item of a list: its number as set, empty in a plain list, and its blocks,
// the first of which the number opens.
type Item struct {
	Number string
	Blocks []Block
}

// A Table has a head row and body rows.
type Table struct {
	Head [][]phrase.Run
	Rows [][][]phrase.Run
}

// An AnnexNote names the annexes under the text: 附件：1. 名称.
type AnnexNote struct {
	Label string // 附件：
	Items []string
}

// A SignOff closes the notice: who issued it, on which day.
type SignOff struct {
	Issuers []string
	Date    string
	Revised string // the day of the newest revision, under it; or empty
	Seal    bool   // leave room for a seal
}

// An AnnexHead opens an annex, on a new page in print.
type AnnexHead struct {
	Label string // 附件, or 附件1
	Title string
	ID    string

	Former []string // addresses that it had
}

func (*Title) block()     {}
func (*Heading) block()   {}
func (*Paragraph) block() {}
func (*List) block()      {}
func (*Table) block()     {}
func (*AnnexNote) block() {}
func (*SignOff) block()   {}
func (*AnnexHead) block() {}
