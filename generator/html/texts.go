package html

import (
	"fmt"
	"strings"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/texts"
	"tonggao/generator/words"
)

// A kitView shows the texts by which a notice goes out elsewhere, to copy.
type kitView struct {
	*words.Kit
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

// kitLink leads from a notice to its texts.
func (p *page) kitLink(n *site.Notice, a *site.Audience) link {
	path := plan.In(p.output.Language, plan.TextsDir(n, a)+"index.html")
	return link{Href: path, Text: words.KitIn(p.output.Language).Heading}
}

// texts shows the texts in the page's language, or in the authors' where that cannot say
// all of the notice.
func (p *page) texts() {
	o, w := p.output, words.KitIn(p.output.Language)
	n, a := o.Notice, o.Audience
	p.crumbs(n.Region)
	p.crumb(plan.NoticeDir(n), n.Title)
	if a != nil {
		p.crumb(plan.EditionDir(n, a), fmt.Sprintf(p.Words.EditionFor, p.say(a.Name)))
	}
	chinese := !p.voice.Covers(n, a)
	k := p.writer.texts.Kit(n, a, p.reader(chinese))
	k.Text = p.text(n, a, chinese)
	p.titled(w.Lead, w.Heading+p.Words.Now.Colon+k.Title())
	v := &kitView{Kit: w, Title: k.Title(), Notice: p.named(p.toPage(noticeDir(n, a)), n.Title)}
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
	w := words.KitIn(p.output.Language)
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

func shortNote(w *words.Kit, text string) string {
	return fmt.Sprintf(w.ShortNote, texts.Units(text), texts.Segments(text))
}
