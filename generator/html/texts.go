package html

import (
	"fmt"
	"strings"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/texts"
)

// A kitView shows the texts by which a notice goes out elsewhere, to copy.
type kitView struct {
	*kitWords
	Title  string // in a field of its own in most editors
	Notice link
	Texts  []kitText
	Items  []kitItem // of each milestone
}

// A kitText is one text, with what its length means.
type kitText struct {
	ID, Name, Note string
	Button         string // copies it
	Lines          []string
	Rich           string // what is copied as formatted text; Lines are empty then
	Preview        string // the file of it, shown in the page
	Files          []link
}

// A kitItem is a milestone with its texts.
type kitItem struct {
	ID, Name string
	Texts    []kitText
}

// kitWords are what the page says.
type kitWords struct {
	Heading, Lead, TitleName, CopyText, CopyRich, Copied, Open, Items                string
	WeChat, WeChatNote, Short, ShortNote, Ticker, TickerNote, Speech, Desk, DeskNote string
	Portal, PortalNote, CodeFile, TitleNote, File, ItemsNote, Failed                 string
}

var kitWordsIn = map[site.Language]*kitWords{
	site.Chinese: {
		Heading: "发布素材", Lead: "以下内容与通告同出一处，时间不必再抄。修订后请重新复制。", TitleName: "标题", TitleNote: "%d字；公众号标题最多64字", CopyText: "复制文字", CopyRich: "复制图文", Copied: "已复制", Open: "打开文件", Items: "逐项文字", ItemsNote: "到某一项的前一天或当天，单独发布时用。",
		WeChat: "微信公众号文章", WeChatNote: "点“复制图文”，到公众号编辑器里粘贴；二维码图片随文带入，若未带入，请上传 code.png。", Short: "短信", ShortNote: "%d字，按%d条计费（70字以内1条，超过的每67字1条）；发送时签名和退订语以通道要求为准",
		Ticker: "电子屏滚动文字", TickerNote: "%d字", Speech: "广播稿", Desk: "12345答复口径", DeskNote: "一问一答，附追问", Portal: "门户网站稿", PortalNote: "只有标题、段落、表格等结构，样式由网站决定", CodeFile: "二维码（PNG）", File: "文件", Failed: "没有复制成，请选中文字后自行复制",
	},
	site.Traditional: {
		Heading: "發布素材", Lead: "以下內容與通告同出一處，時間不必再抄。修訂後請重新複製。", TitleName: "標題", TitleNote: "%d字；公眾號標題最多64字", CopyText: "複製文字", CopyRich: "複製圖文", Copied: "已複製", Open: "打開檔案", Items: "逐項文字", ItemsNote: "到某一項的前一天或當天，單獨發布時用。",
		WeChat: "微信公眾號文章", WeChatNote: "點“複製圖文”，到公眾號編輯器裡貼上；二維碼圖片隨文帶入，若未帶入，請上傳 code.png。", Short: "短信", ShortNote: "%d字，按%d條計費（70字以內1條，超過的每67字1條）；發送時簽名和退訂語以通道要求為準",
		Ticker: "電子屏滾動文字", TickerNote: "%d字", Speech: "廣播稿", Desk: "12345答覆口徑", DeskNote: "一問一答，附追問", Portal: "門戶網站稿", PortalNote: "只有標題、段落、表格等結構，樣式由網站決定", CodeFile: "二維碼（PNG）", File: "檔案", Failed: "沒有複製成，請選中文字後自行複製",
	},
	site.English: {
		Heading: "Texts to publish", Lead: "These texts are made from the same facts as the notice, so that no time has to be typed again. Copy them anew after a revision.", TitleName: "Title", TitleNote: "%d characters; WeChat takes 64", CopyText: "Copy text", CopyRich: "Copy formatted", Copied: "Copied", Open: "Open the file", Items: "Texts for each date", ItemsNote: "For a message on the day, or the day before.",
		WeChat: "WeChat article", WeChatNote: "Choose “Copy formatted” and paste it into the editor. If the code does not come along, upload code.png.", Short: "Short message", ShortNote: "%d characters, sent as %d (up to 70 characters one, beyond that one for each 67)",
		Ticker: "Ticker line", TickerNote: "%d characters", Speech: "Loudspeaker text", Desk: "Answers for the telephone desk", DeskNote: "Question, answer, what to ask back", Portal: "Text for a portal", PortalNote: "Headings, paragraphs and tables only: the portal has its own styles", CodeFile: "Code (PNG)", File: "File", Failed: "Not copied: please mark the text and copy it",
	},
}

