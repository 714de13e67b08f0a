// Package grammar knows what the verbs of a clause of Chinese notices say happens (停, 恢复,
// 开通), and which of the words beside them name what it happens to.
//
// It knows no time and no notice: claim does.
//
// Begin reading at WhatOf.
package grammar

import (
	"strings"

	"tonggao/generator/issued"
	"tonggao/generator/later"
	"tonggao/generator/site"
)

// A Sense is what a verb of a clause makes of a time.
type Sense struct {
	Kind       site.Kind
	Verb       string
	Start, End int // octets of the clause: the verb, with what it swallows
	Gradual    bool
	Permanent  bool
	Weak       bool // 维护, 升级: a stop only where it lasts for a window
	Utility    string
}

// verbs, longer ones first. What stops by a verb with its object in it, 停水, has the
// service's name beside it.
var verbs = later.Compile(`停止使用|不再(?:使用|受理|办理|提供|接收|接受|支持|开放|开展|销售|出售|收取|收寄|供应|运营|营业|承接|发放)|不予(?:受理|办理)|停止受理|停止办理|停止对外|停止服务|停止运营|停止供[水气电热]|不向[\p{Han}]{2,8}供[水气电热]|减停|减供|减量供[水气电热]|限量供[水气电热]|低压供[水气]|降温(?:运行|供热)|降压供[水气热]|降压|(?:水压|气压|供水压力|供气压力)(?:将|会|有所|可能|明显)*(?:降低|下降|偏低)|限行|绕行|改道|“?只[出进]不[进出]”?|通过不停车?|半幅(?:封闭)?(?:施工|通行)|` +
	`停馆|停园|停展|停演|停售|停飞|停渡|停缴|停汇|停检|停水|停电|停气|停热|停暖|停航|停运|停驶|停诊|停业|停课|停考|停机|停用|停办|停收|停受理|停征|停播|停工|停产|停供|停报|停发|停服|停止|退网|下线|下架|关停|` +
	`(?:不能|无法)(?:正常)?(?:对外)?(?:进行|使用|办理|访问|登录|提供|受理|提交)?|不可(?:用|访问|使用|办理|查询|登录|进行)|不办理|不受理|不进行|不开展|不安排|不开行|不发车|不出诊|不开放|不开市|不接诊|不营业|不上班|不办公|不对外[\p{Han}]{0,2}|结束(?:运营|营业|服务|接待|办理|受理|收费|供[水气电热暖])|暂不[\p{Han}]{2}|暂缓(?:办理|受理)?|暂停|中断|中止|终止|关闭|封闭|取消|` +
	`闭馆|闭园|闭室|闭展|闭店|闭站|闭厅|闭场|休馆|休园|休展|闭市|休市|歇业|休诊|休息|封航|封路|禁航|禁行|禁止[\p{Han}]{0,8}?(?:通行|入内|停放|进入)|断水|断电|断气|断网|断流|断行|断航|断交|停|` +
	`开机$|重新(?:开启|打开|开机|启动|接入|投用|投入使用|上架|开行|开航|接单|接诊)|开窗|重新(?:对|向)[\p{Han}]{1,5}开放|重新开放|重开|重启|开启|起用|开行|启航|开门|复开|复通|复气|复热|复网|来电|来气|通气|解除(?:封闭|管制|限制|封控|停[\p{Han}])|解封|(?:在|到|于|由|从)?新(?:址|馆|楼|大厅|院区|校区|地点|地址)(?:正式|对外|开始|恢复|继续|正常)*(?:办公|办理|受理|营业|开放|服务|接诊|运营|开展)|重新开放|重新开通|重新开馆|重新启用|恢复|复机|复航|复运|复工|复课|复诊|复业|复市|复电|复水|来水|送电|通水|开馆|开园|开诊|开业|开市|开航|开通|启用|上线|投入使用|投用|投运|开放|` +
	`(?:全面|统一|开始|重新)(?:对外)?(?:办理|受理|征收|接诊|收寄|运营|营业|服务|办公|接待|开放|供[水电气热]|通行|结算|交易)|(?:正常|照常)(?:对外)?(?:办理|受理|营业|开放|运营|运行|办公|上班|使用|供应|收寄|投递|接诊|出诊|坐诊|看诊|开诊|开市|交易|开馆|通行|服务|结算|行驶|供[水电气热])|可(?:以)?(?:通过|登录|凭)[^，。；]{2,24}?(?:办理|缴费|缴纳|查询|申报|结算|刷卡)|可(?:以)?(?:正常|开始|恢复|重新)?(?:办理|使用|登录|受理|通行|结算|缴费|查询|访问)|对外(?:办公|营业|开放|服务|接待|受理|办理|供应)|正式(?:上线|启用|运行|运营|办理|开放|营业|接诊)|` +
	`放假|维护|升级|割接|检修|大修|更换|改造|切换|扩容|迁移|巡检|保养|维修|整修|开`)

