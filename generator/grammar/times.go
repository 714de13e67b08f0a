package grammar

import "tonggao/generator/later"

// done are verbs that with 的 only tell which things are meant.
const done = `(?:受理|提交|提出|收到|收件|申请|发起|申报|购买|预订|预约|签订|签约|下单|出具|开具|发放|登记|入院|录入|审核|审批|报名|借出|寄出|收寄|交寄|起飞|开出|到期|执行)`

// Words beside a time that say whether it is the last or the first of something.
var (
	ByDay     = later.Compile(`^(?:（[^）]*）)?\s*(?:之前|以前|前|止|截止)`)                                                                                                                  // 4月25日前
	NotBy     = later.Compile(`^(?:（[^）]*）)?\s*(?:之前|以前|前)(?:已|曾|台|端|往|期|来|景|后|的|` + done + `的[\p{Han}]|[^，。；的]{2,14}的(?:考生|人员|职工|患者|用户|旅客|客户|病人|单位|企业|学生|居民|参保人|市民|读者|车主)[^。；])`) // 4月25日前已提交的; 9月20日前受理的业务
	OfThen    = later.Compile(`^(?:（[^）]*）)?\s*(?:期间|当天|当日)?(?:的(?:，|$)|应[还缴付交]|到期的|(?:已|新)?` + done + `的[\p{Han}])`)                                                              // 9月21日至23日受理的业务
	Latest    = later.Compile(`(?:(?:最迟|最晚|至迟)(?:[于在]|(?:应当?|须|必须)?不(?:得|应)?(?:超过|晚于|迟于))?|截至|截止[到至]?|截止(?:时间|日期)[：:为是]?|不(?:得|应)?(?:晚于|迟于)|务必[于在])[^，。；]{0,4}$`)                  // 最迟4月25日
	UntilThen = later.Compile(`^[^，。；,;：:]{0,4}(?:暂停|停止|停机|停办|切换|恢复|上线|启用)[^，。；,;：:]{0,14}?前(?:[，,办须请应完]|[\p{Han}]{0,6}办)`)                                                        // 4月25日停机前办理
	NoSooner  = later.Compile(`(?:不(?:会|得|应|能)?(?:早于|先于)|最早(?:也)?(?:要)?(?:到|至|于|在))\s*$`)                                                                                          // 恢复时间不早于5月8日
	FromThen  = later.Compile(`^(?:（[^）]*）)?\s*(?:之后|以后|后)`)                                                                                                                       // 18时以后
	Since     = later.Compile(`^(?:（[^）]*）)?\s*(?:(?:首班|早班|首发)[车船]?|营业|开馆|开市|当日|当天)?(?:起|开始)`)                                                                                     // 4月25日起
	Begins    = later.Compile(`^(?:（[^）]*）)?\s*(?:正式|陆续|统一)?(?:开始|启动|开幕|开展)(?:[，。；]|$)`)                                                                                           // 网上申报自7月1日8点开始
	LastRun   = later.Compile(`(?:末班|最后一班)[车船机]?(?:时间)?(?:为|(?:提前|调整|延后|推迟|延|改)[至到为])?$`)                                                                                          // 末班船为16:30
	LastsTo   = later.Compile(`(?:办理|受理|使用|执行|有效|保留|报名|缴费|申报|申请|补办|兑换|领取|优惠|报销|延续|宽限|有效期|截止期)(?:期限?|时间)?(?:均|都|将|仍)?(?:至|到)\s*$|期限(?:均|都|仍)?[为是]\s*$`)                             // 可办理至9月11日
	EndsThen  = later.Compile(`^(?:（[^）]*）)?\s*(?:截止|截关|截港|截单|截标|截稿|届满|到期|结束(?:[，。；]|$)|为(?:届满|截止|到期|最后))`)                                                                        // 9月15日截关
	ClosesAt  = later.Compile(`(?:^|，|起)\s*(?:至|到|截至)$`)                                                                                                                           // ，至2月28日止
	OpenTill  = later.Compile(`(?:开放|营业|运营|运行|供应|接待|服务)(?:时间)?[至到]\s*$`)                                                                                                           // 本季开放到8月31日20:00为止
	StopsTill = later.Compile(`(?:停[\p{Han}]?|中断|关闭|封闭|闭馆|闭园|休馆)(?:时间)?(?:延长|持续|延续|延)?[至到]\s*$`)                                                                                   // 暂停至11月15日
	Limitless = later.Compile(`期限?(?:统一|均|都|一律|相应|自动)*$|到期|有效|缴费|缴纳|申报|截[止关港]|停止时间|还书|还款|最后[\p{Han}]{0,4}日|征期|办理|报名|日期`)                                                           // ends that are deadlines
	OfSome    = later.Compile(`[前后](?:已)?(?:提交|提出|受理|收到|收件|申请|发起)的`)                                                                                                               // 前提交的: those whose matter is dealt with later
	AfterWork = later.Compile(`^(?:上午|下午|晚上?)?(?:下班|营业结束|营业终了|办公结束)(?:以|之)?后`)                                                                                                     // 下班后: a part of a day that no clock tells
	FromWork  = later.Compile(`(?:下班|营业结束|营业终了|办公结束)(?:以|之)?后(?:起)?[至到]$`)                                                                                                         // 18日下班后至22日8:30暂停: what is known is when it is back
	ThatDay   = later.Compile(`^(?:停[水电气热暖]|施工|检修)$`)                                                                                                                              // 停气当日18:00: of each of the stops
	OneDay    = later.Compile(`^[^，。；]{0,20}[一1]天(?:[，。；]|$)|^(?:（[^）]*）)?\s*(?:全天|当天)`)                                                                                           // 5月1日放假一天
)

