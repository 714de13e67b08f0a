package source

import "tonggao/generator/site"

var noticeTable = &table{append([]key{
	{name: "title", kind: aWords, required: true, English: "the title, without times", Chinese: "标题，不写时间"},
	{name: "number", kind: aText, English: "document number", Chinese: "发文字号"},
	{name: "issued", kind: aDay, required: true, English: "the day of issue", Chinese: "成文日期"},
	{name: "issuers", kind: aTexts, English: "joint issuers; else the region's", Chinese: "联合发布单位，不填则为本地区发布单位"},
	{name: "addressee", kind: aText, English: "whom it is addressed to, printed under the title", Chinese: "主送单位，印在标题下"},
	{name: "source", kind: aText, English: "a publisher that is not the issuer", Chinese: "来源（转发的媒体等）"},
	{name: "published", kind: aTime, English: "when that publisher published it", Chinese: "来源的发布时间"},
	{name: "former", kind: aTexts, English: "names that the folder had, the oldest first: old addresses lead on, calendars go on; one that lay elsewhere is written from regions on", Chinese: "文件夹曾用名，最早的在前：旧网址继续可用，日历不断；从别处移来的写完整路径"},
	{name: "cascade", kind: aFlag, English: "regions below issue it too", Chinese: "下级地区是否同样发布"},
	{name: "publish", kind: aHold, English: "false: not published here, only by regions below where it cascades; a date: not published yet, and tonggao status tells when it is due. No build looks at a clock: the line is taken away to publish", Chinese: "false 表示本级不发布（可供下级继承）；写日期表示届时发布：到期由 tonggao status 提醒，删去这一行才发布，程序不看时钟"},
	{name: "editions", kind: aTexts, English: "audiences that get an edition of their own", Chinese: "分对象版本，如 参保人员版"},
	{name: "related", kind: aText, English: "an earlier notice that this one follows", Chinese: "所接续的前一通告"},
	{name: "term", kind: aNamed, table: termTable, English: "names that the notice defines", Chinese: "简称的定义"},
	{name: "annex", kind: aNamed, table: annexTable, English: "annexes that are named but not at hand", Chinese: "只列名称、未附正文的附件"},
	{name: "unaffected", kind: aNamed, table: unaffectedTable, English: "what goes on while others stop", Chinese: "不受影响、照常办理的事项"},
	{name: "revision", kind: aSeries, table: revisionTable, English: "later versions", Chinese: "修订记录"},
	{name: "milestone", kind: aNamed, table: milestoneTable, English: "the dated facts", Chinese: "时间节点"},
}, vocabularyKeys...)}

var termTable = &table{[]key{
	{name: "name", kind: aText, required: true, English: "the short name", Chinese: "简称"},
	{name: "means", kind: aText, required: true, English: "what it stands for", Chinese: "全称"},
	{name: "omit", kind: aFlag, English: "drop what is inherited", Chinese: "不继承上级的这一项"},
}}

var annexTable = &table{[]key{
	{name: "title", kind: aText, required: true, English: "the annex's title", Chinese: "附件名称"},
	{name: "missing", kind: aFlag, required: true, English: "true: the text is not at hand", Chinese: "true 表示正文未收录"},
	{name: "note", kind: aText, English: "where it can be had", Chinese: "何处可以取得"},
	{name: "audience", kind: aTexts, English: "whom it concerns", Chinese: "对象，不填为全部"},
	{name: "omit", kind: aFlag, English: "drop what is inherited", Chinese: "不继承上级的这一项"},
}}

var unaffectedTable = &table{[]key{
	{name: "service", kind: aText, English: "the service that goes on", Chinese: "照常办理的业务"},
	{name: "text", kind: aWords, required: true, English: "what can still be done", Chinese: "照常办理的内容"},
	{name: "from", kind: aText, English: "a milestone from which this holds", Chinese: "起点（时间节点的名称）"},
	{name: "to", kind: aText, English: "a milestone up to which this holds", Chinese: "止点（时间节点的名称）"},
	{name: "scope", kind: aText, English: "a place or group that it is limited to", Chinese: "限于何地、何种人群"},
	{name: "audience", kind: aTexts, English: "whom it concerns", Chinese: "对象，不填为全部"},
	{name: "channels", kind: aTexts, English: "channels that it is limited to", Chinese: "限于哪些渠道"},
	{name: "omit", kind: aFlag, English: "drop what is inherited", Chinese: "不继承上级的这一项"},
}}

var revisionTable = &table{[]key{
	{name: "on", kind: aDay, required: true, English: "the day of the new version", Chinese: "修订日期"},
	{name: "what", kind: aText, required: true, English: "what changed", Chinese: "修订内容"},
}}

var moveTable = &table{[]key{
	{name: "from", kind: aTime, English: `the old time, or "tbd"; left out where the end alone moved`, Chinese: "原定时间；原为另行通知的写 tbd；只改截止时间的不写"},
	{name: "after", kind: aTime, English: "the old lower bound, where it had one", Chinese: "原定的不早于"},
	{name: "before", kind: aTime, English: "the old upper bound, where it had one", Chinese: "原定的不晚于"},
	{name: "until", kind: aTime, English: "the old end of the window, where that moved", Chinese: "原定的截止时间"},
	{name: "expected", kind: aFlag, English: "the old time was expected", Chinese: "原定时间为预计"},
	{name: "on", kind: aDay, required: true, English: "the day on which it was moved", Chinese: "公布变更的日期"},
	{name: "why", kind: aText, English: "the reason", Chinese: "原因"},
}}