// Utilities are the services that a verb has in it.
var Utilities = map[string]string{"停水": "供水", "停止供水": "供水", "停电": "供电", "停止供电": "供电", "停气": "供气", "停止供气": "供气", "停热": "供热", "停暖": "供热", "停止供热": "供热",
	"放假": "办公", "停检": "体检", "复气": "供气", "复热": "供热", "来电": "供电", "来气": "供气", "通气": "供气", "复网": "网络", "复电": "供电", "送电": "供电", "复水": "供水", "来水": "供水", "通水": "供水", "开园": "开放", "开诊": "门诊", "断水": "供水", "断电": "供电", "断气": "供气", "断网": "网络", "停馆": "开放", "停园": "开放", "停展": "展览", "停演": "演出", "停飞": "航班", "停渡": "渡运", "歇业": "营业", "休诊": "门诊", "休息": "办公", "封航": "航线", "禁航": "航线", "停航": "航线", "停运": "运营", "停诊": "门诊", "停机": "系统", "停业": "营业", "停课": "教学", "停考": "考试", "闭馆": "开放", "闭室": "开放", "闭园": "开放", "休馆": "开放", "闭市": "交易", "闭展": "展览", "闭站": "运营", "闭店": "营业", "休市": "交易",
	"开馆": "开放", "复航": "航线", "复运": "运营", "复课": "教学", "复诊": "门诊", "降压": "供水", "降压供气": "供气", "降压供水": "供水", "降压供热": "供热", "减量供气": "供气", "减量供水": "供水", "减量供热": "供热", "限量供水": "供水", "限量供气": "供气", "低压供水": "供水", "低压供气": "供气", "水压降低": "供水", "气压降低": "供气", "温度降低": "供热", "降温运行": "供热", "降温供热": "供热"}

// Lessening begins a verb that lessens a service and does not stop it.
var Lessening = later.Compile(`^(?:减停|减供|减量|限量|低压|降温|降压|半幅|限行|绕行|改道|..降低|水压|气压|供水压力|供气压力)`)