// Words of times that were, or took the place of others.
var (
	Formerly  = later.Compile(`(?:(?:原定|原计划|原拟|原安排|原通知|原公告|原通告|由原来?的?)[^，。；]{0,6}|原[^，。；]{0,6}(?:时间|日期|截止日)(?:为|是|于|在)?|原(?:为|是|于|在|自|从)?|由)$`)                                                                                                              // 原定于
	CalledOff = later.Compile(`^(?:(?:的|起?的)[^，。；]{1,30}?(?:取消|不再举行|不再进行|不再停|作废)|[^，。；]{0,24}?(?:考试|听证|活动|演出|比赛|讲座|会议|开庭|展览|培训|面试|停[水电气运航机]|升级|维护|检修|割接|切换|演练|测试|施工|作业)(?:计划|安排)?(?:因[^，。；]{1,14})?取消(?:[，。；]|$)|[^，。；]{0,20}[”」》]?(?:不再执行|停止执行|作废|废止|失效))`) // 的停水计划取消
	NewTime   = later.Compile(`(?:(?:改|更改|改期|改签|推迟|延期|延|顺延|延后|后延|提前|调整|调|变更|延长|延迟|推后|展期|展延|移|挪|改约)(?:至|到|为|在|于)|延长[\p{Han}]{1,6}[至到])[^，。；]{0,4}$`)                                                                                                          // 推迟至
	Postponed = later.Compile(`^(?:现|将|统一|再|均|已)*(?:改|更改|改期|推迟|延期|顺延|延后|后延|提前|调整|变更|延迟|推后|移|挪|改约)(?:至|到|为|在|于)$`)                                                                                                                                            // of the time before it, which no 原 marks
	WasToBe   = later.Compile(`^(?:（[^）]*）)?的?[^，。；：起止前后由]{2,30}$`)                                                                                                                                                                                          // the words between such a time and the one in its place
	Lengthens = later.Compile(`(?:延长|延续|展期|顺延|延期|延)[至到]$`)                                                                                                                                                                                                   // of a day: the last one of something
	Unaltered = later.Compile(`(?:仍|保持|维持|均)*不变[（(：:，]*$`)                                                                                                                                                                                                   // 打印时间不变（7月14日至7月18日）
	Unchanged = later.Compile(`^(?:仍|保持|均|维持)*不变`)
	SomeDays  = later.Compile(`[上中下]旬|[0-9]月[底初末]`)
	Undone    = later.Compile(`取消|推迟|延期|顺延|提前|改|调整|[，；]现`)                                     // what came of an old time
	Earlier   = later.Compile(`^\s*提前[至到]\s*$`)                                                // 由19:00提前到16:00, on one day
	OldNotice = later.Compile(`^(?:发布|印发|下发)?的?《?(?:公告|通告|通知)》?(?:执行|规定|为准|要求|安排)`)            // 仍按3月2日通告执行
	Longer    = later.Compile(`^(?:现|并|统一|均|将|再)*(?:延长|延期|展期|顺延|延)[至到]`)                       // 延长至, by itself
	Extended  = later.Compile(`(?:报名|申报|缴费|缴纳|申请|受理|征期|办理)[^，。；]{0,6}(?:延长|延期|展期|顺延|延)[至到]$`)  // 报名时间延长至
	Cited     = later.Compile(`(?:发布|印发|下发|公布)的[^，。；]{0,24}(?:公告|通告|通知|公示)》?(?:中|里|明确|所称|提到)`) // another notice, whose times have changed since: 我局发布的公告中
)

