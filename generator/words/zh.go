package words

import (
	"tonggao/generator/prints"
	"tonggao/generator/site"
)

// chinese are the words in the plain official register: short sentences, no promises.
func chinese() *Page {
	return &Page{
		Skip: "跳到正文", Menu: "本站", Index: "首页", Subscribe: "订阅日历", AboutSite: "关于与核验", Large: "大字", LargeNote: "大字版，适合长者阅读", Language: "语言", Crumbs: "当前位置", Top: "回到顶部",
		Host: "主办单位", Organiser: "承办单位", Contact: "联系方式", ICP: "ICP备案", Police: "公安备案", SiteID: "网站标识码", Report: "我为政府网站找错", Hotlines: "咨询热线", Machine: "机器可读",
		Original: "通告原文以中文发布，以中文为准。",

		NowHeading: "现在的情况", Place: "所在地区", NowNote: "按通告所载时间推算，北京时间。以通告和公布的最新消息为准。", PickLabel: "日期和时间（北京时间）", PickButton: "查询", PickBack: "回到现在",
		Now: Now{Now: "现在", Picked: "所查时间", Clock: "{y}年{n}月{d}日 {w} {h}:{i}",
			Weekdays: []string{"星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"},
			Left:     "距“{what}”{more}还有{left}", Today: "“{what}”{more}就在今天", More: "等", Units: []string{"天", "小时", "分钟"}, Do: "怎么办：", Colon: "：", Stop: "。"},
		Chips: Chips{Running: "正在进行", Coming: "尚未开始", Over: "时间已过", Unsettled: "部分时间未公布", History: "历史通告"}, Copied: "已复制",
		Open: "未截止", LastDay: "今天截止", Passed: "已截止", Ahead: "还没到", Reached: "已到", Opened: "开放", Finished: "已结束", Pending: "时间待定", Dropped: "已取消",

		Issuer: "发布单位", IssuedOn: "发布日期", Number: "文号", SourceMedium: "来源", PublishedAt: "刊发时间", Version: "版本", VersionN: "第%d版", Code: "核对码", Editions: "分版", Whole: "全文", EditionFor: "%s版",
		Services: "停什么，什么时候恢复", Service: "业务", Stop: "暂停", Stages: "部分恢复", Back: "恢复", Meanwhile: "暂停期间", NotAnnounced: "未公布", NeverBack: "不再恢复", Unaffected: "不受影响",
		Timeline: "时间轴", TimelineNote: "上图各项时间与表格相同。", Today: "现在", Legend: "图例",
		Schedule: "时间安排", ScheduleNote: "按时间先后排列，点开可看详情、海报和日历文件。", FullText: "通告全文", Contents: "目录", Questions: "问答索引",
		Files: "下载与打印", InFormat: "%s（%s）", ChangePDF: sheets[prints.Change][site.Chinese].Name, Calendar: "加入日历", Bundle: "全部文件打包", Revisions: "修订记录", FirstRevision: "首次发布", Related: "相关通告",
		PDFNote: "网页与PDF文字一致；使用读屏软件请阅读本页。", EarlierNotice: "较早的通告", LaterNotice: "较新的通告", Neighbours: "前后通告",

		Instead: "怎么办", Moves: "时间变更", Event: "日历文件", EventNote: "只含这一项，导入后不会自动更新", PartOf: "出自", Returns: "何时恢复", Then: "此后", Extent: "所涉事项", Earlier: "上一项", Later: "下一项",
		Address: "本页网址", EndMoves: "恢复时间变更", PendingNote: "这一项的时间还没有公布。公布后本页地址不变，订阅的日历会更新。", ExpectedNote: "这一项的时间是预计的，以公布为准。有变更时本页地址不变，订阅的日历会更新。", MovedNote: "时间有变更", WithdrawnNote: "这一项已经取消。", Copy: "复制", CopyLink: "复制链接",

		Notices: "通告", NoNotices: "目前没有已发布的通告。", Contacts: "咨询电话", Desk: "部门", Phone: "电话", Hours: "说明", Places: "办理和发布渠道", Below: "下级地区", Above: "上级地区", RegionCode: "区划代码", OpenData: "数据", Newest: "最新通告", Quiet: "按已发布的通告，没有正在暂停或将要暂停的业务。",

		IndexTitle: "各地通告", IndexLead: "哪些业务什么时候停、什么时候恢复，暂停期间怎么办。先找到你的%s。", Find: "找地区", FindHint: "可输入名称、拼音或首字母，如 常熟、changshu、cs", FindNone: "没有找到。请换一个写法，或查看上级地区。", FindCount: "找到 {n} 个地区", OnlyRegions: "全部地区",

		SubscribeTitle: "订阅%s的日历", SubscribeLead: "订阅一次，暂停、恢复和截止的时间会出现在你手机或电脑的日历里；时间变更时，日历会跟着更新。",
		Feed: "选一个日历", FeedWhole: "%s全部通告", FeedService: "只看%s", FeedEdition: "%s适用", FeedNotice: "只看这份通告", OpenCalendar: "在日历中订阅", DownloadICS: "https 地址",
		QR: "用手机扫码打开本页", Honest: "请注意", HonestText: "日历软件多久更新一次由它自己决定：苹果一般几小时，谷歌可能要一天。临近办理时，请以本站页面%s为准。", AndHotline: "和热线%s", HowTo: "怎么订阅",
		Devices: chineseDevices(),

		AboutLead: "本站汇集公共服务暂停与恢复的通告。同一事实只写一次，网页、PDF、日历和数据都由它生成，因此彼此一致。", AboutAuthority: "通告由各发布单位负责。遇有不一致，以发布单位公布的为准%s。", AskHotline: "，可拨打热线%s核实",
		VerifyTitle: "核对手里的纸质件", VerifyText: "每份PDF和海报上都印有版本、二维码和核对码。扫码打开对应页面，页面上的版本和核对码与纸上一致，就是最新版；不一致，说明纸质件已被修订。本站的 manifest.json 列出每个文件的校验值。", VerifyCode: "核对码",
		DataTitle: "数据与订阅", DataText: "供程序使用的数据、更新提要和日历：", AccessTitle: "阅读辅助", AccessText: "页面可放大到大字，可用键盘操作，可用读屏软件阅读；深色模式随系统设置。PDF文件带有无障碍标记（PDF/UA），可用读屏软件按顺序朗读。",
		NowTitle: "“现在”怎样得出", NowText: "由你的浏览器按通告写明的时间推算，一律用北京时间，与你所在时区无关；不联网查询，也不代表系统的实际运行情况。每个时刻本身属于随后的状态，例如“24时起暂停”，到24时即为暂停。只写日期、没有钟点的，当天标为“具体时点未公布”。",
		PrivacyTitle: "隐私", PrivacyText: "本站不收集信息，不设置跟踪，不请求其他网站。大字选择只保存在你的浏览器里。",

		MissingTitle: "没有找到这个页面", MissingText: "地址可能抄错了，或者这一页不属于本站。通告的地址发布后不会改变。", MissingHelp: "可以从首页按地区查找%s。", OrHotline: "，或拨打热线%s咨询",

		MovedTitle: "地址已变更", MovedText: "本页现在的地址：", MovedPaper: "纸质件上印的旧地址仍可使用；内容以新地址的页面为准。",
	}
}
