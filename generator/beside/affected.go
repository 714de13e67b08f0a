// Package beside finds what the lines of a notice say of one another: which label, list or
// heading beside the line of a stop tells what stops, where, and on which day.
//
// It makes no milestone, which claim does of what it finds. Begin with Affected.
package beside

import (
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/mention"
	"tonggao/generator/site"
)

// Affected is what a label of the same line, or of one beside it, says is affected by its one
// stop: one above, where the lines with labels begin with such a one, else one of the next two.
func Affected(d *issued.Document, block int, post string) string {
	if found := grammar.Including.FindStringSubmatch(post); found != nil {
		return grammar.PlainName(found[1])
	}
	above := ""
	for j := block - 1; j >= 0 && grammar.OwnLine.MatchString(d.Line(j)); j-- {
		name := affectedIn(d, j, true)
		if above == "" {
			above = name
		}
		if first := j == 0 || !grammar.OwnLine.MatchString(d.Line(j-1)); first && name != "" {
			return above
		}
	}
	for j := block; j < len(d.Blocks) && j <= block+2; j++ {
		if name := affectedIn(d, j, j > block); name != "" {
			return name
		}
	}
	return listedBelow(d, block)
}

// listedBelow is what the items of the list name that a block opens and that say no more: 以下业务
// 暂停：（一）车票改签；（二）退票.
func listedBelow(d *issued.Document, block int) string {
	if !Opens(d, block) {
		return ""
	}
	var names []string
	for _, b := range d.Blocks[block+1:] {
		words := strings.TrimRight(issued.FullWidth(d.Words(b)), "；。")
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
func affectedIn(d *issued.Document, block int, atBegin bool) string {
	words := d.Line(block)
	if found := grammar.Affects.FindStringSubmatchIndex(words); found != nil && (!atBegin || found[0] == 0) {
		return grammar.PlainName(words[found[2]:found[3]])
	}
	return ""
}

// AffectedUnder is what stands under one of the next headings, where that says that it is affected:
// 一、停机时间……二、停机范围.
func AffectedUnder(d *issued.Document, block int) string {
	for j := block + 1; j+1 < len(d.Blocks) && j <= block+3; j++ {
		words := d.Line(j + 1)
		if d.Blocks[j].Role == issued.Heading && grammar.AffectsHead.MatchString(d.Line(j)) && len(mention.Find(words, site.Day{})) == 0 && len(grammar.Senses(words, true)) == 0 {
			return grammar.PlainName(strings.ReplaceAll(grammar.UpTo(words, "。；"), "，", "、"))
		}
	}
	return ""
}

// Opens reports whether a block ends by opening a list: 以下业务暂停：.
func Opens(d *issued.Document, block int) bool {
	words := d.Line(block)
	return strings.HasSuffix(words, "：") && grammar.Sums.MatchString(words)
}
