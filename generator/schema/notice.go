package schema

import "tonggao/generator/site"

// NoticeTable is notice.toml.
var NoticeTable = &Table{append([]Key{
	{Name: "title", Kind: AWords, Required: true, English: "the title, without times", Chinese: "标题，不写时间"},
	{Name: "number", Kind: AText, English: "document number", Chinese: "发文字号"},
	{Name: "issued", Kind: ADay, Required: true, English: "the day of issue", Chinese: "成文日期"},
	{Name: "issuers", Kind: ATexts, English: "joint issuers; else the region's", Chinese: "联合发布单位，不填则为本地区发布单位"},
	{Name: "addressee", Kind: AText, English: "whom it is addressed to, printed under the title", Chinese: "主送单位，印在标题下"},
	{Name: "source", Kind: AText, English: "a publisher that is not the issuer", Chinese: "来源（转发的媒体等）"},
	{Name: "published", Kind: ATime, English: "when that publisher published it", Chinese: "来源的发布时间"},
	{Name: "former", Kind: ATexts, English: "names that the folder had, the oldest first: old addresses lead on, calendars go on; one that lay elsewhere is written from regions on", Chinese: "文件夹曾用名，最早的在前：旧网址继续可用，日历不断；从别处移来的写完整路径"},
	{Name: "cascade", Kind: AFlag, English: "regions below issue it too", Chinese: "下级地区是否同样发布"},
	{Name: "publish", Kind: AHold, English: "false: not published here, only by regions below where it cascades; a date: not published yet, and tonggao status tells when it is due. No build looks at a clock: the line is taken away to publish", Chinese: "false 表示本级不发布（可供下级继承）；写日期表示届时发布：到期由 tonggao status 提醒，删去这一行才发布，程序不看时钟"},
	{Name: "editions", Kind: ATexts, English: "audiences that get an edition of their own", Chinese: "分对象版本，如 参保人员版"},
	{Name: "related", Kind: AText, English: "an earlier notice that this one follows", Chinese: "所接续的前一通告"},
	{Name: "term", Kind: ANamed, Table: TermTable, English: "names that the notice defines", Chinese: "简称的定义"},
	{Name: "annex", Kind: ANamed, Table: AnnexTable, English: "annexes that are named but not at hand", Chinese: "只列名称、未附正文的附件"},
	{Name: "unaffected", Kind: ANamed, Table: UnaffectedTable, English: "what goes on while others stop", Chinese: "不受影响、照常办理的事项"},
	{Name: "revision", Kind: ASeries, Table: RevisionTable, English: "later versions", Chinese: "修订记录"},
	{Name: "milestone", Kind: ANamed, Table: MilestoneTable, English: "the dated facts", Chinese: "时间节点"},
}, VocabularyKeys...)}

// TermTable is [term.ID].
var TermTable = &Table{[]Key{
	{Name: "name", Kind: AText, Required: true, English: "the short name", Chinese: "简称"},
	{Name: "means", Kind: AText, Required: true, English: "what it stands for", Chinese: "全称"},
	{Name: "omit", Kind: AFlag, English: "drop what is inherited", Chinese: "不继承上级的这一项"},
}}

// AnnexTable is [annex.ID].
var AnnexTable = &Table{[]Key{
	{Name: "title", Kind: AText, Required: true, English: "the annex's title", Chinese: "附件名称"},
	{Name: "missing", Kind: AFlag, Required: true, English: "true: the text is not at hand", Chinese: "true 表示正文未收录"},
	{Name: "note", Kind: AText, English: "where it can be had", Chinese: "何处可以取得"},
	{Name: "audience", Kind: ATexts, English: "whom it concerns", Chinese: "对象，不填为全部"},
	{Name: "omit", Kind: AFlag, English: "drop what is inherited", Chinese: "不继承上级的这一项"},
}}

