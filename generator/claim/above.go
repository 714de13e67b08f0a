package claim

import (
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
)

// nameAbove takes a name from the label before a time or from the headings over it.
func (d *Reading) nameAbove(it *item) string {
	words := []string{d.labelOf(it)}
	for under := d.Doc.Blocks[it.block].Under; under >= 0; under = d.Doc.Blocks[under].Under {
		if level := d.Doc.Blocks[it.block].Level; level > 0 && d.Doc.Blocks[under].Level >= level {
			continue // 三、 stands beside 二、, not under it
		}
		words = append(words, strings.Trim(issued.FullWidth(d.Doc.Brief(d.Doc.Blocks[under])), "【】"))
	}
	for n, w := range words {
		if n > 0 && d.Doc.Blocks[it.block].Role != issued.Heading {
			if name := grammar.AskedOf(w); name != "" {
				return name
			}
		}
		most := 18
		if n == 0 && strings.ContainsAny(w, "、和") {
			most = 48 // 手机银行、网上银行、自助设备：
		}
		if _, is := grammar.LabelSense(w); is && n > 0 || strings.ContainsAny(w, "，。；") || len([]rune(w)) > most || grammar.AboutNothing(w) {
			continue
		}
		if name := grammar.PlainName(w); name != "" {
			return name
		}
	}
	return ""
}
