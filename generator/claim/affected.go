package claim

import (
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/mention"
	"tonggao/generator/site"
)

// affected is what a label of the same line, or of one beside it, says is affected by its one
// stop: one above, where the lines with labels begin with such a one, else one of the next two.
func (d *Reading) affected(it *item) string {
	if found := grammar.Including.FindStringSubmatch(it.post); found != nil {
		return grammar.PlainName(found[1])
	}
	above := ""
	for j := it.block - 1; j >= 0 && grammar.OwnLine.MatchString(d.Doc.Line(j)); j-- {
		name := d.affectedIn(j, true)
		if above == "" {
			above = name
		}
		if first := j == 0 || !grammar.OwnLine.MatchString(d.Doc.Line(j-1)); first && name != "" {
			return above
		}
	}
	for j := it.block; j < len(d.Doc.Blocks) && j <= it.block+2; j++ {
		if name := d.affectedIn(j, j > it.block); name != "" {
			return name
		}
	}
	return d.listedBelow(it.block)
}

// listedBelow is what the items of the list name that a block opens and that say no more: 以下业务
// 暂停：（一）车票改签；（二）退票.
func (d *Reading) listedBelow(block int) string {
	if !d.opens(block) {
		return ""
	}
	var names []string
	for _, b := range d.Doc.Blocks[block+1:] {
		words := strings.TrimRight(issued.FullWidth(issued.Clean(d.Doc.Text[b.Body:b.End])), "；。")
		if b.Role != issued.Item && b.Role != issued.Heading || b.Level == 0 && b.Role == issued.Heading {
			break
		}
		if strings.ContainsAny(words, "，。；：|") || len(mention.Find(words, site.Day{})) > 0 || len(grammar.Senses(words, true)) > 0 {
			return ""
		}
		names = append(names, words)
	}
	return grammar.PlainName(strings.Join(names, "、"))
}

// affectedIn is what a label of a block, or at its begin, says is affected.
func (d *Reading) affectedIn(block int, atBegin bool) string {
	words := d.Doc.Line(block)
	if found := grammar.Affects.FindStringSubmatchIndex(words); found != nil && (!atBegin || found[0] == 0) {
		return grammar.PlainName(words[found[2]:found[3]])
	}
	return ""
}

// affectedUnder is what stands under one of the next headings, where that says that it is affected:
// 一、停机时间……二、停机范围.
func (d *Reading) affectedUnder(it *item) string {
	for j := it.block + 1; j+1 < len(d.Doc.Blocks) && j <= it.block+3; j++ {
		words := d.Doc.Line(j + 1)
		if d.Doc.Blocks[j].Role == issued.Heading && grammar.AffectsHead.MatchString(d.Doc.Line(j)) && len(mention.Find(words, site.Day{})) == 0 && len(grammar.Senses(words, true)) == 0 {
			return grammar.PlainName(strings.ReplaceAll(grammar.UpTo(words, "。；"), "，", "、"))
		}
	}
	return ""
}
