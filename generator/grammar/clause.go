package grammar

import (
	"strings"

	"tonggao/generator/issued"
	"tonggao/generator/later"
)

// remarks are brackets with a clause in them.
var remarks = later.Compile(`（[^（）]*(?:[，；]|时间)[^（）]*）`)

// ToTime is a clause that only leads to its time: 网点因装修，定于4月24日起暂停营业.
var ToTime = later.Compile(`^(?:现|兹|将|拟|计划|暂|预计)?(?:定|自|从|于|在)+于?$`)

// WhyBehind is a subject with the reason of what happens to it behind: 网点因装修.
var WhyBehind = later.Compile(`^([^，]{2,}?)(?:因|由于|鉴于|除|为[^止期])`)

var noSubject = later.Compile(`^(?:经|接|按|据|应|现|特|届时|自(?:[^助动习来考主然由]|$)|为|对|请|凡|目前|具体|今年|本次)|[请须应将已可]|原则|影响$|要求$|部署$|安排$|规定$|研究|决定|同意|如下|完成$|成功$|[“”「」]$`)

// settling is what is done with a subject before it comes back: 自助机设备调试.
var settling = later.Compile(`(?:设备|系统|网络)?(?:安装|调试|联调)+$`)

// SubjectOf is the subject that a clause before a time ends with its comma: 图书馆电子资源因
// 依赖统一认证，7月5日停用; 跨省异地就医直接结算，4月3日恢复. It is "" where it speaks of another
// matter.
func SubjectOf(words string) string {
	if i := max(strings.LastIndex(words, "，"), strings.LastIndex(words, "：")); i >= 0 {
		words = words[i+len("，"):] // 降压范围：北关一带，水压降低时段为
	}
	words = strings.TrimPrefix(words, "其中")
	if Because.MatchString(words) || noSubject.MatchString(words) || issued.SaysPending(words) {
		return ""
	}
	if found := WhyBehind.FindStringSubmatch(words); found != nil {
		words = found[1]
	}
	words = settling.ReplaceAllString(words, "")
	most := 26
	if strings.Contains(words, "、") {
		most = 48
	}
	if len([]rune(words)) > most || len(Senses(words, false)) > 0 {
		return ""
	}
	return words
}

// timeOf are words for the time of something: 成绩单的领取时间推迟.
var timeOf = later.Compile(`^(.{2,}?)的?([\p{Han}]{2})?(?:起止)?(?:时间|日期)(?:推迟|提前|顺延|延后|延期|调整|变更|有变)?$`)

// ThingOf is what words for its time are of, or "".
func ThingOf(words string) string {
	if found := timeOf.FindStringSubmatch(words); found != nil {
		return found[1] + found[2]
	}
	return ""
}

// Edge is what still belongs to a time behind it.
var Edge = later.Compile(`^(?:\s|（[^）]*）|，|：|、|(?:开市|开盘|开园|开馆|开门|开诊|开机|营业|上班|首班[车船]?)时?起|起开始|起|开始|止|(?:结束|为止)(?:，|$)|当天|全天|两天|三天|左右|前后|共?[0-9一二三四五六七八九十]+(?:个?小时|天)|）|期间内?|时段|这段时间)+`)

// Clauses cuts the words behind a time, without what belongs to the time.
func Clauses(post string) []string {
	post = remarks.ReplaceAllString(Edge.ReplaceAllString(post, ""), "")
	post = strings.TrimRight(post, "。；！？;!? ")
	return strings.FieldsFunc(post, func(r rune) bool { return r == '，' || r == ',' || r == '：' })
}
