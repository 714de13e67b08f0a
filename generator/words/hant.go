package words

import (
	"tonggao/generator/prints"
	"tonggao/generator/site"
)

// traditional are those in traditional characters, in the terms
// that readers in Hong Kong, Macao and Taiwan find in mainland notices.
func traditional() *Page {
	return &Page{
		Skip: "跳到正文", Menu: "本站", Index: "首頁", Subscribe: "訂閱日曆", AboutSite: "關於與核驗", Large: "大字", LargeNote: "大字版，適合長者閱讀", Language: "語言", Crumbs: "目前位置", Top: "回到頂部",
		Host: "主辦單位", Organiser: "承辦單位", Contact: "聯繫方式", ICP: "ICP備案", Police: "公安備案", SiteID: "網站標識碼", Report: "我為政府網站找錯", Hotlines: "諮詢熱線", Machine: "機器可讀",
		Original: "通告原文以簡體中文發布，以原文為準。",

		NowHeading: "現在的情況", Place: "所在地區", NowNote: "按通告所載時間推算，北京時間。以通告和公布的最新消息為準。", PickLabel: "日期和時間（北京時間）", PickButton: "查詢", PickBack: "回到現在",
		Now: Now{Now: "現在", Picked: "所查時間", Clock: "{y}年{n}月{d}日 {w} {h}:{i}",
			Weekdays: []string{"星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"},
			Left:     "距“{what}”{more}還有{left}", Today: "“{what}”{more}就在今天", More: "等", Units: []string{"天", "小時", "分鐘"}, Do: "怎麼辦：", Colon: "：", Stop: "。"},
		Chips: Chips{Running: "正在進行", Coming: "尚未開始", Over: "時間已過", Unsettled: "部分時間未公布", History: "歷史通告"}, Copied: "已複製",
		Open: "未截止", LastDay: "今天截止", Passed: "已截止", Ahead: "還沒到", Reached: "已到", Opened: "開放", Finished: "已結束", Pending: "時間待定", Dropped: "已取消",

		Issuer: "發布單位", IssuedOn: "發布日期", Number: "文號", SourceMedium: "來源", PublishedAt: "刊發時間", Version: "版本", VersionN: "第%d版", Code: "核對碼", Editions: "分版", Whole: "全文", EditionFor: "%s版",
		Services: "停什麼，什麼時候恢復", Service: "業務", Stop: "暫停", Stages: "部分恢復", Back: "恢復", Meanwhile: "暫停期間", NotAnnounced: "未公布", NeverBack: "不再恢復", Unaffected: "不受影響",
		Timeline: "時間軸", TimelineNote: "上圖各項時間與表格相同。", Today: "現在", Legend: "圖例",
		Schedule: "時間安排", ScheduleNote: "按時間先後排列，點開可看詳情、海報和日曆檔。", FullText: "通告全文", Contents: "目錄", Questions: "問答索引",
		Files: "下載與列印", InFormat: "%s（%s）", ChangePDF: sheets[prints.Change][site.Traditional].Name, Calendar: "加入日曆", Bundle: "全部檔案打包", Revisions: "修訂記錄", FirstRevision: "首次發布", Related: "相關通告",
		PDFNote: "網頁與PDF文字一致；使用讀屏軟件請閱讀本頁。", EarlierNotice: "較早的通告", LaterNotice: "較新的通告", Neighbours: "前後通告",

		Instead: "怎麼辦", Moves: "時間變更", Event: "日曆檔", EventNote: "只含這一項，匯入後不會自動更新", PartOf: "出自", Returns: "何時恢復", Then: "此後", Extent: "所涉事項", Earlier: "上一項", Later: "下一項",
		Address: "本頁網址", EndMoves: "恢復時間變更", PendingNote: "這一項的時間還沒有公布。公布後本頁地址不變，訂閱的日曆會更新。", ExpectedNote: "這一項的時間是預計的，以公布為準。有變更時本頁地址不變，訂閱的日曆會更新。", MovedNote: "時間有變更", WithdrawnNote: "這一項已經取消。", Copy: "複製", CopyLink: "複製連結",

		Notices: "通告", NoNotices: "目前沒有已發布的通告。", Contacts: "諮詢電話", Desk: "部門", Phone: "電話", Hours: "說明", Places: "辦理和發布渠道", Below: "下級地區", Above: "上級地區", RegionCode: "區劃代碼", OpenData: "數據", Newest: "最新通告", Quiet: "按已發布的通告，沒有正在暫停或將要暫停的業務。",

		IndexTitle: "各地通告", IndexLead: "哪些業務什麼時候停、什麼時候恢復，暫停期間怎麼辦。先找到你的%s。", Find: "找地區", FindHint: "可輸入名稱、拼音或首字母，如 常熟、changshu、cs", FindNone: "沒有找到。請換一個寫法，或查看上級地區。", FindCount: "找到 {n} 個地區", OnlyRegions: "全部地區",

		SubscribeTitle: "訂閱%s的日曆", SubscribeLead: "訂閱一次，暫停、恢復和截止的時間會出現在你手機或電腦的日曆裡；時間變更時，日曆會跟著更新。",
		Feed: "選一個日曆", FeedWhole: "%s全部通告", FeedService: "只看%s", FeedEdition: "%s適用", FeedNotice: "只看這份通告", OpenCalendar: "在日曆中訂閱", DownloadICS: "https 地址",
		QR: "用手機掃碼打開本頁", Honest: "請注意", HonestText: "日曆軟件多久更新一次由它自己決定：蘋果一般幾小時，谷歌可能要一天。臨近辦理時，請以本站頁面%s為準。", AndHotline: "和熱線%s", HowTo: "怎麼訂閱",
		Devices: traditionalDevices(),

		AboutLead: "本站匯集公共服務暫停與恢復的通告。同一事實只寫一次，網頁、PDF、日曆和數據都由它生成，因此彼此一致。", AboutAuthority: "通告由各發布單位負責。遇有不一致，以發布單位公布的為準%s。", AskHotline: "，可撥打熱線%s核實",
		VerifyTitle: "核對手裡的紙質件", VerifyText: "每份PDF和海報上都印有版本、二維碼和核對碼。掃碼打開對應頁面，頁面上的版本和核對碼與紙上一致，就是最新版；不一致，說明紙質件已被修訂。本站的 manifest.json 列出每個檔案的校驗值。", VerifyCode: "核對碼",
		DataTitle: "數據與訂閱", DataText: "供程式使用的數據、更新提要和日曆：", AccessTitle: "閱讀輔助", AccessText: "頁面可放大到大字，可用鍵盤操作，可用讀屏軟件閱讀；深色模式隨系統設定。PDF檔帶有無障礙標記（PDF/UA），可用讀屏軟件按順序朗讀。",
		NowTitle: "“現在”怎樣得出", NowText: "由你的瀏覽器按通告寫明的時間推算，一律用北京時間，與你所在時區無關；不聯網查詢，也不代表系統的實際運行情況。每個時刻本身屬於隨後的狀態，例如“24時起暫停”，到24時即為暫停。只寫日期、沒有鐘點的，當天標為“具體時點未公布”。",
		PrivacyTitle: "私隱", PrivacyText: "本站不收集信息，不設置跟蹤，不請求其他網站。大字選擇只保存在你的瀏覽器裡。",

		MissingTitle: "沒有找到這個頁面", MissingText: "地址可能抄錯了，或者這一頁不屬於本站。通告的地址發布後不會改變。", MissingHelp: "可以從首頁按地區查找%s。", OrHotline: "，或撥打熱線%s諮詢",

		MovedTitle: "地址已變更", MovedText: "本頁現在的地址：", MovedPaper: "紙本上印的舊地址仍可使用；內容以新地址的頁面為準。",
	}
}