// Words of how sure or near a time is.
var (
	Expecting = later.Compile(`(?:预计|力争|最早|最快|(?:^|[^模虚比])拟于?|计划于|大约|(?:^|[^预节签合条契特违])约|有望|预期|大概)[^，。；]{0,6}$`) // 预计
	About     = later.Compile(`^(?:（[^）]*）)?\s*(?:左右|前后)`)                                                      // 左右
)

// What happens at a time, other than a stop or a recovery.
var (
	Ruling    = later.Compile(`^[^。；]{0,24}?(?:执行|实施|施行|生效|举行|举办|闭幕|开幕|撤销|撤并|搬迁|搬[至到入往]|迁[至到往入]|转入|移至|入驻|改在|划转|合并|停止使用|换发|启用|切换[至到为]|改[为由]|调整[为至]|采用|实行|加密|增开|加开|增加|延长|缩短|免收|征收)`) // 起执行
	AnyFrom   = later.Compile(`^[^，]{3,}`)                                                                                                                                         // whatever begins then
	MayDo     = later.Compile(`^[^，]{0,30}?(?:申请|报名|缴费|缴纳|补缴|申报|办理|预约|领取|打印|登录|选择|退[票费款还]|返还|取票|核对|提交|报送|报销|补刷|补录|结算|换[领发取]|兑换|更换|参保|登记|投票|投递|咨询|审核|确认|受理)`)                       // people may do something in a window
	During2   = later.Compile(`^[^，]{0,30}?(?:试运行|执行|实行|举行|举办|延至|绕行|改[为由走道]|调整|开放|营业|运营|采用|采取|启用|使用|延迟|延时|推迟|免[收征除费]|增开|加开|增加|加密|延长|缩短|提前|错峰|送水|取水|停放|摆渡|接驳|封账|扎账|关账|结账|盘点)`)      // what goes on in a window
	SaveIn    = later.Compile(`^之?外[，,]?(?:[^，。；]{0,6}(?:均|都|仍|照常|正常|不受影响)|可)`)                                                                                                    // 除3月22日2时至4时外，均可办理
	EachLate  = later.Compile(`^[^。；]{0,24}分[\p{Han}]{1,4}(?:进行|办理|实施|开展)，(?:具体)?(?:时间表?|日程|安排)[^，。；]{0,6}(?:另行|待定)`)                                                              // 9月2日起分学院进行，时间表另行通知
	ThenBack  = later.Compile(`^(?:截止|为止|止)[，；]?$`)                                                                                                                                // 出院结算10日17:00截止，13日9:00起恢复办理: a stop
	BackAt    = later.Compile(`^(?:起|再|开始)*(?:恢复|重新)`)
	Lasting   = later.Compile(`(?:执行|有效|适用|缴存|保修|服务|试用)(?:期限?|年度)[为是：]?$`)                                                                                                               // 执行期为: of nothing that stops
	Event     = later.Compile(`(?:测试|演练|演习|核查|核验|复核|抽签|评审|验收|考试|面试|笔试|听证会?|招聘会?|培训|讲座|比赛|竞赛|展览|试运行|盘点|结转|结算期|过渡期|并行期|公示期?)(?:起止)?(?:时间|日期)?(?:安排)?[为是]?$`)                               // a window of 全网测试
	Works     = later.Compile(`^(?:（[^）]*）)?(?:为|照常|正常|调休)?(?:上班|补班|工作日)`)                                                                                                               // at a weekend
	Holiday   = later.Compile(`(?:放假|假期|长假)(?:的)?(?:起止)?(?:时间|日期)?(?:安排)?[为是：]*$`)                                                                                                       // a feast is no stop by itself
	Activity  = later.Compile(`^(?:将|拟|集中|统一)?(?:进行|开展|实施|组织|举行|举办|对|为)`)                                                                                                                // why something stops; it names no service
	AsksFor   = later.Compile(`(?:请|可以?|[应须])(?:于|在|自)?$`)                                                                                                                               // 请于
	StopsTo   = later.Compile(`(?:停止|暂停|停办|恢复|中止|停机|不再|暂缓)[^，。；]{0,8}$`)                                                                                                                 // 停止受理时间 is none of TimeTo
	TimeTo    = later.Compile(`(?:申请|报名|缴费|申报|预约|领取|打印|审核|受理|确认|报送|提交|投票|兑换|登记|查询|补录|补报|补缴|补办|报销|退费|退票|换领|更换|注册|选课|录入|填报|开标|咨询)(?:准考证|[\p{Han}]{0,4}[证单书表])?(?:起止)?(?:时间|期限|日期)[为是：]?$`) // 准考证打印时间为
	TimeLabel = later.Compile(`(?:时间|日期|时段|时点|期间|区间|起止)[为是于在]?$|^(?:现|兹|将|拟|计划|暂|预计)?(?:定|自|从|于|在)*$`)                                                                                   // no subject of its own
	TimeIs    = later.Compile(`^(?:具体|起止)?时间[为是：]?$|^(?:仍|还是|依然|均)(?:为|是|定于)?$|^(?:时间)?预计(?:时间)?[为是在于]$`)                                                                                // 统一恢复，时间为1月4日
	MustDo    = later.Compile(`^(?:完成|做好|落实|结束)[\p{Han}]{1,12}(?:恢复|切换|升级|开通|启用)`)                                                                                                       // 完成生产环境恢复
	Wholly    = later.Compile(`^(?:全部|全面|完全|基本|陆续|逐步|统一)`)                                                                                                                               // 6月30日前全部关闭
	Supplies  = later.Compile(`^(?:起|开始)+(?:对外)?(?:提供|受理|办理|发放|供应|开放|营业|运营|接待)(?:$|[，。；])`)                                                                                              // 推迟至9月5日零时起提供
	GoesOn    = later.Compile(`^[^恢]*?(?:照常|不受影响|保留|仍可|由[^，。；]{2,16}(?:受理|办理|负责)(?:$|[，。；])|正常(?:办|受|使|开|运|进|营|供|接|结|缴|查|就|借|服务|提供|上班|通行))`)                                             // of a window: nothing happens in it
	AsUsual   = later.Compile(`(?:照常|照旧|如常|依旧|仍然?)$`)                                                                                                                                    // 照常开航, likewise
	Keeps     = later.Compile(`^(?:仍按|维持|保持)`)                                                                                                                                           // 10月31日前仍按原时刻运行
	Plans     = later.Compile(`(?:将|拟|计划|力争|争取)[于在]?<[^，。；]{0,4}(?:完成|竣工|完工)|<[^，。；请须应需]{0,10}将(?:全部|全面|基本)?(?:完成|竣工|完工)`)                                                               // 将于9月30日前完成切换: what an office means to do
	AsEver    = later.Compile(`^(?:正常|照常)`)                                                                                                                                              // brings back only what has stopped
	Again     = later.Compile(`^(?:恢复|重新|正常|照常)`)                                                                                                                                        // brings back what another clause has named: 刷卡消费恢复
	Itself    = later.Compile(`^(?:全天|临时)?(?:停[业运航电水气诊课考机止]|闭|休|无法|不|重新开放|上线|正常)`)                                                                                                       // verbs that take no object: 水产区停业
	OwnTerm   = later.Compile(`(?:缴费|缴纳|征缴|征收|申报|报名|有效|公示|质保|试用|预售)期限?[为是]?$`)                                                                                                           // 缴费期9月1日至12月31日: no heading says what that is
	Finished  = later.Compile(`^(?:全部|全面|整体|基本)?(?:完成|竣工|完工|建成)(?:$|[，。；])`)                                                                                                             // 预计7月20日完工
	Handled   = later.Compile(`^(?:集中|统一|网上|现场)?(?:办理|受理|申报|申请|报名|领取|发放|缴纳|缴费|打印|审核|登记|确认|举行|举办)$`)                                                                                      // all that stands behind a window of what its subject names
	Staff     = later.Compile(`^(?:[须应要请]|务必)?(?:安排|配合|参加|组织|指定)[^，。；]*(?:值班|值守|人员|联调|测试|演练|培训)|^(?:再次|统一|逐户|集中)?(?:上门|入户|登门|到场|到现场)`)                                                   // what a window asks of those who work in it
)