func (p *page) kitWords() *kitWords {
	if w, ok := kitWordsIn[p.output.Language]; ok {
		return w
	}
	return kitWordsIn[site.Chinese]
}

// kitLink leads from a notice to its texts.
func (p *page) kitLink(n *site.Notice, a *site.Audience) link {
	path := plan.In(p.output.Language, plan.TextsDir(n, a)+"index.html")
	return link{Href: path, Text: p.kitWords().Heading}
}

// texts shows the texts in the page's language, or in the authors' where that cannot say
// all of the notice.
func (p *page) texts() {
	o, w := p.output, p.kitWords()
	n, a := o.Notice, o.Audience
	p.crumbs(n.Region)
	p.crumb(plan.NoticeDir(n), n.Title)
	if a != nil {
		p.crumb(plan.EditionDir(n, a), fmt.Sprintf(p.Words.EditionFor, p.say(a.Name)))
	}
	chinese := !p.voice.Covers(n, a)
	k := p.writer.texts.Kit(n, a, p.reader(chinese))
	p.titled(w.Lead, w.Heading+p.Words.Now.Colon+k.Title())
	v := &kitView{kitWords: w, Title: k.Title(), Notice: p.named(p.toPage(noticeDir(n, a)), n.Title)}
	v.Texts = p.kitTexts(k, plan.TextsDir(n, a), chinese || o.Language == site.Chinese)
	for _, m := range phrase.Schedule(n, a) {
		item := kitItem{ID: m.ID, Name: p.voice.Label(m)}
		short, ticker, speech := k.ShortOf(m), k.TickerOf(m), k.SpeechOf(m)
		item.Texts = []kitText{
			{ID: m.ID + "-sms", Name: w.Short, Note: shortNote(w, short), Lines: []string{short}},
			{ID: m.ID + "-ticker", Name: w.Ticker, Lines: []string{ticker}},
			{ID: m.ID + "-speech", Name: w.Speech, Note: p.voice.Length(texts.Seconds(speech)), Lines: []string{speech}},
		}
		for i := range item.Texts {
			item.Texts[i].Button = w.CopyText
		}
		v.Items = append(v.Items, item)
	}
	p.Kit = v
	p.Meta = append(p.Meta, meta{"robots", "noindex"})
	p.script("kit.js")
}

// kitTexts are the texts of the whole notice or edition; files are the Chinese ones.
func (p *page) kitTexts(k *texts.Kit, dir string, files bool) []kitText {
	w := p.kitWords()
	short, ticker, speech := k.Short(), k.Ticker(), k.Speech()
	file := func(name string) []link {
		if !files {
			return nil
		}
		return p.present(link{Href: dir + name, Text: name})
	}
	all := []kitText{
		{ID: "title", Name: w.TitleName, Note: fmt.Sprintf(w.TitleNote, texts.Units(k.Title())), Lines: []string{k.Title()}},
		{ID: "wechat", Name: w.WeChat, Note: w.WeChatNote, Rich: k.WeChat(), Files: append(file("wechat.html"), p.present(link{Href: dir + "code.png", Text: "code.png"}, link{Href: dir + "share.png", Text: "share.png"}, link{Href: dir + "share-square.png", Text: "share-square.png"})...)},
		{ID: "sms", Name: w.Short, Note: shortNote(w, short), Lines: []string{short}, Files: file("sms.txt")},
		{ID: "ticker", Name: w.Ticker, Note: fmt.Sprintf(w.TickerNote, texts.Units(ticker)), Lines: []string{ticker}, Files: file("ticker.txt")},
		{ID: "speech", Name: w.Speech, Note: p.voice.Length(texts.Seconds(speech)), Lines: []string{speech, k.Unread()}, Files: file("speech.txt")},
		{ID: "desk", Name: w.Desk, Note: w.DeskNote, Lines: strings.Split(strings.TrimSpace(k.Desk()), "\n"), Files: file("desk.txt")},
		{ID: "portal", Name: w.Portal, Note: w.PortalNote, Rich: k.Portal(), Files: file("plain.html")},
	}
	for i, t := range all {
		if all[i].Button = w.CopyText; t.Rich != "" {
			all[i].Button = w.CopyRich
		}
		if t.Rich != "" && len(t.Files) > 0 {
			all[i].Preview = t.Files[0].Href
		}
	}
	return all
}

func shortNote(w *kitWords, text string) string {
	return fmt.Sprintf(w.ShortNote, texts.Units(text), texts.Segments(text))
}
