package claim

import (
	"regexp"
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
)

// nameAbove takes a name from the label before a time or from the headings over it.
func (d *Reading) nameAbove(it *item) string {
	words := []string{it.label}
	for under := d.Doc.Blocks[it.block].Under; under >= 0; under = d.Doc.Blocks[under].Under {
		if level := d.Doc.Blocks[it.block].Level; level > 0 && d.Doc.Blocks[under].Level >= level {
			continue // 三、 stands beside 二、, not under it
		}
		words = append(words, issued.FullWidth(d.Doc.Brief(d.Doc.Blocks[under])))
	}
	for n, w := range words {
		if n > 0 && d.Doc.Blocks[it.block].Role != issued.Heading {
			if name := askedOf(w); name != "" {
				return name
			}
		}
		if _, is := grammar.LabelSense(w); is && n > 0 || strings.ContainsAny(w, "，。；") || len([]rune(w)) > 18 || aboutNothing(w) {
			continue
		}
		if name := grammar.PlainName(w); name != "" {
			return name
		}
	}
	return ""
}

// askedOf is what a question asks of: 何时暂停医保卡刷卡？
func askedOf(words string) string {
	if !strings.Contains(words, "何时") && !strings.Contains(words, "什么时候") {
		return ""
	}
	words = UpTo(words, "？?")
	for _, s := range grammar.Senses(words, false) {
		if !s.Weak {
			name, _ := grammar.WhatOf("", strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(words, "是何时"), "为何时"), "的时间"), s)
			return name
		}
	}
	return ""
}

func aboutNothing(words string) bool {
	for _, w := range [...]string{"时间", "安排", "范围", "事项", "方式", "说明", "须知", "提示", "指南", "部门", "其他", "内容", "对象", "如下", "上线", "切换", "版"} {
		if strings.Contains(words, w) {
			return true
		}
	}
	return words == ""
}

// titleName is what the title says stops.
func (d *Reading) titleName() string {
	title := strings.TrimPrefix(d.title(), "关于")
	for _, s := range grammar.Senses(title, true) {
		if name, _ := grammar.WhatOf("", title, s); name != "" {
			return name
		}
	}
	return ""
}

var titleTail = regexp.MustCompile(`(?:的)?(?:温馨)?(?:通知|公告|通告|公示|提示|告知书|说明|函)[（(]?.*$`)

// title is the notice's title without what all titles end with.
func (d *Reading) title() string {
	for _, b := range d.Doc.Blocks {
		if b.Role == issued.Title {
			words := titleTail.ReplaceAllString(issued.FullWidth(d.Doc.Words(b)), "")
			if i := strings.Index(words, "关于"); i >= 0 {
				words = words[i+len("关于"):]
			}
			return words
		}
	}
	return ""
}