// What joins times to one another.
var (
	Edged        = later.Compile(`^\s*(?:之前|以前|前|之后|以后|后|止|起)\p{Han}`) // begins words that belong to the time before them
	edge         = later.Compile(`^\s*(?:之前|以前|前|之后|以后|后|止|起)$`)
	ListOn       = later.Compile(`^\s*(?:（[^）]{1,6}）)?[、和及与]\s*$`)      // two windows of one verb
	Bought       = later.Compile(`(?:已购|购买|预订|预约|持有?|已购买)[^，。；]{0,4}$`) // 已购5月8日后船票的旅客
	GoesOnBehind = later.Compile(`[、；，和及]\s*$`)                         // the hours before it are of the same day
	WholeDay     = later.Compile(`^(?:（[^）]*）)?\s*(?:全天|整天)`)
	Listing      = later.Compile(`^\s*[）)]?\s*(?:（[^）]{1,6}）)?\s*[、和及与，,]\s*(?:[\p{Han}]{1,4}[（(])?\s*$`)                          // 4月25日、26日
	FromFirst    = later.Compile(`^\s*(?:（[^）]{1,6}）)?(?:(?:首班[车船]?|早班|营业开始|开馆)(?:起)?|(?:起|开始)，?(?:一直)?(?:持续)?)(?:至|到|—|-|~)\s*$`) // 5月1日首班至11:00
	Sometime     = later.Compile(`^\s*(?:凌晨|早上?|上午|中午|下午|傍晚|晚上?|夜间|深夜)(?:至|到|—|-|~)\s*$`)                                          // 6月16日晚至6月17日, at an hour that only its author knows
	Beside       = later.Compile(`^\s*(?:凌晨|早上|上午|中午|下午|晚上?|夜间|深夜|[上下前后]半夜)?\s*[（(]?\s*$`)                                         // 6月2日凌晨（0:00—6:00）
	EachOf       = later.Compile(`这[两二三四五几]天|上述[^，。]{0,4}[日天]|以上[^，。]{0,4}[日天]`)                                                   // 这两天
)

