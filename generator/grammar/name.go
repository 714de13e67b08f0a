package grammar

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tonggao/generator/issued"
	"tonggao/generator/later"
	"tonggao/generator/mention"
	"tonggao/generator/site"
)

var (
	generic  = later.Compile(`^该|^哪[些几]|^此|^(?:上述|以上|前述)[^、]{0,10}$|^视[^频觉力]\p{Han}{1,6}$|^(?:推迟|延期|顺延|改期|延后|半天|何时|什么时候)|^即起?$|^(?:我|本)\p{Han}$|^[…\.·—-]+$|^(?:正常|全部|所有|全面|对外|各项|相关|上述|以上|其他|其余|有关|部分|各类|一切|的|日常|平时|平日|原来|原有)*(?:服务|业务|办理|受理|使用|运营|运行|营业|办公|开放|通航|通车|通行|供应|工作|接待|状态|功能|系统|平台|项目|事项|渠道|区域|片区|路段|上班|办公时间|营业时间|时间|载客运营|载客服务|客运|航行|开行|行驶|运转|通航|就诊|上课|施工|状态|收费|对外开放|对外服务|一切业务|运营服务|交易|生产|上述业务|投递服务|设备|线路|航次|起降|约?[一两二三四五六七0-9]+(?:[天日]|个?小时|分钟)|短时|休整|收尾|检修|维护|升级|维修|改造|切换|割接|迁移|扩容|保养|整修|网站|网页|移动端|手机端|客户端|访问|登录|浏览|[和及与、]|期间|时间段|通知|首班|末班|左右|试运行|完工|竣工|到位|完毕|调休|补休|轮休|各(?:渠道|系统|平台|业务)|新址|具体|具体恢复|起止|起讫|措施|老址|原(?:线路?|路线|状|样)|全部窗口|现址|原址|新地址|(?:暂停|停止|恢复|停办|停机|升级|维护|起止|开放|办公|营业|服务|上线)*时间){0,4}$`)
	leadsIn  = later.Compile(`^(?:[0-9一二三四五六七八九十]{1,2}[.、]|该|[上下中]午|傍晚|清晨|凌晨|晚间|夜间|白天|逐[户家片段栋楼]|再次|全时段|全天|[当同即][日天]起?|预计|视[^，。]{1,6}?(?:情况?|况)|根据[^，。]{1,8}情况|由近及远|由[^，。]{1,3}[到至][^，。]{1,3}(?:地|依次)|依次|按[^，。]{1,4}顺序|分(?:[区片步类段批]|科目|类别|时段|行业|[0-9一二两三四五六七八九十]+[批次段])[域次]?|照常|补休|预计|约?[0-9]+余?户|（[一二三四五六七八九十0-9]{1,2}）|\s|其中|▲|★|●|■|◆|▶|◎|▪|◇|□|○|☆|完成|届时|期间|其间|此间|同时|此外|另外|将|拟|定于|计划|从|于|在|因此|我们|我行|我处|我所|我站|我公司|我院|我局|我馆|我校|我中心|本公司|本行|本馆|本院|本市|我市|我省|全市|全省|全国|全州|全县|全区|全校|下列区域|下列|以下|各级|各类|各项|所有|全部|部分|正常|的|和|及|“|”|，|、|：|也|均|都|还(?:将|会|需|须)|再|办理|受理|提供|开展|进行|逐步|陆续|全面|实施|使用|本次|此次|之后|首班(?:车|船)?起?|左右|(?:上线|启用|切换|升级|恢复|通水|通电)后|升级期间|系统升级期间|停机期间|维护期间)+`)
	onceThen = later.Compile(`^([^，、]{2,}?)(?:在|待|于|经)[^，、在待于经]{2,14}?之?后$`) // 待遇申领在全部批次完成后
	finished = later.Compile(`^(?:完成|做好|结束)[^，、]{1,10}?(?:并|后)$`)            // 完成调试并恢复热水
	onceDone = later.Compile(`^[^，、]*[^售背前幕最此]之?后$`)
	causes   = later.Compile(`因[^，]{0,12}(?:检修|施工|作业|影响|原因|改造|升级|维护|需要|搬迁|台风|大风|大雾|暴雨|天气|故障|疫情|调整|维修)$`)
	whiles   = later.Compile(`^[^，、]{0,8}期间`)
	bracket  = later.Compile(`【[^】]*】|（[^）]*）|\([^)]*\)|（[^）]*$`)
	towards  = later.Compile(`(?:^|[^东西南北上下单双面])((?:对|向|给)([^公私账，。；][^，。；]{1,39}|公[众共园交][^，。；]{0,38}))$`)
	doing    = later.Compile(`(?:进行|实施|开展)$`) // 对电子税务局进行停机升级
	unable   = later.Compile(`^(?:不能|无法|不可)`)
	works    = later.Compile(`(?:进行|实施)?(?:系统|服务器|数据库|软件|网络|设备|线路|平台)?(?:停机|临时|例行|切换)?(?:升级|维护|维修|检修|切换|割接|改造|迁移|扩容|更新|更换)+$`)
	bodies   = later.Compile(`(?:机构|窗口|大厅|部门|中心|药店|医院|站所|网点|站点|用户|小区|村|路|街|段|区域|地区|片区|[港校院库园厂景灾]区|[^地小社城专]区|市|县|乡|镇|街道|社区|支行|分行|分局|院|分校|分馆|食堂|码头|服务区|口岸|部|局|所|厅|处|馆)(?:等)?$`)
)