// UnaffectedTable is [unaffected.ID].
var UnaffectedTable = &Table{[]Key{
	{Name: "service", Kind: AText, English: "the service that goes on", Chinese: "照常办理的业务"},
	{Name: "text", Kind: AWords, Required: true, English: "what can still be done", Chinese: "照常办理的内容"},
	{Name: "from", Kind: AText, English: "a milestone from which this holds", Chinese: "起点（时间节点的名称）"},
	{Name: "to", Kind: AText, English: "a milestone up to which this holds", Chinese: "止点（时间节点的名称）"},
	{Name: "scope", Kind: AText, English: "a place or group that it is limited to", Chinese: "限于何地、何种人群"},
	{Name: "audience", Kind: ATexts, English: "whom it concerns", Chinese: "对象，不填为全部"},
	{Name: "channels", Kind: ATexts, English: "channels that it is limited to", Chinese: "限于哪些渠道"},
	{Name: "omit", Kind: AFlag, English: "drop what is inherited", Chinese: "不继承上级的这一项"},
}}

// RevisionTable is [[revision]].
var RevisionTable = &Table{[]Key{
	{Name: "on", Kind: ADay, Required: true, English: "the day of the new version", Chinese: "修订日期"},
	{Name: "what", Kind: AText, Required: true, English: "what changed", Chinese: "修订内容"},
}}

// MoveTable is [[milestone.ID.move]].
var MoveTable = &Table{[]Key{
	{Name: "from", Kind: ATime, English: `the old time, or "tbd"; left out where the end alone moved`, Chinese: "原定时间；原为另行通知的写 tbd；只改截止时间的不写"},
	{Name: "after", Kind: ATime, English: "the old lower bound, where it had one", Chinese: "原定的不早于"},
	{Name: "before", Kind: ATime, English: "the old upper bound, where it had one", Chinese: "原定的不晚于"},
	{Name: "until", Kind: ATime, English: "the old end of the window, where that moved", Chinese: "原定的截止时间"},
	{Name: "expected", Kind: AFlag, English: "the old time was expected", Chinese: "原定时间为预计"},
	{Name: "on", Kind: ADay, Required: true, English: "the day on which it was moved", Chinese: "公布变更的日期"},
	{Name: "why", Kind: AText, English: "the reason", Chinese: "原因"},
}}

// turning are the kinds that turn a service off or on, or open it for once.
var turning = []site.Kind{site.Suspend, site.Partial, site.Resume, site.Opening}

// keeping are the kinds that can keep hours.
var keeping = []site.Kind{site.Suspend, site.Partial, site.Resume, site.Opening, site.Rule}