var (
	backing    = later.Compile(`^(?:重|恢复|复[航运工课诊业市电水气热网机开通]|来[水电气]|送电|通[水气]|开|启|起用|上线|投|正常|照常|可|正式|全面|统一|解|对外|(?:在|到|于|由|从)?新)`)
	weakly     = later.Compile(`^(?:维护|升级|割接|检修|大修|更换|改造|切换|扩容|迁移|巡检|保养|维修|整修)$`)
	forGood    = later.Compile(`^(?:停止使用|不再|终止|退网|下线|下架)`)
	notStop    = later.Compile(`^(?:车|靠|留|滞|泊|放|机坪|顿|息|歇|牌)`) // 停车 is no stop
	notOpen    = later.Compile(`^(?:平台|大学|时间|日期|展|源|发|始|展|工|设|户|票|具|车|会|学|幕|庭|考|赛|讲|播|奖|药|处方|园时间|馆时间|支|标|办)`)
	afterVerb  = later.Compile(`^[^，。；,;：:、（]{0,10}?(?:期间|时间|之前|以前|之后|以后|初期|通知|公告|告知|(?:^|[^提])前(?:[^台端往期来景]|$)|(?:^|[^售先背幕])后(?:[^续台勤]|$))|^[^，。；,;：:、]{0,4}结束[\p{Han}]|^期(?:$|[，。；])|^(?:仪式|典礼|时段|方案|事宜|准备|费用|预案|演练)`)
	asBefore   = later.Compile(`^(?:到|为|至)?(?:正常|原来?的?|原有|平时|日常)[^，。；]{0,6}时间(?:$|[，。；（])`) // 恢复正常开放时间
	excluded   = later.Compile(`不在[^，。；]{0,12}(?:范围|之列)`)                                   // 不在本次停机范围内
	restOfTime = later.Compile(`^(?:其余|其他|其它)(?:时间|时段|日期|日子)`)                              // 其余时间不办公
	unaffected = later.Compile(`^(?:均|都|也|暂)*不(?:会)?(?:受[^理]|影响)|不受[^，。；]{0,16}影响$`)        // 不受系统上线影响
	measures   = later.Compile(`(?:室温|水温|温度|水压|水质|气压|电压|压力|浊度)(?:逐步|陆续|可|将|才能|方可|会)*$`)     // 室温恢复正常
	eachTime   = later.Compile(`^(?:到|为|至)?每[年月周日天]`)
	lastingly  = later.Compile(`^[^，。；,;：:、]{0,10}?期间`)
	notBefore  = later.Compile(`(?:不|是否|能否|不再|未|本来也?|原本也?|无需|不会|不得|如|若|除|因|非|免|防止|避免|严禁|停止|暂停|中止|终止)$|不会?因[^，。；]{1,10}$`)
	doings     = later.Compile(`^(?:全部|一切|所有|对外|正常)*(开放|营业|运营|办公|接待|接诊|通行)(?:$|[，。；])`)
	runs       = later.Compile(`(?:夜场|专场|早场|日场|航班|航次|班次|车次|列车|班[车列轮线]|场次|门诊|号源|演出|场馆开放)(?:全部|一律|均|已|临时|全线|将)*$`) // 航班取消
	whoever    = later.Compile(`^(?:的)?(?:用户|客户|旅客|乘客|患者|考生|学生|住户|商户|人员)(?:$|[，。；、可请须应的])`)
	works2     = later.Compile(`^(?:施工|作业|违法|侵权)`)
	inability  = later.Compile(`^(?:不能|无法)$`)
	notUnable  = later.Compile(`^(?:超|少于|低于|按|及时|如期|满足|同时|作为|代替|预见|抗拒|到场|出席|参加|确定|完成|$)`)
	lastEntry  = later.Compile(`(?:[0-9][:：][0-9]{2}|[时点分半])(?:后|起|以后)?$`)
	entering   = later.Compile(`^(?:入|进)[馆园场院内]|^(?:检|售|取|验|换|领)票|^(?:取|叫|发|放)号`)
	wholly     = later.Compile(`全面|全部|完全`)
)

// Reason begins a clause that says why or on which condition, and not what happens.
var Reason = later.Compile(`^(?:如果?|若|待|等|因|由于|为|受|遇|除|鉴于)`)

// onlyIf begins a clause of what may be, in a window too: 如发生故障将临时关闭.
var onlyIf = later.Compile(`^(?:如[果遇有需因发出]|若|倘|一旦|万一)`)

// causeAhead is a reason that runs on to what happens without a comma: 因系统故障暂停办理.
var causeAhead = later.Compile(`^(?:因|由于|受)[^，。；]{1,14}?(?:故障|影响|原因|检修|施工|改造|升级|维护|需要|搬迁|装修|维修|抢修|调整|天气)(?:临时|将|已|全部|全面|全线)*(?:停|暂停|关闭|封闭|闭[馆园室站])`)