var (
	meantime = later.Compile(`(?:系统)?(?:停机|升级|维护|切换|检修|割接|改造|施工|搬迁)+期间$`)
	firstRun = later.Compile(`^(?:首[班发][车船]?起?|末班[车船]?后|期间|其间|届时|[上下]午|当晚|晚间|凌晨)+`)
	wholeOf  = later.Compile(`^(?:全线|整体|全面|(?:临时|短时|停机|例行|集中|闭馆|换水)?(?:年度|定期|计划)?(?:维修|检修|大修|坞修|岁修|年检|维护|施工|改造|升级|装修|整修|保养|养护|清洗|消毒|盘点|换水))$`)
)

// Trails ends words with what is no part of the name before it.
var Trails = later.Compile(`(?:\s|，|、|：|（|“|将于|将在|将|拟于|拟|定于|自|从|于|在|由|已|已经|均|都|也|再|同时|同步|同期|一并|全面|全部|逐步|陆续|统一|分批|正式|预计|力争|争取|有望|约|计划|进行|实施|采取|完成|继续|为|是|的|临时|暂时|先行|特别|只|仅|同|并|可|能|会|至|到|对外|末班车后|因故|首班车?|末班车?|提前|延后|推迟|一律|立即|自动|有序|紧急|再次|分别|先行|照常|率先|优先|首先|出现|发生|短暂|最早|最快|补休|全天候?|单向|双向|双侧|全幅|半幅|南向北|北向南|东向西|西向东|全封闭|全|半|这两天|当日|同日|次日|当天|短时|全天|半天|[一两二三]天)+$`)

// Because is a clause that says why.
var Because = later.Compile(`^(?:因|沿[^街江河海湖岸]|受[^理]|为|经[^办济营贸典]|根据|按照|由于)[^，]*$`)

// Except is what a statement leaves out: 除……外.
var Except = later.Compile(`除([^，。；]{1,20}?)(?:之?外|以外)`)

// PlainName takes off words what is no part of a name. It is "" where nothing is left.
func PlainName(words string) string {
	words = bracket.ReplaceAllString(issued.FullWidth(issued.Clean(words)), "")
	words = Except.ReplaceAllString(words, "")
	for inRow.MatchString(words) {
		words = inRow.ReplaceAllString(words, "$1"+rowSign+"$2") // 三、四楼 is no 三、
	}
	words = nightly.ReplaceAllString(online.ReplaceAllString(words, onlineSign+"$1"), nightSign+"$1")
	whole := words
	for _, t := range mention.Find(whole, site.Day{}) {
		if !t.Loose {
			words = strings.ReplaceAll(words, t.Words(whole), "")
		}
	}
	words = meantime.ReplaceAllString(words, "")
	for again := true; again; {
		before := words
		words = Trails.ReplaceAllString(leadsIn.ReplaceAllString(words, ""), "")
		for short, whole := range halves {
			if strings.HasSuffix(words, short) && strings.HasPrefix(before[strings.Index(before, words)+len(words):], strings.TrimPrefix(whole, short)) {
				words = strings.TrimSuffix(words, short) + whole
			}
		}
		words = strings.TrimRight(strings.TrimLeft(words, "”“》）"), "“《（")
		again = words != before
	}
	words = strings.Trim(whiles.ReplaceAllString(words, ""), "…")
	words = onceThen.ReplaceAllString(causes.ReplaceAllString(words, ""), "$1")
	if Because.MatchString(words) || finished.MatchString(whole) || onceDone.MatchString(words) {
		return ""
	}
	for _, pair := range [...][2]string{{"“", "”"}, {"《", "》"}, {"（", "）"}} {
		if strings.Count(words, pair[0]) != strings.Count(words, pair[1]) {
			words = strings.NewReplacer(pair[0], "", pair[1], "").Replace(words)
		}
	}
	if generic.MatchString(words) || utf8.RuneCountInString(words) < 2 {
		return ""
	}
	words = strings.NewReplacer(rowSign, "、", onlineSign, "在线", nightSign, "夜间").Replace(words)
	if found := allOf.FindStringSubmatch(words); utf8.RuneCountInString(words) > longest && found != nil && !generic.MatchString(found[1]) {
		return found[1]
	}
	return Within(words, longest)
}

