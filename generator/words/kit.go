package words

import "tonggao/generator/site"

// A Kit has what the page of texts to publish says.
type Kit struct {
	Heading, Lead, TitleName, CopyText, CopyRich, Copied, Open, Each                 string
	WeChat, WeChatNote, Short, ShortNote, Ticker, TickerNote, Speech, Desk, DeskNote string
	Portal, PortalNote, CodeFile, TitleNote, File, EachNote, Failed                  string
}

var kits = map[site.Language]*Kit{
	site.Chinese: {
		Heading: "发布素材", Lead: "以下内容与通告同出一处，时间不必再抄。修订后请重新复制。", TitleName: "标题", TitleNote: "%d字；公众号标题最多64字", CopyText: "复制文字", CopyRich: "复制图文", Copied: "已复制", Open: "打开文件", Each: "逐项文字", EachNote: "到某一项的前一天或当天，单独发布时用。",
		WeChat: "微信公众号文章", WeChatNote: "点“复制图文”，到公众号编辑器里粘贴；二维码图片随文带入，若未带入，请上传 code.png。", Short: "短信", ShortNote: "%d字，按%d条计费（70字以内1条，超过的每67字1条）；发送时签名和退订语以通道要求为准",
		Ticker: "电子屏滚动文字", TickerNote: "%d字", Speech: "广播稿", Desk: "12345答复口径", DeskNote: "一问一答，附追问", Portal: "门户网站稿", PortalNote: "只有标题、段落、表格等结构，样式由网站决定", CodeFile: "二维码（PNG）", File: "文件", Failed: "没有复制成，请选中文字后自行复制",
	},
	site.Traditional: {
		Heading: "發布素材", Lead: "以下內容與通告同出一處，時間不必再抄。修訂後請重新複製。", TitleName: "標題", TitleNote: "%d字；公眾號標題最多64字", CopyText: "複製文字", CopyRich: "複製圖文", Copied: "已複製", Open: "打開檔案", Each: "逐項文字", EachNote: "到某一項的前一天或當天，單獨發布時用。",
		WeChat: "微信公眾號文章", WeChatNote: "點“複製圖文”，到公眾號編輯器裡貼上；二維碼圖片隨文帶入，若未帶入，請上傳 code.png。", Short: "短信", ShortNote: "%d字，按%d條計費（70字以內1條，超過的每67字1條）；發送時簽名和退訂語以通道要求為準",
		Ticker: "電子屏滾動文字", TickerNote: "%d字", Speech: "廣播稿", Desk: "12345答覆口徑", DeskNote: "一問一答，附追問", Portal: "門戶網站稿", PortalNote: "只有標題、段落、表格等結構，樣式由網站決定", CodeFile: "二維碼（PNG）", File: "檔案", Failed: "沒有複製成，請選中文字後自行複製",
	},
	site.English: {
		Heading: "Texts to publish", Lead: "These texts are made from the same facts as the notice, so that no time has to be typed again. Copy them anew after a revision.", TitleName: "Title", TitleNote: "%d characters; WeChat takes 64", CopyText: "Copy text", CopyRich: "Copy formatted", Copied: "Copied", Open: "Open the file", Each: "Texts for each date", EachNote: "For a message on the day, or the day before.",
		WeChat: "WeChat article", WeChatNote: "Choose “Copy formatted” and paste it into the editor. If the code does not come along, upload code.png.", Short: "Short message", ShortNote: "%d characters, sent as %d (up to 70 characters one, beyond that one for each 67)",
		Ticker: "Ticker line", TickerNote: "%d characters", Speech: "Loudspeaker text", Desk: "Answers for the telephone desk", DeskNote: "Question, answer, what to ask back", Portal: "Text for a portal", PortalNote: "Headings, paragraphs and tables only: the portal has its own styles", CodeFile: "Code (PNG)", File: "File", Failed: "Not copied: please mark the text and copy it",
	},
}

// KitIn returns the words of a language; Chinese for one that it does not know.
func KitIn(lang site.Language) *Kit {
	if w, ok := kits[lang]; ok {
		return w
	}
	return kits[site.Chinese]
}
