package article

import (
	"slices"
	"strings"

	"tonggao/generator/phrase"
)

// Text is the article's whole text in reading order, a line for each paragraph,
// heading, item and cell: what a page shows and a notice prints, to compare them.
func Text(a *Article) string {
	var lines []string
	for _, b := range a.Blocks {
		lines = blockText(lines, "", b)
	}
	return strings.Join(lines, "\n")
}

func blockText(lines []string, number string, b Block) []string {
	switch b := b.(type) {
	case *Title:
		lines = append(lines, present(b.Text, b.Number, b.Edition)...)
		for _, change := range b.Changes {
			lines = append(lines, phrase.Plain(change))
		}
	case *Heading:
		lines = append(lines, b.Number+phrase.Plain(b.Runs))
	case *Paragraph:
		lines = append(lines, number+phrase.Plain(b.Runs))
	case *List:
		for _, item := range b.Items {
			number = item.Number
			for _, inner := range item.Blocks {
				lines = blockText(lines, number, inner)
				number = ""
			}
		}
	case *Table:
		for _, row := range append([][][]phrase.Run{b.Head}, b.Rows...) {
			for _, cell := range row {
				lines = append(lines, phrase.Plain(cell))
			}
		}
	case *AnnexNote:
		lines = append(lines, b.Label+strings.Join(b.Items, "\n"))
	case *SignOff:
		lines = append(append(lines, b.Issuers...), present(b.Date, b.Revised)...)
	case *AnnexHead:
		lines = append(lines, b.Label, b.Title)
	}
	return lines
}

// present keeps the texts that say something.
func present(texts ...string) []string {
	return slices.DeleteFunc(texts, func(t string) bool { return t == "" })
}
