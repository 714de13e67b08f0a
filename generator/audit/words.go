package audit

import (
	"tonggao/generator/message"
	"tonggao/generator/problem"
)

var colon, comma = message.Both(": ", "："), message.Both(", ", "，")

// placed is where a fact stands.
func placed(p problem.Position) message.Text { return message.Both(p.String(), p.Chinese()) }

// word is a word of a report in both languages; what has no Chinese stays as it is.
func word(chinese map[string]string, english string) message.Text {
	said := english
	if long := longer[english]; long != "" {
		said = long
	}
	if c := chinese[english]; c != "" {
		return message.Both(said, c)
	}
	return message.Plain(said)
}

// longer are the words that a line says in more than one.
var longer = map[string]string{"opens": "opens a window", "closes": "closes a window"}

var (
	verdictWords = map[string]string{string(Found): "找到", string(Has): "有", string(Lacks): "没有", string(Contradicts): "不一致",
		string(Old): "已变更", string(Meant): "按原文", string(Document): "通告本身", string(Unclear): "不明确"}
	sortWords = map[string]string{string(Phone): "电话", string(Link): "网址", "pending": "待定", "relative": "相对时间", "gradual": "逐步", "hours": "办公时间", "going": "不停"}
	kindWords = map[string]string{"suspend": "暂停", "partial": "部分恢复", "resume": "恢复", "deadline": "截止", "rule": "重要日期", "opening": "临时开放"}
	sideWords = map[string]string{"before": "以前", "during": "期间", "after": "以后", "opens": "期间的起点", "closes": "期间的止点"}
)
