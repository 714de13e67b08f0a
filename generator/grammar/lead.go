package grammar

import (
	"slices"
	"strings"

	"tonggao/generator/issued"
	"tonggao/generator/later"
)

// joiners lead to a time and name nothing.
var joiners = []string{"但", "并", "且", "同时", "其中", "而", "现"}

var (
	nearTime = later.Compile(`^(?:预计|仍|依旧|照旧|计划|拟|暂定)[于在为]?$`) // a subject stands before the comma: 异地结算因联调未完，预计8月20日恢复
	sameTime = later.Compile(`，?(?:恢复)?(?:时间|安排|日期)(?:保持)?不变$`)
)

// Lead is the last clause of the words before a time, and what a colon before it names.
func Lead(words string) (pre, label string) {
	words = remarks.ReplaceAllString(strings.TrimLeft(words, "，,、；;：（"), "")
	if i := strings.LastIndex(words, "："); i >= 0 {
		label, words = words[:i], words[i+len("："):]
		if j := strings.LastIndexAny(label, "，；。"); j >= 0 {
			label = strings.TrimLeft(label[j:], "，；。")
		}
	}
	if i := strings.LastIndex(words, "，"); i >= 0 && (ToTime.MatchString(words[i+len("，"):]) || nearTime.MatchString(words[i+len("，"):])) {
		words = sameTime.ReplaceAllString(words[:i], "") + "，"
	}
	switch i := strings.LastIndex(words, "，"); {
	case i >= 0 && slices.Contains(joiners, strings.TrimSpace(words[i+len("，"):])):
		words = words[:i]
		if j := strings.LastIndex(words, "，"); j >= 0 {
			words = words[j+len("，"):]
		}
		words = strings.TrimSuffix(words, "不受影响") // 车辆轮渡不受影响，但5月10日停渡
	case i >= 0 && strings.TrimSpace(words[i+len("，"):]) != "":
		words = words[i+len("，"):]
	case i >= 0 && (len([]rune(words[:i])) > 10 || strings.Contains(words[:i], "，") || Because.MatchString(words[:i]) || WhyBehind.MatchString(words[:i])):
		words = SubjectOf(words[:i]) // or another matter, which its comma ends
	}
	return strings.Trim(words, " ，"), label
}

// Boundary is the octet of the words between two times where those behind the one end and those
// before the other begin.
func Boundary(gap string) int {
	at := strings.LastIndexAny(gap, "，,：:（(")
	if at < 0 || strings.HasSuffix(strings.TrimRight(gap, " "), "、") {
		at = strings.LastIndexAny(gap, "，,：:（(、") // of names it is part: 8时起恢复，游船、缆车停运至
	}
	if at < 0 {
		if put := NewTime.FindStringIndex(gap); put != nil && (edge.MatchString(gap[:put[0]]) || len(Senses(issued.Clean(gap), false)) > 0) {
			return put[0] // 4月22日的停水推迟至4月24日; 由9时起调整为
		}
		if words := issued.Clean(gap); Edged.MatchString(words) || len(Senses(words, false)) > 0 {
			return len(gap)
		}
		return 0
	}
	return at
}