// turning are the kinds that turn a service off or on, or open it for once.
var turning = []site.Kind{site.Suspend, site.Partial, site.Resume, site.Opening}

// keeping are the kinds that can keep hours.
var keeping = []site.Kind{site.Suspend, site.Partial, site.Resume, site.Opening, site.Rule}

// milestoneTable also says which key has a place in which kind of milestone: the
// reader refuses the others, and docs/reference.md has it as a table.
var milestoneTable = &table{[]key{
	{name: "kind", kind: aText, required: true, one: []string{"suspend", "partial", "resume", "opening", "deadline", "rule"},
		English: "suspend, partial, resume, opening, deadline or rule", Chinese: "类型：suspend 暂停、partial 部分恢复、resume 恢复、opening 临时开放、deadline 截止、rule 重要日期"},
	{name: "service", kind: aText, asked: turning, English: "what stops or comes back", Chinese: "所涉业务"},
	{name: "services", kind: aTexts, asked: turning, English: "likewise, of several services at once", Chinese: "同一件事所涉的几项业务"},
	{name: "at", kind: aTime, asked: site.Kinds, English: "the time, or the id of a milestone that it follows", Chinese: "时间，或所跟随的时间节点名称"},
	{name: "tbd", kind: aFlag, asked: site.Kinds, English: "to be announced", Chinese: "另行通知"},
	{name: "after", kind: aTime, asked: site.Kinds, English: "a lower bound: a time or a milestone", Chinese: "不早于：时间或时间节点"},
	{name: "before", kind: aTime, asked: site.Kinds, English: "an upper bound: a time or a milestone", Chinese: "不晚于：时间或时间节点"},
	{name: "until", kind: aTime, only: []site.Kind{site.Suspend, site.Partial, site.Opening, site.Rule}, asked: []site.Kind{site.Opening}, English: "the stated end of a window, that day included; it claims no recovery", Chinese: "写明的截止时间（至…止，含当日），不等于宣布恢复"},
	{name: "expected", kind: aFlag, English: "the time is expected, not certain", Chinese: "预计"},
	{name: "gradual", kind: aFlag, only: []site.Kind{site.Suspend, site.Partial, site.Resume, site.Rule}, English: "for more and more from then on", Chinese: "逐步、陆续"},
	{name: "includes_day", kind: aFlag, only: []site.Kind{site.Deadline, site.Rule}, asked: []site.Kind{site.Deadline}, English: "the day itself counts; needed for a deadline by day", Chinese: "是否含当日；以日计的截止必填"},
	{name: "label", kind: aText, English: "a few words for headings and calendars", Chinese: "短标题，用于海报、日历"},
	{name: "text", kind: aWords, required: true, English: "what happens: a clause without its time and full stop", Chinese: "事项内容，不写时间，不加句号"},
	{name: "instead", kind: aWords, English: "what to do instead or meanwhile", Chinese: "期间如何办理"},
	{name: "state", kind: aText, only: []site.Kind{site.Partial, site.Opening}, English: "the name of a stage between off and on", Chinese: "中间状态的名称，如 预受理"},
	{name: "permanent", kind: aFlag, only: []site.Kind{site.Suspend}, English: "a stop for good", Chinese: "永久停止"},
	{name: "open_ended", kind: aFlag, only: []site.Kind{site.Suspend, site.Partial}, English: "the notice leaves open whether and when it comes back (in full)", Chinese: "通告没有写（全面）恢复的时间，也没有写另行通知"},
	{name: "daily", kind: aList, only: keeping, English: `open in these hours of every day, or stopped, of a stop: "07:00-23:00", "22:00-06:00", "08:00-12:00,14:00-17:00"`, Chinese: "每天开放的时段；暂停的，每天停的时段"},
	{name: "days", kind: aList, only: keeping, English: `the days on which the hours begin: "workdays" (Monday to Friday), "weekends", ["tue", "fri"]`, Chinese: "daily 在哪几天：workdays 周一至周五、weekends 周末、[\"周二\"]"},
	{name: "except", kind: aDays, only: keeping, English: "days of the rule without the hours, such as holidays", Chinese: "其中除外的日期，如节假日"},
	{name: "also", kind: aDays, only: keeping, English: "further days with the hours, such as working Saturdays", Chinese: "另加的日期，如调休上班日"},
	{name: "scope", kind: aText, English: "a place or group that it is limited to", Chinese: "限于何地、何种人群"},
	{name: "audience", kind: aTexts, English: "whom it concerns", Chinese: "对象，不填为全部"},
	{name: "channels", kind: aTexts, English: "channels that it is limited to", Chinese: "限于哪些渠道"},
	{name: "more_channels", kind: aFlag, English: "the list of channels is open", Chinese: "渠道未列全（等）"},
	{name: "alarm", kind: aTexts, only: []site.Kind{site.Suspend, site.Deadline}, English: `reminders before it, such as "-P1D"; an empty list for none`, Chinese: "日历提醒，如 -P1D；空表示不提醒"},
	{name: "former", kind: aTexts, English: "ids that it had, the oldest first: old addresses lead on, its calendar event stays the same", Chinese: "曾用名称，最早的在前：旧网址继续可用，日历中仍是同一条"},
	{name: "withdrawn", kind: aFlag, English: "the fact itself was withdrawn", Chinese: "已取消"},
	{name: "move", kind: aSeries, table: moveTable, English: "how its time was changed", Chinese: "时间变更记录"},
	{name: "why", kind: aText, English: "why its time differs from the notice above", Chinese: "与上级通告时间不同的原因"},
	{name: "omit", kind: aFlag, English: "drop what is inherited", Chinese: "不继承上级的这一项"},
}}
