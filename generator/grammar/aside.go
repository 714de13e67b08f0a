package grammar

import (
	"strings"

	"tonggao/generator/later"
)

// A time that is an aside tells which things are meant, in which case, or what to keep away
// from. Nothing happens then.
var (
	// avoided stands before a time to keep away from, or begins what not to do then.
	avoided = later.Compile(`(?:避开|错开|错峰|避免|切?勿|不要|建议)[在于]?[^，。；]{0,4}$`)
	dont    = later.Compile(`^(?:请|敬请|建议)?[^，。；]{0,8}?(?:切?勿|不要|避免|避开|错开)`)
	// notYet tells those that had not been by a time: 15日24:00前未领取的圈存款，可继续领取.
	notYet = later.Compile(`^\s*(?:之前|以前|前)(?:仍|尚|还)?未[^，。；]{1,12}的\p{Han}[^，。；]{0,8}，`)
	// term is before the last day of something, whatever is not to be done: 申报期限为15日，请避开高峰.
	term = later.Compile(`(?:截止|期限)[^，。；]{0,4}$`)
	// supposed begins or ends the words before a time that only may come.
	supposed = later.Compile(`^(?:如果?|若|倘若?|假如|万一|一旦|否则)[^，。；]*$|(?:^|[^，。；])未(?:能)?[在于按]?$`)
	// noticed stands behind the day of another notice.
	noticed = later.Compile(`^\s*(?:在[^，。；]{1,12})?(?:起草|发布|印发|下发|公布|刊登|刊发|推送)的?[^，。；]{0,16}(?:通告|公告|通知|公示|短信|信息|手册|文件|《)|^\s*(?:发布|印发|下发|公布)的$|^\s*的?(?:公告|通告|通知|通报)(?:的|中|所|[，。；]|$)`)
	// itself ends the words before the day from which a notice or a decree is in force; since begins
	// what has gone on from a time.
	itself = later.Compile(`^本(?:公告|通告|通知|办法|规定|细则|决定|方案)[^，。；]{0,6}自?$`)
	since  = later.Compile(`^[^，。；]{0,12}以来`)
	// sourced is a clause of what a notice rests on: 根据3月28日联席会议要求.
	sourced = later.Compile(`^(?:根据|依据|按照?|经|结合)[^，。；]*$`)
	sources = later.Compile(`^[^，。；]{0,20}(?:会议?|精神|研究|审议|批复|预报|抽签|决定|要求|公布|通报)[^，。；]{0,6}，`)
	// ofThose begins what a window or a day only tells apart from others of its kind: 4月1日至4月30日
	// 期间的费用, 5月6日的号源已约满.
	ofThose = later.Compile(`^\s*(?:期间|之间)的\p{Han}|^(?:期间)?到期[^，。；的]{0,8}，|^的[^，。；]{1,10}(?:已|可|凭)`)
	// period begins what goes on while something else lasts, which brackets date: 期末考试（6月24日—7月5日）
	// 期间，窗口每日增加值班.
	period = later.Compile(`^[）)](?:期间|之间|时段)`)
	// held ends the words before a time that is of what somebody has: 已预约2月10日办理的客户.
	held = later.Compile(`(?:已(?:经)?(?:购买?|预[约订]|持有?|取得|领取)|^持有?)[^，。；自从于在]{0,3}$`)
	// calendar begins what sort of days some are: 9月10日至12日为中秋假期.
	calendar = later.Compile(`^[）)]?(?:为|是|系|恰逢|正值)[^，。；]{0,8}(?:假期|节假日|假日|工作日|休息日|周末|高峰期?|高峰时段)(?:[，。；）)]|$)`)
	// born begins what befell persons or houses by a day, which tells them from others.
	born = later.Compile(`^(?:之前|以前|前|之后|以后|后|之间|期间)(?:出生|参加工作|退休|入学|入职|参军|竣工|建成)`)
	// accrues is what somebody is owed from a day on, which turns no service: 自5月6日起享受待遇.
	accrues = later.Compile(`^\s*(?:起|开始|以?后)[^，。；停暂]{0,10}(?:享受|计发|计息|起算|计算|支付待遇|按新标准)`)
	// inBrackets ends brackets that stand in an attribute: （3月31日前）的参保人员.
	inBrackets = later.Compile(`^(?:之?前|以前|之?后|以后|起|止)?[）)]的\p{Han}`)
	// headless ends a clause that tells which are meant: 5月1日前尚未搬离的，视为放弃.
	headless = later.Compile(`^[^，。；后]{0,30}[^，。；目]的[，；]`)
	// attribute is a clause that names persons, papers or money by what was done to them before a
	// time or in a window: 8月31日前在老大厅申请、选择自取的证件.
	attribute = later.Compile(`^\s*(?:之前|以前|前|之间|期间)[^，。；]{0,30}[^，。；年月日度位季们人体]的[^，。；的]{0,6}[人员者户客生工童证件票用请单号辆船款品方案档同书项](?:，|$|继|仍|可|均|将|按|由|不|无需|一律|自动|我|免|享|凭|予|视)`)
	duty      = later.Compile(`(?:^|[^申邀])请|[须应需]|务必|必须|可以|尽快|(?:^|[^未已])(?:完成|办结|办妥|做好)`)
)

// ThisNotice begins a sentence of how long the notice is in force.
var ThisNotice = later.Compile(`^[\s（）()一二三四五六七八九十0-9、.]*本(?:公告|通告|通知|办法|规定|细则|决定|方案)`)

// Already ends the words before a time that has been when the notice is written: 已于.
var Already = later.Compile(`已经?[于在自从]?$`)

// Aside reports whether a time is one by the words of its clause before it, those behind it up
// to the next time, and the rest of its sentence. An exact hour that parts those who …的 from others is none:
// 3月11日24时前出院的，在原系统结算.
func Aside(pre, post, rest string, exact bool) bool {
	switch {
	case notYet.MatchString(post):
		return true
	case avoided.MatchString(pre), supposed.MatchString(pre):
		return true
	case dont.MatchString(Edge.ReplaceAllString(post, "")) && !term.MatchString(pre):
		return true
	case LastsTo.MatchString(pre) && strings.HasPrefix(post, "的"): // 有效期至4月30日的申请人
		return true
	case itself.MatchString(pre), since.MatchString(rest), noticed.MatchString(rest), inBrackets.MatchString(rest), calendar.MatchString(rest), born.MatchString(rest), accrues.MatchString(rest):
		return true
	}
	first := UpTo(rest, "，。；")
	if sourced.MatchString(pre) && sources.MatchString(rest) || ofThose.MatchString(rest) && !CalledOff.MatchString(rest) && len(Senses(UpTo(first, "已"), true)) == 0 {
		return true
	}
	if (strings.HasSuffix(pre, "（") || strings.HasSuffix(pre, "(")) && period.MatchString(rest) && len(Senses(pre, true)) == 0 && !strings.ContainsAny(UpTo(rest, "。；"), "停暂闭封断关") {
		return true
	}
	if held.MatchString(pre) && strings.Contains(first, "的") {
		return true
	}
	if exact || duty.MatchString(pre) || duty.MatchString(first) {
		return false
	}
	return headless.MatchString(rest) || attribute.MatchString(rest) && len(Senses(first, true)) == 0
}