// inRow are numbers of floors, lines and the like that share their word; rowSign stands between
// them while a name is cut out.
var inRow = later.Compile(`([0-9一二三四五六七八九十]+)、([0-9一二三四五六七八九十]+(?:\x{E000}[0-9一二三四五六七八九十]+)*[号楼层线路区栋院栋])`)

const rowSign = "\uE000"

// online is a word whose first character would lead to a time; onlineSign stands for it meanwhile.
var online = later.Compile(`在线([^上下路])`)

const onlineSign = "\uE001"

// nightly is 夜间 within a name, of which it would be taken off as a part of the day; nightSign
// stands for it meanwhile.
var nightly = later.Compile(`夜间(公交|班[车轮次线]|航[班线]|专线|线路|门诊|急诊|照明|自习|游览|停车)`)

const nightSign = "\uE002"

// longest is how many characters a name can have.
const longest = 26

// allOf is what a list names as a whole: 1路、3路、5路等公交线路.
var allOf = later.Compile(`、[^、]*等([^、，等和及]{3,12})$`)

// halves are words whose end reads as what leads to a time: 功能自, 预约自.
var halves = map[string]string{"功": "功能", "预": "预约", "网": "网上", "全": "全部", "合": "合同", "协": "协同"}

// Within shortens a list of names to whole ones.
func Within(words string, most int) string {
	if utf8.RuneCountInString(words) <= most {
		return words
	}
	short := issued.FirstRunes(words, most)
	if i := strings.LastIndexAny(short, "、和及"); i > 6 {
		return strings.TrimRight(short[:i], "、和及")
	}
	return short
}

// Online is what no counter or place brings back.
var Online = later.Compile(`网[上站厅]|线上|[A-Za-z]{3}|小程序|公众号|热线|自助|通道|平台|客户端`)

// IsBody reports whether a name is of places or counters, and of no service.
func IsBody(name string) bool { return bodies.MatchString(name) && !Online.MatchString(name) }

// SameBody reports whether two names are of counters or places of one sort: 经办机构服务窗口,
// 经办窗口.
func SameBody(a, b string) bool {
	last := len("窗口")
	return len(a) > last && len(b) >= last && IsBody(a) && IsBody(b) && a[len(a)-last:] == b[len(b)-last:]
}

