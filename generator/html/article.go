package html

import (
	"tonggao/generator/article"
	"tonggao/generator/phrase"
)

// A block of the article for the template: exactly one of its fields is set, and
// Seams with a title's.
type block struct {
	Title     *article.Title
	Seams     []seam
	Heading   *article.Heading
	Paragraph []phrase.Run
	Flush     bool // the paragraph stands at the margin
	List      *listView
	Table     *article.Table
	Annexes   *article.AnnexNote
	SignOff   *article.SignOff
	Annex     *article.AnnexHead
}

type listView struct {
	Ordered bool
	Items   []itemView
}

// An itemView is a list's item: its number opens the first paragraph.
type itemView struct {
	Number string
	First  []phrase.Run
	Rest   []block
}

// article turns the worded article into blocks for the template.
func (p *page) article(a *article.Article) []block {
	return p.blocks(a.Blocks)
}

func (p *page) blocks(blocks []article.Block) []block {
	views := make([]block, 0, len(blocks))
	for _, b := range blocks {
		views = append(views, p.block(b))
	}
	return views
}

func (p *page) block(b article.Block) block {
	switch b := b.(type) {
	case *article.Title:
		return block{Title: b, Seams: p.titleSeams(b.Text)}
	case *article.Heading:
		return block{Heading: b}
	case *article.Paragraph:
		return block{Paragraph: p.callable(b.Runs), Flush: b.Flush}
	case *article.List:
		return block{List: p.list(b)}
	case *article.Table:
		return block{Table: p.callableRows(b)}
	case *article.AnnexNote:
		return block{Annexes: b}
	case *article.SignOff:
		return block{SignOff: b}
	case *article.AnnexHead:
		return block{Annex: b, Seams: p.seams(b.Title, b.Title)}
	}
	return block{}
}

func (p *page) list(l *article.List) *listView {
	v := &listView{Ordered: l.Ordered}
	for _, item := range l.Items {
		i := itemView{Number: item.Number}
		rest := item.Blocks
		if len(rest) > 0 {
			if first, ok := rest[0].(*article.Paragraph); ok {
				i.First, rest = p.callable(first.Runs), rest[1:]
			}
		}
		i.Rest = p.blocks(rest)
		v.Items = append(v.Items, i)
	}
	return v
}

// contents lists the first-level headings and annexes, and the questions.
func (p *page) contents(article []block) (sections, questions []heading) {
	annexes := false // their own headings stay out: the list would lose its shape
	for _, b := range article {
		switch {
		case b.Annex != nil:
			annexes = true
			sections = append(sections, heading{b.Annex.ID, b.Annex.Label + p.Words.Now.Colon + b.Annex.Title})
		case b.Heading == nil:
		case b.Heading.Question:
			questions = append(questions, heading{b.Heading.ID, phrase.Plain(phrase.OnScreen(b.Heading.Runs[1:]))}) // without 问：
		case b.Heading.Level == 1 && !annexes:
			sections = append(sections, heading{b.Heading.ID, b.Heading.Number + phrase.Plain(phrase.OnScreen(b.Heading.Runs))})
		}
	}
	return sections, questions
}