// Foremost stands before what comes back while others are still off.
var Foremost = later.Compile(`(?:率先|先行|优先|首先|先期)$`)

// Only stands before what comes back without the rest.
var Only = later.Compile(`(?:仅|只)(?:先|限|能)?$`)

// Gradually is in what happens bit by bit.
var Gradually = later.Compile(`逐步|陆续|分批|逐家|部分|分阶段`)

// Senses reads the verbs of a clause that say what happens, in order.
func Senses(clause string, window bool) []Sense {
	why := causeAhead.FindStringIndex(clause)
	if Reason.MatchString(clause) && !window && why == nil || strings.Contains(clause, "为准") || strings.HasPrefix(clause, "逾期") || restOfTime.MatchString(clause) || excluded.MatchString(clause) || unaffected.MatchString(clause) {
		return nil
	}
	if onlyIf.MatchString(clause) {
		return nil
	}
	if clause == "正常" {
		return []Sense{{Kind: site.Resume, Verb: clause, End: len(clause)}} // 11月11日起正常
	}
	var all []Sense
	for _, at := range verbs.FindAllStringIndex(clause, 12) {
		s, ok := senseOf(clause, at[0], at[1], window)
		if ok && (why == nil || window || at[0] >= why[1]-len("暂停")) {
			all = append(all, s)
		}
	}
	if n := len(all) - 1; n > 0 && all[0].Kind == site.Resume && all[n].Kind == site.Suspend && unable.MatchString(all[n].Verb) && all[n].End == len(clause) {
		return all[n:] // 刷卡开门不可用
	}
	if len(all) > 1 { // 升级维护，暂停服务: what says it plainly
		for i, s := range all {
			if !s.Weak && all[0].Weak {
				return all[i:]
			}
		}
	}
	return all
}

func senseOf(clause string, from, to int, window bool) (Sense, bool) {
	verb, before, rest := clause[from:to], clause[:from], clause[to:]
	s := Sense{Kind: site.Suspend, Verb: verb, Start: from, End: to, Weak: weakly.MatchString(verb), Permanent: forGood.MatchString(verb), Utility: Utilities[verb]}
	switch {
	case verb == "取消" && !runs.MatchString(before) && strings.Trim(before+rest, "起 ，") != "":
		return s, false
	case verb == "停征" && strings.HasPrefix(rest, "收"):
		s.End -= len("征") // 停 征收
	case strings.HasPrefix(verb, "不向"):
		s.Utility = verb[len(verb)-len("供水"):]
	case Lessening.MatchString(verb):
		s.Kind = site.Partial
	case verb == "开":
		if !window || strings.TrimSpace(before) != "" || notOpen.MatchString(rest) {
			return s, false
		}
		s.Kind = site.Opening
	case backing.MatchString(verb):
		s.Kind = site.Resume
	}
	switch {
	case verb == "停" && (notStop.MatchString(rest) || strings.HasSuffix(before, "暂") || strings.HasSuffix(before, "不") || strings.HasSuffix(before, "可")):
		return s, false
	case strings.HasPrefix(verb, "停机") && strings.HasSuffix(before, "开"), verb == "开放" && notOpen.MatchString(rest), verb == "停机" && strings.HasPrefix(rest, "坪"), strings.HasSuffix(before, "新") && (verb == "开"):
		return s, false
	case strings.Count(before, "“") > strings.Count(before, "”"), strings.Count(before, "《") > strings.Count(before, "》"):
		return s, false // a name
	case verb == "下线" && strings.HasSuffix(before, "上"):
		return s, false // 线上下线
	case verb == "上线" && (strings.HasSuffix(before, "线") || strings.HasPrefix(rest, "下")):
		return s, false // 线上线下业务
	case s.Utility != "" && whoever.MatchString(rest):
		return s, false // 停机用户: those whom it has stopped for
	case (strings.HasPrefix(verb, "停止") || verb == "暂停") && works2.MatchString(rest):
		return s, false // 停止施工
	case lastEntry.MatchString(before) && entering.MatchString(rest):
		return s, false // 9:00—17:00（16:30停止入馆）: of each day
	case notBefore.MatchString(before), inability.MatchString(verb) && notUnable.MatchString(rest):
		return s, false
	case strings.HasPrefix(verb, "恢复") && eachTime.MatchString(rest):
		return s, false // 恢复每月15日
	case strings.HasPrefix(verb, "恢复") && measures.MatchString(before):
		return s, false
	case s.Kind == site.Resume && asBefore.MatchString(rest):
	case afterVerb.MatchString(rest) && !(window && (lastingly.MatchString(rest) || s.Weak)):
		return s, false
	}
	if noun := doings.FindStringSubmatch(rest); noun != nil && s.Kind == site.Suspend && s.Utility == "" {
		s.Utility = noun[1] // 暂停对外开放
	}
	near := before
	if r := []rune(before); len(r) > 10 {
		near = string(r[len(r)-10:])
	}
	if s.Kind == site.Resume && Gradually.MatchString(near) && !wholly.MatchString(near) {
		s.Kind, s.Gradual = site.Partial, true
	}
	if s.Kind == site.Resume && Only.MatchString(before) {
		s.Kind = site.Partial // 仅开放总服务台
	}
	if first := Foremost.FindStringIndex(before); s.Kind == site.Resume && first != nil && bodies.MatchString(before[:first[0]]) {
		s.Kind = site.Partial
	}
	return s, true
}