// WhatOf names what a verb of a clause turns, and the place or group that it is
// limited to: what stands behind the verb, else what stands before it.
func WhatOf(pre, clause string, s Sense) (name, scope string) {
	object := clause[s.End:]
	if i := strings.IndexAny(object, "。；！？"); i >= 0 {
		object = object[:i]
	}
	subject := clause[:s.Start]
	switch {
	case PlainName(subject) == "" && PlainName(pre) != "":
		subject = pre // 异地结算10月20日起全市统一恢复
	case PlainName(subject) == "":
		subject = pre + firstRun.ReplaceAllString(subject, "")
	case wholeOf.MatchString(subject) && PlainName(pre) != "":
		subject = pre
	case strings.HasPrefix(subject, "的"):
		subject = pre + subject // 广珠城际7月2日14:00后的列车停运
	}
	target, done := "", doing.MatchString(subject)
	if found := towards.FindStringSubmatch(strings.TrimRight(Trails.ReplaceAllString(subject, ""), "暂")); found != nil {
		target = PlainName(found[2])
		if done {
			subject = strings.TrimRight(Trails.ReplaceAllString(subject, ""), "暂")
		}
		if subject = strings.TrimSuffix(subject, found[1]); !strings.HasPrefix(found[1], "对") {
			subject = pre
		}
	}
	name, who := PlainName(object), PlainName(subject)
	if (s.Weak || done) && name == "" && who == "" && target != "" {
		return target, "" // 对核心系统进行升级
	}
	if unable.MatchString(s.Verb) && name != "" {
		if who = works.ReplaceAllString(who, ""); who != "" && !bodies.MatchString(who) && utf8.RuneCountInString(who+name) <= 26 {
			return who + name, target
		}
	}
	if strings.HasPrefix(s.Utility, "供") {
		if target == "" {
			target = who
		}
		return s.Utility, target
	}
	switch {
	case s.Utility != "" && who != "":
		return who, target
	case name == "" && who == "" && strings.HasPrefix(s.Verb, "禁止"):
		return PlainName(strings.TrimPrefix(s.Verb, "禁止")), target // 禁止机动车通行
	case name == "" && who == "":
		return "", target
	case name == "":
		return who, target
	case utf8.RuneCountInString(name) <= 2 && who != "" && who != name && !bodies.MatchString(who):
		return who + name, target
	case who != "" && who != name && (bodies.MatchString(who) || target == "" && Online.MatchString(who)):
		return name, who
	}
	return name, target
}

// Stem is a name as far as another mention of it must agree.
func Stem(name string) string {
	for again := true; again; {
		again = false
		for _, tail := range [...]string{"业务", "服务", "系统", "功能", "办理", "工作", "等"} {
			if short := strings.TrimSuffix(name, tail); short != name && utf8.RuneCountInString(short) >= 2 {
				name, again = short, true
			}
		}
	}
	return name
}

// Alike reports whether two names may be of one service: the same stem, or, where
// loosely, one within the other or most of its pairs.
func Alike(a, b string, loosely bool) bool {
	return Stem(a) == Stem(b) || loosely && Likeness(a, b) > 0
}

// Likeness is how much two names that may be of one service share, in characters; 0 where they
// are of two. What one has within the other is shared whole.
func Likeness(a, b string) int {
	a, b = Stem(a), Stem(b)
	least := min(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	switch {
	case a == b:
		return least
	case opposed(a, b) || opposed(b, a):
		return 0
	case strings.Contains(a, b) || strings.Contains(b, a):
		return least
	}
	if n := common([]rune(a), []rune(b)); n >= 3 && 2*n >= least {
		return n
	}
	return 0
}

// opposites tell services of like names apart.
var opposites = [...][2]string{{"省内", "跨省"}, {"市内", "跨省"}, {"市内", "异地"}, {"本地", "异地"}, {"线上", "线下"}, {"企业", "个人"}, {"旧", "新"}, {"老", "新"}, {"城镇", "城乡"}, {"职工", "居民"}, {"上行", "下行"}, {"进港", "离港"}, {"到达", "出发"}}

// opposed reports whether one name has the first word of a pair of opposites and the other one
// the second: 省内异地结算, 跨省异地结算.
func opposed(a, b string) bool {
	return slices.ContainsFunc(opposites[:], func(o [2]string) bool {
		return strings.Contains(a, o[0]) && !strings.Contains(a, o[1]) && strings.Contains(b, o[1]) && !strings.Contains(b, o[0])
	})
}

// PartOf reports whether a name lists some of the things that another one lists, and not all:
// 学校主页和邮箱 of 学校主页、邮箱、教务系统等. It may list others too.
func PartOf(name, whole string) bool {
	part, all := things(name), things(whole)
	shared := 0
	for _, p := range part {
		if slices.ContainsFunc(all, func(a string) bool { return a == p || len(part) == 1 && strings.HasSuffix(a, p) }) {
			shared++
		}
	}
	return shared > 0 && shared < len(all)
}

// things are the stems of what a name lists.
func things(name string) []string {
	var all []string
	for _, one := range strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("、和及与", r) }) {
		all = append(all, Stem(one))
	}
	return all
}

// common is the length of the longest run that two names share.
func common(a, b []rune) int {
	longest := 0
	row := make([]int, len(b)+1)
	for i := range a {
		for j := len(b) - 1; j >= 0; j-- {
			row[j+1] = 0
			if a[i] == b[j] {
				row[j+1] = row[j] + 1
				longest = max(longest, row[j+1])
			}
		}
	}
	return longest
}
