package beside

import (
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
)

// TitleName is what the title says stops.
func TitleName(d *issued.Document) string {
	title := strings.TrimPrefix(strings.TrimPrefix(Title(d), "关于"), "调整")
	for _, s := range grammar.Senses(title, true) {
		if name, _ := grammar.WhatOf("", title, s); name != "" {
			return name
		}
	}
	if grammar.IsBody(title) && len([]rune(title)) <= 20 {
		return title // 婚姻登记处公告
	}
	return ""
}

// Title is the notice's title without what all titles end with.
func Title(d *issued.Document) string {
	for _, b := range d.Blocks {
		if b.Role == issued.Title {
			words := grammar.TitleTail.ReplaceAllString(issued.FullWidth(d.Words(b)), "")
			if i := strings.Index(words, "关于"); i >= 0 {
				words = words[i+len("关于"):]
			}
			return words
		}
	}
	return ""
}