// labelled ends the words before a time that say by themselves what happens then.
var labelled = later.Compile(`(停[\p{Han}]|闭馆|闭园|休馆|暂停|送电|复电|来水|通水|通气|中断|关闭|恢复|复[航运工课诊业市电水气热网机]|重新开放|开通|启用|上线|维护|升级|检修|大修|割接|降压|限行|(?:低压|减量|限量|降温)供[水气热]|(?:水压|气压|压力|温度)降低)(?:[^，。；,;]{0,14}(?:时间|时段|日期|安排|如下|改为|调整为|区域|范围)[^，。；,;]{0,6})?$`)

// bothTurns stands between two verbs of a label that tells the begin and the end.
var bothTurns = later.Compile(`^$|[及和与或、/／—至到-]$`)

// LabelSense reads 停水时间：, 恢复时间 or 停电时间改为 before a time, and headings.
func LabelSense(words string) (Sense, bool) {
	words = strings.TrimRight(issued.Clean(words), "：:，,（(为是于")
	found := labelled.FindStringSubmatchIndex(words)
	if found == nil {
		return Sense{}, false
	}
	for next := labelled.FindStringSubmatchIndex(words[found[3]:]); next != nil; next = labelled.FindStringSubmatchIndex(words[found[3]:]) {
		from, to := found[3]+next[2], found[3]+next[3]
		if weakly.MatchString(words[from:to]) || backing.MatchString(words[from:to]) == backing.MatchString(words[found[2]:found[3]]) || bothTurns.MatchString(words[found[3]:from]) {
			break // 停机维护时间; 暂停服务的暂停时间; 暂停及恢复时间
		}
		found[2], found[3] = from, to // 停电用户的复电时间
	}
	verb := words[found[2]:found[3]]
	s := Sense{Kind: site.Suspend, Verb: verb, Start: found[2], End: found[3], Weak: weakly.MatchString(verb), Utility: Utilities[verb]}
	switch {
	case Lessening.MatchString(verb):
		s.Kind = site.Partial
	case backing.MatchString(verb) && Gradually.MatchString(words):
		s.Kind, s.Gradual = site.Partial, true
	case backing.MatchString(verb):
		s.Kind = site.Resume
	}
	return s, true
}
