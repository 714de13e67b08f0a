package grammar

import "tonggao/generator/later"

// Notices of utilities give a line to each of day, hours and place:
//
//	停电日期：2023年6月19日
//	停电时间：07:00～17:30
//	停电范围：城西街道凤凰社区
//
// The clocks have the day of the line above them, and the places belong to the stop.
var (
	DayLine   = later.Compile(`^\s*(?:停[水电气热暖]|检修|施工|计划|维护|暂停|停机|停运|封闭)?(?:的)?(?:日期|时间)\s*[：:]\s*$`)
	HoursLine = later.Compile(`(?:时间|时段)\s*[：:]\s*$`)
	PlaceLine = later.Compile(`^(?:停[水电气热暖运]|降压|降温|限行|影响|受影响|涉及|检修|施工|封闭)?的?(?:线路|范围|区域|用户|地点|路段|台区|小区|设备)(?:名称)?[：:]\s*(.+)$`)
)

// How lists, tables and blocks begin.
var (
	Batches     = later.Compile(`^第[一二三四五六七八九十0-9]+(?:批次?|阶段|组|轮|片区?)(?:[：:]([^：:。；]{2,60})。|（([^：:。；）]{2,60})）[：:])`)                        // 第一批：东区、西区。
	Headed      = later.Compile(`^(?:【([^】]{2,18})】|第[一二三四五六七八九十][，、]([^。：；]{2,24}?)[。：]|([\p{Han}A-Za-z、]{1,11}[^批段间期]：)[0-9])`)             // 【招商银行】10月20日……; 一楼自习区：1月22日……
	Sums        = later.Compile(`如下|下列|以下(?:区域|线路|路段|小区|业务|系统|范围|时段|站点|用户|项目|服务|设施|渠道|功能|事项|航线|网点)`)                                          // a list or a table tells it more exactly
	OpensList   = later.Compile(`期间[^。；]{0,20}：$|(?:如下|下列|以下)[^，。；]{0,12}：$`)                                                                 // 升级期间：
	Groups      = later.Compile(`^(停止供[水气电热]|停供|停[水电气]|减停|减供|限供)的?(?:为|有)?：`)                                                                 // 停水用户：
	EndHead     = later.Compile(`(?:截止|结束|终止|止)(?:时间|日期|时点)?$`)                                                                               // a column with the ends of the stops in the one before
	These       = later.Compile(`(?:以下|下列)[\p{Han}]{2,6}?停(?:止供)?[水电气热暖]：([^：。；]{2,80})`)                                                     // 以下小区停气：金色家园、阳光城
	AffectsHead = later.Compile(`^(?:(?:受|所)?(?:影响|涉及|暂停|停办|停用|停机)|升级|维护)的?(?:业务)?(?:范围|业务|系统|服务|项目|功能)$`)                                    // the heading of such words
	OwnLine     = later.Compile(`^[\p{Han}]{2,10}：`)                                                                                          // 影响业务：……, a line with a label
	Affects     = later.Compile(`(?:(?:受|所)?(?:影响|涉及|暂停|停办|停用)的?(?:业务)?(?:范围|业务|系统|服务|项目|功能)|(?:业务|服务|系统|项目|功能)名称)：([^：。；]{2,40})(?:[。；]|$)`) // 影响范围：……, whose words are the services
	Including   = later.Compile(`，(?:具体|主要)?(?:包括|包含|涵盖)([^。；]{2,})`)                                                                         // 全部服务，包括网上、电话, which says of what
	TitleTail   = later.Compile(`(?:的)?(?:温馨|补充|紧急|重要)?(?:通知|公告|通告|公示|提示|告知书|说明|函)[（(]?.*$`)                                                  // what all titles end with
)

// What goes with what was said before.
var (
	Sharing = later.Compile(`同时|同步|同期|一并|同停|同样|也|均|亦`)
	// Throughout begins what is off while what the notice is about lasts: 停机期间，
	Throughout  = later.Compile(`^(?:（[^）]*）)?在?(?:系统|平台|本次|此次|上述)*(?:停机|停航|停运|停业|停用|停办|停诊|停水|停电|停气|升级|切换|维护|割接|检修|大修|坞修|改造|施工|迁移|搬迁|闭馆|闭园|封闭|暂停)(?:升级|切换|维护|割接|检修|改造|施工|服务|开放|办理)?期间`)
	During      = later.Compile(`^(?:在此|此|在)?(?:[^，。；]{0,8}期间|届时|其间)`)                              // 升级期间，……暂停服务
	Along       = later.Compile(`(?:同时|同步|同期|一并|一同|随之)$`)                                           // 自助机同时停用
	Others      = later.Compile(`^(?:其余|其他|其它)`)                                                    // 其余食堂
	TheRest     = later.Compile(`^(?:其余|其他|其它)[^县区市镇乡村，]*(?:业务|服务|功能|险种|项目|事项|线路|航线|班次|设备|系统|设施)$`) // 其余业务
	NewPlatform = later.Compile(`系统|平台|新版`)                                                         // it is switched on in place of what was off
)

// What is to be announced.
var (
	PendingWords = later.Compile(`另行|待定|待通知|待公布|待确定|未定|确定后`)
	TimeHead     = later.Compile(`时[间段点]|日期`)                                     // of a column
	Unpending    = later.Compile(`恕不?$|不再$|不$|^(?:如|若|因|遇)|取消|提前|延[期后]|调整|变[更化]`) // 恕不另行通知
	Above        = later.Compile(`^(?:上述|以上|前述)`)                                 // 以上线路: all that was named
	ByWhom       = later.Compile(`^(?:将|统一|届时)*(?:由|待|视|根据)[^，]*$`)               // 由省局统一明确后, which names nothing by itself
	IfAlso       = later.Compile(`[，；](?:如|若|遇)[^，；。]{0,24}，$`)                   // ，如有提前或推迟，另行通告
	Contingent   = later.Compile(`^；?(?:另|另外|此外)?，?(?:若|如果|如遇|如有|如因|倘若?|万一|一旦|遇)[^，。；]*，[^。；]*$`)
	IfOnly       = later.Compile(`^(?:如|若|遇|因[^，]{0,12}(?:不能|无法))`)                // 如遇雨天
	Restart      = later.Compile(`(?:重新开放|重新开馆|恢复|开放|开园|开馆|复航|开通|复运|通航|上线|启用|营业)`) // what can be announced of
	ItsTimes     = later.Compile(`^(?:具体)?(?:时间表?|日程|批次|安排)$`)                     // 实体卡换发：……，时间表另行通知
	Nameless     = later.Compile(`^(?:恢复|重新开放|开放|复[航运]|开通)`)                       // 恢复时间待定, of something named before a colon
)

// whilst is what goes on while a window lasts: 管制措施：管制期间禁止机动车通行.
var whilst = later.Compile(`^(?:[^，。；：]{2,8}：)?[\p{Han}]{2,8}期间，?([^，。；：]{4,})`)

// asked is in words that ask something of the reader, or tell when something might be.
var asked = later.Compile(`请|勿|应|须|如|若|可能|不要|避免|不影响|不受`)

// Asked reports words that ask something of the reader, or tell when something might be.
func Asked(words string) bool { return asked.MatchString(words) }

// Meanwhile is the clause that says what goes on while a window lasts, or "".
func Meanwhile(words string) string {
	if found := whilst.FindStringSubmatch(words); found != nil && !asked.MatchString(found[1]) {
		return found[1]
	}
	return ""
}