// Hours of every day are no window of one milestone: 26日、27日每天22:00至次日5:00; 2月11日至2月17日
// 10:00—16:30. Of the second only the days are a window.
var (
	OpeningHours = later.Compile(`(?:开馆|开放|开园|营业|办公|服务|受理|值班|接听|接待|投递|上班|收费|运营)时间[为是：:]?\s*[（(]?$`) // 开馆时间7:30~22:30
	Daily        = later.Compile(`^(?:（[^）]*）)?\s*[，,]?\s*每(?:天|日|晚|夜)`)
	Nightly      = later.Compile(`^[^，。；0-9]{0,20}(?:每[天日晚夜]|夜间|白天|凌晨)的?\s*[0-9]{1,2}[:：时点]`) // 学院路夜间22:00至次日6:00封闭
	EachDay      = later.Compile(`^(?:（[^）]*）)?\s*[，,]?\s*(?:每[天日晚夜]的?)?(?:凌晨|早上?|上午|中午|下午|晚上?|夜间)?\s*[0-9]{1,2}(?:[:：时点])`)
	HoursFrom    = later.Compile(`^(?:对外)?(?:开放|开馆|开园|营业|办公|服务|接待|运营|门诊)时间(?:调整|改|暂定|临时)?(?:为|是|：)`) // what is open again from a day on
	UsualHours   = later.Compile(`恢复(?:到|为|至)?(?:正常|原来?的?|原有|平时|日常)[^，。；\n]{0,6}时间`)                 // 恢复平时开放时间
	OpenAt       = later.Compile(`^[^停闭休暂不]*(?:营业|开放|办公|办理|服务|接待|运营|开诊|供应)[^停闭休暂不]*$`)               // 9:00—16:00营业
	// EachDoing begins what is done each day of a window, or how often: 每日限号200个; 期间，献血车每日9:30—16:30
	// 停靠广场.
	EachDoing   = later.Compile(`^(?:（[^）]*）)?(?:期间)?[，,]?(?:[\p{Han}]{2,8}?)?每[天日]\p{Han}{0,2}(?:限|发|接待|增|加|定时)\p{Han}|^(?:（[^）]*）)?(?:期间)?[，,]?[\p{Han}]{2,8}每[天日](?:[上下]午|晚上?)?[0-9]{1,2}[:：时点][0-9:：时点分半—－~～至到上下午晚-]*(?:停靠|停泊|停留|在|到|往返|巡回)`)
	Season      = later.Compile(`(?:夏令|冬令|夏季|冬季|春秋?季|旺季|淡季|泳季|雪季|采暖季|供暖季)(?:时间|作息)?[（(]$`)
	HoursBehind = later.Compile(`^[）)](?:的)?(?:每[天日])?(?:对外)?(?:开放|开馆|开园|营业|办公|服务|接待|运营|作息|上班)?(?:时间|时段)?[为是：:]`)
	SeasonHours = later.Compile(`(?:夏令|冬令|夏季|冬季|旺季|淡季)(?:对外)?(?:开放|开馆|开园|营业|办公|服务|接待|运营|作息|上班)时间[（(]$`) // 夏令办公时间（5月1日—9月30日）
	PartOfDay   = later.Compile(`^(?:上午|下午|晚上|晚间|夜间|白天|半天|半日)`)
	Afterwards  = later.Compile(`^(?:下午|午后|当晚|晚上|晚间|夜间|之后|此后|随后)`) // 下午闭馆, behind a window of the morning
	Dashed      = later.Compile(`^\s*(?:—+|－|-+|–|~|～|至|到)\s*(?:次日)?$`)
	BeforeDay   = later.Compile(`^\s*(?:（[^）]*）)?\s*[，,]?\s*(?:的|每[天日晚夜]的?)?\s*$`)
	ClockTail   = later.Compile(`(?:凌晨|早上?|上午|中午|下午|晚上?|夜间)?\s*[0-9]{1,2}(?:[:：][0-9]{2}|[时点][0-9]{0,2}分?)$`)
)
