package grammar

import (
	"regexp"
	"strings"
)

// A time that is an aside tells which things are meant, in which case, or what to keep away
// from. Nothing happens then.
var (
	// avoided stands before a time to keep away from, or begins what not to do then.
	avoided = regexp.MustCompile(`(?:避开|错开|错峰|避免|切?勿|不要)[在于]?[^，。；]{0,4}$`)
	dont    = regexp.MustCompile(`^(?:请|敬请|建议)?[^，。；]{0,8}?(?:切?勿|不要|避免|避开|错开)`)
	// supposed begins or ends the words before a time that only may come.
	supposed = regexp.MustCompile(`^(?:如果?|若|倘若?|假如|万一|一旦)[^，。；]*$|(?:^|[^，。；])未(?:能)?[在于按]?$`)
	// noticed stands behind the day of another notice.
	noticed = regexp.MustCompile(`^\s*(?:在[^，。；]{1,12})?(?:起草|发布|印发|下发|公布|刊登|刊发|推送)的?[^，。；]{0,16}(?:通告|公告|通知|公示|短信|信息|手册|文件|《)|^\s*(?:发布|印发|下发|公布)的$|^\s*的?(?:公告|通告|通知|通报)(?:的|中|所|[，。；]|$)`)
	// itself ends the words before the day from which a notice or a decree is in force; since begins
	// what has gone on from a time.
	itself = regexp.MustCompile(`^本(?:公告|通告|通知|办法|规定|细则|决定|方案)[^，。；]{0,6}自?$`)
	since  = regexp.MustCompile(`^[^，。；]{0,12}以来`)
	// sourced is a clause of what a notice rests on: 根据3月28日联席会议要求.
	sourced = regexp.MustCompile(`^(?:根据|依据|按照?|经|结合)[^，。；]*$`)
	sources = regexp.MustCompile(`^[^，。；]{0,20}(?:会议?|精神|研究|审议|批复|预报|抽签|决定|要求|公布|通报)[^，。；]{0,6}，`)
	// ofThose begins what a window or a day only tells apart from others of its kind: 4月1日至4月30日
	// 期间的费用, 5月6日的号源已约满.
	ofThose = regexp.MustCompile(`^\s*(?:期间|之间)的\p{Han}|^的[^，。；]{1,10}(?:已|可|凭)`)
	// held ends the words before a time that is of what somebody has: 已预约2月10日办理的客户.
	held = regexp.MustCompile(`(?:已(?:经)?(?:购买?|预[约订]|持有?|取得|领取)|^持有?)[^，。；自从于在]{0,3}$`)
	// inBrackets ends brackets that stand in an attribute: （3月31日前）的参保人员.
	inBrackets = regexp.MustCompile(`^(?:之?前|以前|之?后|以后|起|止)?[）)]的\p{Han}`)
	// headless ends a clause that tells which are meant: 5月1日前尚未搬离的，视为放弃.
	headless = regexp.MustCompile(`^[^，。；后]{0,30}[^，。；目]的[，；]`)
	// attribute is a clause that names persons, papers or money by what was done to them before a
	// time or in a window: 8月31日前在老大厅申请、选择自取的证件.
	attribute = regexp.MustCompile(`^\s*(?:之前|以前|前|之间|期间)[^，。；]{0,30}[^，。；年月日度位季们人体]的[^，。；的]{0,6}[人员者户客生工童证件票用请单号辆船款品方案档同书](?:，|$|继续|仍|可|均|将|按|由|不|无需|一律|自动|我)`)
	duty      = regexp.MustCompile(`(?:^|[^申邀])请|[须应需]|务必|必须|可以|完成|办结|办妥|做好|尽快`)
)

// ThisNotice begins a sentence of how long the notice is in force.
var ThisNotice = regexp.MustCompile(`^[\s（）()一二三四五六七八九十0-9、.]*本(?:公告|通告|通知|办法|规定|细则|决定|方案)`)

// Already ends the words before a time that has been when the notice is written: 已于.
var Already = regexp.MustCompile(`已经?[于在自从]?$`)

// Aside reports whether a time is one by the words of its clause before it, those behind it up
// to the next time, and the rest of its sentence. An exact hour that parts those who …的 from others is none:
// 3月11日24时前出院的，在原系统结算.
func Aside(pre, post, rest string, exact bool) bool {
	switch {
	case avoided.MatchString(pre), dont.MatchString(Edge.ReplaceAllString(post, "")), supposed.MatchString(pre):
		return true
	case LastsTo.MatchString(pre) && strings.HasPrefix(post, "的"): // 有效期至4月30日的申请人
		return true
	case itself.MatchString(pre), since.MatchString(post), noticed.MatchString(post), inBrackets.MatchString(post):
		return true
	}
	first := UpTo(rest, "，。；")
	if sourced.MatchString(pre) && sources.MatchString(post) || ofThose.MatchString(post) && !CalledOff.MatchString(post) && len(Senses(UpTo(first, "已"), true)) == 0 {
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