// MilestoneTable also says which key has a place in which kind of milestone: the
// reader refuses the others, and docs/reference.md has it as a table.
var MilestoneTable = &Table{[]Key{
	{Name: "kind", Kind: AText, Required: true, One: []string{"suspend", "partial", "resume", "opening", "deadline", "rule"},
		English: "suspend, partial, resume, opening, deadline or rule", Chinese: "类型：suspend 暂停、partial 部分恢复、resume 恢复、opening 临时开放、deadline 截止、rule 重要日期"},
	{Name: "service", Kind: AText, Asked: turning, English: "what stops or comes back", Chinese: "所涉业务"},
	{Name: "services", Kind: ATexts, Asked: turning, English: "likewise, of several services at once", Chinese: "同一件事所涉的几项业务"},
	{Name: "at", Kind: ATime, Asked: site.Kinds, English: "the time, or the id of a milestone that it follows", Chinese: "时间，或所跟随的时间节点名称"},
	{Name: "tbd", Kind: AFlag, Asked: site.Kinds, English: "to be announced", Chinese: "另行通知"},
	{Name: "after", Kind: ATime, Asked: site.Kinds, English: "a lower bound: a time or a milestone", Chinese: "不早于：时间或时间节点"},
	{Name: "before", Kind: ATime, Asked: site.Kinds, English: "an upper bound: a time or a milestone", Chinese: "不晚于：时间或时间节点"},
	{Name: "until", Kind: ATime, Only: []site.Kind{site.Suspend, site.Partial, site.Opening, site.Rule}, Asked: []site.Kind{site.Opening}, English: "the stated end of a window, that day included; it claims no recovery", Chinese: "写明的截止时间（至…止，含当日），不等于宣布恢复"},
	{Name: "expected", Kind: AFlag, English: "the time is expected, not certain", Chinese: "预计"},
	{Name: "gradual", Kind: AFlag, Only: []site.Kind{site.Suspend, site.Partial, site.Resume, site.Rule}, English: "for more and more from then on", Chinese: "逐步、陆续"},
	{Name: "includes_day", Kind: AFlag, Only: []site.Kind{site.Deadline, site.Rule}, Asked: []site.Kind{site.Deadline}, English: "the day itself counts; needed for a deadline by day", Chinese: "是否含当日；以日计的截止必填"},
	{Name: "label", Kind: AText, English: "a few words for headings and calendars", Chinese: "短标题，用于海报、日历"},
	{Name: "text", Kind: AWords, Required: true, English: "what happens: a clause without its time and full stop", Chinese: "事项内容，不写时间，不加句号"},
	{Name: "instead", Kind: AWords, English: "what to do instead or meanwhile", Chinese: "期间如何办理"},
	{Name: "state", Kind: AText, Only: []site.Kind{site.Partial, site.Opening}, English: "the name of a stage between off and on", Chinese: "中间状态的名称，如 预受理"},
	{Name: "permanent", Kind: AFlag, Only: []site.Kind{site.Suspend}, English: "a stop for good", Chinese: "永久停止"},
	{Name: "open_ended", Kind: AFlag, Only: []site.Kind{site.Suspend, site.Partial}, English: "the notice leaves open whether and when it comes back (in full)", Chinese: "通告没有写（全面）恢复的时间，也没有写另行通知"},
	{Name: "daily", Kind: AList, Only: keeping, English: `open in these hours of every day, or stopped, of a stop: "07:00-23:00", "22:00-06:00", "08:00-12:00,14:00-17:00"`, Chinese: "每天开放的时段；暂停的，每天停的时段"},
	{Name: "days", Kind: AList, Only: keeping, English: `the days on which the hours begin: "workdays" (Monday to Friday), "weekends", ["tue", "fri"]`, Chinese: "daily 在哪几天：workdays 周一至周五、weekends 周末、[\"周二\"]"},
	{Name: "except", Kind: ADays, Only: keeping, English: "days of the rule without the hours, such as holidays", Chinese: "其中除外的日期，如节假日"},
	{Name: "also", Kind: ADays, Only: keeping, English: "further days with the hours, such as working Saturdays", Chinese: "另加的日期，如调休上班日"},
	{Name: "scope", Kind: AText, English: "a place or group that it is limited to", Chinese: "限于何地、何种人群"},
	{Name: "audience", Kind: ATexts, English: "whom it concerns", Chinese: "对象，不填为全部"},
	{Name: "channels", Kind: ATexts, English: "channels that it is limited to", Chinese: "限于哪些渠道"},
	{Name: "more_channels", Kind: AFlag, English: "the list of channels is open", Chinese: "渠道未列全（等）"},
	{Name: "alarm", Kind: ATexts, Only: []site.Kind{site.Suspend, site.Deadline}, English: `reminders before it, such as "-P1D"; an empty list for none`, Chinese: "日历提醒，如 -P1D；空表示不提醒"},
	{Name: "former", Kind: ATexts, English: "ids that it had, the oldest first: old addresses lead on, its calendar event stays the same", Chinese: "曾用名称，最早的在前：旧网址继续可用，日历中仍是同一条"},
	{Name: "withdrawn", Kind: AFlag, English: "the fact itself was withdrawn", Chinese: "已取消"},
	{Name: "move", Kind: ASeries, Table: MoveTable, English: "how its time was changed", Chinese: "时间变更记录"},
	{Name: "why", Kind: AText, English: "why its time differs from the notice above", Chinese: "与上级通告时间不同的原因"},
	{Name: "omit", Kind: AFlag, English: "drop what is inherited", Chinese: "不继承上级的这一项"},
}}
